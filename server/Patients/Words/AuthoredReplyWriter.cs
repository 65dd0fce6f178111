using System.Runtime.CompilerServices;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Says the authored line as it stands, clause by clause. Stateless and thread-safe.</summary>
public sealed class AuthoredReplyWriter : IReplyWriter
{
    public async IAsyncEnumerable<string> WriteAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await Task.CompletedTask;
        foreach (var clause in Clauses.Split(request.Decision.Line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return clause;
        }
    }
}
