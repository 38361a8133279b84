namespace Layerwright;

/// <summary>Puts the layers of a block here, with weights of their own.</summary>
/// <remarks>Shape as the block's layers give it. State under <c>use1.dense1.weight</c>.</remarks>
/// <typeparam name="T">A class marked <see cref="BlockAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UseAttribute<T> : LayerAttribute
    where T : class;
