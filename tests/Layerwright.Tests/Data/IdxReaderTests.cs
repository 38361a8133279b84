namespace Layerwright.Tests.Data;

public sealed class IdxReaderTests : IDisposable
{
    private readonly IdxFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Plain_and_compressed_files_give_the_same_rows(bool compressImages, bool compressLabels)
    {
        _files.Write(
            compressImages ? IdxFiles.Compressed(IdxFiles.ThreeImages) : IdxFiles.ThreeImages,
            compressLabels ? IdxFiles.Compressed(IdxFiles.ThreeLabels) : IdxFiles.ThreeLabels);

        Dataset data = IdxReader.Read(_files.Images, _files.Labels);

        Assert.Equal((3, 6, 10), (data.Count, data.InputLength, data.Classes));
        Assert.Equal(new ImageShape(2, 3, 1), data.RowShape);
        Assert.Equal([4, 0, 9], Enumerable.Range(0, 3).Select(data.Label));
        for (int i = 0; i < 18; i++)
        {
            Assert.Equal(14 * i / 255f, data.Input(i / 6)[i % 6]);
        }
    }

    [Fact]
    public void Bytes_become_zero_to_one()
    {
        _files.Write(IdxFiles.Content(0x803, [1, 1, 2], [0, 255]), IdxFiles.Content(0x801, [1], [0]));
        Assert.Equal([0f, 1f], IdxReader.Read(_files.Images, _files.Labels).Input(0).ToArray());
    }

    [Fact]
    public void The_number_of_classes_can_be_stated()
    {
        _files.Write(IdxFiles.ThreeImages, IdxFiles.ThreeLabels);

        Assert.Equal(12, IdxReader.Read(_files.Images, _files.Labels, classes: 12).Classes);
        AssertBroken(_files.Labels, "label 9 at offset 10; expected 0 to 8", classes: 9);
    }

    [Fact]
    public void A_wrong_magic_number_is_named()
    {
        _files.Write(IdxFiles.ThreeLabels, IdxFiles.ThreeLabels);
        AssertBroken(_files.Images, "magic number 0x00000801 at offset 0; expected 0x00000803");
    }

    [Fact]
    public void A_dimension_of_nothing_is_named()
    {
        _files.Write(IdxFiles.Content(0x803, [3, 0, 3], []), IdxFiles.ThreeLabels);
        AssertBroken(_files.Images, "height at offset 8 is 0; expected at least 1");
    }

    [Fact]
    public void Dimensions_beyond_all_memory_are_refused_before_any_is_taken()
    {
        _files.Write(IdxFiles.Content(0x803, [int.MaxValue, int.MaxValue, int.MaxValue], []), IdxFiles.ThreeLabels);
        AssertBroken(_files.Images, "images at offset 4 is 2147483647: more elements");
    }

    [Theory]
    [InlineData(0, "expected 4 bytes at offset 0 (the magic number), found 0")]
    [InlineData(14, "expected 4 bytes at offset 12 (the number of width), found 2")]
    [InlineData(16, "expected 18 bytes (3×2×3) from offset 16, found 0")]
    [InlineData(33, "expected 18 bytes (3×2×3) from offset 16, found 17")]
    public void A_file_that_ends_early_is_named_with_the_place(int length, string message)
    {
        _files.Write(IdxFiles.ThreeImages[..length], IdxFiles.ThreeLabels);
        AssertBroken(_files.Images, "truncated: " + message);
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        _files.Write(IdxFiles.ThreeImages, [.. IdxFiles.ThreeLabels, 1, 2]);
        AssertBroken(_files.Labels, "trailing bytes: expected 3 bytes (3) from offset 8, found 5");
    }

    [Fact]
    public void Fewer_labels_than_images_are_refused_with_both_counts()
    {
        _files.Write(IdxFiles.ThreeImages, IdxFiles.Content(0x801, [2], [1, 2]));
        AssertBroken(_files.Labels, $"2 labels at offset 4, but {_files.Images} holds 3 images");
    }

    [Fact]
    public void A_compressed_file_that_ends_early_or_is_damaged_is_refused()
    {
        byte[] pixels = [.. Enumerable.Range(0, 40_000).Select(i => (byte)(i * i / 7))];
        byte[] good = IdxFiles.Compressed(IdxFiles.Content(0x803, [100, 20, 20], pixels));
        byte[] damaged = [.. good];
        damaged[damaged.Length / 2] ^= 0x55;

        foreach (byte[] bad in new[] { good[..(good.Length / 2)], damaged })
        {
            _files.Write(bad, IdxFiles.Content(0x801, [100], new byte[100]));
            AssertBroken(_files.Images, "");
        }
    }

    [Fact]
    public void A_missing_file_is_an_io_exception()
    {
        _files.Write(IdxFiles.ThreeImages, IdxFiles.ThreeLabels);
        Assert.Throws<FileNotFoundException>(() => IdxReader.Read(_files.Images, _files.Labels + ".gz"));
    }

    private void AssertBroken(string path, string message, int? classes = null)
    {
        var exception = Assert.Throws<InvalidDataException>(() => IdxReader.Read(_files.Images, _files.Labels, classes));
        Assert.StartsWith(path + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
