namespace Layerwright;

/// <summary>One layer in one observed step. Figures that have no meaning for the layer, or were not taken, are null.</summary>
public sealed record LayerSample
{
    /// <summary>Updates made in the fit before this one.</summary>
    public required long Step { get; init; }

    /// <summary>The mean of the layer's outputs over the observed rows.</summary>
    public required double Mean { get; init; }

    /// <summary>Their deviation.</summary>
    public required double Deviation { get; init; }

    /// <summary>How they are spread.</summary>
    public required Histogram Activations { get; init; }

    /// <summary>The share of outputs within 3 % of a bound of their range, for activations with two bounds (tanh, sigmoid and their hard forms).</summary>
    public double? Saturated { get; init; }

    /// <summary>
    /// The share of the layer's units (of an image its channels) with no positive value in the last rows observed, 1,000 at least;
    /// for rectifiers, once so many rows were seen.
    /// </summary>
    public double? Dead { get; init; }

    /// <summary>The root mean square of the loss's gradient with respect to the outputs.</summary>
    public double? GradientRms { get; init; }

    /// <summary>How that gradient is spread.</summary>
    public Histogram? Gradients { get; init; }

    /// <summary>The root mean square of the gradient of the layer's weights, penalties included.</summary>
    public double? WeightGradientRms { get; init; }

    /// <summary>‖Δw‖₂/‖w‖₂ of the layer's weights in this update, divided by the schedule's factor on the learning rate and the layer's multiplier of it.</summary>
    public double? UpdateRatio { get; init; }

    /// <summary>The share of the layer's units whose incoming weights' gradients all have one sign.</summary>
    public double? OneSignUnits { get; init; }

    /// <summary>How the layer's weights are spread before the update.</summary>
    public Histogram? Weights { get; init; }

    /// <summary>For example <c>step 32: mean 0.011, deviation 0.98</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"step {Step}: mean {Mean:g4}, deviation {Deviation:g4}");
}
