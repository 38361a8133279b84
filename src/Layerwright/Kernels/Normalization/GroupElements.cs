namespace Layerwright.Kernels;

/// <summary>Where the elements of groups lie in a row: they are counted channel by channel, each with all its positions.</summary>
/// <param name="channels">Channels of the row.</param>
/// <param name="positions">Positions of the row.</param>
/// <param name="stride">From position to position.</param>
/// <param name="groups">Groups of channels.</param>
internal readonly struct GroupElements(int channels, int positions, int stride, int groups)
{
    /// <summary>Elements of a group.</summary>
    public int Size { get; } = channels / groups * positions;

    public int Groups { get; } = groups;

    public int Positions { get; } = positions;

    /// <summary>Where an element lies in its row.</summary>
    public nint Offset(int element) => ((nint)(element % Positions) * stride) + Channel(element);

    public int Channel(int element) => element / Positions;
}
