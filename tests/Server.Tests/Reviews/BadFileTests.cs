using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class BadFileTests
{
    [FfmpegFact]
    public async Task WhatIsNoRecording_SaysWhatItIs()
    {
        using var room = await ReviewRoom.OpenAsync();

        await FailsAsync(room, Zip(), "call.wav", "notSound", "zip archive");
        await FailsAsync(room, Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("Dear all, the calls are on the share.", 50))), "call.mp3", "notSound", "not a sound recording");
        await FailsAsync(room, "%PDF-1.7 and so on"u8.ToArray(), "call.ogg", "notSound", "a PDF");
        await FailsAsync(room, [0], "call.flac", "notSound", "not a sound recording");
        await FailsAsync(room, MadeSound.TwoSided()[..40], "cut.wav", "notSound", "");
        // A list of further files, which a player would follow.
        await FailsAsync(room, Encoding.UTF8.GetBytes("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n"), "list.mp3", "notSound", "not a sound recording");
        await FailsAsync(room, Encoding.UTF8.GetBytes("ffconcat version 1.0\nfile '/etc/hostname'\n"), "concat.wav", "notSound", "not a sound recording");
    }

    [FfmpegFact]
    public async Task Video_IsRefused_AndASleevePictureIsNone()
    {
        using var room = await ReviewRoom.OpenAsync();
        var wav = MadeSound.TwoSided();
        var video = MadeSound.Converted(wav, ".mp4", "-f", "lavfi", "-i", "color=c=blue:s=64x64:d=6", "-c:v", "mpeg4", "-shortest");
        var sleeve = MadeSound.Converted(wav, ".mp3", "-f", "lavfi", "-i", "color=c=blue:s=64x64:d=1", "-frames:v", "1", "-c:v", "mjpeg", "-disposition:v:0", "attached_pic", "-map", "0", "-map", "1");

        await FailsAsync(room, video, "call.m4a", "video", "Save its sound alone");
        Assert.Equal(ReviewStatus.Ready, (await room.TakeInAsync(sleeve, "sleeve.mp3")).Status);
    }

    [FfmpegFact]
    public async Task SilentRecording_AndOneThatIsTooLong_SayWhatToDo()
    {
        using var room = await ReviewRoom.OpenAsync(settings: ("MaxMinutes", "1"));
        var silence = WavFile.ToBytes(new short[AudioFormat.Samples(61_000)]);

        await FailsAsync(room, WavFile.ToBytes(new short[AudioFormat.Samples(5_000)]), "silent.wav", "silent", "silent from beginning to end");
        await FailsAsync(room, silence, "long.wav", "tooLong", "Cut it");
        // States no length, so only decoding tells: a kilobyte of it holds a minute.
        await FailsAsync(room, Stating(MadeSound.Converted(silence, ".flac"), 0), "bomb.flac", "tooLong", "Cut it");
    }

    [FfmpegFact]
    public async Task MusicAlone_IsSaidToBeMusic_UnlessItIsToBeTaken()
    {
        var chords = WavFile.ToBytes(Chords.Play(8_000, eachMs: 1_000));
        using var room = await ReviewRoom.OpenAsync();
        await FailsAsync(room, chords, "hold.wav", "onlyMusic", "nobody who talks");

        using var patient = await ReviewRoom.OpenAsync(settings: ("MusicShare", "1.1"));
        Assert.Equal(ReviewStatus.Ready, (await patient.TakeInAsync(chords, "hold.wav")).Status);
    }

    [FfmpegFact]
    public async Task TwelveHours_AreRefusedByTheirLength_BeforeAnythingIsDecoded()
    {
        using var room = await ReviewRoom.OpenAsync();

        await FailsAsync(room, Stating(MadeSound.Converted(MadeSound.TwoSided(), ".flac"), 12 * 3_600 * AudioFormat.SampleRateHz), "day.flac", "tooLong", "longer than the 4 hours");

        Assert.EndsWith(".upload", Assert.Single(room.Files()), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task ClippedRecording_IsTaken_WithANote()
    {
        using var room = await ReviewRoom.OpenAsync();
        var samples = MadeSound.Speaking(6, 0, 2, 4);
        Loudness.Amplify(samples, 40);

        var review = await room.TakeInAsync(MadeSound.Stereo(samples, MadeSound.Speaking(6, 1)));

        Assert.Equal(ReviewStatus.Ready, review.Status);
        Assert.Contains("clipped", Assert.Single(review.Notes), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task OneChannel_AndTwoAlike_AreSaidToBeOfOneUnknownSpeaker()
    {
        using var room = await ReviewRoom.OpenAsync();
        var voice = MadeSound.Speaking(6, 0, 2);

        var mono = await room.TakeInAsync(WavFile.ToBytes(voice), "mono.wav");
        var alike = await room.TakeInAsync(MadeSound.Stereo(voice, voice), "alike.wav");

        Assert.Equal((false, false), (mono.TwoSided, alike.TwoSided));
        Assert.Contains("one unknown speaker", mono.Notes[^1], StringComparison.Ordinal);
        Assert.Contains("same sound", alike.Notes[0], StringComparison.Ordinal);
        Assert.All(await room.LinesAsync(alike.Id), line => Assert.Equal(0, line.Row.Channel));
    }

    [FfmpegTheory]
    [InlineData(".mp3", "call.mp3", "-b:a", "64k")]
    [InlineData(".m4a", "call.m4a", "-c:a", "aac")]
    [InlineData(".ogg", "call.ogg", "-c:a", "libvorbis")]
    [InlineData(".ogg", "call.opus", "-c:a", "libopus")]
    [InlineData(".flac", "call.flac", "-c:a", "flac")]
    [InlineData(".webm", "call.webm", "-c:a", "libopus")]
    [InlineData(".wav", "call.wav", "-c:a", "pcm_s24le", "-ar", "96000")]
    [InlineData(".wav", "call.wav", "-c:a", "pcm_mulaw", "-ar", "8000")]
    [InlineData(".wav", "call.WAV", "-c:a", "pcm_alaw", "-ar", "8000")]
    public async Task EveryKind_IsTaken(string ending, string name, params string[] options)
    {
        using var room = await ReviewRoom.OpenAsync();

        var review = await room.TakeInAsync(MadeSound.Converted(MadeSound.TwoSided(), ending, options), name);

        Assert.Equal((ReviewStatus.Ready, null, true), (review.Status, review.Problem, review.TwoSided));
        Assert.InRange(review.DurationMs!.Value, 5_900, 6_200);
        Assert.Equal([0, 1, 0], (await room.LinesAsync(review.Id)).Select(line => line.Row.Channel));
        Assert.Empty(review.Notes);
    }

    [FfmpegFact]
    public async Task WrongEnding_IsSaid_AndTheFileReadAsWhatItIs()
    {
        using var room = await ReviewRoom.OpenAsync();

        var review = await room.TakeInAsync(MadeSound.Converted(MadeSound.TwoSided(), ".mp3"), "call.wav");

        Assert.Equal(ReviewStatus.Ready, review.Status);
        Assert.Equal("The file's name says WAV, but it holds MP3. It was read as what it is.", Assert.Single(review.Notes));
    }

    private static async Task FailsAsync(ReviewRoom room, byte[] file, string name, string code, string says)
    {
        var review = await room.TakeInAsync(file, name);

        Assert.Equal((ReviewStatus.Failed, code), (review.Status, review.ProblemCode));
        Assert.Contains(says, review.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(room.Server.Store.DataFolder, review.Problem, StringComparison.Ordinal);
    }

    /// <summary>A FLAC file whose head states another length (RFC 9639, 8.2).</summary>
    private static byte[] Stating(byte[] flac, uint samples)
    {
        BinaryPrimitives.WriteUInt32BigEndian(flac.AsSpan(22), samples);
        return flac;
    }

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("zeros.wav").Open();
            entry.Write(new byte[1_000_000]);
        }
        return bytes.ToArray();
    }
}
