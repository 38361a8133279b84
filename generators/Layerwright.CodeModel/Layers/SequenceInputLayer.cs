using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SequenceInput(length, features)]</c>: steps, each a vector of features.</summary>
internal sealed class SequenceInputLayer : Layer
{
    private static readonly string[] s_sizes = ["length", "features"];

    public override string Kind => "SequenceInput";

    public override LayerRole Role => LayerRole.Input;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        foreach (string size in s_sizes)
        {
            issues.RequireAtLeast(size, arguments.Int(size, 1), 1);
        }
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => new(
        s_sizes.Select(size => Math.Max(0, arguments.Int(size, 1))).ToEquatableArray());

    public override long FlopsPerRow(InferredLayer layer) => 0;
}
