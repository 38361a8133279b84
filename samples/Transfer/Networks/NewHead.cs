using Layerwright;

namespace TransferSample;

/// <summary>The same features, frozen: what was learnt stays, statistics too, and no gradient is computed below the new head.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same, Frozen = true)]
[BatchNorm(Frozen = true)]
[ReLU]
[MaxPool2D(2)]
[Conv2D(32, 3, Padding = Padding.Same, Frozen = true)]
[BatchNorm(Frozen = true)]
[ReLU]
[Conv2D(32, 3, Padding = Padding.Same, Frozen = true)]
[BatchNorm(Frozen = true)]
[ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3, Padding = Padding.Same, Frozen = true)]
[BatchNorm(Frozen = true)]
[ReLU]
[GlobalAveragePool2D]
[Dense(2, Name = "Head")]
[SoftmaxCrossEntropy]
public partial class NewHead;
