namespace Layerwright.Benchmarks;

/// <summary>One layer of 64 inputs and 64 outputs.</summary>
[Network]
[Input(64)]
[Dense(64)]
[ReLU]
public partial class LayerOf64;
