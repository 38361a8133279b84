using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>A loss that chooses between classes, one for each output: one output leaves nothing to choose (LW1021).</summary>
internal abstract class ClassLossLayer : LossLayer
{
    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (input.Channels == 1)
        {
            issues.Add(RuleIds.OutputLossMismatch, null, "BinaryCrossEntropy", Kind, input.ToString());
        }

        return input;
    }
}
