using System.Buffers.Binary;
using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

public sealed class WhisperModelFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(51_864, false)]
    [InlineData(51_865, true)]
    [InlineData(51_866, true)]
    public void Head_TellsLanguages(int vocabulary, bool multilingual)
    {
        Write(0x67676d6c, vocabulary, 1_500);

        Assert.Null(WhisperModelFile.Problem(path, out var model));
        Assert.Equal((multilingual, 1_500), (model.IsMultilingual, model.AudioContext));
    }

    [Fact]
    public void OtherFiles_AreNamed_WithTheCure()
    {
        Assert.Contains("not a Whisper model", Problem(), StringComparison.Ordinal);
        Write(0x46554747, 51_864, 1_500);
        Assert.Contains("not a Whisper model", Problem(), StringComparison.Ordinal);
        Write(0x67676d6c, 10, 1_500);
        Assert.Contains("./dev models get whisper-base.en", Problem(), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("is not there", Problem(), StringComparison.Ordinal);
        Assert.Contains("is not there", WhisperModelFile.Problem(Path.Combine(path, "none.bin"), out _), StringComparison.Ordinal);
    }

    [DataFact(TestModels.Silero)]
    public void SpeechDetectionModel_IsNotTakenForOne() =>
        Assert.Contains("not a Whisper model", WhisperModelFile.Problem(SharedData.PathOf(TestModels.Silero), out _), StringComparison.Ordinal);

    private string Problem() => WhisperModelFile.Problem(path, out _) ?? "";

    private void Write(params int[] numbers)
    {
        var bytes = new byte[64];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), numbers[i]);
        }
        File.WriteAllBytes(path, bytes);
    }
}
