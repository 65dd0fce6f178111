using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>Reads sound files: WAV itself, others with ffmpeg.</summary>
internal static class SoundFile
{
    /// <returns>16 kHz mono.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read, or ffmpeg is missing.</exception>
    public static short[] Read(string path)
    {
        if (Path.GetExtension(path) == ".wav")
        {
            return WavFile.ReadMono(path);
        }
        try
        {
            using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe", "-i", path, "-f", "s16le", "-ac", "1", "-ar", $"{AudioFormat.SampleRateHz}", "-"])
            {
                RedirectStandardOutput = true,
            })!;
            using var sound = new MemoryStream();
            ffmpeg.StandardOutput.BaseStream.CopyTo(sound);
            ffmpeg.WaitForExit();
            return ffmpeg.ExitCode == 0 ? MemoryMarshal.Cast<byte, short>(sound.ToArray()).ToArray() : throw new InvalidDataException($"ffmpeg cannot read {path}.");
        }
        catch (Win32Exception e)
        {
            throw new InvalidDataException($"{path} needs ffmpeg: apt-get install ffmpeg.", e);
        }
    }
}
