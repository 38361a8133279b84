using System.Buffers.Binary;
using System.IO.Compression;
using Layerwright.Reporting;

namespace Layerwright.Tests.Insight.Reporting;

public sealed class PngTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    public void A_file_holds_its_pixels_row_by_row(int channels, int colourType)
    {
        const int width = 5, height = 3;
        var pixels = new byte[width * height * channels];
        new Random(1).NextBytes(pixels);

        var chunks = Chunks(Png.Write(pixels, width, height));

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal([0, 0, 0, width, 0, 0, 0, height, 8, (byte)colourType, 0, 0, 0], chunks[0].Data);
        using var data = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress);
        var raw = new MemoryStream();
        data.CopyTo(raw);
        byte[] expected = [.. Enumerable.Range(0, height).SelectMany(row => (byte[])[0, .. pixels.AsSpan(row * width * channels, width * channels)])];
        Assert.Equal(expected, raw.ToArray());
    }

    [Fact]
    public void The_end_carries_the_check_sum_that_every_png_ends_with() =>
        Assert.Equal([0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82], Png.Write([7], 1, 1)[^12..]);

    [Fact]
    public void Images_are_drawn_from_black_to_white_in_the_range_that_their_numbers_suggest()
    {
        Assert.Equal((0f, 1f), Pixels.RangeOf([Row(0, 0.5f)]));
        Assert.Equal((0f, 255f), Pixels.RangeOf([Row(0, 0.5f), Row(3, 200)]));
        Assert.Equal((-2f, 4f), Pixels.RangeOf([Row(-2, float.NaN), Row(4, 0)]));
        Assert.Equal([0, 128, 255, 0], Pixels.Of([0, 0.5f, 2, float.NaN], new(2, 2, 1), (0, 1)));

        static ReadOnlyMemory<float> Row(params float[] values) => values;
    }

    [Fact]
    public void Colours_are_found_in_either_layout_and_other_channels_make_grey()
    {
        float[] last = [1, 0, 0, 0, 1, 0], first = [1, 0, 0, 1, 0, 0];
        byte[] expected = [255, 0, 0, 0, 255, 0];

        Assert.Equal(expected, Pixels.Of(last, new(1, 2, 3), (0, 1)));
        Assert.Equal(expected, Pixels.Of(first, new(1, 2, 3) { Layout = ImageLayout.ChannelsFirst }, (0, 1)));
        Assert.Equal([128, 255], Pixels.Of([1, 0, 1, 1], new(1, 2, 2), (0, 1)));
    }

    private static (string Type, byte[] Data)[] Chunks(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var chunks = new List<(string, byte[])>();
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add((System.Text.Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += length + 12;
        }

        return [.. chunks];
    }
}
