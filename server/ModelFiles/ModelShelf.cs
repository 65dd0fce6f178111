using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>What is on the disk and what is being done about it, as one. Thread-safe singleton.</summary>
public sealed class ModelShelf(ModelStore store, ModelJobs jobs)
{
    private const string Verifying = "The whole file is being read, so that only the right one is used.";

    public ModelStanding Of(ModelEntry entry)
    {
        // The job first: one that ends meanwhile has left its result on the disk.
        var job = jobs.Find(entry);
        var there = store.Look(entry);
        var removable = there.Path is { } path && Path.GetDirectoryName(path) == store.Folders.Own;
        return job switch
        {
            null => new ModelStanding(StageOf(there.Kind), there.Bytes, null, null, null, there.Says, removable),
            // Somebody has put it right by hand since.
            { Failure: not null } when there.Kind == ModelStateKind.Installed => new ModelStanding(ModelStage.Installed, there.Bytes, null, null, null, there.Says, removable),
            { Failure: { } failure } => new ModelStanding(ModelStage.Failed, there.Bytes, null, null, failure.Code, failure.Message, removable),
            { Begun: false } => new ModelStanding(ModelStage.Queued, there.Bytes, null, null, null, "It begins when what is before it is done.", removable),
            { Progress: { } progress } => Of(progress, there, removable),
            { Kind: ModelJobKind.Verify } => new ModelStanding(ModelStage.Verifying, 0, null, null, null, Verifying, removable),
            _ => new ModelStanding(ModelStage.Fetching, there.Kind == ModelStateKind.Partial ? there.Bytes : 0, null, null, null, "The connection is being made.", removable),
        };
    }

    private static ModelStanding Of(ModelProgress progress, ModelState there, bool removable) => progress.Phase switch
    {
        ModelPhase.Verifying => new ModelStanding(ModelStage.Verifying, progress.DoneBytes, null, null, null, Verifying, removable),
        ModelPhase.Waiting => new ModelStanding(ModelStage.Retrying, Come(progress, there), null, null, null, progress.Says ?? "It is tried again in a moment.", removable),
        _ => new ModelStanding(
            ModelStage.Fetching, Come(progress, there), (long?)progress.BytesPerSecond,
            progress.Left is { } left ? (int)Math.Min(int.MaxValue, Math.Ceiling(left.TotalSeconds)) : null, null, "It is coming.", removable),
    };

    /// <summary>Progress is told now and then; what is on the disk is what would be kept.</summary>
    private static long Come(ModelProgress progress, ModelState there) => there.Kind == ModelStateKind.Partial ? there.Bytes : progress.DoneBytes;

    private static ModelStage StageOf(ModelStateKind kind) => kind switch
    {
        ModelStateKind.Partial => ModelStage.Partial,
        ModelStateKind.Unverified => ModelStage.Unverified,
        ModelStateKind.Installed => ModelStage.Installed,
        ModelStateKind.Damaged => ModelStage.Damaged,
        _ => ModelStage.Missing,
    };
}
