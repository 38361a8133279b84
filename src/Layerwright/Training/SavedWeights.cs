using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A copy of a network's weights and running statistics, to go back to.</summary>
/// <param name="parameters">The network's.</param>
internal sealed class SavedWeights(ParameterStore parameters)
{
    private readonly float[] _values = parameters.Values.Buffer.Span.ToArray();

    /// <summary>Takes the present weights, unless one is not finite.</summary>
    /// <returns>False where one is not finite: then the copy is as before.</returns>
    public bool TryTake()
    {
        ReadOnlySpan<float> present = parameters.Values.Buffer.Span;
        if (!TensorPrimitives.IsFiniteAll(present))
        {
            return false;
        }

        present.CopyTo(_values);
        return true;
    }

    /// <summary>Takes the weights of another copy.</summary>
    public void Take(SavedWeights other) => other._values.CopyTo(_values, 0);

    /// <summary>Gives the network these weights.</summary>
    public void Restore()
    {
        _values.CopyTo(parameters.Values.Buffer.Span);
        parameters.MarkChanged();
    }
}
