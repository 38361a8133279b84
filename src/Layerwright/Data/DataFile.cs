using System.Text;

namespace Layerwright;

/// <summary>Files of data, plain or compressed with gzip: they are told apart by how they begin, whatever their name.</summary>
internal static class DataFile
{
    /// <summary>Stands in a text for bytes that are none: a code point that Unicode keeps out of texts.</summary>
    public const char Malformed = '\uFFFF';

    private static readonly Encoding _utf8 = CreateEncoding();

    /// <summary>All of a file's content, decompressed.</summary>
    /// <exception cref="InvalidDataException">It begins like gzip but is none, or not a whole one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadAll(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        if (!IsCompressed(content))
        {
            return content;
        }

        using var plain = new MemoryStream();
        using var gzip = new GzipContent(path, new MemoryStream(content));
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>
    /// A file's text, decompressed as it is read, which may throw <see cref="InvalidDataException"/> as <see cref="ReadAll"/> does. Bytes
    /// that are no UTF-8 come out as <see cref="Malformed"/>.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StreamReader OpenText(string path)
    {
        FileStream file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        bool isCompressed = IsCompressed(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        file.Position = 0;
        return new StreamReader(isCompressed ? new GzipContent(path, file) : file, _utf8);
    }

    private static bool IsCompressed(ReadOnlySpan<byte> content) => content is [0x1F, 0x8B, ..];

    private static Encoding CreateEncoding()
    {
        var encoding = (Encoding)Encoding.UTF8.Clone();
        encoding.DecoderFallback = new DecoderReplacementFallback(Malformed.ToString());
        return encoding;
    }
}
