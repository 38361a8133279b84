using System.Buffers.Binary;

namespace Layerwright.Runtime;

/// <summary>Element types of safetensors files: their sizes, and how numbers become float.</summary>
internal static class ElementType
{
    public const string Single = "F32";

    /// <summary>Bytes of an element; 0 where the type is unknown.</summary>
    public static int Size(string type) => type switch
    {
        "BOOL" or "U8" or "I8" or "F8_E4M3" or "F8_E5M2" => 1,
        "U16" or "I16" or "F16" or "BF16" => 2,
        "U32" or "I32" or Single => 4,
        "U64" or "I64" or "F64" => 8,
        _ => 0,
    };

    /// <summary>Whether weights are read from it.</summary>
    public static bool IsReadable(string type) => type is "F16" or "BF16" or Single or "F64";

    /// <summary>Little-endian bytes of a readable type into as many floats.</summary>
    public static void ToFloats(string type, ReadOnlySpan<byte> bytes, Span<float> result)
    {
        int size = Size(type);
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<byte> element = bytes.Slice(i * size, size);
            result[i] = type switch
            {
                "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(element),
                "BF16" => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(element) << 16),
                "F64" => (float)BinaryPrimitives.ReadDoubleLittleEndian(element),
                _ => BinaryPrimitives.ReadSingleLittleEndian(element),
            };
        }
    }
}
