namespace Layerwright.Kernels;

/// <summary>Where a tile's sums go from registers. Passed by value: a reference costs up to six points of speed at small depths.</summary>
internal interface ITileTarget<TSelf>
    where TSelf : struct, ITileTarget<TSelf>
{
    /// <summary>
    /// True where depth runs over rows of the batch, as in a weight gradient: a row's numbers lie in as many lines, and those of
    /// neighbouring rows side by side.
    /// </summary>
    static abstract bool IsDepthAcrossLines { get; }

    /// <summary>The same target, aimed that many rows further down.</summary>
    TSelf Down(nint rows);

    /// <summary>The same target, aimed that many lines of the tensor further.</summary>
    TSelf Lines(nint lines);

    /// <summary>Called before the sums begin: time to ask for what <see cref="Take"/> will touch, of this tile or of the next.</summary>
    void Prepare(nint rows, nint columns);

    /// <summary>Takes the vector of sums at a row and a column of the tile.</summary>
    void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;
}
