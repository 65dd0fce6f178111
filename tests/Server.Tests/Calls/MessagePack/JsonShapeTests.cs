using MessagePack;
using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>A browser reads the same from both protocols, so that its types are those of either.</summary>
public sealed class JsonShapeTests
{
    private static readonly MessagePackSerializerOptions Options = HubProtocols.MessagePackOptions;

    public static TheoryData<Type, bool> Everything()
    {
        var all = new TheoryData<Type, bool>();
        foreach (var type in HubSamples.Types)
        {
            all.Add(type, true);
            all.Add(type, false);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Shape_IsThatOfJson_AndComesBackTheSame(Type type, bool whole)
    {
        if (HubSamples.Of(type, whole) is not { } value)
        {
            return;
        }
        // As the hub writes an argument: what it is declared as does not count.
        var json = JsonSerializer.SerializeToNode<object>(value, Json.Options);
        var bytes = MessagePackSerializer.Serialize(value.GetType(), value, Options);

        var read = JsonNode.Parse(MessagePackSerializer.ConvertToJson(bytes));
        Assert.True(JsonNode.DeepEquals(json, read), $"JSON:        {json}\nMessagePack: {read}");
        var back = MessagePackSerializer.Deserialize(value is CallEvent ? typeof(CallEvent) : value.GetType(), bytes, Options);
        Assert.True(JsonNode.DeepEquals(json, JsonSerializer.SerializeToNode<object>(back!, Json.Options)));
    }

    [Fact]
    public void EveryEvent_IsAmongThem() => Assert.Equal(
        typeof(CallEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(CallEvent)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal),
        HubSamples.Types.Where(type => type.IsAssignableTo(typeof(CallEvent))));

    [Theory]
    [InlineData(typeof(AudioPacket))]
    [InlineData(typeof(OpusPacket))]
    public void Sound_IsBytes_NotText(Type type)
    {
        var bytes = MessagePackSerializer.Serialize(type, HubSamples.Of(type, true), Options);

        Assert.Contains(new byte[] { MessagePackCode.Bin8, 5, 0, 1, 127, 128, 255 }, Windows(bytes, 7));
    }

    [Fact]
    public void TooDeep_IsRefused()
    {
        byte[] deep = [.. Enumerable.Repeat((byte)0x91, 10_000), MessagePackCode.Nil];

        Assert.ThrowsAny<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<JsonElement>(deep, Options));
    }

    [Theory]
    [InlineData(new byte[] { 0xd4, 0x05, 0x00 })] // an extension
    [InlineData(new byte[] { 0x81, 0x01, 0x02 })] // a map with a number for a name
    [InlineData(new byte[] { 0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0 })] // not a number
    [InlineData(new byte[] { 0xdd, 0x7f, 0xff, 0xff, 0xff })] // an array of two thousand million
    [InlineData(new byte[] { 0xc6, 0x7f, 0xff, 0xff, 0xff, 0x00 })] // bytes that are not there
    [InlineData(new byte[] { 0xa5, 0x61 })] // text that breaks off
    [InlineData(new byte[0])]
    public void WhatJsonCannotSay_IsRefused(byte[] bytes) =>
        Assert.ThrowsAny<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<JsonElement>(bytes, Options));

    [Fact]
    public void NumberForText_AndTextForANumber_AreRefusedAsInJson()
    {
        var writer = new ArrayBufferWriter<byte>();
        var message = new MessagePackWriter(writer);
        message.WriteMapHeader(2);
        message.Write("offset");
        message.Write("five");
        message.Write("data");
        message.Write([1, 2]);
        message.Flush();

        Assert.ThrowsAny<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<OpusPacket>(writer.WrittenMemory, Options));
    }

    private static IEnumerable<byte[]> Windows(byte[] bytes, int length) =>
        Enumerable.Range(0, bytes.Length - length + 1).Select(at => bytes[at..(at + length)]);
}
