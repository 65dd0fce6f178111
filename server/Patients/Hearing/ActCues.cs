using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>Words that tell what is being done whatever the rest says. They add to what the examples say.</summary>
public static class ActCues
{
    private static readonly (TraineeAct Act, bool AtStart, float Adds, string Words)[] Table =
    [
        (TraineeAct.Apologise, false, 0.3f, "i am sorry"), (TraineeAct.Apologise, false, 0.4f, "apologize"), (TraineeAct.Apologise, false, 0.4f, "apologies"),
        (TraineeAct.Apologise, false, 0.2f, "so sorry"), (TraineeAct.Apologise, false, 0.15f, "sorry about"),
        (TraineeAct.AcknowledgeFeeling, false, 0.5f, "sorry to hear"), (TraineeAct.AcknowledgeFeeling, false, 0.5f, "sorry you are"),
        (TraineeAct.AcknowledgeFeeling, false, 0.35f, "i understand"), (TraineeAct.AcknowledgeFeeling, false, 0.3f, "i can imagine"),
        (TraineeAct.AcknowledgeFeeling, false, 0.25f, "that must"), (TraineeAct.AcknowledgeFeeling, false, 0.25f, "that sounds"),
        (TraineeAct.AcknowledgeFeeling, false, 0.3f, "frustrating"), (TraineeAct.AcknowledgeFeeling, false, 0.3f, "i hear you"),
        (TraineeAct.AcknowledgeFeeling, false, 0.25f, "understandable"), (TraineeAct.AcknowledgeFeeling, false, 0.2f, "i can hear"),
        (TraineeAct.IdentifySelf, true, 0.5f, "my name is"), (TraineeAct.IdentifySelf, false, 0.4f, "speaking with"),
        (TraineeAct.Hold, false, 0.4f, "hold on"), (TraineeAct.Hold, false, 0.4f, "on hold"), (TraineeAct.Hold, false, 0.35f, "one moment"),
        (TraineeAct.Hold, false, 0.3f, "bear with me"), (TraineeAct.Hold, false, 0.3f, "one second"), (TraineeAct.Hold, false, 0.3f, "hang on"),
        (TraineeAct.Hold, false, 0.35f, "please hold"),
        (TraineeAct.Transfer, false, 0.4f, "transfer you"), (TraineeAct.Transfer, false, 0.3f, "put you through"), (TraineeAct.Transfer, false, 0.3f, "connect you"),
        (TraineeAct.Escalate, false, 0.6f, "911"), (TraineeAct.Escalate, false, 0.6f, "nine one one"), (TraineeAct.Escalate, false, 0.4f, "ambulance"),
        (TraineeAct.Escalate, false, 0.35f, "emergency room"),
        (TraineeAct.Offer, true, 0.2f, "i can"), (TraineeAct.Offer, true, 0.2f, "let me"), (TraineeAct.Offer, true, 0.2f, "we can"),
        (TraineeAct.Offer, false, 0.3f, "would you like me to"), (TraineeAct.Offer, false, 0.2f, "i could"),
        (TraineeAct.Promise, true, 0.15f, "i will"), (TraineeAct.Promise, false, 0.3f, "i promise"), (TraineeAct.Promise, false, 0.3f, "call you back by"),
        (TraineeAct.Refuse, false, 0.25f, "can not"), (TraineeAct.Refuse, false, 0.2f, "nothing i can do"), (TraineeAct.Refuse, false, 0.2f, "policy"),
        (TraineeAct.Blame, true, 0.3f, "you should have"), (TraineeAct.Blame, false, 0.3f, "your fault"),
        (TraineeAct.Order, false, 0.4f, "calm down"), (TraineeAct.Order, true, 0.15f, "you need to"), (TraineeAct.Order, true, 0.15f, "you have to"),
        (TraineeAct.CheckUnderstanding, false, 0.3f, "is that right"), (TraineeAct.CheckUnderstanding, false, 0.3f, "is that correct"),
        (TraineeAct.CheckUnderstanding, false, 0.3f, "did i get that"), (TraineeAct.CheckUnderstanding, false, 0.25f, "read that back"),
        (TraineeAct.CheckUnderstanding, true, 0.2f, "so you"), (TraineeAct.CheckUnderstanding, true, 0.2f, "so that is"), (TraineeAct.CheckUnderstanding, false, 0.2f, "you said"),
        (TraineeAct.CheckUnderstanding, true, 0.2f, "just to confirm"), (TraineeAct.CheckUnderstanding, true, 0.2f, "to make sure i"),
        (TraineeAct.Close, false, 0.4f, "bye"), (TraineeAct.Close, false, 0.4f, "goodbye"), (TraineeAct.Close, false, 0.3f, "have a"), (TraineeAct.Close, false, 0.2f, "take care"),
        (TraineeAct.Explain, false, 0.25f, "the reason"), (TraineeAct.Explain, false, 0.3f, "the reason is"), (TraineeAct.Explain, false, 0.25f, "because"), (TraineeAct.Explain, false, 0.2f, "so that"), (TraineeAct.Explain, false, 0.2f, "what happened is"),
        (TraineeAct.Thank, true, 0.3f, "thank you"), (TraineeAct.Thank, true, 0.3f, "thanks"),
        (TraineeAct.Greet, true, 0.35f, "hello"), (TraineeAct.Greet, true, 0.35f, "hi"), (TraineeAct.Greet, true, 0.35f, "good morning"),
        (TraineeAct.Greet, true, 0.35f, "good afternoon"), (TraineeAct.Greet, true, 0.4f, "thank you for calling"),
        (TraineeAct.SmallTalk, false, 0.3f, "how are you"),
    ];

