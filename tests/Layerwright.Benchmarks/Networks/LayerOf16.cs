namespace Layerwright.Benchmarks;

/// <summary>One layer of 16 inputs and 16 outputs.</summary>
[Network]
[Input(16)]
[Dense(16)]
[ReLU]
public partial class LayerOf16;
