using System.Diagnostics;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A real call as a file, made of two voices by ffmpeg.</summary>
internal static class TwoPartyRecording
{
    /// <summary>A party on each side.</summary>
    public static Task<string> InStereoAsync(TestFolder folder) => JoinAsync(
        folder, "[0:a][1:a]join=inputs=2:channel_layout=stereo",
        new SpokenFile().Silence(500).Say("Thank you for calling. How can I help you?").SilenceUntil(9_000).Say("I want you to calm down, please.").Silence(800),
        new SpokenFile().SilenceUntil(4_500).Say("I am so worried about my bill.", "rms").Silence(5_500));

    /// <summary>A woman and a man in turns, in one channel.</summary>
    public static Task<string> InOneChannelAsync(TestFolder folder) => JoinAsync(
        folder, "[0:a][1:a]amix=inputs=2:duration=longest:normalize=0",
        new SpokenFile().Silence(500).Say("Thank you for calling Riverside. How can I help you?").SilenceUntil(10_000).Say("I am sorry to hear that. May I have your full name, please?")
            .SilenceUntil(18_000).Say("Thank you. Let me look at your account. It will take a minute.").Silence(800),
        new SpokenFile().SilenceUntil(5_000).Say("I have a question about my bill. It is much too high this month.", "rms")
            .SilenceUntil(14_500).Say("It is Fowler, and I need this to be done today.", "rms").Silence(8_000));

    private static async Task<string> JoinAsync(TestFolder folder, string filter, SpokenFile staff, SpokenFile caller)
    {
        var (left, right, call) = (Path.Combine(folder.Path, "staff.wav"), Path.Combine(folder.Path, "caller.wav"), Path.Combine(folder.Path, "call.wav"));
        await staff.SaveAsync(left);
        await caller.SaveAsync(right);
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-i", left, "-i", right, "-filter_complex", filter, call]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return call;
    }
}
