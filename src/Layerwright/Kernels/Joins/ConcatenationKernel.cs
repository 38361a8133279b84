using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Copies up to four tensors side by side, line by line; the epilogue runs over the line while it is in the cache.</summary>
internal readonly unsafe struct ConcatenationKernel<TEpilogue>(
    int rows, Tensor first, Tensor second, Tensor third, Tensor fourth, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int padding = PanelLayout.RoundUp(output.Columns) - output.Columns;
        for (nint row = 0; row < rows; row++)
        {
            float* line = output.Data + (row * output.Stride);
            float* end = Append<TInstructions, TVector>(first, row, line);
            end = Append<TInstructions, TVector>(second, row, end);
            end = third.IsAbsent ? end : Append<TInstructions, TVector>(third, row, end);
            end = fourth.IsAbsent ? end : Append<TInstructions, TVector>(fourth, row, end);
            new Span<float>(end, padding).Clear();
            for (nint column = 0; typeof(TEpilogue) != typeof(None) && column < output.Columns; column += TInstructions.Count)
            {
                TVector value = TInstructions.Load(line + column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), line + column);
            }
        }
    }

    /// <summary>Writes one line of a part and nothing behind it, where the next line may be another thread's.</summary>
    /// <returns>Where the next part begins.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Append<TInstructions, TVector>(Tensor part, nint row, float* target)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        float* source = part.Data + (row * part.Stride);
        nint columns = part.Columns, last = columns - TInstructions.Count;
        if (last < 0)
        {
            new ReadOnlySpan<float>(source, (int)columns).CopyTo(new(target, (int)columns));
            return target + columns;
        }

        for (nint column = 0; column < last; column += TInstructions.Count)
        {
            TInstructions.Store(TInstructions.Load(source + column), target + column);
        }

        TInstructions.Store(TInstructions.Load(source + last), target + last);
        return target + columns;
    }
}
