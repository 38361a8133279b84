#pragma warning disable LW2001, LW3001, LW4001 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Images;

[Network]
[SequenceInput(6, 4)]
[Dense(16)]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy(IgnoreLabel = -1)]
public partial class Tagger;

[Network]
[ImageInput(3, 5, 2, Layout = ImageLayout.ChannelsFirst)]
[BatchNorm]
[Flatten]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class PlaneClassifier;

[Network]
[ImageInput(1, 1, 4)]
[BatchNorm]
[MeanSquaredError]
public partial class OnePixel;

[Network]
[ImageInput(2, 1, 4)]
[BatchNorm]
[MeanSquaredError]
public partial class TwoPixels;
