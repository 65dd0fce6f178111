using System.Globalization;
using System.Text;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Benchmarks.Turns;

/// <summary>False cut-offs over mean wait, policy by policy, as SVG. Lower left is better.</summary>
internal static class CurvePicture
{
    private const double MostMs = 3_000;
    private const int Width = 900, Height = 560, Left = 70, Top = 40, Right = 240, Bottom = 60;

    private static readonly string[] Colours = ["#0b6e4f", "#6a994e", "#6c757d", "#bc4749", "#7b2cbf", "#1d3557", "#e07a5f"];

    public static string Of(IReadOnlyList<TurnPolicy> policies)
    {
        var drawn = policies.GroupBy(policy => policy.Settings).Select(group => (Name: group.Count() > 1 ? "fixed delays" : group.First().Name, Policies: group.ToList())).ToList();
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"False cut-offs over mean wait\">");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        for (var share = 0; share <= 100; share += 20)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(share / 100.0)}\" y2=\"{Y(share / 100.0)}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(share / 100.0) + 4}\" text-anchor=\"end\">{share} %</text>");
        }
        for (var ms = 0; ms <= MostMs; ms += 500)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{X(ms)}\" x2=\"{X(ms)}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#ddd\"/><text x=\"{X(ms)}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{ms}</text>");
        }
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(MostMs / 2)}\" y=\"{Height - 14}\" text-anchor=\"middle\">mean wait at turn ends, ms</text><text x=\"{Left}\" y=\"{Top - 14}\">pauses cut into, share of all pauses</text>");
        for (var i = 0; i < drawn.Count; i++)
        {
            var (name, members) = drawn[i];
            var colour = Colours[i % Colours.Length];
            var line = string.Join(' ', Frontier(members[0].Settings).Select(outcome => FormattableString.Invariant($"{X(outcome.LatencyMs):0.#},{Y(outcome.CutOffsPerPause):0.#}")));
            svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            foreach (var shipped in members.Select(member => member.Shipped).Where(outcome => outcome.LatencyMs <= MostMs))
            {
                svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{X(shipped.LatencyMs):0.#}\" cy=\"{Y(shipped.CutOffsPerPause):0.#}\" r=\"5\" fill=\"{colour}\"/>");
            }
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right + 14}\" y=\"{Top + 20 + i * 22}\" fill=\"{colour}\">{(name.Length > 30 ? "ours, weights saw these calls" : name)}</text>");
        }
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right + 14}\" y=\"{Top + 34 + drawn.Count * 22}\" fill=\"#555\">dots: as shipped</text>");
        return svg.AppendLine("</svg>").ToString();
    }

    /// <summary>The settings that no other beats at both, by their waits.</summary>
    private static IEnumerable<TurnOutcome> Frontier(IReadOnlyList<TurnOutcome> settings)
    {
        var least = double.MaxValue;
        foreach (var outcome in settings.Where(outcome => outcome.LatencyMs <= MostMs).OrderBy(outcome => outcome.LatencyMs).ThenBy(outcome => outcome.CutOffsPerPause))
        {
            if (outcome.CutOffsPerPause < least)
            {
                least = outcome.CutOffsPerPause;
                yield return outcome;
            }
        }
    }

    private static double X(double ms) => Left + ms / MostMs * (Width - Left - Right);

    private static double Y(double share) => Height - Bottom - share * (Height - Top - Bottom);
}
