using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Engines;

public sealed class EngineEndpointTests : IDisposable
{
    private readonly TrainingServer _server = TrainingServer.Start();

    public void Dispose() => _server.Dispose();

    [ServerFact]
    public async Task Switching_IsForAdministrators()
    {
        using var trainee = await _server.SignInAsync(Role.Trainee);

        Assert.Equal(HttpStatusCode.Forbidden, (await SwitchAsync(trainee, "voice", "auto")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.Http.PostAsync("/api/engines/voice/flite/try", null)).StatusCode);
    }

    [ServerTheory]
    [InlineData("voice", "opera", HttpStatusCode.NotFound, "engineNotFound")]
    [InlineData("voice", "", HttpStatusCode.NotFound, "engineNotFound")]
    [InlineData("store", "sqlite", HttpStatusCode.Conflict, "engineFixed")]
    [InlineData("patientWords", "none", HttpStatusCode.Conflict, "engineNeeded")]
    public async Task SwitchThatMakesNoSense_IsRefused(string role, string engine, HttpStatusCode status, string code)
    {
        using var administrator = await _server.SignInAsync(Role.Administrator);

        var answer = await SwitchAsync(administrator, role, engine);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Switch_HoldsForTheNextCall_AndIsListed()
    {
        using var administrator = await _server.SignInAsync(Role.Administrator);

        var answer = await SwitchAsync(administrator, "voice", "none");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var voice = (await administrator.GetAsync<IReadOnlyList<EngineChoice>>("/api/engines")).Single(choice => choice.Role == EngineRole.Voice);
        Assert.Equal(("none", null), (voice.Wanted, voice.Running));
        using var trainee = await _server.SignInAsync(Role.Trainee);
        await using var call = await CallClient.ConnectAsync(trainee);
        Assert.False((await call.StartAsync("visit-before-a-trip")).ServerSpeaks);
    }

    [ServerFact]
    public async Task Store_IsTheOneThatHoldsTheCalls()
    {
        using var trainee = await _server.SignInAsync(Role.Trainee);

        var store = (await trainee.GetAsync<IReadOnlyList<EngineChoice>>("/api/engines")).Single(choice => choice.Role == EngineRole.Store);

        Assert.Equal(_server.Services.GetRequiredService<IStoreEngine>().Name, store.Running);
    }

    [ServerFact(Speaks = true)]
    public async Task TryingAVoice_GivesItsSoundAndItsTime()
    {
        using var administrator = await _server.SignInAsync(Role.Administrator);

        var tried = await TryAsync(administrator, "voice/flite");

        var samples = WavFile.ReadMono(new MemoryStream(Convert.FromBase64String(tried.WavBase64!)));
        Assert.True(Loudness.RmsDbfs(samples) > -40);
        Assert.Equal(tried.AudioMs, (int)AudioFormat.Milliseconds(samples.Length));
    }

    [ServerFact(Speaks = true)]
    public async Task TryingARecogniser_GivesWhatItUnderstood()
    {
        using var administrator = await _server.SignInAsync(Role.Administrator);

        var tried = await TryAsync(administrator, "recogniser/pocketsphinx");

        Assert.Contains("help you today", tried.Text, StringComparison.Ordinal);
        Assert.InRange(tried.AudioMs!.Value, 2_000, 8_000);
    }

    [ServerFact]
    public async Task TryingWhatIsNotThere_IsRefused()
    {
        using var administrator = await _server.SignInAsync(Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Http.PostAsync("/api/engines/voice/opera/try", null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Http.PostAsync("/api/engines/nonsense/flite/try", null)).StatusCode);
    }

    private static Task<HttpResponseMessage> SwitchAsync(TestBrowser browser, string role, string engine) =>
        browser.Http.PutAsJsonAsync($"/api/engines/{role}", new EngineSwitch(engine), Json.Options);

    private static async Task<EngineTried> TryAsync(TestBrowser browser, string engine)
    {
        var answer = await browser.Http.PostAsync($"/api/engines/{engine}/try", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<EngineTried>(Json.Options))!;
    }
}
