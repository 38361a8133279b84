using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Stores gradients where they belong in the parameter.</summary>
internal readonly unsafe struct StoringSink(float* target) : IGradientSink<StoringSink>
{
    public StoringSink For(int parameter) => this;

    public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged => TInstructions.Store(gradient, target + offset);

    public void Prefetch(nint offset)
    {
    }

    public void Claim(nint offset)
    {
    }
}
