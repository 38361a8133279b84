using System.IO.Compression;

namespace Layerwright;

/// <summary>A gzip file with a member of our own behind its last.</summary>
/// <remarks>
/// The framework's decompression takes the end of a file for the end of the data, wherever it falls. Behind a whole file the seal
/// comes out as it went in; a file that was cut swallows it as data of its own, and it does not come out.
/// </remarks>
internal sealed class GzipSeal(Stream file) : ForwardStream
{
    private static readonly byte[] _content = [.. "sealed by the reader: "u8, .. "sealed by the reader: "u8];
    private static readonly byte[] _member = Compress(_content);

    private int _given;

    /// <summary>What comes out behind a whole file's data.</summary>
    public static ReadOnlySpan<byte> Content => _content;

    public override int Read(Span<byte> buffer)
    {
        int read = _given > 0 ? 0 : file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        int more = Math.Min(buffer.Length - read, _member.Length - _given);
        _member.AsSpan(_given, more).CopyTo(buffer[read..]);
        _given += more;
        return read + more;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] content)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return member.ToArray();
    }
}
