using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>What has to hold for a supervisor over any WebRTC gateway, measured at each ear by tones of two seconds.</summary>
internal static class WebRtcListening
{
    /// <summary>As much of a tone has to be heard to count as heard.</summary>
    private const int HeardMs = 700;

    /// <summary>And at most so much where it must not be heard: the probe may err for a moment.</summary>
    private const int NotHeardMs = 100;

    /// <summary>Listens, whispers, listens again; without a microphone before the whisper.</summary>
    public static async Task HearAndWhisperAsync(SupervisedRoom room, TestFolder folder)
    {
        await UntilPathAsync(room.Supervisor, "WebRTC");
        await Mouthpiece.SayAsync(room.Trainee, Tone(folder, ToneProbe.Trainee));
        await HeardAsync(room.Supervisor, ToneProbe.Trainee, "the trainee is heard at the supervisor's ear");
        Assert.Equal(0, await room.MicrophonesAskedForAsync());

        await room.ChooseAsync("Whisper");
        await room.Supervisor.GetByText(new Regex("Your microphone is open. Maya Lindqvist hears you")).ShownAsync(room.Supervisor);
        await Mouthpiece.SayAsync(room.Supervisor, Tone(folder, ToneProbe.Supervisor));
        await HeardAsync(room.Trainee, ToneProbe.Supervisor, "the supervisor is heard at the trainee's ear");
        Assert.InRange(await ToneProbe.HeardMsAsync(room.Supervisor, ToneProbe.Supervisor), 0, NotHeardMs);
        Assert.Equal(1, await room.MicrophonesAskedForAsync());

        await room.ChooseAsync("Listen");
        await room.Supervisor.GetByText(new Regex("You are listening")).ShownAsync(room.Supervisor);
        var heard = await ToneProbe.HeardMsAsync(room.Supervisor, ToneProbe.Trainee);
        var whispered = await ToneProbe.HeardMsAsync(room.Trainee, ToneProbe.Supervisor);
        await Mouthpiece.SayAsync(room.Trainee, Tone(folder, ToneProbe.Trainee));
        await HeardAsync(room.Supervisor, ToneProbe.Trainee, "the trainee is heard again", heard + HeardMs);
        Assert.InRange(await ToneProbe.HeardMsAsync(room.Trainee, ToneProbe.Supervisor) - whispered, 0, 1_000);
        Assert.DoesNotContain(await room.EventsAsync(), callEvent => callEvent is UtteranceSpoken { Party: Party.Supervisor });
    }

    /// <param name="path">As the badge says it: "WebRTC", "hub".</param>
    public static Task UntilPathAsync(IPage page, string path) => page.PathBadge(path).ShownAsync(page);

    public static Task HeardAsync(IPage page, int hz, string what, double milliseconds = HeardMs) =>
        page.UntilAsync(async () => await ToneProbe.HeardMsAsync(page, hz) > milliseconds, what);

    public static string Tone(TestFolder folder, int hz)
    {
        var path = Path.Combine(folder.Path, $"{hz}.wav");
        ToneProbe.Save(path, hz, 2_000);
        return path;
    }
}
