using Layerwright;

/// <summary>Tells a penguin's species from four measurements.</summary>
[Network]
[Input(4)]
//#if (deep)
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(64)]
[BatchNorm]
[ReLU]
//#endif
[Dense(32)]
[BatchNorm]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class PenguinNet;
