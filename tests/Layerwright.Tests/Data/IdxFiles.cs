using System.Buffers.Binary;
using System.IO.Compression;

namespace Layerwright.Tests.Data;

/// <summary>A pair of small IDX files in a folder of its own.</summary>
internal sealed class IdxFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("layerwright-idx-");

    public string Images => Path.Combine(_folder.FullName, "images-idx3-ubyte");

    public string Labels => Path.Combine(_folder.FullName, "labels-idx1-ubyte");

    public static byte[] Content(int magic, int[] dimensions, byte[] elements)
    {
        var content = new byte[4 + (4 * dimensions.Length) + elements.Length];
        BinaryPrimitives.WriteInt32BigEndian(content, magic);
        for (int i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        elements.CopyTo(content, 4 + (4 * dimensions.Length));
        return content;
    }

    /// <summary>Three images of 2 × 3; pixel i of all is 14·i, so the last is 238.</summary>
    public static byte[] ThreeImages => Content(0x803, [3, 2, 3], [.. Enumerable.Range(0, 18).Select(i => (byte)(14 * i))]);

    public static byte[] ThreeLabels => Content(0x801, [3], [4, 0, 9]);

    public static byte[] Compressed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    public void Write(byte[] images, byte[] labels)
    {
        File.WriteAllBytes(Images, images);
        File.WriteAllBytes(Labels, labels);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
