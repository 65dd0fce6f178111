using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>
/// The one thread in the process that calls flite, which keeps its voices and their features in globals. A sentence
/// takes some 20 ms, so calls share it clause by clause, in the order of asking.
/// </summary>
internal sealed class FliteThread
{
    /// <summary>Clauses waiting; whoever comes when it is full waits until there is room.</summary>
    private const int QueueLength = 64;

    // Never freed: flite keeps the pointers.
    private static readonly nint DurationStretch = Marshal.StringToCoTaskMemUTF8("duration_stretch");
    private static readonly nint PitchShift = Marshal.StringToCoTaskMemUTF8("f0_shift");

    private static readonly Lazy<FliteThread> SharedThread = new(() => new FliteThread());

    private readonly Channel<Job> jobs = Channel.CreateBounded<Job>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Dictionary<string, LoadedVoice> voices = [];

    private FliteThread()
    {
        new Thread(Run) { IsBackground = true, Name = "flite" }.Start();
    }

    public static FliteThread Shared => SharedThread.Value;

    /// <summary>The clause at the voice's own sample rate.</summary>
    public async Task<FliteClip> SynthesiseAsync(FliteRequest request, CancellationToken cancellationToken)
    {
        var job = new Job(request, new(TaskCreationOptions.RunContinuationsAsynchronously), cancellationToken);
        await jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.Done.Task.WaitAsync(cancellationToken);
    }

    private void Run()
    {
        while (true)
        {
            while (jobs.Reader.TryRead(out var job))
            {
                Complete(job);
            }
            // A thread of its own may block; nothing ever ends the writer.
            jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void Complete(Job job)
    {
        if (job.Cancelled.IsCancellationRequested)
        {
            job.Done.TrySetCanceled(job.Cancelled);
            return;
        }
        try
        {
            job.Done.TrySetResult(Synthesise(job.Request));
        }
        catch (Exception e) when (e is InvalidOperationException or DllNotFoundException or EntryPointNotFoundException)
        {
            job.Done.TrySetException(e);
        }
    }

    private FliteClip Synthesise(FliteRequest request)
    {
        var voice = Load(request.Voice);
        // What is resampled later is made longer now by as much.
        var resampled = request.Voice.FollowsPitch ? 1 : request.Pitch;
        FliteNative.SetFloat(voice.Features, DurationStretch, (float)(voice.Stretch * resampled / request.Rate));
        FliteNative.SetFloat(voice.Features, PitchShift, (float)request.Pitch);
        var pointer = FliteNative.TextToWave(request.Text, voice.Pointer);
        if (pointer == 0)
        {
            throw new InvalidOperationException("Flite could not speak the text.");
        }
        try
        {
            var wave = Marshal.PtrToStructure<FliteNative.Wave>(pointer);
            var samples = new short[Math.Max(0, wave.SampleCount)];
            if (samples.Length > 0)
            {
                Marshal.Copy(wave.Samples, samples, 0, samples.Length);
            }
            // Whole hundreds keep the resampler's ratio simple.
            return new FliteClip((int)Math.Round(wave.SampleRateHz * resampled / 100) * 100, samples);
        }
        finally
        {
            FliteNative.DeleteWave(pointer);
        }
    }

    private LoadedVoice Load(FliteVoice voice)
    {
        if (voices.TryGetValue(voice.Id, out var loaded))
        {
            return loaded;
        }
        if (voices.Count == 0 && FliteNative.Init() != 0)
        {
            throw new InvalidOperationException("Flite could not be started.");
        }
        var pointer = Register(voice);
        var features = Marshal.PtrToStructure<FliteNative.VoiceHead>(pointer).Features;
        loaded = new LoadedVoice(pointer, features, FliteNative.GetFloat(features, DurationStretch, 1));
        voices.Add(voice.Id, loaded);
        return loaded;
    }

    private static unsafe nint Register(FliteVoice voice)
    {
        var register = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(
            NativeLibrary.Load(voice.Library), voice.Register);
        var pointer = register(0);
        return pointer != 0 ? pointer : throw new InvalidOperationException($"Flite's voice {voice.Id} could not be loaded.");
    }

    private sealed record Job(FliteRequest Request, TaskCompletionSource<FliteClip> Done, CancellationToken Cancelled);

    private sealed record LoadedVoice(nint Pointer, nint Features, float Stretch);
}
