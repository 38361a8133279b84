using System.Globalization;

namespace Layerwright.CodeModel.Common;

/// <summary>The shape of one row: <c>784</c> for a vector. Images are height × width × channels.</summary>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    /// <summary>What follows an error that left no shape: nothing is said about it again.</summary>
    public static Shape Unknown { get; } = new(EquatableArray<int>.Empty);

    public static Shape Vector(int length) => new(EquatableArray.Of(length));

    public bool IsUnknown => Dimensions.Count == 0;

    /// <summary>Elements of one row; 0 where the shape is unknown.</summary>
    public int Length => IsUnknown ? 0 : Dimensions.Aggregate(1, (product, size) => product * size);

    public override string ToString() =>
        IsUnknown ? "?" : string.Join("×", Dimensions.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
