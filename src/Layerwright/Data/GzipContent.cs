using System.IO.Compression;

namespace Layerwright;

/// <summary>What a gzip file holds: all of it, or an error that names the file.</summary>
internal sealed class GzipContent(string path, Stream file) : ForwardStream
{
    private readonly GZipStream _gzip = new(new GzipSeal(file), CompressionMode.Decompress);

    /// <summary>Decompressed bytes. The last of them may be the seal, so as many as it has are always held back.</summary>
    private readonly byte[] _held = new byte[1 << 15];
    private int _start, _end;
    private long _given;
    private bool _isEnded;

    /// <exception cref="InvalidDataException">The data is damaged, cut off or followed by something else.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= GzipSeal.Content.Length)
        {
            if (_isEnded || !Fill())
            {
                return 0;
            }
        }

        int count = Math.Min(buffer.Length, _end - _start - GzipSeal.Content.Length);
        _held.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        _given += count;
        return count;
    }

    /// <summary>Reads on to the end: what was read may have looked wrong because the file is broken further on.</summary>
    /// <exception cref="InvalidDataException">It is.</exception>
    public void Finish() => CopyTo(Null);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Decompresses some more; false at the end of a whole file.</summary>
    private bool Fill()
    {
        _held.AsSpan(_start.._end).CopyTo(_held);
        (_start, _end) = (0, _end - _start);
        int read;
        try
        {
            read = _gzip.Read(_held.AsSpan(_end));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException(
                $"{path}: expected gzip data; after {_given + _end} decompressed bytes it is damaged or cut off: {e.Message}", e);
        }

        _end += read;
        _isEnded = read == 0;
        return !_isEnded || (_held.AsSpan(0, _end).SequenceEqual(GzipSeal.Content)
            ? false
            : throw new InvalidDataException(
                $"{path}: the gzip data is cut off or followed by something else near decompressed byte {_given + _end}; expected a whole file."));
    }
}
