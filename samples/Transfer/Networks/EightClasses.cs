using Layerwright;

namespace TransferSample;

/// <summary>Learns features from eight kinds of clothing. The layers up to the head have the names that the other networks know them by.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(8, Name = "Head")]
[SoftmaxCrossEntropy]
public partial class EightClasses;
