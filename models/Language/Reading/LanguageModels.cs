using System.Collections.Concurrent;
using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>
/// The small language models that the project trains itself. Same words, same reading, on every machine. Thread-safe; an
/// utterance takes well under a millisecond.
/// </summary>
public sealed class LanguageModels
{
    /// <summary>Longer calls are judged by what was said last.</summary>
    public const int MaxTurns = 60;

    private readonly IReadOnlyDictionary<string, LinearModel> _models;
    private readonly ConcurrentBag<UtteranceReader> _idle = [];

    /// <exception cref="InvalidDataException">A model was trained on other features, or builds on a model that is not there.</exception>
    public LanguageModels(IReadOnlyDictionary<string, LinearModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _models = models;
        foreach (var model in models.Values.Where(model => model.Header.Features is not (UtteranceFeatures.Alone or UtteranceFeatures.InContext or UtteranceFeatures.InClauses or CallQualityFeatures.Name)))
        {
            throw new InvalidDataException($"{model.Name} was trained on the features \"{model.Header.Features}\", which this version does not have.");
        }
        if (!models.ContainsKey("emotions") && models.Values.FirstOrDefault(model => model.Header.Features is UtteranceFeatures.InContext or UtteranceFeatures.InClauses) is { } needy)
        {
            throw new InvalidDataException($"{needy.Name} builds on the model of emotions, which is not there.");
        }
        _idle.Add(new UtteranceReader(models));
    }

    /// <summary>Those in the build, loaded once.</summary>
    public static LanguageModels Shared => Loaded.Value;

    private static Lazy<LanguageModels> Loaded { get; } = new(() => new LanguageModels(WeightFiles.Load()));

    /// <summary>What there is, with what each was trained on.</summary>
    public IEnumerable<LinearModelHeader> Headers => _models.Values.Select(model => model.Header).OrderBy(header => header.Name, StringComparer.Ordinal);

    /// <param name="utterance">As recognised or typed; of a very long one the beginning is read.</param>
    public UtteranceReading Read(string utterance, UtteranceContext context = default)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return With(reader => reader.Read(new UtteranceInput(utterance, context.Before, context.Earlier)));
    }

    /// <summary>The probability, 0 to 1, that a caller was annoyed, by all that was said so far. Null without the model, or before a word of theirs.</summary>
    public float? Annoyance(IReadOnlyList<string> callerSaid, IReadOnlyList<string> agentSaid)
    {
        ArgumentNullException.ThrowIfNull(callerSaid);
        ArgumentNullException.ThrowIfNull(agentSaid);
        return With(reader => reader.Annoyance(new UtteranceInput(Join(callerSaid), Join(agentSaid))));
    }

    /// <summary>
    /// The probability, 0 to 1, that a conversation is one of good listening, by the shares of what one side did in it. Null
    /// without the models, or with nothing to judge by.
    /// </summary>
    /// <param name="signs">Of each utterance of that side.</param>
    public float? CallQuality(IReadOnlyList<ListeningSigns> signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        return With(reader => reader.CallQuality(signs));
    }

    private static string Join(IReadOnlyList<string> said) => string.Join(" \n ", said.TakeLast(MaxTurns / 2));

    private T With<T>(Func<UtteranceReader, T> read)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new UtteranceReader(_models);
        }
        var result = read(reader);
        _idle.Add(reader);
        return result;
    }
}
