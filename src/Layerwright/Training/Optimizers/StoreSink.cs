using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Stores gradients of loss (or of a share of it) plus penalties in a flat array laid out as the parameters.
/// </summary>
internal readonly unsafe struct StoreSink : IGradientSink<StoreSink>
{
    private readonly float* _weights;
    private readonly float* _gradients;
    private readonly ParameterTerms* _table;
    private readonly float _share;
    private readonly ParameterTerms _terms;

    public StoreSink(float* weights, float* gradients, ParameterTerms* table, float share)
    {
        _weights = weights;
        _gradients = gradients;
        _table = table;
        _share = share;
    }

    private StoreSink(in StoreSink whole, ParameterTerms terms)
    {
        _weights = whole._weights + terms.Offset;
        _gradients = whole._gradients + terms.Offset;
        _share = whole._share;
        _terms = terms;
    }

    public StoreSink For(int parameter) => new(this, _table[parameter]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        // A whole share multiplies by 1: the bits are those of the fused update.
        TVector part = TInstructions.Multiply(TInstructions.Broadcast(_share), gradient);
        TInstructions.Store(
            _terms.AddPenalties<TInstructions, TVector>(part, TInstructions.Load(_weights + offset)), _gradients + offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint offset) => CacheLine.Prefetch(_gradients + offset);

    public void Claim(nint offset)
    {
    }
}
