namespace Layerwright.Kernels;

/// <summary>Where the elements of groups lie in a row, wherever that is: they are counted channel by channel, each with all its positions.</summary>
internal readonly struct GroupElements
{
    private readonly int _positions;
    private readonly int _positionStride;
    private readonly bool _isFlattened;

    private GroupElements(int length, int positions, int positionStride, int groups, bool isFlattened)
    {
        Size = length / groups;
        Groups = groups;
        _positions = positions;
        _positionStride = positionStride;
        _isFlattened = isFlattened;
    }

    /// <summary>Elements of a group.</summary>
    public int Size { get; }

    public int Groups { get; }

    /// <summary>Lines of a row.</summary>
    public int Lines => _isFlattened ? 1 : _positions;

    public static GroupElements OfImage(int channels, int positions, int stride, int groups) =>
        new(channels * positions, positions, stride, groups, isFlattened: false);

    public static GroupElements OfFlattened(int length, int positions, int groups) =>
        new(length, positions, length / positions, groups, isFlattened: true);

    /// <summary>Where an element lies in its row.</summary>
    public nint Offset(int element) => ((nint)(element % _positions) * _positionStride) + (element / _positions);

    /// <summary>Where its γ, β and their sums lie.</summary>
    public nint Column(int element) => _isFlattened ? Offset(element) : element / _positions;
}
