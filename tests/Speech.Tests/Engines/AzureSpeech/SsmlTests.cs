using System.Xml.Linq;
using RealtimeTraining.Speech.Engines.AzureSpeech;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Tests.Engines.AzureSpeech;

public sealed class SsmlTests
{
    private static readonly XNamespace Speak = "http://www.w3.org/2001/10/synthesis";
    private static readonly XNamespace Extensions = "https://www.w3.org/2001/mstts";

    [Fact]
    public void Mood_BecomesAStyle_AroundRateAndPitch()
    {
        var ssml = XElement.Parse(Ssml.Write(new SpeechRequest("I waited an hour!", "male", 1.2, 0.9, "angry"), new AzureSpeechOptions()));
        Assert.Equal(Speak + "speak", ssml.Name);
        Assert.Equal("en-US", ssml.Attribute(XNamespace.Xml + "lang")?.Value);
        var voice = Assert.Single(ssml.Elements(Speak + "voice"));
        Assert.Equal("en-US-GuyNeural", voice.Attribute("name")?.Value);
        var style = Assert.Single(voice.Elements(Extensions + "express-as"));
        Assert.Equal(("angry", "1"), (style.Attribute("style")?.Value, style.Attribute("styledegree")?.Value));
        var prosody = Assert.Single(style.Elements(Speak + "prosody"));
        Assert.Equal(("+20%", "-10%"), (prosody.Attribute("rate")?.Value, prosody.Attribute("pitch")?.Value));
        Assert.Equal("I waited an hour!", prosody.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("calm")]
    [InlineData("\"><audio src=\"http://elsewhere\"/>")]
    public void OtherMoods_AreSpokenPlainly(string? mood)
    {
        var ssml = Ssml.Write(new SpeechRequest("Hello.", "female", Style: mood), new AzureSpeechOptions());
        Assert.DoesNotContain("express-as", ssml, StringComparison.Ordinal);
        Assert.DoesNotContain("audio", ssml, StringComparison.Ordinal);
        Assert.Equal("Hello.", XElement.Parse(ssml).Value);
    }

    [Theory]
    [InlineData("Is it < 5 & > 3 \"mg\"?")]
    [InlineData("</prosody></voice><voice name=\"x\"><audio src=\"http://elsewhere/a.wav\"/>")]
    [InlineData("<![CDATA[ ]]> &amp; <!-- -->")]
    [InlineData("It hurts \U0001F62D a lot")]
    public void Text_StaysText(string text)
    {
        var ssml = XElement.Parse(Ssml.Write(new SpeechRequest(text, "female"), new AzureSpeechOptions()), LoadOptions.PreserveWhitespace);
        Assert.Equal(text, ssml.Value);
        Assert.Equal(["speak", "voice", "prosody"], ssml.DescendantsAndSelf().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void CharactersThatXmlCannotHold_AreLeftOut()
    {
        var ssml = Ssml.Write(new SpeechRequest("a\0b\u0008c\uFFFEd", "female"), new AzureSpeechOptions());
        Assert.Equal("abcd", XElement.Parse(ssml).Value);
        // Half of a pair becomes the sign for what cannot be read.
        Assert.Equal("x\uFFFDy", XElement.Parse(Ssml.Write(new SpeechRequest("x\uD83Dy", "female"), new AzureSpeechOptions())).Value);
    }

    [Theory]
    [InlineData("slt", "en-US-AriaNeural")]
    [InlineData("en-US-GuyNeural", "en-US-GuyNeural")]
    public void Voices_AreThoseThatAreSet(string asked, string written)
    {
        var options = new AzureSpeechOptions { Voices = { ["slt"] = new AzureVoice { Id = "en-US-AriaNeural" } } };
        Assert.Contains($"name=\"{written}\"", Ssml.Write(new SpeechRequest("Hi.", asked), options), StringComparison.Ordinal);
        Assert.Contains("slt", Assert.Throws<ArgumentException>(() => Ssml.Write(new SpeechRequest("Hi.", "darth"), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_OutOfRange_AreRefused()
    {
        Refused(new SpeechRequest(" ", "female"));
        Refused(new SpeechRequest(new string('a', 2_001), "female"));
        Refused(new SpeechRequest("Hi.", "female", Rate: 0.1));
        Refused(new SpeechRequest("Hi.", "female", Pitch: double.NaN));

        static void Refused(SpeechRequest request) =>
            Assert.ThrowsAny<ArgumentException>(() => Ssml.Write(request, new AzureSpeechOptions()));
    }
}
