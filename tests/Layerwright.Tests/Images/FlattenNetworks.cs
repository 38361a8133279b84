#pragma warning disable LW2001, LW3001, LW4001 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Images;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[BatchNorm]
[ReLU]
[Flatten]
[Dropout(0.2)]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class FlattenedLast;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3, Layout = ImageLayout.ChannelsFirst)]
[BatchNorm]
[ReLU]
[Flatten]
[Dropout(0.2)]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class FlattenedFirst;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[Flatten]
[Tanh]
[MeanSquaredError]
public partial class FlattenedOutput;

[Network(InputGradient = true)]
[Input(60)]
[Tanh]
[MeanSquaredError]
public partial class VectorOutput;
