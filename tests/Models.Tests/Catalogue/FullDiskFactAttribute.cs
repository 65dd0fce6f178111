namespace RealtimeTraining.Models.Tests.Catalogue;

/// <summary>A test that writes to Linux's device that is always full.</summary>
public sealed class FullDiskFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public FullDiskFactAttribute() => Skip = File.Exists(Device) ? null! : $"There is no {Device} here.";
}
