using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tool;

/// <summary>Progress for people: on a terminal one line that is written over, elsewhere a line each ten per cent.</summary>
public sealed class ProgressLine(TextWriter writer, bool redraws) : IProgress<ModelProgress>, IDisposable
{
    private const int StepPercent = 10;

    private int _drawn;
    private (string Model, ModelPhase Phase, int Step)? _told;

    public void Report(ModelProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (redraws)
        {
            var line = Line(value);
            // Two lines cannot be written over.
            line = line.Length < 118 ? line : line[..117] + "…";
            writer.Write("\r" + line.PadRight(_drawn));
            writer.Flush();
            _drawn = line.Length;
            return;
        }
        var step = (value.Entry.Name, value.Phase, value.Percent / StepPercent);
        if (_told != step && (value.Phase != ModelPhase.Verifying || step.Item3 is 0 or 10) || value.Phase == ModelPhase.Waiting)
        {
            _told = step;
            writer.WriteLine(Line(value));
        }
    }

    /// <summary>Leaves the line that stands there, and goes on below it.</summary>
    public void Dispose()
    {
        if (_drawn > 0)
        {
            writer.WriteLine();
            _drawn = 0;
        }
    }

    private static string Line(ModelProgress value)
    {
        var line = $"{value.Entry.Name}  {value.Percent,3} %  {Sizes.Of(value.DoneBytes)} of {Sizes.Of(value.TotalBytes)}";
        return value.Phase switch
        {
            ModelPhase.Verifying => $"{line}  verifying",
            ModelPhase.Waiting => $"{line}  waiting: {value.Says}",
            _ => line + (value.BytesPerSecond is { } rate ? $"  {Sizes.Of((long)rate)}/s" : "") + (value.Left is { } left ? $"  {Time(left)} left" : ""),
        };
    }

    private static string Time(TimeSpan left) => left.TotalHours >= 1 ? $"{(int)left.TotalHours} h {left.Minutes} min"
        : left.TotalMinutes >= 1 ? $"{left.Minutes} min {left.Seconds} s" : $"{left.Seconds} s";
}
