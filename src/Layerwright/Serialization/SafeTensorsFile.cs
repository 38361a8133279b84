using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Layerwright.Runtime;

/// <summary>Files of named tensors in the safetensors format: eight bytes of length, a JSON header, the data.</summary>
internal static class SafeTensorsFile
{
    public const string MetadataName = "__metadata__";

    /// <summary>The format's own bound on the header's bytes.</summary>
    private const long LongestHeader = 100_000_000;

    /// <summary>Tensors pass through a buffer of so many elements: their bytes may be more than an array holds.</summary>
    private const int ChunkElements = 1 << 18;

    private const int LengthBytes = sizeof(ulong);

    /// <summary>
    /// Opens a file and checks its header, lets <paramref name="read"/> take what it wants, and names the file in whatever is
    /// wrong with it.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is broken, or <paramref name="read"/> found it so.</exception>
    public static T Read<T>(string path, Func<SafeTensorsHeader, Func<SafeTensor, float[]>, T> read)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            byte[] json = ReadHeader(stream);
            long dataStart = LengthBytes + json.Length;
            SafeTensorsHeader header = SafeTensorsHeader.Parse(json, stream.Length - dataStart);
            return read(header, tensor => ReadTensor(stream, dataStart, tensor));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Writes a file whole or not at all: to a temporary file beside it, which then takes its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Free text by name.</param>
    /// <param name="tensors">What it holds.</param>
    /// <param name="temporary">
    /// The temporary file; one that an ended process left there is overwritten. Null for a name of its own, so that several may write
    /// at once.
    /// </param>
    /// <exception cref="DirectoryNotFoundException">The file's folder does not exist.</exception>
    public static void Write(
        string path,
        IEnumerable<KeyValuePair<string, string>> metadata,
        IReadOnlyCollection<(string Name, int[] Shape, float[] Values)> tensors,
        string? temporary = null)
    {
        string full = Path.GetFullPath(path);
        string? folder = Path.GetDirectoryName(full);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{full}' cannot be written: there is no folder '{folder}'.");
        }

        FileMode mode = temporary is null ? FileMode.CreateNew : FileMode.Create;
        temporary ??= $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, mode, FileAccess.Write))
            {
                byte[] header = Header(metadata, tensors);
                Span<byte> length = stackalloc byte[LengthBytes];
                BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
                stream.Write(length);
                stream.Write(header);
                foreach ((_, _, float[] values) in tensors)
                {
                    WriteTensor(stream, values);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static byte[] ReadHeader(FileStream stream)
    {
        Span<byte> bytes = stackalloc byte[LengthBytes];
        if (stream.Length < LengthBytes)
        {
            throw new InvalidDataException(
                $"the file has {stream.Length} bytes; a safetensors file "
                + $"begins with the {LengthBytes} bytes of its header's length");
        }

        stream.ReadExactly(bytes);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length > LongestHeader)
        {
            throw new InvalidDataException(
                $"the header claims {length} bytes; {LongestHeader} "
                + "are allowed. This may be no safetensors file");
        }

        if ((long)length > stream.Length - LengthBytes)
        {
            throw new InvalidDataException(
                $"the file is truncated: the header claims {length} "
                + $"bytes, {stream.Length - LengthBytes} follow");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        return header;
    }

    private static float[] ReadTensor(FileStream stream, long dataStart, SafeTensor tensor)
    {
        if (!ElementType.IsReadable(tensor.Type))
        {
            throw new InvalidDataException(
                $"tensor '{tensor.Name}' is of type {tensor.Type}; "
                + "weights are read from F16, BF16, F32 and F64");
        }

        int size = ElementType.Size(tensor.Type);
        long count = (tensor.End - tensor.Start) / size;
        if (count > Array.MaxLength)
        {
            throw new InvalidDataException($"tensor '{tensor.Name}' has {count} elements; at most {Array.MaxLength} can be read");
        }

        var result = new float[count];
        bool isAsHere = tensor.Type == ElementType.Single && BitConverter.IsLittleEndian;
        byte[] bytes = isAsHere ? [] : new byte[size * Math.Min(result.Length, ChunkElements)];
        stream.Position = dataStart + tensor.Start;
        for (int first = 0; first < result.Length; first += ChunkElements)
        {
            Span<float> chunk = result.AsSpan(first, Math.Min(ChunkElements, result.Length - first));
            Span<byte> read = isAsHere ? MemoryMarshal.AsBytes(chunk) : bytes.AsSpan(0, size * chunk.Length);
            stream.ReadExactly(read);
            if (!isAsHere)
            {
                ElementType.ToFloats(tensor.Type, read, chunk);
            }
        }

        return result;
    }

    private static void WriteTensor(FileStream stream, float[] values)
    {
        var bytes = new byte[sizeof(float) * Math.Min(values.Length, ChunkElements)];
        for (int first = 0; first < values.Length; first += ChunkElements)
        {
            ReadOnlySpan<float> chunk = values.AsSpan(first, Math.Min(ChunkElements, values.Length - first));
            for (int i = 0; i < chunk.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), chunk[i]);
            }

            stream.Write(bytes, 0, sizeof(float) * chunk.Length);
        }
    }

    private static byte[] Header(
        IEnumerable<KeyValuePair<string, string>> metadata, IReadOnlyCollection<(string Name, int[] Shape, float[] Values)> tensors)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(MetadataName);
            foreach ((string name, string text) in metadata)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
            long start = 0;
            foreach ((string name, int[] shape, float[] values) in tensors)
            {
                long end = start + ((long)values.Length * sizeof(float));
                WriteEntry(writer, new(name, ElementType.Single, shape, start, end));
                start = end;
            }

            writer.WriteEndObject();
        }

        // Spaces up to a multiple of eight: the data then begins aligned, as the reference writer does.
        while (stream.Length % LengthBytes != 0)
        {
            stream.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter writer, SafeTensor tensor)
    {
        writer.WriteStartObject(tensor.Name);
        writer.WriteString("dtype", tensor.Type);
        writer.WriteStartArray("shape");
        foreach (int size in tensor.Shape)
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(tensor.Start);
        writer.WriteNumberValue(tensor.End);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
