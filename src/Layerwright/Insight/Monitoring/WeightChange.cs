using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What one update does to a network's weights: the weights before it, after it, and their gradients.</summary>
internal sealed class WeightChange
{
    private readonly WeightArray _weights;
    private readonly float[] _before;

    /// <param name="parameters">The network's weights.</param>
    public WeightChange(ParameterStore parameters)
    {
        _weights = parameters.Values;
        _before = new float[_weights.Layout.TrainableLength];
    }

    /// <summary>The gradients that were stored in the step.</summary>
    public StateDictionary? Gradients { get; private set; }

    /// <summary>The schedule's factor on the learning rate.</summary>
    public float RateFactor { get; private set; }

    /// <summary>Whether the weights' own histogram is wanted.</summary>
    public bool ShowsWeights { get; private set; }

    /// <summary>Keeps the weights before an update.</summary>
    public void Begin(bool showsWeights)
    {
        ShowsWeights = showsWeights;
        _weights.Buffer.Span[.._before.Length].CopyTo(_before);
    }

    /// <summary>The update has been made.</summary>
    public void End(StateDictionary gradients, float rateFactor)
    {
        Gradients = gradients;
        RateFactor = rateFactor;
    }

    /// <summary>A parameter before the update, as it is stored.</summary>
    public ReadOnlySpan<float> Before(int parameter)
    {
        WeightPlace place = _weights.Layout.Places[parameter];
        return _before.AsSpan(place.Offset, place.Length);
    }

    /// <summary>The same after it.</summary>
    public ReadOnlySpan<float> After(int parameter) => _weights.Stored(parameter);

    /// <summary>Where a parameter lies.</summary>
    public WeightPlace Place(int parameter) => _weights.Layout.Places[parameter];
}
