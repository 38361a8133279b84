using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>Where a layer may stand.</summary>
internal enum LayerRole
{
    /// <summary>First, once.</summary>
    Input,

    /// <summary>Anywhere between.</summary>
    Hidden,

    /// <summary>Last, once, or not at all.</summary>
    Loss,
}

/// <summary>
/// All the compiler knows of one kind of layer: its arguments, shape rule, parameters, lowering, and the facts that rules ask for.
/// One file per layer, one line in <see cref="LayerRegistry"/>; nothing else in the compiler names a kind of layer.
/// </summary>
internal abstract class Layer
{
    /// <summary>The attribute's name without <c>Attribute</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What unnamed layers are called, before their number.</summary>
    public virtual string Stem => Kind;

    public virtual LayerRole Role => LayerRole.Hidden;

    /// <summary>Has weights that multiply its input.</summary>
    public virtual bool IsAffine => false;

    /// <summary>Multiplies each channel by weights of its own: channels do not mix.</summary>
    public virtual bool IsDepthwise(InferredLayer layer) => false;

    /// <summary>Bends: an activation.</summary>
    public virtual bool IsNonlinearity => false;

    /// <summary>Bends each element by itself, without a look at the others.</summary>
    public virtual bool IsElementwise => false;

    /// <summary>Makes shares of a row's features that sum to 1, or their logarithms.</summary>
    public virtual bool IsSoftmax => false;

    /// <summary>The argument that shapes what an activation does below 0, and what suits it; null where there is none.</summary>
    public virtual NegativeSide? NegativeSide => null;

    /// <summary>A nonlinearity of the ReLU family proper: it passes about half of a symmetric input, which only He's initialisation accounts for.</summary>
    public virtual bool IsRectifier => false;

    /// <summary>Keeps mean 0 and variance 1 from layer to layer by itself: before such an activation no normalisation is missing, and such a dropout suits it.</summary>
    public virtual bool IsSelfNormalizing => false;

    /// <summary>Flat on both sides, where it passes no gradient: sigmoid and tanh.</summary>
    public virtual bool IsSaturating => false;

    /// <summary>Normalises its input, so that the scale of what came before is cancelled.</summary>
    public virtual bool IsNormalization => false;

    /// <summary>Normalises each feature by statistics of a batch, of this one or of those before.</summary>
    public virtual bool IsBatchNormalization => false;

    /// <summary>Training normalises over the batch at hand: a bias right before is cancelled, and one row alone cannot be trained.</summary>
    public virtual bool UsesBatchStatistics(LayerArguments arguments) => false;

    /// <summary>Drops elements at random while training.</summary>
    public virtual bool IsDropout => false;

    /// <summary>The share of its input that dropout sets to nothing in training; 0 for what drops nothing.</summary>
    public virtual double DropRate(LayerArguments arguments) => 0;

    /// <summary>Drops whole channels, not single elements: pooling behind it takes nothing back.</summary>
    public virtual bool DropsChannels => false;

    /// <summary>Puts one number in the place of a window's, or of all positions'.</summary>
    public virtual bool IsPooling => false;

    /// <summary>Keeps the largest of several numbers: which of them depends on the input.</summary>
    public virtual bool TakesMaximum => false;

    /// <summary>Gives the same numbers another shape.</summary>
    public virtual bool IsReshaping => false;

    /// <summary>Weights that slide over the positions of an image or a sequence.</summary>
    public virtual bool IsConvolution => false;

    /// <summary>What its member's type begins with, where it has state: <c>Weight</c> for WeightLayer.</summary>
    public virtual string Handle => IsNormalization ? "Norm" : "Weight";

    /// <summary>The branches follow one another; false where all of them take the layer's input.</summary>
    public virtual bool RunsBranchesInSequence => false;

    /// <summary>Multiplies its input by its branch's output: a sigmoid at the branch's end opens and closes.</summary>
    public virtual bool MultipliesBranch => false;

    /// <summary>Puts its branches' outputs side by side on the channel axis.</summary>
    public virtual bool JoinsChannels => false;

    /// <summary>Takes neighbouring features together, so that their order matters to what it computes: it brings them into PyTorch's and back.</summary>
    public virtual bool GroupsFeatures => false;

    /// <summary>Lets through or holds back: bounded by 0 and 1, at the end of a gate no hidden nonlinearity.</summary>
    public virtual bool OpensGates => false;

    /// <summary>Makes images larger by repeating or spreading their pixels: a decoder's layer.</summary>
    public virtual bool IsUpsampling => false;

    /// <summary>The least and the largest value that it puts out; null where neither side is held.</summary>
    public virtual (double Least, double Most)? Bounds => null;

    /// <summary>How many elements one mean and variance within a row are taken of; 0 where none are.</summary>
    public virtual int ElementsPerMean(LayerArguments arguments, Shape input) => 0;

    /// <summary>What <c>Init.Auto</c> gives weights whose output reaches this layer first; null where it is not asked.</summary>
    public virtual Init? PreferredInit => null;

    /// <summary>The gain of He's initialisation before this activation: √2, less for leaky units.</summary>
    public virtual double HeGain(LayerArguments arguments) => Math.Sqrt(2);

    /// <summary>What an activation makes of one number as training starts; the number itself where it does not work on single numbers.</summary>
    public virtual double Activate(LayerArguments arguments, double x) => x;

    /// <summary>Domains of the arguments (LW0008): looks at the attribute alone.</summary>
    public virtual void Check(LayerArguments arguments, LayerIssues issues)
    {
    }

    /// <summary>The shape rule. Says what is wrong, and goes on as if its fix were applied.</summary>
    public virtual Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => input;

    /// <summary>How its window slides: down and across an image, or along a sequence; none where it has no window. Of an unknown input sizes are 1.</summary>
    public virtual IReadOnlyList<SlidingAxis> SlidingAxes(LayerArguments arguments, Shape input) => [];

    /// <summary>The shape in which the caller gives rows, where this is the input: its output's, unless it moves elements.</summary>
    public virtual Shape GivenShape(InferredLayer layer) => layer.Output;

    /// <summary>The chains inside a composite layer, each from its own input; their order is the order of <see cref="InferredLayer.Branches"/>.</summary>
    public virtual IEnumerable<InferredChain> InferBranches(BranchInference inference) => [];

    /// <summary>The output of a composite layer from its branches.</summary>
    public virtual Shape InferOutput(LayerArguments arguments, Shape input, EquatableArray<InferredChain> branches, LayerIssues issues) =>
        Infer(arguments, input, issues);

    /// <summary>Parameters and running statistics in PyTorch's order.</summary>
    public virtual IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings) => [];

    /// <summary>Numbers that multiply its input, for the limit of what can be laid out; with an unknown input at least.</summary>
    public virtual long WeightCount(LayerArguments arguments, Shape input, Shape output) =>
        IsAffine ? (long)input.Channels * output.Channels : 0;

    /// <summary>Numbers that it makes of one row, for the same limit.</summary>
    public virtual long NumbersPerRow(LayerArguments arguments, Shape output) => output.Length;

    /// <summary>Floating-point operations of one row's forward pass; a multiply-add counts two.</summary>
    public virtual long FlopsPerRow(InferredLayer layer) => layer.Output.Length;

    /// <summary>Adds the layer's operations to the graph and returns its output.</summary>
    public virtual Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) => input;
}
