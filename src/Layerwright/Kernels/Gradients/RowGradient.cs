using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The weight gradient of one row, an outer product that goes to the sink vector by vector: no sum waits for another, so no tile is
/// needed. The same products as a tile's, and so the same bits.
/// </summary>
internal readonly unsafe struct RowGradient<TSink>(Tensor input, Tensor outputGradient, PanelRange panels, TSink sink, bool hasBias, TSink biasSink)
    : IKernel
    where TSink : struct, IGradientSink<TSink>
{
    // Inlined into a caller it would take so much of what the JIT inlines there that the sink became a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint width = 2 * TInstructions.Count;
        for (nint panel = panels.First; panel < panels.First + panels.Count; panel++)
        {
            nint column = panel * width;
            if (column + TInstructions.Count < outputGradient.Columns)
            {
                Panel<TInstructions, TVector, Two>(column);
            }
            else
            {
                Panel<TInstructions, TVector, One>(column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Panel<TInstructions, TVector, TColumns>(nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
    {
        if (hasBias)
        {
            BiasGradient<TInstructions, TVector>.Run<TColumns, TSink>(1, outputGradient.Data + column, 0, column, biasSink);
        }

        Outer<TInstructions, TVector, TColumns>(input.Data, input.Columns, outputGradient.Data + column, column * input.Columns, sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Outer<TInstructions, TVector, TColumns>(float* input, nint inputs, float* gradient, nint offset, TSink sink)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
    {
        TVector a = TInstructions.Load(gradient), b = sizeof(TColumns) > 1 ? TInstructions.Load(gradient + TInstructions.Count) : a;
        for (float* end = input + inputs; input < end; input++)
        {
            TVector x = TInstructions.Broadcast(*input);
            sink.Apply<TInstructions, TVector>(TInstructions.MultiplyAdd(x, a, TInstructions.Zero), offset);
            offset += TInstructions.Count;
            if (sizeof(TColumns) > 1)
            {
                sink.Apply<TInstructions, TVector>(TInstructions.MultiplyAdd(x, b, TInstructions.Zero), offset);
                offset += TInstructions.Count;
            }
        }
    }
}
