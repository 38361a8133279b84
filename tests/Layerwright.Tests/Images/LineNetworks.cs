#pragma warning disable LW2001, LW3001, LW4001, LW2009 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Images;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[BatchNorm(Momentum = 0.3)]
[PReLU(PerChannel = true)]
[LayerNorm]
[Dropout(0.3)]
[RMSNorm]
[SoftmaxCrossEntropy(IgnoreLabel = -1)]
public partial class ClassifiedPixels;

[Network(InputGradient = true)]
[Input(3)]
[BatchNorm(Momentum = 0.3)]
[PReLU(PerChannel = true)]
[LayerNorm]
[Dropout(0.3)]
[RMSNorm]
[SoftmaxCrossEntropy(IgnoreLabel = -1)]
public partial class ClassifiedLines;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[PReLU]
[AlphaDropout(0.2)]
[BatchNorm(Frozen = true)]
[Softmax]
[BatchNorm]
[MulticlassHinge]
public partial class ScoredPixels;

[Network(InputGradient = true)]
[Input(3)]
[PReLU]
[AlphaDropout(0.2)]
[BatchNorm(Frozen = true)]
[Softmax]
[BatchNorm]
[MulticlassHinge]
public partial class ScoredLines;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[BatchNorm]
[Residual<BentLine>]
[Huber]
public partial class RegressedPixels;

[Network(InputGradient = true)]
[Input(3)]
[BatchNorm]
[Residual<BentLine>]
[Huber]
public partial class RegressedLines;

[Block]
[Tanh]
[BatchNorm]
[GELU]
public class BentLine;

[Network(InputGradient = true)]
[ImageInput(5, 4, 3)]
[BatchNorm]
[BinaryCrossEntropy]
public partial class MaskedPixels;

[Network(InputGradient = true)]
[Input(3)]
[BatchNorm]
[BinaryCrossEntropy]
public partial class MaskedLines;

[Network(InputGradient = true)]
[SequenceInput(20, 3)]
[Dense(9, L2 = 0.01)]
[BatchNorm]
[ReLU]
[Dropout(0.2)]
[Maxout(3)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1, IgnoreLabel = -1)]
public partial class ClassifiedSteps;

[Network(InputGradient = true)]
[Input(3)]
[Dense(9, L2 = 0.01)]
[BatchNorm]
[ReLU]
[Dropout(0.2)]
[Maxout(3)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1, IgnoreLabel = -1)]
public partial class ClassifiedStepLines;
