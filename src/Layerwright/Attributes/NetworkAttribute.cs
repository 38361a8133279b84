namespace Layerwright;

/// <summary>
/// Marks a partial class as a neural network: the attributes that follow, in order, are its layers, and the compiler writes
/// its forward and backward code, its members and its weights.
/// </summary>
/// <remarks>
/// The first of the other attributes is the input, the last may be a loss. A network without a loss trains through
/// <c>Forward</c> and <c>Backward(outputGradient)</c>.
/// </remarks>
/// <example>
/// <code>
/// [Network]
/// [Input(784)]
/// [Dense(256)]
/// [BatchNorm]
/// [ReLU]
/// [Dense(10)]
/// [SoftmaxCrossEntropy]
/// public partial class FashionNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// Also compute the loss's gradient with respect to the input, as it is behind the normaliser, in every training step. Default: false.
    /// Without effect where <see cref="Training"/> is false: there are no such steps.
    /// </summary>
    public bool InputGradient { get; set; }

    /// <summary>Generate training code. False: the network only predicts, from weights that are loaded. Default: true.</summary>
    public bool Training { get; set; } = true;

    /// <summary>
    /// Compute convolutions of three by three taps at stride 1, and their gradients, by minimal filtering (Winograd's F(4×4, 3×3) and
    /// F(2×2, 3×3)) where that is quicker. Its rounding differs from the definition's: random numbers come out at most about three times as far
    /// from exact as by summing directly; a weight's gradient that is 0 because its terms cancel comes out as a rounding error, which adaptive
    /// optimizers may follow. False: sum directly. Default: the project's <c>LayerwrightWinograd</c>, which is true unless set.
    /// </summary>
    public bool Winograd { get; set; } = true;
}
