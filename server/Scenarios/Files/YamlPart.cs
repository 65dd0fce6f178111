namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>Where something stands in a file; lines and columns count from 1.</summary>
public readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);
}

/// <summary>A piece of a YAML file that still knows where it stands.</summary>
public abstract record YamlPart(Place Place);

/// <param name="IsPlain">Written without quotes and not as a block, so that "null" and "" mean that nothing is there.</param>
public sealed record YamlText(Place Place, string Value, bool IsPlain) : YamlPart(Place)
{
    public bool IsNothing => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
}

public sealed record YamlList(Place Place, IReadOnlyList<YamlPart> Items) : YamlPart(Place);

public sealed record YamlMap(Place Place, IReadOnlyList<YamlField> Fields) : YamlPart(Place);

public sealed record YamlField(YamlText Name, YamlPart Value);