    private static readonly (TraineeAct Act, bool AtStart, float Adds, string[] Words)[] Cues =
        [.. Table.Select(cue => (cue.Act, cue.AtStart, cue.Adds, cue.Words.Split(' ')))];

    private static readonly string[][] Questions =
        [.. new[]
        {
            "what", "when", "where", "who", "which", "how", "why", "can you", "could you", "would you", "will you", "do you", "did you", "does", "are you",
            "have you", "has", "is there", "is it", "is the", "is your", "is this", "are there", "may i", "can i", "could i", "might i", "any", "was it", "were you", "tell me", "give me",
            "mind if", "should i", "shall i", "would it", "do i", "are we", "what's", "describe",
        }.Select(words => words.Split(' '))];

    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
        { "and", "okay", "so", "alright", "well", "um", "uh", "now", "but", "then", "great", "yes", "right", "also", "just", "sure" };

    /// <summary>Questions that begin in the middle of something else: there are two things in that piece.</summary>
    private static readonly string[][] NewQuestions =
        [.. new[]
        {
            "can i", "could i", "may i", "can you", "could you", "would you", "do you", "did you", "have you", "are you having", "are there any", "is there", "any change", "how long", "how bad", "how much",
            "how many", "how can i", "how may i", "what is your", "what are", "what can i", "what was", "what symptoms", "when did", "when is", "where is", "where do", "which", "who is", "who am i",
        }.Select(words => words.Split(' '))];

    /// <summary>Where the cues stand in an utterance, so that each piece of it only has to look them up.</summary>
    public sealed class Places
    {
        private readonly List<(TraineeAct Act, bool AtStart, float Adds, int Start, int End)> _cues = [];
        private readonly bool[] _questionAt;
        private readonly bool[] _newQuestionAt;
        private readonly int[] _pastLeading;
        private readonly bool[] _sorryTo;

        public Places(IReadOnlyList<string> words)
        {
            _questionAt = new bool[words.Count + 1];
            _newQuestionAt = new bool[words.Count + 1];
            _sorryTo = new bool[words.Count + 1];
            _pastLeading = new int[words.Count + 1];
            for (var i = words.Count - 1; i >= 0; i--)
            {
                _pastLeading[i] = Leading.Contains(words[i]) && i + 1 < words.Count ? _pastLeading[i + 1] : i;
                _questionAt[i] = Array.Exists(Questions, question => StandsAt(words, i, question));
                _newQuestionAt[i] = Array.Exists(NewQuestions, question => StandsAt(words, i, question));
                _sorryTo[i] = words[i] == "sorry" && i + 1 < words.Count && words[i + 1] is "to" or "you";
                foreach (var cue in Cues)
                {
                    if (StandsAt(words, i, cue.Words))
                    {
                        _cues.Add((cue.Act, cue.AtStart, cue.Adds, i, i + cue.Words.Length));
                    }
                }
            }
        }

        public void Apply(int start, int end, bool questionMark, float[] acts)
        {
            var begins = Math.Min(_pastLeading[start], Math.Max(start, end - 1));
            foreach (var cue in _cues)
            {
                if (cue.Start >= start && cue.End <= end && (!cue.AtStart || cue.Start == start || cue.Start == begins))
                {
                    acts[(int)cue.Act] += cue.Adds;
                }
            }
            if (questionMark)
            {
                acts[(int)TraineeAct.Ask] += 0.2f;
            }
            if (_questionAt[begins])
            {
                acts[(int)TraineeAct.Ask] += 0.25f;
            }
            if (Array.IndexOf(_sorryTo, true, start, end - start) >= 0)
            {
                acts[(int)TraineeAct.Apologise] -= 0.25f;
            }
        }

        /// <summary>Whether a question begins inside the piece, not at its beginning.</summary>
        public bool AsksInside(int start, int end) =>
            end - start > 3 && Array.IndexOf(_newQuestionAt, true, _pastLeading[start] + 1 < end ? _pastLeading[start] + 1 : end, Math.Max(0, end - Math.Min(end, _pastLeading[start] + 1))) >= 0;
    }

    /// <summary>Whether the words begin as a question does, after "okay" and the like.</summary>
    public static bool BeginsQuestion(IReadOnlyList<string> words)
    {
        var start = 0;
        while (start < words.Count && Leading.Contains(words[start]))
        {
            start++;
        }
        return Array.Exists(Questions, question => StandsAt(words, start, question));
    }

    public static int Find(IReadOnlyList<string> words, IReadOnlyList<string> sought)
    {
        for (var i = 0; i + sought.Count <= words.Count; i++)
        {
            if (StandsAt(words, i, sought))
            {
                return i;
            }
        }
        return -1;
    }

    private static bool StandsAt(IReadOnlyList<string> words, int at, IReadOnlyList<string> sought)
    {
        if (at + sought.Count > words.Count)
        {
            return false;
        }
        for (var i = 0; i < sought.Count; i++)
        {
            if (words[at + i] != sought[i])
            {
                return false;
            }
        }
        return true;
    }
}
