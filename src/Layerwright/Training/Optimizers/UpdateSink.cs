using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Takes gradients straight into an optimizer's update: no gradient is stored anywhere.</summary>
/// <typeparam name="TRule">The optimizer's formula.</typeparam>
/// <typeparam name="TGradients">
/// <see cref="PlainGradients"/> or <see cref="ShapedGradients"/>. A tile updates 16 vectors in a row: code that most steps do not
/// need would stand there 16 times, more than the JIT inlines.
/// </typeparam>
internal readonly unsafe struct UpdateSink<TRule, TGradients> : IGradientSink<UpdateSink<TRule, TGradients>>
    where TRule : struct, IUpdateRule
    where TGradients : struct
{
    private readonly float* _weights;
    private readonly float* _first;
    private readonly float* _second;
    private readonly ParameterTerms* _table;
    private readonly ParameterTerms _terms;
    private readonly TRule _rule;
    private readonly bool _isShared;

    public UpdateSink(float* weights, float* first, float* second, ParameterTerms* table, TRule rule, bool isShared)
    {
        _isShared = isShared;
        _weights = weights;
        _first = first;
        _second = second;
        _table = table;
        _rule = rule;
    }

    private UpdateSink(in UpdateSink<TRule, TGradients> whole, ParameterTerms terms)
    {
        _weights = whole._weights + terms.Offset;
        _first = whole._first + terms.Offset;
        _second = whole._second + terms.Offset;
        _terms = terms;
        _rule = whole._rule;
        _isShared = whole._isShared;
    }

    public UpdateSink<TRule, TGradients> For(int parameter) => new(this, _table[parameter]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector weight = TInstructions.Load(_weights + offset);
        if (typeof(TGradients) == typeof(ShapedGradients))
        {
            gradient = _terms.Clip<TInstructions, TVector>(_terms.AddPenalties<TInstructions, TVector>(gradient, weight));
        }

        TInstructions.Store(
            _rule.Update<TInstructions, TVector>(weight, gradient, _first + offset, _second + offset, _terms.Rate, _terms.Decay),
            _weights + offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint offset)
    {
        CacheLine.Prefetch(_weights + offset);
        if (TRule.Moments > 0)
        {
            CacheLine.Prefetch(_first + offset);
        }

        if (TRule.Moments > 1)
        {
            CacheLine.Prefetch(_second + offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Claim(nint offset)
    {
        // Every thread's forward pass has read all weights; moments are the updates' alone.
        if (_isShared)
        {
            CacheLine.Claim(_weights + offset);
        }
    }
}
