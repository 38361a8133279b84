namespace Layerwright;

/// <summary>Two branches over one input, joined on the channel axis.</summary>
/// <remarks>
/// Heights and widths (or lengths) of all branches agree; the channels add up, in the order of the branches. State under
/// <c>concat1.0.conv1.weight</c>, <c>concat1.1.conv1.weight</c>, …: an <see cref="Identity"/> branch has a number too.
/// </remarks>
/// <example>
/// <code>
/// [Concat&lt;Identity, Inner&gt;]     // DenseNet's and U-Net's skip
/// </code>
/// </example>
/// <typeparam name="T1">The first branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="T2">The second branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2> : LayerAttribute
    where T1 : class
    where T2 : class;

/// <summary>Three branches over one input, joined on the channel axis.</summary>
/// <remarks>
/// Heights and widths (or lengths) of all branches agree; the channels add up, in the order of the branches. State under
/// <c>concat1.0.conv1.weight</c>, <c>concat1.1.conv1.weight</c>, …: an <see cref="Identity"/> branch has a number too.
/// </remarks>
/// <typeparam name="T1">The first branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="T2">The second branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="T3">The third branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3> : LayerAttribute
    where T1 : class
    where T2 : class
    where T3 : class;

/// <summary>Four branches over one input, joined on the channel axis.</summary>
/// <remarks>
/// Heights and widths (or lengths) of all branches agree; the channels add up, in the order of the branches. State under
/// <c>concat1.0.conv1.weight</c>, <c>concat1.1.conv1.weight</c>, …: an <see cref="Identity"/> branch has a number too.
/// </remarks>
/// <typeparam name="T1">The first branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="T2">The second branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="T3">The third branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="T4">The fourth branch, a class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3, T4> : LayerAttribute
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class;
