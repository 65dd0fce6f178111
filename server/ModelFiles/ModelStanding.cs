namespace RealtimeTraining.Server.ModelFiles;

/// <param name="Bytes">How much of the file is there, or has been read while it is verified.</param>
/// <param name="BytesPerSecond">Null while nothing comes, or while it is not known yet.</param>
/// <param name="SecondsLeft">Null while it is not known.</param>
/// <param name="Code">Of a failure: a stable code, such as <c>noNetwork</c>; null otherwise.</param>
/// <param name="Says">A sentence for people; of a failure, with what to do.</param>
/// <param name="Removable">There is something in the server's own folder that can be removed.</param>
public sealed record ModelStanding(ModelStage Stage, long Bytes, long? BytesPerSecond, int? SecondsLeft, string? Code, string Says, bool Removable);
