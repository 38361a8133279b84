using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>What generated code calls the plan's numbers: parameters, snapshot arrays, step vectors, statistics, tensors.</summary>
internal sealed class PlanNames
{
    private readonly Dictionary<Tensor, string> _tensors = [];
    private readonly Dictionary<WeightCopy, string> _copies = [];
    private readonly NameTable _locals = new("block", "probe", "loss", "step", "sink", "task", "segment", "probed");

    public PlanNames(NetworkPlan plan)
    {
        var declaration = plan.Network.Declaration;
        var members = new NameTable([.. declaration.UserMembers, .. plan.Network.Root.Layers.Select(layer => layer.Name)]);
        Core = members.Claim(GeneratedMembers.Core);
        CodeClass = members.Claim(declaration.Type.Name.TrimStart('@') + "Code");
        Parameters = Distinct(plan.Graph.Parameters.Select(parameter => NameTable.FromKey($"{plan.Graph.Layers[parameter.Layer].Path}.{parameter.Declaration.Name}")));
        Snapshot = Distinct(plan.Inference.Arrays.Select(array => NameTable.Pascal(array.Name)));
        Copies = Distinct(plan.Training?.Program.Copies.Select(copy => Parameters[copy.Parameter] + copy.Form));
        for (int i = 0; i < Copies.Count; i++)
        {
            _copies.Add(plan.Training!.Program.Copies[i], Copies[i]);
        }

        StepVectors = Distinct(plan.Training?.Program.StepVectors.Select(vector => NameTable.Pascal(vector.Name)));
        Statistics = Distinct(plan.Training?.Program.Partials.Select(partial => NameTable.Pascal(partial.Name)));
    }

    /// <summary>The field that holds the run time's half of the network.</summary>
    public string Core { get; }

    /// <summary>The file's class that holds the code.</summary>
    public string CodeClass { get; }

    public IReadOnlyList<string> Parameters { get; }

    public IReadOnlyList<string> Snapshot { get; }

    public IReadOnlyList<string> Copies { get; }

    public IReadOnlyList<string> StepVectors { get; }

    public IReadOnlyList<string> Statistics { get; }

    public string Copy(WeightCopy copy) => _copies[copy];

    /// <summary>The local variable that a tensor is.</summary>
    public string Local(Tensor tensor)
    {
        if (!_tensors.TryGetValue(tensor, out string? name))
        {
            _tensors[tensor] = name = _locals.Claim(tensor.Name);
        }

        return name;
    }

    private static List<string> Distinct(IEnumerable<string>? names)
    {
        var table = new NameTable();
        return (names ?? []).Select(table.Claim).ToList();
    }
}
