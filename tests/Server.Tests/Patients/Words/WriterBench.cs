using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>A writer over a scripted model, with a clock and a list of what it reported.</summary>
public sealed class WriterBench
{
    public WriterBench(IChatClient client, ModelReplyWriterOptions? options = null, ILogger<ModelReplyWriter>? logger = null) =>
        Writer = new ModelReplyWriter(client, options ?? new ModelReplyWriterOptions(), Clock, logger ?? NullLogger<ModelReplyWriter>.Instance, new AuthoredReplyWriter(), Fallbacks.Add);

    public ManualTimeProvider Clock { get; } = new();

    public List<ReplyFallback> Fallbacks { get; } = [];

    public ModelReplyWriter Writer { get; }

    public async Task<string> WriteAsync(ReplyRequest request) => string.Join(' ', await ClausesAsync(request));

    public async Task<List<string>> ClausesAsync(ReplyRequest request, CancellationToken cancellationToken = default)
    {
        var clauses = new List<string>();
        await foreach (var clause in Writer.WriteAsync(request, cancellationToken))
        {
            clauses.Add(clause);
        }
        return clauses;
    }
}
