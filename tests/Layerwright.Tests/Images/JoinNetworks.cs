#pragma warning disable LW2001, LW3001, LW4001 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Images;

[Network(InputGradient = true)]
[ImageInput(7, 6, 3)]
[Residual<Halving>(Projection = true)]
[ReLU]
[GlobalAveragePool2D]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class ProjectedImage;

[Network(InputGradient = true)]
[ImageInput(7, 6, 3)]
[Residual<Halving, HalvingShortcut>]
[ReLU]
[GlobalAveragePool2D]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class ShortcutImage;

[Network(InputGradient = true)]
[ImageInput(7, 6, 3)]
[Concat<Identity, Inner, Identity>]
[Gate<Excite>]
[Repeat<Nested>(2)]
[Flatten]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class JoinedImage;

[Network(InputGradient = true)]
[SequenceInput(9, 3)]
[Residual<Thirds>(Projection = true)]
[GlobalMaxPool1D]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class ProjectedSequence;

[Block]
[Conv2D(5, 3, StrideHeight = 3, StrideWidth = 2, Pad = 1)]
[BatchNorm]
internal sealed class Halving;

[Block]
[Conv2D(5, 1, StrideHeight = 3, StrideWidth = 2, UseBias = false)]
[BatchNorm]
internal sealed class HalvingShortcut;

[Block]
[Conv2D(4, 3, Padding = Padding.Same)]
internal sealed class Inner;

[Block]
[GlobalAveragePool2D]
[Dense(4)]
[ReLU]
[Dense(10)]
[Sigmoid]
internal sealed class Excite;

[Block]
[Residual<Deeper>]
[Gate<Excite>]
internal sealed class Nested;

[Block]
[Concat<Inner, SixMaps>]
internal sealed class Deeper;

[Block]
[Conv2D(6, 1)]
[Tanh]
internal sealed class SixMaps;

[Block]
[Conv1D(4, 3, Stride = 3, Pad = 1)]
internal sealed class Thirds;
