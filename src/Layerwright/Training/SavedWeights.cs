using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A copy of a network's weights and running statistics, to go back to.</summary>
internal sealed class SavedWeights
{
    private readonly ParameterStore _parameters;
    private readonly PinnedBuffer _values;

    /// <param name="parameters">The network's; their present values are the first copy.</param>
    public SavedWeights(ParameterStore parameters)
    {
        _parameters = parameters;
        _values = PinnedBuffer.Scratch(parameters.Values.Layout.Length);
        parameters.Values.Buffer.Span.CopyTo(_values.Span);
    }

    /// <summary>The copy by PyTorch's names.</summary>
    public StateDictionary State => field ??= StateDictionary.OfCopy(_parameters.Infos, new WeightArray(_parameters.Values.Layout, _values));

    /// <summary>Takes the present weights, unless one is not finite.</summary>
    /// <returns>False where one is not finite: then the copy is as before.</returns>
    public bool TryTake()
    {
        ReadOnlySpan<float> present = _parameters.Values.Buffer.Span;
        if (!TensorPrimitives.IsFiniteAll(present))
        {
            return false;
        }

        present.CopyTo(_values.Span);
        return true;
    }

    /// <summary>Takes the weights of another copy.</summary>
    public void Take(SavedWeights other) => other._values.Span.CopyTo(_values.Span);

    /// <summary>Gives the network these weights.</summary>
    public void Restore()
    {
        _values.Span.CopyTo(_parameters.Values.Buffer.Span);
        _parameters.MarkChanged();
    }
}
