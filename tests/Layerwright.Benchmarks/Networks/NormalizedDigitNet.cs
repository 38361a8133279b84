namespace Layerwright.Benchmarks;

/// <summary>The same with batch normalisation, which adds two meetings of the rows to each pass.</summary>
[Network]
[Input(784)]
[Dense(512)]
[BatchNorm]
[ReLU]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class NormalizedDigitNet;
