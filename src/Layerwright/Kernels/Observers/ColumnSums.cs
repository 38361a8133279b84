using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>What one line adds to two sums of a column.</summary>
internal interface IColumnTerms<TVector>
    where TVector : unmanaged
{
    /// <summary>Adds line <paramref name="row"/>.</summary>
    void Add<TInstructions>(nint row, ref TVector first, ref TVector second)
        where TInstructions : struct, IInstructionSet<TVector>;
}

/// <summary>
/// Sums down a column of lines: four at once, since additions wait for one another, and in runs, since a sum over all pixels of
/// many images would lose digits.
/// </summary>
internal static class ColumnSums<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private const int Run = 256;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Of<TTerms>(nint rows, TTerms terms)
        where TTerms : struct, IColumnTerms<TVector>
    {
        TVector first = TInstructions.Zero, second = first;
        for (nint start = 0; start < rows; start += Run)
        {
            nint end = Math.Min(start + Run, rows), row = start;
            TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
            for (; row + 3 < end; row += 4)
            {
                terms.Add<TInstructions>(row, ref a0, ref b0);
                terms.Add<TInstructions>(row + 1, ref a1, ref b1);
                terms.Add<TInstructions>(row + 2, ref a2, ref b2);
                terms.Add<TInstructions>(row + 3, ref a3, ref b3);
            }

            for (; row < end; row++)
            {
                terms.Add<TInstructions>(row, ref a0, ref b0);
            }

            first = TInstructions.Add(first, TInstructions.Add(TInstructions.Add(a0, a1), TInstructions.Add(a2, a3)));
            second = TInstructions.Add(second, TInstructions.Add(TInstructions.Add(b0, b1), TInstructions.Add(b2, b3)));
        }

        return (first, second);
    }
}
