using RealtimeTraining.Models.Tool;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // What has come so far is flushed on the way out.
    pressed.Cancel = true;
    stopping.Cancel();
};
return await new ModelTool(Console.Out, Console.Error) { Redraws = !Console.IsErrorRedirected }.RunAsync(args, stopping.Token);
