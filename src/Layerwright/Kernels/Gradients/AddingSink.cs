using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Adds sums to those in memory.</summary>
internal readonly unsafe struct AddingSink(float* target) : IGradientSink<AddingSink>
{
    public AddingSink For(int parameter) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TInstructions.Store(TInstructions.Add(TInstructions.Load(target + offset), gradient), target + offset);

    public void Prefetch(nint offset)
    {
    }

    public void Claim(nint offset)
    {
    }
}
