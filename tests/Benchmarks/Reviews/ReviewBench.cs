using System.Globalization;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>Recorded calls: how fast they are worked on, stage by stage, what their page is like, what they cost live calls, and how well voices are told apart. docs/benchmarks.md says what each figure means.</summary>
public sealed class ReviewBench : IBench
{
    private const string Stages = "stages";
    private const string Analysis = "analysis";
    private const string Page = "page";
    private const string Voices = "voices";
    private const string Live = "live";
    private const string Interplay = "interplay";
    private static readonly IReadOnlyList<string> Parts = [Stages, Analysis, Page, Live, Voices, Interplay];
    private int? _minutes;

    // The analysis is in the stages.
    private string[] _only = [.. Parts.Where(part => part != Analysis)];

    public string Name => "reviews";

    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason
        : PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } ears ? ears.Reason
        : !Found("ffmpeg") ? "ffmpeg is not installed. Install it: apt-get install ffmpeg."
        : _only.Contains(Page) ? Chromium.WhyNot : null;

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--minutes"] = minutes => _minutes = Math.Clamp(int.Parse(minutes, CultureInfo.InvariantCulture), 1, 240),
        ["--only"] = parts => _only = PartsOf(parts),
    };

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var minutes = _minutes ?? (quick ? 3 : 60);
        var engines = new Dictionary<string, string>();
        var results = new List<BenchResult>();
        var works = _only.Contains(Stages) || _only.Contains(Analysis);
        var call = works || _only.Contains(Page) ? await MakeAsync(minutes, tell) : null;
        if (call is not null && works)
        {
            var (recogniser, stages) = await StageBench.RunAsync(call, transcribes: _only.Contains(Stages), tell, cancellationToken);
            engines["recogniser"] = recogniser;
            results.AddRange(stages);
        }
        if (call is not null && _only.Contains(Page))
        {
            results.AddRange(await PageBench.RunAsync(call, quick, tell, cancellationToken));
        }
        if (_only.Contains(Live))
        {
            results.AddRange(await new LiveBench(tell).RunAsync(quick, cancellationToken));
        }
        if (_only.Contains(Voices))
        {
            tell("Telling voices apart.");
            results.AddRange(await SpeakerBench.RunAsync(quick, tell, cancellationToken));
        }
        if (_only.Contains(Interplay))
        {
            tell("Counting who speaks when.");
            results.AddRange(InterplayBench.Run(quick, tell));
        }
        return new BenchReport(Name, engines, results);
    }

    private static Task<LongRecording> MakeAsync(int minutes, Action<string> tell)
    {
        tell($"Making a call of {minutes} minutes.");
        return LongRecording.MakeAsync(minutes);
    }

    private static string[] PartsOf(string names)
    {
        var parts = names.Split(',');
        return parts.All(Parts.Contains) ? parts : throw new ArgumentException($"--only takes some of {string.Join(',', Parts)}; not \"{names}\".");
    }

    private static bool Found(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
