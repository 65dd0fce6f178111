using System.Globalization;
using System.Text;
using System.Xml;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Engines.AzureSpeech;

/// <summary>
/// Writes what is to be spoken in Azure's markup. The text is text: nothing in it can become markup.
/// </summary>
internal static class Ssml
{
    private const string Speak = "http://www.w3.org/2001/10/synthesis";
    private const string Extensions = "https://www.w3.org/2001/mstts";
    private const int MaxTextChars = 2_000;

    /// <exception cref="ArgumentException">Empty or too long a text, an unknown voice, rate or pitch out of range.</exception>
    public static string Write(SpeechRequest request, AzureSpeechOptions options)
    {
        ThrowIfOdd(request);
        var voice = VoiceOf(request.Voice, options);
        var result = new StringBuilder();
        using (var xml = XmlWriter.Create(result, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("speak", Speak);
            xml.WriteAttributeString("version", "1.0");
            xml.WriteAttributeString("xml", "lang", null, options.Locale);
            xml.WriteAttributeString("xmlns", "mstts", null, Extensions);
            xml.WriteStartElement("voice", Speak);
            xml.WriteAttributeString("name", voice);
            var styled = request.Style is { } mood && options.Styles.TryGetValue(mood, out var style) && style.Name.Length > 0 ? style : null;
            if (styled is not null)
            {
                xml.WriteStartElement("mstts", "express-as", Extensions);
                xml.WriteAttributeString("style", styled.Name);
                xml.WriteAttributeString("styledegree", styled.Degree.ToString("0.##", CultureInfo.InvariantCulture));
            }
            xml.WriteStartElement("prosody", Speak);
            xml.WriteAttributeString("rate", Change(request.Rate));
            xml.WriteAttributeString("pitch", Change(Math.Clamp(request.Pitch, 0.5, 1.5)));
            xml.WriteString(Printable(request.Text));
        }
        return result.ToString();
    }

    /// <summary>The voices that can be asked for.</summary>
    public static IReadOnlyList<Voice> Voices(AzureSpeechOptions options) =>
        [new Voice(options.Female, "female"), new Voice(options.Male, "male"),
            .. options.Voices.Select(voice => new Voice(voice.Key, voice.Value.Kind))];

    private static string VoiceOf(string name, AzureSpeechOptions options) =>
        options.Voices.TryGetValue(name, out var voice) ? voice.Id
        : name == "female" || name == options.Female ? options.Female
        : name == "male" || name == options.Male ? options.Male
        : throw new ArgumentException(
            $"No voice \"{name}\" is set. There are {string.Join(", ", Voices(options).Select(known => known.Id))}, and \"female\" and \"male\"; more are set in {AzureSpeechOptions.Section}:Voices.", nameof(name));

    /// <summary>"+20%": Azure takes a number without a sign as a change too.</summary>
    private static string Change(double factor) =>
        Math.Round((factor - 1) * 100).ToString("+0'%';-0'%';+0'%'", CultureInfo.InvariantCulture);

    /// <summary>Without what XML cannot hold at all, even escaped.</summary>
    private static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                result.Append(rune.ToString());
            }
        }
        return result.ToString();
    }

    private static void ThrowIfOdd(SpeechRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > MaxTextChars)
        {
            throw new ArgumentException(
                $"The text to speak has {request.Text?.Length ?? 0} characters; 1 to {MaxTextChars:N0} can be spoken at once.", nameof(request));
        }
        if (request.Rate is not (>= 0.5 and <= 2) || request.Pitch is not (>= 0.5 and <= 2))
        {
            throw new ArgumentOutOfRangeException(nameof(request), "The rate and the pitch of a voice lie between 0.5 and 2.");
        }
    }
}
