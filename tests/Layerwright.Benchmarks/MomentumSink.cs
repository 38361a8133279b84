using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Gradient descent with momentum, straight from the gradient's registers.</summary>
internal readonly unsafe struct MomentumSink(float* weights, float* velocity) : IGradientSink<MomentumSink>
{
    public static MomentumSink Create(BenchmarkMemory memory, PackedMatrix weights) =>
        new(weights.Data, memory.Allocate(PanelLayout.PackedLength(weights.Inputs, weights.Outputs)));

    public MomentumSink For(int parameter) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector speed = TInstructions.MultiplyAdd(TInstructions.Load(velocity + offset), TInstructions.Broadcast(0.9f), gradient);
        TInstructions.Store(speed, velocity + offset);
        TVector weight = TInstructions.MultiplyAdd(speed, TInstructions.Broadcast(-1e-6f), TInstructions.Load(weights + offset));
        TInstructions.Store(weight, weights + offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint offset)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(weights + offset);
            Sse.Prefetch0(velocity + offset);
        }
    }

    public void Claim(nint offset)
    {
    }
}
