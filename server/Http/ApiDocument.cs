using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Supervision;

namespace RealtimeTraining.Server.Http;

/// <summary>The OpenAPI document, from which the browser's types are generated, those of the hub among them.</summary>
public static class ApiDocument
{
    private static readonly Type[] HubTypes =
    [
        typeof(StartCall), typeof(AudioPacket), typeof(OpusPacket), typeof(PlayedPosition),
        typeof(AudioOffer), typeof(AudioAnswer), typeof(AudioCandidate), typeof(AudioReport), typeof(AudioAck),
        typeof(WallboardState), typeof(WallboardUpdate), typeof(SupervisedState), typeof(SupervisionState),
    ];

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(CallId))
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = "uuid";
            }
            // What the server writes it always writes whole; a property may be null, never absent.
            if (schema.Properties is { Count: > 0 } properties)
            {
                schema.Required = new HashSet<string>(properties.Keys);
            }
            return Task.CompletedTask;
        });
        // As in JSON: a query parameter that comes from a record's property is not written with a capital.
        options.AddOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
            {
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
            }
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer(async (document, context, cancellationToken) =>
        {
            document.Info = new OpenApiInfo { Title = "RealtimeTraining", Version = "1" };
            document.Servers = [];
            foreach (var type in HubTypes)
            {
                var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
                document.AddComponent(type.Name, schema);
            }
        });
    });
}
