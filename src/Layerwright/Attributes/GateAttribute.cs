namespace Layerwright;

/// <summary>A gate, y = x ⊙ T(x): the block's output lets the input through element by element (squeeze and excite: Hu et al. 2018).</summary>
/// <remarks>
/// Shape kept. The branch ends in its input's shape or, on images and sequences, in one number for each channel (a vector, or an
/// image of one pixel), which then holds for all positions. State under <c>gate1.dense1.weight</c>.
/// </remarks>
/// <example>
/// <code>
/// [Conv2D(64, 3, Padding = Padding.Same)]
/// [BatchNorm]
/// [Gate&lt;SqueezeExcite&gt;]
///
/// [Block]
/// [GlobalAveragePool2D]
/// [Dense(16)]
/// [ReLU]
/// [Dense(64)]
/// [Sigmoid]
/// class SqueezeExcite;
/// </code>
/// </example>
/// <typeparam name="T">What the input is multiplied by, a class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GateAttribute<T> : LayerAttribute
    where T : class;
