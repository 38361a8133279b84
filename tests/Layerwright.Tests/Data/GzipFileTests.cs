using System.IO.Compression;
using System.Text;

namespace Layerwright.Tests.Data;

public sealed class GzipFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv.gz");
    private readonly IdxFiles _idx = new();

    public void Dispose()
    {
        File.Delete(_path);
        _idx.Dispose();
    }

    [Fact]
    public void A_table_that_was_cut_anywhere_is_refused_by_name()
    {
        byte[] whole = IdxFiles.Compressed(Table(700));
        Assert.Equal(700, Read(whole));
        for (int length = 2; length < whole.Length; length += length < 40 || length > whole.Length - 40 ? 1 : 11)
        {
            AssertBroken(whole[..length]);
        }
    }

    [Fact]
    public void A_table_cut_within_bytes_that_are_stored_as_they_are_is_refused()
    {
        // Nothing is compressed here, so whatever stands behind the cut would come out as it is.
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.NoCompression))
        {
            gzip.Write(Table(300));
        }

        byte[] whole = stored.ToArray();
        Assert.Equal(300, Read(whole));
        for (int length = 2; length < whole.Length; length += length > whole.Length - 120 ? 1 : 17)
        {
            AssertBroken(whole[..length]);
        }
    }

    [Fact]
    public void A_damaged_table_is_refused_by_name()
    {
        byte[] whole = IdxFiles.Compressed(Table(700));
        foreach (int place in new[] { whole.Length / 3, whole.Length / 2, whole.Length - 6, whole.Length - 2 })
        {
            byte[] damaged = [.. whole];
            for (int i = place; i < Math.Min(place + 40, whole.Length); i++)
            {
                damaged[i] ^= 0x5A;
            }

            AssertBroken(damaged);
        }
    }

    [Fact]
    public void Something_else_behind_the_data_is_refused()
    {
        byte[] whole = IdxFiles.Compressed(Table(50));
        AssertBroken([.. whole, .. "and more"u8]);
        Assert.Equal(100, Read([.. whole, .. whole]));
    }

    [Fact]
    public void Whole_tables_of_any_length_are_read()
    {
        // Lengths about the size of the decompressor's buffer, where a member ends with a block that was read.
        byte[] row = "1.5,1\n2.5,0\n"u8.ToArray();
        for (int length = 8192 - 40; length <= 8192 + 20; length++)
        {
            byte[] whole = OfLength(row, length);
            Assert.Equal(length, whole.Length);
            Assert.Equal(2, Read(whole));
        }

        Assert.Equal(20_000, Read(IdxFiles.Compressed(Table(20_000))));
    }

    [Fact]
    public void Images_that_were_cut_within_the_checksum_are_refused()
    {
        byte[] whole = IdxFiles.Compressed(IdxFiles.ThreeImages);
        for (int length = 2; length < whole.Length; length++)
        {
            _idx.Write(whole[..length], IdxFiles.ThreeLabels);
            var thrown = Assert.Throws<InvalidDataException>(() => IdxReader.Read(_idx.Images, _idx.Labels));
            Assert.StartsWith(_idx.Images + ": ", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("cut off", thrown.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Table(int rows)
    {
        var random = new Random(5);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, rows).Select(i => $"{random.Next()},{random.Next(10)}.5,{i % 3}\n")));
    }

    /// <summary>A gzip file of that length, by a name of as many characters in its head.</summary>
    private static byte[] OfLength(byte[] content, int length)
    {
        byte[] plain = IdxFiles.Compressed(content);
        byte[] name = [.. Enumerable.Repeat((byte)'n', length - plain.Length - 1), 0];
        byte[] named = [.. plain[..10], .. name, .. plain[10..]];
        named[3] |= 0x08;
        return named;
    }

    private int Read(byte[] file)
    {
        File.WriteAllBytes(_path, file);
        return CsvReader.Read(_path).Count;
    }

    private void AssertBroken(byte[] file)
    {
        var thrown = Assert.Throws<InvalidDataException>(() => Read(file));
        Assert.StartsWith(_path + ": ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("gzip", thrown.Message.Replace(_path, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
