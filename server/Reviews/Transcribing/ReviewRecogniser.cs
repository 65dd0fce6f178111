using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// The best recogniser that is here, for the queue. PocketSphinx lends each call a decoder out of a fixed number, so the
/// queue makes one of its own, which gives way to everything else, and live calls lose none; the other engines serve any number and are shared. Singleton.
/// </summary>
public sealed class ReviewRecogniser(EngineCatalog catalog, EnginePool pool, IServiceProvider services)
{
    /// <returns>To be disposed when the recording is done.</returns>
    /// <exception cref="RecordingException">No recogniser can run here.</exception>
    public EngineLease<ISpeechRecognizer> Take()
    {
        if (catalog.First(EngineRole.Recogniser) is not IEngine<ISpeechRecognizer> engine)
        {
            throw new RecordingException("noRecogniser",
                "No speech recogniser runs on this server, so nothing can be written down. An administrator can see why on the page Engines; then try again.");
        }
        if (engine is not PocketSphinxEngine)
        {
            return pool.Rent(engine);
        }
        var own = engine.Create(new OneDecoder(services));
        return new EngineLease<ISpeechRecognizer>(own, own.DisposeAsync);
    }

    /// <summary>The host's services, with one decoder instead of one for every call.</summary>
    private sealed class OneDecoder(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IOptions<PocketSphinxOptions>)
            ? Options.Create(Alone(services.GetRequiredService<IOptions<PocketSphinxOptions>>().Value))
            : services.GetService(serviceType);

        private static PocketSphinxOptions Alone(PocketSphinxOptions calls) => new()
        {
            Decoders = 1,
            ModelFolder = calls.ModelFolder,
            QueueMs = calls.QueueMs,
            PartialEveryMs = calls.PartialEveryMs,
            MaxPartMs = calls.MaxPartMs,
            LeanWeight = calls.LeanWeight,
            GivesWay = true,
        };
    }
}
