namespace Layerwright.Kernels;

/// <summary>What kernels did. Padding counts as what it stands beside: it takes the same time.</summary>
/// <param name="Calls">Kernels run.</param>
/// <param name="MultiplyAdds">Fused multiply-adds, lane by lane.</param>
/// <param name="Arithmetic">Additions, multiplications, divisions and roots by themselves.</param>
/// <param name="Others">Comparisons, choices, operations on bits.</param>
/// <param name="Loaded">Floats loaded as vectors.</param>
/// <param name="Broadcast">Floats read one at a time into all lanes.</param>
/// <param name="Stored">Floats stored.</param>
/// <param name="NearLines">Cache lines that a first-level cache did not hold.</param>
/// <param name="FarLines">Cache lines that a second-level cache did not hold either.</param>
/// <param name="FirstLines">Cache lines that no kernel had touched before.</param>
internal readonly record struct KernelCost(
    long Calls,
    long MultiplyAdds,
    long Arithmetic,
    long Others,
    long Loaded,
    long Broadcast,
    long Stored,
    long NearLines,
    long FarLines,
    long FirstLines)
{
    /// <summary>Floating-point operations; a multiply-add counts two.</summary>
    public long Flops => (2 * MultiplyAdds) + Arithmetic;

    public static KernelCost operator +(KernelCost left, KernelCost right) => new(
        left.Calls + right.Calls,
        left.MultiplyAdds + right.MultiplyAdds,
        left.Arithmetic + right.Arithmetic,
        left.Others + right.Others,
        left.Loaded + right.Loaded,
        left.Broadcast + right.Broadcast,
        left.Stored + right.Stored,
        left.NearLines + right.NearLines,
        left.FarLines + right.FarLines,
        left.FirstLines + right.FirstLines);

    public static KernelCost operator -(KernelCost left, KernelCost right) => new(
        left.Calls - right.Calls,
        left.MultiplyAdds - right.MultiplyAdds,
        left.Arithmetic - right.Arithmetic,
        left.Others - right.Others,
        left.Loaded - right.Loaded,
        left.Broadcast - right.Broadcast,
        left.Stored - right.Stored,
        left.NearLines - right.NearLines,
        left.FarLines - right.FarLines,
        left.FirstLines - right.FirstLines);
}
