using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>What losses share. The kernel of the same name computes loss and gradient in one pass over the raw outputs.</summary>
internal abstract class LossLayer : Layer
{
    public override LayerRole Role => LayerRole.Loss;

    /// <summary>What the loss takes: a member of the run time's <c>TargetKind</c>.</summary>
    public abstract string Target { get; }

    /// <summary>The activation in the loss that <c>Predict</c> applies, for the generated comment; null where raw outputs are the prediction.</summary>
    public virtual string? Activation => null;

    /// <summary>Compares outputs with numbers of any size, by their difference.</summary>
    public virtual bool IsRegression => false;

    /// <summary>True for the activation that the loss applies itself.</summary>
    public bool Contains(Layer activation) => string.Equals(Activation, activation.Kind, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the kernel takes besides outputs and targets: parameter and value (double or bool), in order.</summary>
    public virtual IEnumerable<(string Parameter, object Value)> KernelArguments(LayerArguments arguments) => [];

    /// <summary>The loss where all outputs are 0, as a network without knowledge puts them out; null where that depends on the targets.</summary>
    public virtual double? ExpectedLoss(LayerArguments arguments, int outputs) => null;

    /// <summary>The label whose rows do not count, or null.</summary>
    public virtual int? IgnoreLabel(LayerArguments arguments) => null;

    public override long FlopsPerRow(InferredLayer layer) => 4L * layer.Output.Length;

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => input;
}
