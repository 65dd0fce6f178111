namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Runs where the shared recordings are; skips elsewhere, naming what is missing.</summary>
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(string relative) => Skip = SharedData.TryPath(relative) is null
        ? $"Needs {relative} of the shared data, beside the project as ../shared/data or where REALTIME_DATA points."
        : null;
}
