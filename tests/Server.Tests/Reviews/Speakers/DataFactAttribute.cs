using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>A test on public data, which is no part of the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    /// <param name="relative">In the folder of the data.</param>
    public DataFactAttribute(string relative) => Skip = Path.Exists(Path.Combine(Checkout.Data, relative))
        ? null! : $"Needs {relative} of the shared data, beside the project as ../shared/data or where REALTIME_DATA points.";

    /// <summary>It decodes a recording.</summary>
    public bool Decodes
    {
        get => decodes;
        set => Skip ??= (decodes = value) ? new FfmpegFactAttribute().Skip! : null!;
    }

    private bool decodes;
}
