using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Repeat&lt;T&gt;(times)]</c>: a block several times in a row, each with weights of its own.</summary>
internal sealed class RepeatLayer : Layer
{
    /// <summary>More is taken for a slip: each repetition is code of its own.</summary>
    private const int MostTimes = 1000;

    public override string Kind => "Repeat";

    public override bool RunsBranchesInSequence => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        int times = Times(arguments);
        issues.RequireAtLeast("times", times, 1, 2);
        issues.Require(times <= MostTimes, "times", times, $"at most {MostTimes}", MostTimes);
    }

    public override IEnumerable<InferredChain> InferBranches(BranchInference inference)
    {
        var input = inference.Input;
        int times = Math.Min(Math.Max(1, Times(inference.Arguments)), MostTimes);
        for (int i = 0; i < times; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            if (inference.Block(0, input, number, number) is not { } chain)
            {
                yield break;
            }

            yield return chain;
            input = chain.Output;
        }
    }

    public override Shape InferOutput(LayerArguments arguments, Shape input, EquatableArray<InferredChain> branches, LayerIssues issues) =>
        branches.Count == 0 ? input : branches[branches.Count - 1].Output;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        layer.Branches.Aggregate(input, (tensor, chain) => graph.Lower(chain, tensor));

    private static int Times(LayerArguments arguments) => arguments.Int("times", 1);
}
