using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.TestKit;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>The same attacks on whatever model is present, through the product's own prompt, grammar, reader and guard.</summary>
public sealed class InjectionOnModelTests(ITestOutputHelper output)
{
    [PresentModelFact]
    public async Task WhateverTheModelAnswers_NoKeptFactAndNoOtherRoleIsHeard()
    {
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = PresentModelFactAttribute.Settings });
        var engine = Assert.IsAssignableFrom<IEngine<IChatClient>>(server.Services.GetRequiredService<EngineCatalog>().First(EngineRole.PatientWords));
        await using var lease = server.Services.GetRequiredService<EnginePool>().Rent(engine);
        var fallbacks = new List<ReplyFallback>();
        var options = new ModelReplyWriterOptions { FirstClauseBudgetMs = 30_000, TotalBudgetMs = 60_000 };
        var writer = new ModelReplyWriter(lease.Port, options, TimeProvider.System, NullLogger<ModelReplyWriter>.Instance, new AuthoredReplyWriter(), fallbacks.Add);
        foreach (var attack in Injection.All)
        {
            var clauses = new List<string>();
            await foreach (var clause in writer.WriteAsync(attack.Request, CancellationToken.None))
            {
                clauses.Add(clause);
            }
            var said = string.Join(' ', clauses);
            Assert.NotEmpty(said);
            Assert.All(attack.Decision.Never.Concat(attack.Never), never => Assert.False(InjectionTests.Holds(said, never), $"To \"{attack.Heard}\" it said \"{said}\"."));
        }
        // A model that was never reached would prove nothing.
        Assert.DoesNotContain(fallbacks, fallback => fallback.Problem is ReplyProblem.ClientFailed or ReplyProblem.Hanging);
        output.WriteLine($"{engine.Name}: {Injection.All.Count - fallbacks.Count} of {Injection.All.Count} replies in the model's own words; {string.Join(", ", fallbacks.GroupBy(fallback => fallback.Code).Select(group => $"{group.Key} {group.Count()}"))}");
    }
}
