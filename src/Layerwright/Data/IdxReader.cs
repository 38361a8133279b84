using System.Buffers.Binary;
using System.Globalization;
using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>Reads images and labels in the IDX format of MNIST and its successors, plain or compressed with gzip.</summary>
/// <remarks>
/// Bytes 0 … 255 become 0 … 1, as PyTorch's ToTensor does. A file is compressed if it begins like gzip, whatever its name.
/// Format: big-endian magic number (element type and number of dimensions), one int32 per dimension, elements.
/// </remarks>
public static class IdxReader
{
    private const int ImagesMagic = 0x00000803, LabelsMagic = 0x00000801;

    /// <summary>Reads a file of grey images and the file of their labels.</summary>
    /// <param name="imagesPath">Unsigned bytes, three dimensions: images, height, width (<c>…-images-idx3-ubyte</c>).</param>
    /// <param name="labelsPath">Unsigned bytes, one dimension: a label for each image (<c>…-labels-idx1-ubyte</c>).</param>
    /// <param name="classes">Number of classes. Default: the largest label in the file and one.</param>
    /// <returns>Labelled rows whose <see cref="Dataset.RowShape"/> is height × width × 1.</returns>
    /// <exception cref="InvalidDataException">
    /// A file is broken: the message names it, the offset (after decompression), what was expected and what was found.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Dataset Read(string imagesPath, string labelsPath, int? classes = null)
    {
        ArgumentNullException.ThrowIfNull(imagesPath);
        ArgumentNullException.ThrowIfNull(labelsPath);
        var (images, dimensions) = ReadElements(imagesPath, ImagesMagic, ["images", "height", "width"]);
        var (labels, _) = ReadElements(labelsPath, LabelsMagic, ["labels"]);
        if (labels.Length != dimensions[0])
        {
            throw new InvalidDataException(
                $"{labelsPath}: {labels.Length} labels at offset 4, but {imagesPath} holds {dimensions[0]} images.");
        }

        var inputs = new float[images.Length];
        TensorPrimitives.ConvertTruncating(images.Span, inputs);
        TensorPrimitives.Divide(inputs, 255f, inputs);
        return Dataset.FromLabels(
            inputs, ToLabels(labelsPath, labels.Span, classes), classes ?? Math.Max(2, TensorPrimitives.Max(labels.Span) + 1),
            new ImageShape(dimensions[1], dimensions[2], 1));
    }

    private static int[] ToLabels(string path, ReadOnlySpan<byte> bytes, int? classes)
    {
        var labels = new int[bytes.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = bytes[i];
            if (labels[i] >= classes)
            {
                throw new InvalidDataException(
                    $"{path}: label {labels[i]} at offset {8 + i}; expected 0 to {classes - 1}, since there are {classes} classes.");
            }
        }

        return labels;
    }

    private static (ReadOnlyMemory<byte> Elements, int[] Dimensions) ReadElements(string path, int magic, string[] names)
    {
        byte[] content = DataFile.ReadAll(path);
        int found = ReadInt32(path, content, 0, "the magic number");
        if (found != magic)
        {
            throw new InvalidDataException(
                $"{path}: magic number 0x{found:X8} at offset 0; expected 0x{magic:X8} (unsigned bytes by {string.Join(", ", names)}).");
        }

        var dimensions = new int[names.Length];
        long length = 1;
        for (int i = 0; i < dimensions.Length; i++)
        {
            int offset = 4 + 4 * i;
            dimensions[i] = ReadInt32(path, content, offset, $"the number of {names[i]}");
            if (dimensions[i] < 1)
            {
                throw new InvalidDataException($"{path}: {names[i]} at offset {offset} is {dimensions[i]}; expected at least 1.");
            }

            // Three factors of 31 bits overflow 64 bits, so the bound is checked after each.
            length *= dimensions[i];
            if (length > Array.MaxLength)
            {
                throw new InvalidDataException(
                    $"{path}: {names[i]} at offset {offset} is {dimensions[i]}: more elements than an array can hold ({Array.MaxLength}).");
            }
        }

        int header = 4 + 4 * dimensions.Length;
        if (content.Length - header != length)
        {
            string what = content.Length - header < length ? "truncated" : "trailing bytes";
            string product = string.Join('×', dimensions.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            throw new InvalidDataException(
                $"{path}: {what}: expected {length} bytes ({product}) from offset {header}, found {content.Length - header}.");
        }

        return (content.AsMemory(header), dimensions);
    }

    private static int ReadInt32(string path, byte[] content, int offset, string what) =>
        content.Length >= offset + 4
            ? BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(offset))
            : throw new InvalidDataException(
                $"{path}: truncated: expected 4 bytes at offset {offset} ({what}), found {Math.Max(0, content.Length - offset)}.");
}
