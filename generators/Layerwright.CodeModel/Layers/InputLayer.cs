using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Input(features)]</c>: a vector.</summary>
internal sealed class InputLayer : Layer
{
    public override string Kind => "Input";

    public override LayerRole Role => LayerRole.Input;

    public override void Check(LayerArguments arguments, LayerIssues issues) =>
        issues.RequireAtLeast("features", arguments.Int("features", 1), 1);

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) =>
        Shape.Vector(Math.Max(0, arguments.Int("features", 1)));

    public override long FlopsPerRow(InferredLayer layer) => 0;
}
