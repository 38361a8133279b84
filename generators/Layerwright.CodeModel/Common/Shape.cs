using System.Globalization;

namespace Layerwright.CodeModel.Common;

/// <summary>
/// The shape of one row: <c>784</c> for a vector, length × features for a sequence, height × width × channels for an image. The
/// last axis is the channels, the others make its positions. A size of 0 is one that an error left open.
/// </summary>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    /// <summary>What follows an error that left no shape: nothing is said about it again.</summary>
    public static Shape Unknown { get; } = new(EquatableArray<int>.Empty);

    public static Shape Vector(int length) => new(EquatableArray.Of(length));

    public static Shape Sequence(int steps, int features) => new(EquatableArray.Of(steps, features));

    public static Shape Image(int height, int width, int channels) => new(EquatableArray.Of(height, width, channels));

    public bool IsUnknown => Dimensions.Count == 0;

    /// <summary>A size is not known, because of an error that has been said: nothing that depends on it is judged.</summary>
    public bool IsOpen => IsUnknown || Dimensions.Contains(0);

    public bool IsVector => Dimensions.Count == 1;

    public bool IsSequence => Dimensions.Count == 2;

    public bool IsImage => Dimensions.Count == 3;

    /// <summary>Elements of one row; 0 where the shape, or a size of it, is unknown. A product beyond all bounds stays at the largest number.</summary>
    public int Length => IsUnknown ? 0 : Product(Dimensions);

    /// <summary>Elements of one position: the last axis; 0 where the shape is unknown.</summary>
    public int Channels => IsUnknown ? 0 : Dimensions[Dimensions.Count - 1];

    /// <summary>Pixels of an image, steps of a sequence; 1 for a vector.</summary>
    public int Positions => Product(Dimensions.Take(Dimensions.Count - 1));

    /// <summary>Rows of pixels; 1 for what is no image.</summary>
    public int Height => IsImage ? Dimensions[0] : 1;

    /// <summary>Pixels of a row, or steps of a sequence; 1 for a vector.</summary>
    public int Width => Dimensions.Count > 1 ? Dimensions[Dimensions.Count - 2] : 1;

    /// <summary>The same positions with other channels.</summary>
    public Shape WithChannels(int channels) => new(Dimensions.Take(Dimensions.Count - 1).Append(channels).ToEquatableArray());

    /// <summary>The positions alone: <c>14×14</c>; empty for a vector.</summary>
    public string PositionsText => Text(Dimensions.Take(Dimensions.Count - 1));

    public override string ToString() => IsUnknown ? "?" : Text(Dimensions);

    private static int Product(IEnumerable<int> sizes) => (int)sizes.Aggregate(1L, (product, size) => Math.Min(product * size, int.MaxValue));

    private static string Text(IEnumerable<int> sizes) => string.Join("×", sizes.Select(size => size == 0 ? "?" : size.ToString(CultureInfo.InvariantCulture)));
}
