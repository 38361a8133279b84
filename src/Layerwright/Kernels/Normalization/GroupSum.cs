using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sums over the channels of a group.</summary>
internal static unsafe class GroupSum<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>The sum of <paramref name="count"/> numbers; a vector more than they are is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float* values, int count)
    {
        float sum = 0;
        if (count < TInstructions.Count)
        {
            // Sums of small groups do not wait for each other.
            for (int i = 0; i < count; i++)
            {
                sum += values[i];
            }

            return sum;
        }

        TVector sums = TInstructions.Zero;
        for (nint i = 0; i < count; i += TInstructions.Count)
        {
            sums = TInstructions.Add(sums, RowEnd<TInstructions, TVector>.Inside(TInstructions.Load(values + i), count - i));
        }

        return TInstructions.Sum(sums);
    }
}
