#pragma warning disable LW2001, LW3001, LW4001 // pairs of small networks, one over an image and one over its channels one after the other
namespace Layerwright.Tests.Images;

[Network(InputGradient = true)]
[ImageInput(3, 2, 4)]
[Flatten]
[BatchNorm]
[PReLU(PerChannel = true)]
[LayerNorm]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class FlattenedChain;

[Network(InputGradient = true)]
[Input(24)]
[BatchNorm]
[PReLU(PerChannel = true)]
[LayerNorm]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class PlainChain;

[Network(InputGradient = true)]
[ImageInput(3, 2, 4)]
[Flatten]
[Residual<SameWidth>]
[Gate<Mask>]
[BatchNorm]
[Maxout(5, Pieces = 3)]
[SoftmaxCrossEntropy]
public partial class FlattenedSums;

[Network(InputGradient = true)]
[Input(24)]
[Residual<SameWidth>]
[Gate<Mask>]
[BatchNorm]
[Maxout(5, Pieces = 3)]
[SoftmaxCrossEntropy]
public partial class PlainSums;

[Network(InputGradient = true)]
[ImageInput(3, 2, 4)]
[Flatten]
[Concat<Narrow, Identity, SameWidth>]
[Residual<AsWideAsJoined>]
[BatchNorm]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class FlattenedJoins;

[Network(InputGradient = true)]
[Input(24)]
[Concat<Narrow, Identity, SameWidth>]
[Residual<AsWideAsJoined>]
[BatchNorm]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class PlainJoins;

[Network(InputGradient = true)]
[ImageInput(3, 2, 4)]
[Flatten]
[Residual<AcrossOrders>]
[Residual<SameWidth, AcrossOrders>]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class FlattenedAcross;

[Network(InputGradient = true)]
[Input(24)]
[Residual<AcrossOrders>]
[Residual<SameWidth, AcrossOrders>]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class PlainAcross;

[Network(InputGradient = true)]
[ImageInput(3, 2, 4)]
[Flatten]
[GroupNorm(8)]
[Concat<Six, Identity>]
[GroupNorm(3)]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class FlattenedGroups;

[Network(InputGradient = true)]
[Input(24)]
[GroupNorm(8)]
[Concat<Six, Identity>]
[GroupNorm(3)]
[Dense(6)]
[SoftmaxCrossEntropy]
public partial class PlainGroups;

[Block]
[Dense(24)]
[Tanh]
internal sealed class SameWidth;

[Block]
[Dense(5)]
[ReLU]
internal sealed class Narrow;

[Block]
[Dense(6)]
internal sealed class Six;

[Block]
[Dense(24)]
[Sigmoid]
internal sealed class Mask;

[Block]
[Tanh]
[Dense(53)]
internal sealed class AsWideAsJoined;

// The joined vector's order is no image's: the flattened one is brought into it, and what follows it.
[Block]
[Concat<HalfWidth, HalfWidth>]
internal sealed class AcrossOrders;

[Block]
[Dense(12)]
[Tanh]
internal sealed class HalfWidth;
