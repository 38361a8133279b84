using System.IO.Compression;

namespace Layerwright;

/// <summary>Files of data, plain or compressed with gzip: they are told apart by how they begin, whatever their name.</summary>
internal static class DataFile
{
    /// <summary>All of a file's content, decompressed.</summary>
    /// <exception cref="InvalidDataException">It begins like gzip but is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadAll(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        if (!IsCompressed(content))
        {
            return content;
        }

        using var plain = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            gzip.CopyTo(plain);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: expected gzip data; after {plain.Length} decompressed bytes: {e.Message}", e);
        }

        return plain.ToArray();
    }

    /// <summary>A file's text, decompressed as it is read.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StreamReader OpenText(string path)
    {
        FileStream file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        bool isCompressed = IsCompressed(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        file.Position = 0;
        return new StreamReader(isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static bool IsCompressed(ReadOnlySpan<byte> content) => content is [0x1F, 0x8B, ..];
}
