using System.Text;

namespace Layerwright.Benchmarks.Peers;

/// <summary>A protocol buffer message, field by field: https://protobuf.dev/programming-guides/encoding.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0, LengthDelimited = 2;

    private readonly List<byte> _bytes = [];

    public ProtobufMessage Number(int field, long value)
    {
        Write((ulong)((field << 3) | Varint));
        Write((ulong)value);
        return this;
    }

    public ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Write((ulong)((field << 3) | LengthDelimited));
        Write((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Message(int field, ProtobufMessage value) => Bytes(field, value.ToArray());

    /// <summary>Adds all fields of another message of the same kind.</summary>
    public ProtobufMessage Append(ProtobufMessage other)
    {
        _bytes.AddRange(other._bytes);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];

    private void Write(ulong value)
    {
        for (; value > 127; value >>= 7)
        {
            _bytes.Add((byte)(value | 128));
        }

        _bytes.Add((byte)value);
    }
}
