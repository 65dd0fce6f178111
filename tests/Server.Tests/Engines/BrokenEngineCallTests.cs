using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Tests.Patients.Words;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Engines;

/// <summary>Whole calls on a real socket in which an engine breaks.</summary>
public sealed class BrokenEngineCallTests
{
    [ServerFact]
    public async Task ModelsServerGone_TurnIsAnswered_TraineeIsTold_AndTheCallGoesOn()
    {
        using var server = With(new ScriptedEngine<IChatClient>(EngineRole.PatientWords, "model", 99, () => ScriptedChatClient.Failing()));
        using var trainee = await server.SignInAsync(Role.Trainee);
        await using var call = await CallClient.ConnectAsync(trainee);
        await call.StartAsync("visit-before-a-trip");
        await call.UntilAsync<SpeechStopped>(stopped => stopped.Party == Party.Patient);

        await call.SayAsync("Thank you for calling, this is Jordan. How can I help you with your knee?");
        var notice = await call.UntilAsync<NoticeShown>(shown => shown.Code == "wordsReplaced");
        var answer = await call.UntilAsync<UtteranceSpoken>(said => said.Party == Party.Patient && said.Utterance > 2);

        Assert.Equal("The patient goes on with the words that the scenario's author wrote.", notice.Text);
        Assert.NotEmpty(answer.Text);
        var words = (await trainee.GetAsync<IReadOnlyList<EngineChoice>>("/api/engines")).Single(choice => choice.Role == EngineRole.PatientWords);
        Assert.Equal("authored", words.Running);
        Assert.NotNull(words.Engines.Single(engine => engine.Name == "model").Failure);
    }

    [ServerFact(Speaks = true)]
    public async Task VoicesServerGone_TheOtherVoiceSpeaks_AndTheTraineeIsTold()
    {
        using var server = With(new ScriptedEngine<ISpeechSynthesizer>(EngineRole.Voice, "far", 99, () => new CountedVoice { BreaksAfter = 0 }));
        using var trainee = await server.SignInAsync(Role.Trainee);
        await using var call = await CallClient.ConnectAsync(trainee);
        await call.StartAsync("visit-before-a-trip");
        using var listening = new CancellationTokenSource();
        var heard = call.ListenAsync(listening.Token).GetAsyncEnumerator(listening.Token);

        var notice = await call.UntilAsync<NoticeShown>(shown => shown.Code == "voiceReplaced");
        Assert.True(await heard.MoveNextAsync());

        Assert.Equal("The patient goes on with another voice.", notice.Text);
        Assert.NotEmpty(heard.Current.Pcm);
        await listening.CancelAsync();
    }

    private static TrainingServer With(IEngine engine) => TrainingServer.Start(new TrainingServerOptions
    {
        Services = services => services.AddSingleton<IReadOnlyList<IEngine>>([engine, .. EngineDiscovery.InThisBuild]),
    });
}
