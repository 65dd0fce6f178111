namespace RealtimeTraining.Server.Feedback;

/// <summary>Scores one category of a call from what happened in it. Stateless.</summary>
internal interface ICategoryScorer
{
    CategoryScore Score(CallStory story);
}
