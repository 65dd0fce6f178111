using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RealtimeTraining.Models.Engines;

/// <summary>Reads why a server refused, and says what to do.</summary>
internal static partial class RemoteRefusal
{
    private const int MaxBytes = 16_384;

    public static async Task<RemoteServerException> ReadAsync(RemoteServer server, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = response.StatusCode;
        var (failure, cure) = Meaning(server.Section, status);
        // Reading more about a refusal may not hang on a server that goes quiet: what has come by then is enough.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), server.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var code = await CodeAsync(response, either.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return new RemoteServerException(failure,
            $"{server.Display} answered {(int)status}{(code is null ? "" : $" ({code})")}: {cure}", status);
    }

    private static (RemoteFailure Failure, string Cure) Meaning(string section, HttpStatusCode status) => (int)status switch
    {
        >= 300 and < 400 => (RemoteFailure.Redirected, $"it points elsewhere, which is not followed; set {section}:BaseUrl to the right address."),
        401 or 403 => (RemoteFailure.KeyRefused, $"check {section}:ApiKey."),
        404 or 405 => (RemoteFailure.NotFound, $"it knows no such model or path; check {section}:Model and {section}:BaseUrl."),
        408 or 504 => (RemoteFailure.TimedOut, "it took too long for itself."),
        429 or 503 => (RemoteFailure.Busy, "it has too much to do, or is still starting."),
        < 500 => (RemoteFailure.RequestRefused, "it did not accept the request; its own log says why."),
        _ => (RemoteFailure.ServerError, "it failed; its own log says why."),
    };

    /// <summary>
    /// The server's short name for the error, such as "model_not_found". Its longer text is left out: it may hold the
    /// key, or what was said.
    /// </summary>
    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var head = new byte[MaxBytes];
            var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            using var json = JsonDocument.Parse(head.AsMemory(0, read));
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? Name(error, "code") ?? Name(error, "type")
                : null;
        }
        catch (Exception e) when (e is JsonException or IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private static string? Name(JsonElement error, string property) =>
        error.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } name && ShortName().IsMatch(name) ? name : null;

    // Words with underscores only: a key has digits or dashes.
    [GeneratedRegex("^[a-z]{2,20}(_[a-z]{1,20}){0,5}$")]
    private static partial Regex ShortName();
}
