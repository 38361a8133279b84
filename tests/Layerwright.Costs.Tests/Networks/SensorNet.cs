#pragma warning disable LW4001 // networks this small have no normalisation

namespace Layerwright.Costs;

/// <summary>A sensor's two classes: 24-8-2.</summary>
[Network]
[Input(24)]
[Dense(8)]
[ReLU]
[Dense(2)]
[SoftmaxCrossEntropy]
public partial class SensorNet;
