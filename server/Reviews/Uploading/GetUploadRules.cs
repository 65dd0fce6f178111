using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What the page tells before anything is sent.</summary>
/// <param name="PieceBytes">The file is sent in pieces of this size.</param>
public sealed record UploadRules(long MaxBytes, int PieceBytes, int MaxMinutes, string Kinds);

public static class GetUploadRules
{
    public static Ok<UploadRules> Handle(IOptions<ReviewOptions> options) =>
        TypedResults.Ok(new UploadRules(options.Value.MaxFileBytes, options.Value.ChunkBytes, options.Value.MaxMinutes, FileKinds.Listed));
}
