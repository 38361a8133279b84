using Layerwright;

namespace TransferSample;

/// <summary>The same layers with nothing frozen: to fine-tune what the new head was trained on, or to train from scratch.</summary>
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
[Dense(2, Name = "Head")]
[SoftmaxCrossEntropy]
public partial class TwoClasses;
