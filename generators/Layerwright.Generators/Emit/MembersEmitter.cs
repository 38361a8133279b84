using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>The public members of a network's class, with docs that state its shapes.</summary>
internal static class MembersEmitter
{
    public static void Write(CodeWriter writer, NetworkPlan plan, PlanNames names)
    {
        var network = plan.Network;
        var members = new MemberWriter(writer, network.Declaration.UserMembers);
        string type = network.Declaration.Type.Name, code = names.CodeClass, core = names.Core;
        int parameters = plan.Graph.Parameters.Where(parameter => !parameter.Declaration.IsStatistic).Sum(parameter => parameter.Declaration.Count);

        members.Write("InputLength", $"Numbers in one input row: {network.Input}.", $"public const int InputLength = {Literal.Int(network.Input.Length)};");
        members.Write("OutputLength", $"Numbers in one output row: {network.Output}.", $"public const int OutputLength = {Literal.Int(network.Output.Length)};");
        members.Write("ParameterCount", "Parameters, frozen ones too, without running statistics.", $"public const int ParameterCount = {Literal.Int(parameters)};");
        members.Write(
            core, "The run time's half of the network.", $"private readonly LwRuntime::NetworkCore {core};");
        members.Write(".ctor()", "Makes a network whose weights are drawn from a fresh seed, readable as <c>Seed</c>.",
            $"public {type}()\n    : this(LwRuntime::NetworkCore.FreshSeed())\n{{\n}}");
        members.Write(".ctor(ulong)", "Makes a network whose weights are drawn from <paramref name=\"seed\"/>: same seed, same weights.",
            $"public {type}(ulong seed)\n{{\n    LwRuntime::RuntimeContract.Require({Literal.Text(type)}, {code}.ContractVersion, {code}.PackageVersion);\n"
                + $"    {core} = new LwRuntime::NetworkCore({code}.Blueprint, seed);\n}}");
        members.Write("Summary", "Layers, shapes, parameters, operations, memory and fusions, as data and as a table.",
            $"public static global::Layerwright.NetworkSummary Summary => {code}.Summary;");
        members.Write("Seed", "The seed that the weights were drawn from; dropout draws from it too.", $"public ulong Seed => {core}.Seed;");
        foreach (var layer in network.Root.Layers.Where(layer => layer.IsMember))
        {
            WriteLayer(members, layer, core);
        }

        members.Write("State", "Every parameter and running statistic under PyTorch's names and layouts.",
            $"public global::Layerwright.StateDictionary State => {core}.State;");
        members.Write("Normalizer", "What is applied to inputs on their way into training step and predictor; saved with the network.",
            $"public global::Layerwright.Normalizer? Normalizer\n{{\n    get => {core}.Normalizer;\n    set => {core}.Normalizer = value;\n}}");
        members.Write("CreatePredictor", "Makes a predictor over a snapshot of the present weights, for up to <paramref name=\"maxBatchSize\"/> rows at once.",
            $"public global::Layerwright.Predictor<{type}> CreatePredictor(int maxBatchSize = 1) => new(this, maxBatchSize);");
        if (plan.Training is not null)
        {
            members.Write("CreateTrainingStep", "Makes a training step for 1 to <paramref name=\"maxBatchSize\"/> rows a call; 0 threads means all cores.",
                $"public global::Layerwright.TrainingStep<{type}> CreateTrainingStep(int maxBatchSize, int threads = 0) => new(this, maxBatchSize, threads);");
        }

        members.Write("Save", "Writes weights, statistics and normaliser to a safetensors file, whole or not at all.",
            $"public void Save(string path) => LwRuntime::NetworkFile.Save(path, {core});");
        members.Write("Load", "Makes a network from a file that <c>Save</c> or PyTorch wrote.",
            $"public static {type} Load(string path)\n{{\n    var network = new {type}(LwRuntime::NetworkFile.ReadSeed(path));\n    LwRuntime::NetworkFile.Load(path, network.{core});\n    return network;\n}}");
        members.Write("LoadWeights", "Reads weights from a file; on failure nothing has changed.",
            $"public void LoadWeights(string path) => LwRuntime::NetworkFile.Load(path, {core});");
        members.Write("CopyFrom", "Copies what has the same name and shape from another network's state; the report tells what has not.",
            $"public global::Layerwright.CopyReport CopyFrom(global::Layerwright.StateDictionary source) => {core}.CopyFrom(source);");
    }

    private static void WriteLayer(MemberWriter members, InferredLayer layer, string core)
    {
        string shapes = string.Join(", ", layer.Parameters.Select(parameter => $"{parameter.Name} [{Literal.List(parameter.Dimensions)}]"));
        members.Write(
            layer.Name,
            $"{layer.Declaration.Kind}, {layer.Input} → {layer.Output}{(shapes.Length > 0 ? ": " + shapes : "")}.",
            $"public global::Layerwright.{layer.Handle}Layer {layer.Name} => {core}.{layer.Handle}({Literal.Text(layer.Name)});");
    }
}
