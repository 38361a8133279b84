namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Modules of blocks.</summary>
internal static class CompositeFactory
{
    public static Chain Repeat(string path, string key, Flow flow, RepeatSpec repeat)
    {
        var copies = new List<Module>();
        var last = flow;
        for (int i = 0; i < repeat.Times; i++)
        {
            copies.Add(ModuleFactory.CreateChain($"{path}.{i}", $"{key}.{i}", last, repeat.Block.Layers));
            last = copies[^1].Output;
        }

        return new Chain(path, flow, copies);
    }

    public static Residual Residual(string path, string key, Flow flow, ResidualSpec residual)
    {
        var branch = ModuleFactory.CreateChain($"{path}.Branch", $"{key}.branch", flow, residual.Branch.Layers);
        var shortcut = residual switch
        {
            { Shortcut: { } block } => block.Layers,
            { Projection: true, Branch.Layers: [.., BatchNormSpec] } => [Projection(flow.Shape, branch.Output.Shape), new BatchNormSpec()],
            { Projection: true } => [Projection(flow.Shape, branch.Output.Shape)],
            _ => null,
        };
        var module = shortcut is null ? null : ModuleFactory.CreateChain($"{path}.Shortcut", $"{key}.shortcut", flow, shortcut);
        var other = module?.Output ?? flow;
        if (other.Shape != branch.Output.Shape)
        {
            throw new ArgumentException($"{path}: the branch yields {branch.Output.Shape}, the shortcut {other.Shape}.", nameof(residual));
        }

        branch.Output.Order.Unite(other.Order);
        return new Residual(path, branch, module);
    }

    public static Gate Gate(string path, string key, Flow flow, GateSpec gate)
    {
        var block = ModuleFactory.CreateChain(path, key, flow, gate.Block.Layers);
        if (block.Output.Shape == flow.Shape)
        {
            flow.Order.Unite(block.Output.Order);
        }
        else if (block.Output.Shape != SpecShape.Vector(flow.Channels))
        {
            throw new ArgumentException($"{path}: {block.Output.Shape} does not gate {flow.Shape}.", nameof(gate));
        }

        return new Gate(path, block, flow);
    }

    public static Concat Concat(string path, string key, Flow flow, ConcatSpec concat)
    {
        var branches = concat.Branches.Select((branch, i) => ModuleFactory.CreateChain($"{path}.{i}", $"{key}.{i}", flow, branch.Layers)).ToList();
        var outputs = branches.ConvertAll(branch => branch.Output);
        var shape = outputs[0].Shape.WithChannels(outputs.Sum(output => output.Channels));
        return outputs.TrueForAll(output => output.Shape.WithChannels(shape.Channels) == shape)
            ? new Concat(path, branches, new(shape, ColumnOrder.Joined(outputs.ConvertAll(output => (output.Order, output.Length)))))
            : throw new ArgumentException($"{path}: the branches yield {string.Join(", ", outputs.Select(output => output.Shape))}.", nameof(concat));
    }

    // A linear map of channels, without biases, that takes every so many positions.
    private static WeightSpec Projection(SpecShape input, SpecShape output) => input.Rank switch
    {
        1 => new DenseSpec(output.Channels) { UseBias = false },
        2 => new Conv1DSpec(output.Channels, new WindowSpec(1).Stride(1, Stride(input.Width, output.Width))) { UseBias = false },
        _ => new Conv2DSpec(output.Channels, new WindowSpec(1).Stride(Stride(input.Height, output.Height), Stride(input.Width, output.Width)))
        {
            UseBias = false,
        },
    };

    private static int Stride(int input, int output) => Enumerable.Range(1, input).First(stride => ((input - 1) / stride) + 1 == output);
}
