using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>
/// Reads YAML into parts with their places, within limits. Anchors, aliases and tags are refused: an author needs none
/// of them, and a small file could grow without end by them.
/// </summary>
public static class YamlTree
{
    public const int MaxDepth = 12;
    public const int MaxParts = 20_000;

    /// <returns>The root, or null where the text cannot be read at all; then there is at least one mistake.</returns>
    public static YamlPart? Read(string text, MistakeList mistakes)
    {
        var reader = new Reader(new Parser(new StringReader(text)), mistakes);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            var reason = e.InnerException?.Message ?? e.Message;
            mistakes.Add(At(e.Start), $"This is not valid YAML: {reason} Check the indentation, and put text that holds ': ' or ' #' in quotes.");
            return null;
        }
        catch (LimitException e)
        {
            mistakes.Add(e.Place, e.Message);
            return null;
        }
    }

    private static Place At(in Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private sealed class LimitException(Place place, string reason) : Exception(reason)
    {
        public Place Place { get; } = place;
    }

    private sealed class Reader(Parser parser, MistakeList mistakes)
    {
        private int _parts;

        public YamlPart? Document()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                mistakes.Add(Place.Start, "The file is empty. Write a scenario as docs/scenarios.md shows.");
                return null;
            }
            var root = Part(1);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                mistakes.Add(At(second.Start), "A second document begins here. Write one scenario a file, and no line '---' in the middle.");
            }
            return root;
        }

        private YamlPart Part(int depth)
        {
            var next = parser.Current ?? throw new LimitException(Place.Start, "The file ends too early.");
            var place = At(next.Start);
            if (depth > MaxDepth)
            {
                throw new LimitException(place, $"This is nested deeper than {MaxDepth} levels. Check the indentation.");
            }
            if (++_parts > MaxParts)
            {
                throw new LimitException(place, $"The file holds more than {MaxParts} values. Split the scenario in two.");
            }
            if (next is AnchorAlias)
            {
                throw new LimitException(place, "Aliases (*name) are not allowed. Write the text out where it is needed.");
            }
            if (next is NodeEvent { Anchor.IsEmpty: false })
            {
                throw new LimitException(place, "Anchors (&name) are not allowed. Write the text out where it is needed.");
            }
            if (next is NodeEvent { Tag.IsEmpty: false })
            {
                throw new LimitException(place, "Tags (!name) are not allowed. Write the value alone, in quotes if it begins with '!'.");
            }
            return next switch
            {
                MappingStart => Map(place, depth),
                SequenceStart => List(place, depth),
                Scalar scalar => Text(scalar, place),
                _ => throw new LimitException(place, "Something else than a value stands here."),
            };
        }

        private YamlText Text(Scalar scalar, Place place)
        {
            parser.MoveNext();
            return new YamlText(place, scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        private YamlList List(Place place, int depth)
        {
            parser.MoveNext();
            var items = new List<YamlPart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Part(depth + 1));
            }
            return new YamlList(place, items);
        }

        private YamlMap Map(Place place, int depth)
        {
            parser.MoveNext();
            var fields = new List<YamlField>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Part(depth + 1);
                var value = Part(depth + 1);
                if (key is not YamlText name)
                {
                    mistakes.Add(key.Place, "A field's name must be a word.");
                }
                else if (!names.Add(name.Value))
                {
                    mistakes.Add(name.Place, $"Field '{name.Value}' is given twice. Join the two.");
                }
                else
                {
                    fields.Add(new YamlField(name, value));
                }
            }
            return new YamlMap(place, fields);
        }
    }
}
