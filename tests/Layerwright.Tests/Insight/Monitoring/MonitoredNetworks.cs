namespace Layerwright.Tests.Insight.Monitoring;

#pragma warning disable LW4001 // single layers are compared with sums over rows
/// <summary>Two features, a bounded and a rectified layer, three classes.</summary>
[Network]
[Input(2)]
[Dense(12)]
[Tanh]
[Dense(20, L2 = 0.01)]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class MixedNet;

/// <summary>Rectifiers that never see anything above 0.</summary>
[Network]
[Input(2)]
[Dense(16, BiasInit = -10)]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class DeadNet;
#pragma warning restore LW4001

/// <summary>Small images with everything that sums over rows or draws at random.</summary>
[Network]
[ImageInput(8, 8, 1)]
[Conv2D(6, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(9, 3)]
[BatchNorm]
[ReLU]
[Flatten]
[Dropout(0.2)]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class ImageNet;
