using System.Collections;
using System.Reflection;
using System.Text;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>What a patient heard tentatively and was taken back must leave no trace.</summary>
public sealed class TakeBackTests
{
    private static readonly ExampleUnderstanding Understanding = new();

    private static readonly string[] Said =
        [.. ExampleLibrary.Load().Where(example => !example.Framed).Select(example => example.Text), "", "mm hm", "shut up", "nineteen march may second oh", "okay bye", "i promise ten minutes"];

    [Theory]
    [InlineData(1, Difficulty.Beginner)]
    [InlineData(2, Difficulty.Intermediate)]
    [InlineData(3, Difficulty.Advanced)]
    [InlineData(4, Difficulty.Expert)]
    public void TakenBack_TheMindIsInEveryFieldAsItWas(int seed, Difficulty difficulty)
    {
        var scenario = TestScenario.Headaches;
        var mind = new PatientMind(scenario, difficulty, seed, [], Understanding);
        var untouched = new PatientMind(scenario, difficulty, seed, [], Understanding);
        Assert.Equal(Shown(untouched.Open()), Shown(mind.Open()));
        var random = new SeededRandom(seed);
        var changed = 0;
        string? last = null;
        for (var turn = 1; turn <= 60; turn++)
        {
            var before = Fields(mind);
            var tentative = mind.Try(new HeardTurn(2 * turn, Said[random.Next(Said.Length)], 1, random.Next(4) == 0) { Before = GoesOn() });
            changed += Fields(mind) == before ? 0 : 1;
            tentative.TakeBack();
            Assert.Equal(before, Fields(mind));

            var heard = new HeardTurn(2 * turn, Said[random.Next(Said.Length)], 1, random.Next(4) == 0) { Before = GoesOn() };
            Assert.Equal(Shown(untouched.Hear(heard)), Shown(mind.Try(heard).Decision));
            last = heard.Text;
            if (random.Next(5) == 0)
            {
                mind.CutOff("I");
                untouched.CutOff("I");
            }
            if (random.Next(9) == 0)
            {
                Assert.Equal(Shown(untouched.Silence(9_000)), Shown(mind.Silence(9_000)));
            }
        }
        Assert.True(changed > 5, $"Only {changed} turns changed anything.");

        // Now and then the patient had broken into a turn.
        string? GoesOn() => random.Next(3) == 0 ? last : null;
    }

    private static string Shown(PatientDecision? decision) => decision is null ? "" : $"{decision.Key} {decision.Line} {string.Join('|', decision.Events)}";

    /// <summary>Every field of the mind and of what it is made of, as text.</summary>
    private static string Fields(PatientMind mind)
    {
        var text = new StringBuilder();
        Write(mind, text, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            text.Append(value ?? "null").Append('\n');
        }
        else if (!value.GetType().IsValueType && !seen.Add(value))
        {
            text.Append("again\n");
        }
        else if (value is Scenario or IUtteranceUnderstanding or LikenessIndex or DifficultyProfile)
        {
            text.Append(value.GetType().Name).Append('\n');
        }
        else if (value is IEnumerable items)
        {
            // A set or a dictionary has no order of its own.
            var written = items.Cast<object?>().Select(item =>
            {
                var one = new StringBuilder();
                Write(item, one, [.. seen]);
                return one.ToString();
            });
            text.Append('[').AppendJoin(',', value is IList ? written : written.Order(StringComparer.Ordinal)).Append("]\n");
        }
        else
        {
            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                {
                    text.Append(type.Name).Append('.').Append(field.Name).Append('=');
                    Write(field.GetValue(value), text, seen);
                }
            }
        }
    }
}
