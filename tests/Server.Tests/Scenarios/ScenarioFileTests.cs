using System.Text;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Scenarios.Files;

namespace RealtimeTraining.Server.Tests.Scenarios;

public sealed class ScenarioFileTests
{
    [Fact]
    public void TheDocumentedExample_IsAScenario()
    {
        var reading = ScenarioFile.Parse(DocumentedExample.FileName, DocumentedExample.Text);

        Assert.Empty(reading.Problems);
        var scenario = reading.Scenario!;
        Assert.Equal("parking-pass", scenario.Id);
        Assert.Equal(ScenarioType.Scheduling, scenario.Type);
        Assert.Equal(Difficulty.Beginner, scenario.Difficulty);
        Assert.Equal(["well", "um"], scenario.Patient.Speaking.Fillers);
        Assert.Equal(new MoodLevels(0.1, 0.4, 0.5, 0.8), scenario.Mood);
        Assert.Equal(Gate.Trusted, scenario.Facts[1].Gate);
        Assert.Equal(0.55, scenario.Facts[1].Trust);
        Assert.Equal(["They towed my car. I don't want that again."], scenario.Facts[1].Say["anxious"]);
        Assert.Equal([TraineeAct.Explain], scenario.Objections[0].DissolvedBy);
        Assert.Equal(Difficulty.Intermediate, scenario.Objections[0].From);
        Assert.Equal(2, scenario.Lines[PatientAct.GoodBye].Count);
        Assert.Equal(100, scenario.Rubric.Values.Sum());
        Assert.Contains("\n\nThe garage", scenario.Situation);
        Assert.Equal(0.5, scenario.Moves[0].Fading);
    }

