using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>
/// A coach's whole way with a real interview of two people in one channel, from the file to what comes back from the
/// member of staff and what is taken away, with the real ffmpeg and recogniser.
/// </summary>
public sealed partial class ReviewJourneyTests : IDisposable
{
    private const string Interview = "audio/GAS0001.mp3";
    private const int SecondsTaken = 65;

    /// <summary>Decoding and recognition on a machine that has much else to do, and a page of it; nothing waits this long when all is well.</summary>
    private const float WorkMs = 180_000;
    private const float PatienceMs = 60_000;

    private readonly TrainingServer _server = TrainingServer.Start();
    private readonly TestFolder _folder = new();

    [BrowserFact(Speaks = true, Data = Interview)]
    public async Task RealInterview_IsUploadedReadJudgedSharedPractisedFoundAndTakenAway()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var coach = await chromium.OpenAsync(_server.Address, 1600, 900);
        await coach.SignInAsync("Priya");
        await coach.GetByRole(AriaRole.Link, new() { Name = "Reviews" }).ClickAsync();
        await UploadAsync(coach);
        await SwapAsync(coach);
        await ListenAsync(coach);
        var words = await CorrectAsync(coach);
        await PractiseAsync(coach);
        await JudgeAsync(coach);
        await ShareAsync(coach);
        await SetActionAsync(coach);
        await coach.SnapAsync("journey-call-1600");
        await TakeAwayAsync(coach);
        await AnswerAsync(await chromium.OpenAsync(_server.Address, 1600, 900));
        await coach.ReloadAsync();
        await Region(coach, "What was answered").GetByText("I did hear the worry in it.").ShownAsync(coach);
        foreach (var word in words)
        {
            await FindAsync(coach, word);
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    /// <summary>Dropped on the page; the list says how far it has come, until voices are told apart.</summary>
    private async Task UploadAsync(IPage coach)
    {
        await coach.ChooseAsync("Who took the call", "Maya Lindqvist");
        await coach.GetByLabel("Line or team").FillAsync("Triage");
        await coach.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("told of the recording") }).CheckAsync();
        var file = await CutAsync();
        var drop = await coach.EvaluateHandleAsync("""
            (base64) => {
              const files = new DataTransfer();
              files.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'interview.mp3', { type: 'audio/mpeg' }));
              return files;
            }
            """, Convert.ToBase64String(await File.ReadAllBytesAsync(file)));
        await coach.GetByText("Drop recordings here, or choose them").DispatchEventAsync("drop", new { dataTransfer = drop });
        await coach.GetByText("Uploaded; it is in the list below").ShownAsync(coach);
        coach.SetDefaultTimeout(WorkMs);
        await coach.GetByText(new Regex("Writing down what was said")).ShownAsync(coach);
        await coach.GetByRole(AriaRole.Progressbar, new() { NameRegex = new Regex(@"^interview\.mp3: \d+ % of this stage") }).ShownAsync(coach);
        await coach.GetByRole(AriaRole.Button, new() { Name = "Swap the voices of interview.mp3" }).ShownAsync(coach);
        coach.SetDefaultTimeout(PatienceMs);
        await coach.GetByText("Maya Lindqvist, Triage").ShownAsync(coach);
    }

    /// <summary>Opens it; both voices speak, and whoever is staff becomes the caller and back again.</summary>
    private static async Task SwapAsync(IPage coach)
    {
        await coach.GetByRole(AriaRole.Link, new() { Name = "interview.mp3" }).Last.ClickAsync();
        await coach.GetByText("Who is who was told by the voices.").ShownAsync(coach);
        await coach.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("staff in the upper half") }).ShownAsync(coach);
        foreach (var party in new[] { "Staff", "Caller" })
        {
            await coach.TranscriptLines(party).First.ShownAsync(coach);
        }
        // One line alone: what is said next to it is mostly the other's.
        var first = coach.Locator("[id^=line-]").First;
        var (line, was) = (await first.GetAttributeAsync("id"), await first.GetAttributeAsync("data-speaker"));
        foreach (var speaker in new[] { was == "staff" ? "caller" : "staff", was })
        {
            await coach.GetByRole(AriaRole.Button, new() { Name = "Swap the voices", Exact = true }).ClickAsync();
            await coach.Locator($"#{line}[data-speaker={speaker}]").ShownAsync(coach);
        }
    }

    private static async Task ListenAsync(IPage coach)
    {
        await coach.TranscriptLines("Caller").First.ClickAsync();
        await coach.WaitForFunctionAsync("""
            () => { const audio = document.querySelector('audio'); window.__from ??= audio.currentTime; return !audio.paused && audio.currentTime > window.__from + 1 && audio.webkitAudioDecodedByteCount > 0; }
            """);
        Assert.Equal(1, await coach.Locator("[id^=line-][aria-current=true]").CountAsync());
        await coach.Keyboard.PressAsync("k");
        await coach.WaitForFunctionAsync("() => document.querySelector('audio').paused");
    }

    /// <summary>What a recogniser makes of people is not theirs: the caller's longest line is put right.</summary>
    /// <returns>A word that the recogniser wrote, and one that was corrected.</returns>
    private static async Task<IReadOnlyList<string>> CorrectAsync(IPage coach)
    {
        var lines = await coach.TranscriptLines("Caller").AllAsync();
        var texts = await Task.WhenAll(lines.Select(line => line.InnerTextAsync()));
        var longest = Array.IndexOf(texts, texts.MaxBy(text => text.Length));
        var recognised = texts.Where((_, i) => i != longest).SelectMany(text => LongWord().Matches(text).Select(match => match.Value)).MaxBy(word => word.Length);
        Assert.NotNull(recognised);
        await coach.PressEnterAsync(lines[longest].Locator("xpath=..").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Correct what was said at") }));
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "What was said" }).FillAsync("I am so worried, this nausea will not go away");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        await coach.CorrectedAsync("I am so worried, this nausea will not go away");
        return [recognised, "nausea"];
    }

    /// <summary>The moment of that line becomes a practice call, is checked, and given.</summary>
    private static async Task PractiseAsync(IPage coach)
    {
        await coach.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var more = coach.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(@"^Show \d+ more") });
        if (await more.IsVisibleAsync())
        {
            await more.ClickAsync();
        }
        await coach.PressEnterAsync(coach.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Practise this: Feeling") }).First);
        await Region(coach, "The real call").ShownAsync(coach);
        await coach.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("nothing in it tells who") }).CheckAsync();
        await coach.GetByRole(AriaRole.Button, new() { Name = "Save, ready to practise" }).ClickAsync();
        await Region(coach, "Who practises it").ShownAsync(coach);
        await coach.ChooseAsync("Give it to", "Maya Lindqvist");
        await coach.GetByLabel("By", new() { Exact = true }).FillAsync(InDays(10));
        await coach.GetByRole(AriaRole.Button, new() { Name = "Give it" }).ClickAsync();
        await coach.GetByRole(AriaRole.List, new() { Name = "Given to" }).GetByText("Maya Lindqvist").ShownAsync(coach);
        await coach.SnapAsync("journey-practice-1600");
        await coach.GetByRole(AriaRole.Link, new() { Name = "Back to the recording" }).ClickAsync();
        await Region(coach, "Your judgement").ShownAsync(coach);
    }

    /// <summary>A comment, a score overridden with a reason, handed in.</summary>
    private static async Task JudgeAsync(IPage coach)
    {
        await coach.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^At 0:") }).FillAsync("Well asked, Maya.");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "Empathy", Exact = true }).FillAsync("64");
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "Why, for empathy" }).FillAsync("She went past the worry.");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Hand it in" }).ClickAsync();
        await coach.GetByRole(AriaRole.Button, new() { Name = "Hand it in for good" }).ClickAsync();
        await coach.GetByText("You handed it in").ShownAsync(coach);
    }

    private static async Task ShareAsync(IPage coach)
    {
        await coach.GetByRole(AriaRole.Checkbox, new() { Name = "0:00 Well asked, Maya." }).ShownAsync(coach);
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "A word to them" }).FillAsync("Hear the worry once more, please.");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Share it" }).ClickAsync();
        await Region(coach, "Shared with Maya Lindqvist").ShownAsync(coach);
    }

    private static async Task SetActionAsync(IPage coach)
    {
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "What is to be practised" }).FillAsync("Name the feeling before the next question.");
        await coach.GetByLabel("Until").FillAsync(InDays(20));
        await coach.GetByRole(AriaRole.Button, new() { Name = "Set it" }).ClickAsync();
        await coach.GetByRole(AriaRole.List, new() { Name = "To be practised after this call" }).GetByText("Name the feeling before the next question.").ShownAsync(coach);
    }

    /// <summary>The review as JSON, the list as CSV.</summary>
    private static async Task TakeAwayAsync(IPage coach)
    {
        var address = coach.Url;
        var json = await DownloadAsync(coach, "Export as JSON");
        using var review = JsonDocument.Parse(json);
        var lines = review.RootElement.GetProperty("reading").GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString());
        Assert.Contains("I am so worried, this nausea will not go away", lines);
        Assert.Contains("She went past the worry.", json, StringComparison.Ordinal);
        await coach.GotoAsync("/reviews");
        var table = await DownloadAsync(coach, "Export the table as CSV");
        Assert.Contains(table.Split('\n'), row => row.Contains("interview.mp3", StringComparison.Ordinal) && row.Contains("Maya Lindqvist", StringComparison.Ordinal));
        await coach.GotoAsync(address);
    }

    private static async Task<string> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The member of staff is told, reads what the coach says, sees what to practise, and answers.</summary>
    private static async Task AnswerAsync(IPage maya)
    {
        await maya.SignInAsync();
        await maya.GetByText("A coach went through a call of yours and shares it with you.").ShownAsync(maya);
        await maya.GetByRole(AriaRole.Link, new() { Name = "See your calls" }).ClickAsync();
        await maya.GetByRole(AriaRole.List, new() { Name = "To practise" }).GetByText("Name the feeling before the next question.").ShownAsync(maya);
        await maya.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^A call") }).ClickAsync();
        var coachs = Region(maya, "From Priya Nair");
        await coachs.GetByText("She went past the worry.").ShownAsync(maya);
        await coachs.GetByText("Well asked, Maya.").ShownAsync(maya);
        await maya.GetByRole(AriaRole.Textbox, new() { Name = "What you want to say" }).FillAsync("I did hear the worry in it.");
        await maya.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Send") }).ClickAsync();
        await Region(maya, "Your answer").GetByRole(AriaRole.List).GetByText("I did hear the worry in it.").ShownAsync(maya);
        await maya.SnapAsync("journey-answered-1600");
    }

    private static async Task FindAsync(IPage coach, string word)
    {
        await coach.GotoAsync("/reviews/find");
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "Words" }).FillAsync(word);
        await coach.Keyboard.PressAsync("Enter");
        await coach.GetByRole(AriaRole.List, new() { Name = "What was found" }).GetByText(new Regex(word, RegexOptions.IgnoreCase)).First.ShownAsync(coach);
        await coach.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^interview\.mp3 at ") }).First.ShownAsync(coach);
    }

    private static ILocator Region(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name });

    private static string InDays(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("[a-z]{6,}")]
    private static partial Regex LongWord();

    /// <summary>Of the interview's beginning.</summary>
    private async Task<string> CutAsync()
    {
        var cut = Path.Combine(_folder.Path, "interview.mp3");
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-t", $"{SecondsTaken}", "-i", Path.Combine(Checkout.Data, Interview), "-c", "copy", cut]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return cut;
    }
}
