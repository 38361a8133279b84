using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Adds gradients of the loss to those that <see cref="StoreSink"/> stored; penalties are in them already.</summary>
internal readonly unsafe struct AccumulateSink : IGradientSink<AccumulateSink>
{
    private readonly float* _gradients;
    private readonly ParameterTerms* _table;
    private readonly float _share;

    public AccumulateSink(float* gradients, ParameterTerms* table, float share)
    {
        _gradients = gradients;
        _table = table;
        _share = share;
    }

    public AccumulateSink For(int parameter) => new(_gradients + _table[parameter].Offset, null, _share);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TInstructions.Store(
            TInstructions.MultiplyAdd(TInstructions.Broadcast(_share), gradient, TInstructions.Load(_gradients + offset)),
            _gradients + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint offset) => CacheLine.Prefetch(_gradients + offset);

    public void Claim(nint offset)
    {
    }
}