    public static TheoryData<string, string, string> Mistakes { get; } = new()
    {
        // what stands there, what is written instead, what is said about it
        { "    phrases: [i can leave", "    phrses: [i can leave", "Unknown field 'phrses' — did you mean 'phrases'?" },
        { "      title: Greet\n", "      titel: Greet\n", "Unknown field 'titel' — did you mean 'title'?" },
        { "  manner: Friendly and a little nervous.\n", "  manner: Friendly and a little nervous.\n  shoeSize: 44\n", "Unknown field 'shoeSize'. Known here:" },
        { "  tone: 20\n", "  tone: 15\n", "The rubric adds up to 95, it must be 100." },
        { "  tone: 20\n", "  tone: lots\n", "'rubric.tone' must be a whole number, not 'lots'." },
        { "    goal: passAtGate\n", "    goal: passAtGat\n", "Objection 'gateClosed' names goal 'passAtGat', which does not exist — did you mean 'passAtGate'?" },
        { "type: scheduling\n", "type: sceduling\n", "'sceduling' is not known for 'type' — did you mean 'scheduling'? Use one of: scheduling, billingInquiry" },
        { "type: scheduling\n", "type: Scheduling\n", "did you mean 'scheduling'?" },
        { "title: Where do I park?\n", "", "Field 'title' is missing. Add 'title:' with text." },
        { "  age: 51\n", "", "Field 'age' is missing in 'patient'." },
        { "  age: 51\n", "  age: fifty\n", "'patient.age' must be a whole number, not 'fifty'." },
        { "  age: 51\n", "  age: 151\n", "'patient.age' must be between 0 and 120, not 151." },
        { "  pronoun: they\n", "  pronoun: it\n", "'patient.pronoun' must be one of: she, he, they." },
        { "    hesitancy: 0.2\n", "    hesitancy: 1.2\n", "'patient.speaking.hesitancy' must be between 0 and 1" },
        { "    identity: true\n", "    identity: yes\n", "must be true or false, not 'yes'" },
        { "    is: They are Sam Reed.\n", "    is:\n", "'facts[0].is' is empty." },
        { "    fillers: [well, um]\n", "    fillers: well\n", "'patient.speaking.fillers' must be a list" },
        { "vocabulary: [Sam, Reed, Elm Street]", "vocabulary: []", "'vocabulary' is an empty list." },
        { "summary: Sam Reed has a visit tomorrow and worries about parking.\n", "summary: [a, b]\n", "'summary' must be text, but a list stands here." },
        { "  - id: wasTowed\n", "  - id: fullName\n", "The id 'fullName' is given twice." },
        { "  - id: wasTowed\n", "  - id: was towed\n", "An id is one word of letters and digits" },
        { "title: Where do I park?\n", "title: Where do I park?\ntitle: Again\n", "Field 'title' is given twice." },
        { "id: parking-pass\n", "id: parking-place\n", "'id' is 'parking-place' but the file is named 'parking-pass.yaml'." },
        { "id: parking-pass\n", "id: Parking Pass\n", "'id' must be lower-case words joined by hyphens" },
        { "      anxious:\n", "      axious:\n", "'axious' is not a mood — did you mean 'anxious'?" },
        { "        - They towed me, in January, and it wasn't cheap.\n", "", "needs at least two lines under 'say: any:'" },
        { "        - They towed me, in January, and it wasn't cheap.\n", "        - I got towed last winter. Right outside your door.\n", "This stands in the list already." },
        { "    gate: trusted\n", "    gate: after\n", "has 'gate: after' but no 'after:'" },
        { "    gate: trusted\n", "    gate: after\n    after: [fulName]\n", "Fact 'wasTowed' waits for 'fulName', which does not exist — did you mean 'fullName'?" },
        { "    gate: trusted\n", "    after: [fullName]\n", "its gate is not 'after'" },
        { "    gate: trusted\n", "    gate: after\n    after: [wasTowed]\n", "can never come out" },
        { "      - { act: offer, topic: pass }\n", "      - { after: [fullName] }\n", "would be met by anything" },
        { "      - { act: offer, topic: pass }\n", "      - { act: ofer, topic: pass }\n", "'ofer' is not known for 'goals[0].metBy[0].act' — did you mean 'offer'?" },
        { "  goodBye:\n", "  goodbye:\n", "'goodbye' is not known for 'lines' — did you mean 'goodBye'?" },
        { "    - Thanks, {trainee}. See you tomorrow.\n", "    - Thanks, {name}. See you tomorrow.\n", "'{name}' is not a slot." },
        { "      part: greeting\n", "      part: greeting\n      enough: 3\n", "'script.phases[0].enough' must be between 1 and 1, not 3." },
        { "    needs: [passAtGate]\n", "    needs: [passAtGat]\n", "Outcome 'parks' needs 'passAtGat', which does not exist" },
        { "    kind: disclosedBeforeIdentity\n", "    kind: emergencyNotEscalated\n", "Give it 'signs:' (facts) and 'required:'" },
        { "    identity: true\n", "", "no fact is marked 'identity: true'" },
        { "  - to: opening\n", "  - to: ending\n", "An ideal answer names 'ending', which does not exist" },
        { "  - when: passAtGate\n", "  - when: passAtGates\n", "A hint names 'passAtGates', which does not exist" },
        { "  - Hello. I have a question about parking.\n", "  - Hello. I have a <b>question</b> about parking.\n", "Markup is not allowed" },
        { "  - Hello. I have a question about parking.\n", "  - \"Hello.\\u0007\"\n", "hidden character (U+0007)" },
        { "  - Hello. I have a question about parking.\n", "  - \"Hello \\u202Eyou.\"\n", "hidden character (U+202E)" },
        { "  - Hello. I have a question about parking.\n", "  - \"Hello.\\nYou.\"\n", "This line has a line break in it." },
        { "  - Hello. I have a question about parking.\n", "  - \" \"\n", "This text is blank." },
        { "targetSeconds: 120\n", "targetSeconds: 5\n", "'targetSeconds' must be between 30 and 3600, not 5." },
        { "  trust: 0.5\n", "  trust: .nan\n", "'mood.trust' must be a number such as 0.5, not '.nan'." },
        { "title: Where do I park?\n", "title: &a x\n", "Anchors (&name) are not allowed." },
        { "title: Where do I park?\n", "title: *a\n", "Aliases (*name) are not allowed." },
        { "title: Where do I park?\n", "title: !!str x\n", "Tags (!name) are not allowed." },
        { "title: Where do I park?\n", "title: Where: do I park?\n", "This is not valid YAML:" },
        { "title: Where do I park?\n", "title: Where do I park?\n? [a]\n: b\n", "A field's name must be a word." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistake_IsNamedWithItsPlaceAndWhatToDo(string there, string instead, string reason)
    {
        var yaml = DocumentedExample.With(there, instead);

        var reading = ScenarioFile.Parse(DocumentedExample.FileName, yaml);

        Assert.Null(reading.Scenario);
        var problem = Assert.Single(reading.Problems, problem => problem.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(DocumentedExample.FileName, problem.File);
        Assert.True(problem.Column >= 1);
        Assert.True(problem.Line >= 1 && problem.Line <= yaml.Split('\n').Length);
    }

    [Fact]
    public void TheLineAndColumn_AreThoseOfTheWrongWord()
    {
        var yaml = DocumentedExample.With("    goal: passAtGate\n", "    goal: passAtDoor\n");

        var problem = Assert.Single(ScenarioFile.Parse(DocumentedExample.FileName, yaml).Problems);

        Assert.Equal(DocumentedExample.LineOf(yaml, "passAtDoor"), problem.Line);
        Assert.Equal("    goal: ".Length + 1, problem.Column);
    }

    [Fact]
    public void AMissingField_IsReportedWhereItsOwnerStands()
    {
        var yaml = DocumentedExample.Without("    is: Their car was towed last winter.\n");

        var problem = Assert.Single(ScenarioFile.Parse(DocumentedExample.FileName, yaml).Problems);

        Assert.Equal(DocumentedExample.LineOf(yaml, "id: wasTowed"), problem.Line);
        Assert.Contains("Field 'is' is missing in 'facts[1]'", problem.Reason);
    }

    [Fact]
    public void AllMistakes_AreNamedInTheOrderOfTheFile()
    {
        var yaml = DocumentedExample.Text
            .Replace("type: scheduling", "type: chatting", StringComparison.Ordinal)
            .Replace("  age: 51", "  age: old", StringComparison.Ordinal)
            .Replace("    goal: passAtGate", "    goal: nowhere", StringComparison.Ordinal)
            .Replace("  tone: 20", "  tone: 21", StringComparison.Ordinal)
            .Replace("  - when: passAtGate", "  - when: never", StringComparison.Ordinal);

        var problems = ScenarioFile.Parse(DocumentedExample.FileName, yaml).Problems;

        Assert.Equal(5, problems.Count);
        Assert.Equal(problems.OrderBy(problem => problem.Line), problems);
    }

    [Fact]
    public void AMisspelledField_IsNotReportedAsMissingToo()
    {
        var yaml = DocumentedExample.With("opening:\n", "openning:\n");

        var problem = Assert.Single(ScenarioFile.Parse(DocumentedExample.FileName, yaml).Problems);

        Assert.Contains("did you mean 'opening'?", problem.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("just words")]
    [InlineData("- a\n- b\n")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("\t\tid: x")]
    [InlineData("id: x\n---\nid: y\n")]
    [InlineData("a: b: c: d")]
    [InlineData("\"unclosed")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void SomethingElseThanAScenario_IsAMistakeAndNoCrash(string yaml)
    {
        var reading = ScenarioFile.Parse(DocumentedExample.FileName, yaml);

        Assert.Null(reading.Scenario);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void DeepNesting_IsStopped()
    {
        var reading = ScenarioFile.Parse("deep.yaml", "title: " + new string('[', 2000) + new string(']', 2000));

        Assert.Contains(reading.Problems, problem => problem.Reason.Contains("nested deeper than", StringComparison.Ordinal));
    }

    [Fact]
    public void ManyValues_AreStopped()
    {
        var reading = ScenarioFile.Parse("many.yaml", "vocabulary: [" + string.Join(",", Enumerable.Repeat("a", 30_000)) + "]");

        Assert.Contains(reading.Problems, problem => problem.Reason.Contains("Split the scenario", StringComparison.Ordinal));
    }

    [Fact]
    public void AListOfTooManyEntries_IsAMistake()
    {
        var words = string.Join(", ", Enumerable.Range(0, 201).Select(i => $"word{i}"));
        var yaml = DocumentedExample.With("vocabulary: [Sam, Reed, Elm Street]", $"vocabulary: [{words}]");

        var problem = Assert.Single(ScenarioFile.Parse(DocumentedExample.FileName, yaml).Problems);

        Assert.Contains("201 entries; 200 are the most", problem.Reason);
    }

    [Fact]
    public void AnAliasBomb_IsRefusedAtTheFirstAnchor()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        }

        var problem = Assert.Single(ScenarioFile.Parse("bomb.yaml", bomb.ToString()).Problems);

        Assert.Equal(1, problem.Line);
        Assert.Contains("Anchors", problem.Reason);
    }

    [Fact]
    public void HundredsOfMistakes_AreCutShort()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $"wrong{i}: 1\n"));

        Assert.Equal(MistakeList.Most, ScenarioFile.Parse("wrong.yaml", lines).Problems.Count);
    }
}
