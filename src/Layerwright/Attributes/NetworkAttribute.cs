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
    /// <summary>Also compute the loss's gradient with respect to the input in every training step. Default: false.</summary>
    public bool InputGradient { get; set; }

    /// <summary>Generate training code. False: the network only predicts, from weights that are loaded. Default: true.</summary>
    public bool Training { get; set; } = true;
}
