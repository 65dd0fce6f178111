using System.Reflection;
using RealtimeTraining.Server.Scenarios;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>One generic way of doing something with words.</summary>
/// <param name="Framed">Made from a frame and a noun.</param>
public sealed record Example(TraineeAct Act, string? Topic, string Text, bool Framed);

/// <summary>The generic examples, as they stand in the embedded topics.yaml and acts.yaml.</summary>
public static class ExampleLibrary
{
    private const int FramesPerNoun = 7;

    public static IReadOnlyList<Example> Load()
    {
        var examples = new List<Example>();
        var file = Read<TopicFile>("topics.yaml");
        var frame = 0;
        foreach (var (topic, words) in file.Topics)
        {
            examples.AddRange(words.Ask.Select(text => new Example(TraineeAct.Ask, topic, text, false)));
            foreach (var word in words.Words)
            {
                examples.Add(new Example(TraineeAct.Ask, topic, word, true));
                examples.Add(new Example(TraineeAct.Ask, topic, Fill(file.WordFrames[frame++ % file.WordFrames.Count], word), true));
            }
            foreach (var noun in words.Nouns)
            {
                examples.Add(new Example(TraineeAct.Ask, topic, noun, true));
                for (var i = 0; i < FramesPerNoun; i++)
                {
                    // A stride that has no factor in common with the number of frames, so that nouns get different ones.
                    examples.Add(new Example(TraineeAct.Ask, topic, Fill(file.AskFrames[frame % file.AskFrames.Count], noun), true));
                    frame += 5;
                }
                examples.Add(new Example(TraineeAct.CheckUnderstanding, topic, Fill(file.CheckFrames[frame % file.CheckFrames.Count], noun), true));
            }
        }
        foreach (var set in Read<List<ActFile>>("acts.yaml"))
        {
            examples.AddRange(set.Phrases.Select(text => new Example(set.Act, set.Topic, text, false)));
        }
        return examples;
    }

    public static IReadOnlyList<string> RudeWords() => Read<List<string>>("rude.yaml");

    public static T Read<T>(string file)
    {
        var assembly = typeof(ExampleLibrary).Assembly;
        var name = Array.Find(assembly.GetManifestResourceNames(), resource => resource.EndsWith("." + file, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The resource {file} is missing from {assembly.GetName().Name}: build it with its embedded resources.");
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<T>(reader);
    }

    private static string Fill(string frame, string noun) => frame.Replace("{}", noun, StringComparison.Ordinal);

    public sealed class TopicFile
    {
        public List<string> AskFrames { get; set; } = [];

        public List<string> CheckFrames { get; set; } = [];

        public List<string> WordFrames { get; set; } = [];

        public Dictionary<string, TopicWords> Topics { get; set; } = [];
    }

    public sealed class TopicWords
    {
        public List<string> Nouns { get; set; } = [];

        public List<string> Ask { get; set; } = [];

        /// <summary>Words that tell the topic by themselves.</summary>
        public List<string> Words { get; set; } = [];
    }

    public sealed class ActFile
    {
        public TraineeAct Act { get; set; }

        public string? Topic { get; set; }

        public List<string> Phrases { get; set; } = [];
    }
}
