using LLama.Native;
using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Chat;
using RealtimeTraining.Models.Chat.LLamaSharp;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class FailureTests(TinyModelFile model) : IClassFixture<TinyModelFile>
{
    [Theory]
    [InlineData("missing", "is not there")]
    [InlineData("empty", "not a language model in the GGUF format")]
    [InlineData("text", "not a language model in the GGUF format")]
    [InlineData("version", "version 9 of the GGUF format")]
    [InlineData("cut", "cannot be loaded")]
    [InlineData("header", "cannot be loaded")]
    [InlineData("untemplated", "not a model to talk to")]
    public async Task BadFile_IsSaidInASentenceWithACure(string what, string saying)
    {
        var path = BadFile(what);
        await using var client = new LLamaChatClient(path, TinyModelFile.Options);
        var loading = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Ready);
        Assert.Contains(path, loading.Message, StringComparison.Ordinal);
        Assert.Contains(saying, loading.Message, StringComparison.Ordinal);
        Assert.Contains("./dev models get", loading.Message, StringComparison.Ordinal);
        var asking = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello.")));
        Assert.Equal(loading.Message, asking.Message);
    }

    [Fact]
    public async Task PromptAndReplyThatDoNotFit_AreRefusedBeforeAnythingRuns()
    {
        await using var client = model.Open(options => options.ContextTokens = 256);
        var tooLong = await Assert.ThrowsAsync<ChatContextFullException>(() => client.GetResponseAsync(TinyModelFile.Say(new string('x', 300)), TinyModelFile.Ask(maxTokens: 10)));
        Assert.Contains("ContextTokens", tooLong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ChatContextFullException>(() => client.GetResponseAsync(TinyModelFile.Say(new string('x', 1_000_000))));
        await Assert.ThrowsAsync<ChatContextFullException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask(maxTokens: 256)));
    }

    [Fact]
    public async Task ContextFilledToTheLastToken_IsNoFailure()
    {
        await using var client = model.Open(options => (options.ContextTokens, options.Conversations, options.KeptConversations) = (256, 2, 0));
        var prompt = (await Collected.OfAsync(client, TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\"", maxTokens: 10))).Usage.InputTokenCount!.Value;
        var replies = await Task.WhenAll(Enumerable.Range(1, 2).Select(seed =>
            Collected.OfAsync(client, TinyModelFile.Say("Hello."), TinyModelFile.Ask(TinyModelFile.Endless, seed, maxTokens: 256 - (int)prompt))));
        Assert.All(replies, reply => Assert.Equal(256, reply.Usage.TotalTokenCount));
    }

    [Fact]
    public async Task ModelThatDoesNotLoadInTime_IsATimeout()
    {
        var clock = new ManualTimeProvider();
        var never = new TaskCompletionSource<LLamaModel>();
        await using var client = new LLamaChatClient(stop => never.Task.WaitAsync(stop), "never", new LLamaChatOptions { StallMs = 400 }, time: clock);
        var asking = client.GetResponseAsync(TinyModelFile.Say("Hello."));
        clock.AdvanceMs(399);
        Assert.False(asking.IsCompleted);
        clock.AdvanceMs(1);
        var late = await Assert.ThrowsAsync<TimeoutException>(() => asking);
        Assert.Contains("loaded", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplyThatStalls_IsATimeoutAndItsPlaceIsFreed()
    {
        var clock = new ManualTimeProvider();
        var options = TinyModelFile.Options;
        (options.StallMs, options.Conversations, options.KeptConversations, options.ContextTokens) = (400, 1, 0, TinyModel.ContextTokens);
        await using var client = new LLamaChatClient(model.Path, options, time: clock);
        await client.Ready;
        await using var running = client.GetStreamingResponseAsync(TinyModelFile.Say("Go on."), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: 100_000))
            .GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await running.MoveNextAsync());
        var waiting = client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\""));
        clock.AdvanceMs(400);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        await running.DisposeAsync();
        Assert.Equal("yes", (await client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\""))).Text);
    }

    [Fact]
    public async Task Disposed_EndsWhatIsWrittenAndWhatWaitsAndFreesTheModel()
    {
        LLamaModel? loaded = null;
        var options = TinyModelFile.Options;
        (options.Conversations, options.KeptConversations, options.ContextTokens) = (1, 0, TinyModel.ContextTokens);
        var client = new LLamaChatClient(
            async stop => loaded = await LLamaModel.LoadAsync(model.Path, options, stop), "tiny", options);
        var running = client.GetStreamingResponseAsync(TinyModelFile.Say("Go on."), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: 100_000))
            .GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await running.MoveNextAsync());
        var waiting = client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\""));

        await client.DisposeAsync();

        Assert.True(loaded!.Weights.NativeHandle.IsClosed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await running.MoveNextAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello.")));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task DisposedWhileLoading_EndsWhoWaitsForIt()
    {
        var never = new TaskCompletionSource<LLamaModel>();
        var client = new LLamaChatClient(stop => never.Task.WaitAsync(stop), "never", TinyModelFile.Options);
        var waiting = client.GetResponseAsync(TinyModelFile.Say("Hello."));
        await client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task StepThatFails_EndsItsRepliesAndTheNextGoOn()
    {
        var results = new Queue<DecodeResult>([DecodeResult.Ok, DecodeResult.NoKvSlot]);
        await using var client = Open(TimeProvider.System, pool => results.TryDequeue(out var result) && result != DecodeResult.Ok ? Task.FromResult(result) : pool.Executor.Infer());
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\"")));
        Assert.Contains("NoKvSlot", failure.Message, StringComparison.Ordinal);
        Assert.Equal("yes", (await client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\""))).Text);
    }

    [Fact]
    public async Task StepThatHangs_IsATimeout()
    {
        var clock = new ManualTimeProvider();
        var hangs = new TaskCompletionSource<DecodeResult>();
        var steps = 0;
        await using var client = Open(clock, pool => ++steps <= 3 ? pool.Executor.Infer() : hangs.Task);
        await client.Ready;
        await using var reply = client.GetStreamingResponseAsync(TinyModelFile.Say("Go on."), TinyModelFile.Ask(TinyModelFile.Endless)).GetAsyncEnumerator(CancellationToken.None);
        // The first step warmed up; two give a token each.
        Assert.True(await reply.MoveNextAsync());
        Assert.True(await reply.MoveNextAsync());
        var third = reply.MoveNextAsync().AsTask();
        clock.AdvanceMs(TinyModelFile.Options.StallMs);
        await Assert.ThrowsAsync<TimeoutException>(() => third);
        hangs.SetResult(DecodeResult.ComputeAborted);
    }

    [Fact]
    public async Task ModelThatLoadsButDoesNotWork_IsKnownBeforeTheFirstCall()
    {
        await using var client = Open(TimeProvider.System, _ => Task.FromResult(DecodeResult.DecodeFailed));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Ready);
        Assert.Contains("does not work", failure.Message, StringComparison.Ordinal);
    }

    private LLamaChatClient Open(TimeProvider time, Func<SequencePool, Task<DecodeResult>> infer) =>
        new(stop => LLamaModel.LoadAsync(model.Path, TinyModelFile.Options, stop), "tiny", TinyModelFile.Options, time: time, infer: infer);

    private string BadFile(string what)
    {
        var path = Path.Combine(model.Folder, what + ".gguf");
        var whole = File.ReadAllBytes(model.Path);
        switch (what)
        {
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "text":
                File.WriteAllText(path, "<html>404: there is no such model on this server</html>");
                break;
            case "version":
                File.WriteAllBytes(path, [.. whole[..4], 9, .. whole[5..]]);
                break;
            case "cut":
                File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
                break;
            case "header":
                File.WriteAllBytes(path, whole[..200]);
                break;
            case "untemplated":
                TinyModel.Save(path, template: "{{ a kind of its own }}");
                break;
        }
        return path;
    }
}
