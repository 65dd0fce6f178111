using System.Text.Json.Serialization;

namespace RealtimeTraining.Models.Language.Linear;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LinearModelHeader))]
internal sealed partial class LinearModelJson : JsonSerializerContext;
