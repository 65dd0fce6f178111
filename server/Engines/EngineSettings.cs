using System.Text.Json;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Engines;

/// <summary>
/// Which engine an administrator chose for each role. Kept in the data folder and valid at once; where nothing was
/// chosen, the configuration <c>Engines:Recogniser = auto | none | pocketsphinx</c> holds. Thread-safe singleton.
/// </summary>
public sealed partial class EngineSettings
{
    public const string Auto = "auto";
    public const string None = "none";
    private readonly string _file;
    private readonly IConfiguration _configuration;
    private readonly Lock _lock = new();
    private Dictionary<EngineRole, string> _chosen;

    public EngineSettings(DataFolder folder, IConfiguration configuration, ILogger<EngineSettings> logger)
    {
        (_file, _configuration) = (Path.Combine(folder.Root, "engines.json"), configuration);
        _chosen = Load(_file, logger);
    }

    /// <summary>An engine's name, <see cref="Auto"/> or <see cref="None"/>.</summary>
    public string this[EngineRole role]
    {
        get
        {
            lock (_lock)
            {
                return _chosen.TryGetValue(role, out var chosen) ? chosen : Configured(role);
            }
        }
    }

    public string Configured(EngineRole role) => _configuration[$"Engines:{role}"] is { Length: > 0 } name ? name : Auto;

    /// <exception cref="IOException">The choice could not be kept; nothing has changed.</exception>
    public void Choose(EngineRole role, string name)
    {
        lock (_lock)
        {
            var chosen = new Dictionary<EngineRole, string>(_chosen) { [role] = name };
            var half = _file + ".new";
            File.WriteAllText(half, JsonSerializer.Serialize(chosen, Json.Options));
            File.Move(half, _file, overwrite: true);
            _chosen = chosen;
        }
    }

    private static Dictionary<EngineRole, string> Load(string file, ILogger logger)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<EngineRole, string>>(File.ReadAllText(file), Json.Options) ?? [] : [];
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnreadable(logger, file, exception);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chosen engines in {File} cannot be read; the configuration holds. Choose them again on the engines page.")]
    private static partial void LogUnreadable(ILogger logger, string file, Exception exception);
}
