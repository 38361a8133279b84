#pragma warning disable LW2001, LW3001, LW4001 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Images;

[Network(InputGradient = true)]
[Input(60)]
[Reshape(5, 4, 3)]
[BatchNorm]
[PReLU(PerChannel = true)]
[Reshape(60)]
[Tanh]
[MeanSquaredError]
public partial class ReshapedVector;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[BatchNorm]
[PReLU(PerChannel = true)]
[Tanh]
[MeanSquaredError]
public partial class SameImage;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[Reshape(2, 10, 3)]
[Tanh]
[Reshape(3, 2, 10)]
[MeanSquaredError]
public partial class ReshapedImage;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[SpatialDropout2D(0.4)]
public partial class DroppedChannels;

[Network(InputGradient = true)]
[Input(3)]
[Dropout(0.4)]
public partial class DroppedFeatures;
