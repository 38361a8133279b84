namespace Layerwright;

/// <summary>
/// Marks a class as a reusable chain of layers, for <see cref="ResidualAttribute{TBranch}"/>, <see cref="UseAttribute{T}"/>
/// and <see cref="RepeatAttribute{T}"/>.
/// </summary>
/// <remarks>
/// A block has no input and no loss of its own: its shapes come from where it is used, and every use has its own weights.
/// Nothing is generated for it, so it need not be partial.
/// </remarks>
/// <example>
/// <code>
/// [Block]
/// [Dense(128)]
/// [BatchNorm]
/// [ReLU]
/// [Dense(128)]
/// [BatchNorm]
/// class Basic;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BlockAttribute : Attribute;
