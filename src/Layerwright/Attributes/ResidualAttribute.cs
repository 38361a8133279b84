namespace Layerwright;

/// <summary>A residual connection, y = x + T(x): the block's output is added to its input (He et al. 2016).</summary>
/// <remarks>
/// Shape kept; the branch must give back the shape it gets, unless <see cref="Projection"/> fits the shortcut to it. State under
/// <c>residual1.branch.dense1.weight</c> and, with a projection, <c>residual1.shortcut.dense1.weight</c>.
/// </remarks>
/// <example>
/// <code>
/// [Residual&lt;Basic&gt;]
/// [ReLU]
/// </code>
/// </example>
/// <typeparam name="TBranch">The branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TBranch> : LayerAttribute
    where TBranch : class
{
    /// <summary>
    /// Give the shortcut weights so that its shape fits the branch's: a dense layer without bias, on images and sequences a
    /// convolution of kernel 1 with, per axis, the smallest stride that fits; then a BatchNorm where the branch ends in one.
    /// Default: false, the identity.
    /// </summary>
    public bool Projection { get; set; }
}

/// <summary>A residual connection with a shortcut of its own, y = S(x) + T(x).</summary>
/// <remarks>
/// Branch and shortcut must give the same shape, which is the output's. State under <c>residual1.branch.dense1.weight</c> and
/// <c>residual1.shortcut.dense1.weight</c>.
/// </remarks>
/// <typeparam name="TBranch">The branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="TShortcut">The shortcut, a class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TBranch, TShortcut> : LayerAttribute
    where TBranch : class
    where TShortcut : class;
