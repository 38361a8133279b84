using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>The literals: parameter layout, snapshot, buffer plan.</summary>
internal static class BlueprintEmitter
{
    /// <summary>The contract that this generator writes for; a run time that does not fulfil it says so.</summary>
    public const int ContractVersion = 1;

    public static void Write(CodeWriter writer, NetworkPlan plan, PlanNames names)
    {
        writer.Doc("The contract with the library that this code was written for, and by which package.");
        writer.Line($"public const int ContractVersion = {Literal.Int(ContractVersion)};");
        writer.Line();
        writer.Line($"public const string PackageVersion = {Literal.Text(FileShell.Version)};");
        writer.Line();
        using (writer.Block("public static readonly LwRuntime::NetworkBlueprint Blueprint = new()", "};"))
        {
            WriteSizes(writer, plan);
            WriteLayers(writer, plan);
            WriteParameters(writer, plan);
            WriteList(writer, "Snapshot", plan.Inference.Arrays.Select((array, i) =>
                writer.Noted($"new({Literal.Int(array.Outputs)}{(array.Inputs > 0 ? ", " + Literal.Int(array.Inputs) : "")}{(array.Groups > 1 ? ", " + Literal.Int(array.Groups) : "")}),", names.Snapshot[i])));
            WriteBuffers(writer, "Inference", plan.Inference.Buffers, $"Output = {Literal.Int(plan.Inference.Buffers[plan.Inference.Output])}");
            if (plan.Training is { } training)
            {
                WriteTraining(writer, plan, training, names);
            }
            else
            {
                writer.Line("Training = new() { Output = 0 },");
                writer.Line("ForwardSegments = 0,");
                writer.Line("BackwardSegments = 0,");
                writer.Line("WeightTasks = [],");
            }

            WriteList(writer, "Fusions", plan.Fusions.Select(fusion => Literal.Text(fusion) + ","));
        }

        writer.Line();
        writer.Line("public static readonly global::Layerwright.NetworkSummary Summary = global::Layerwright.NetworkSummary.Create(Blueprint);");
        WriteNumbers(writer, "Parameter", "Parameters and running statistics, in the order of the state dictionary.", names.Parameters, i =>
            $"{plan.Graph.Parameters[i].Key} [{Literal.List(plan.Graph.Parameters[i].Declaration.Dimensions)}]");
        WriteNumbers(writer, "Snapshot", "A predictor's own weights.", names.Snapshot, i => Shape(plan.Inference.Arrays[i]));
        if (plan.Training is { } vectors)
        {
            WriteNumbers(writer, "Copy", "Weights in other forms, made anew when they have changed.", names.Copies, i => plan.Graph.Parameters[vectors.Program.Copies[i].Parameter].Key);
            WriteNumbers(writer, "Vector", "Vectors that a step keeps from the barrier that fills them on.", names.StepVectors, i => $"[{Literal.Int(vectors.Program.StepVectors[i].Columns)}]");
            WriteNumbers(writer, "Statistic", "Statistics that blocks of rows gather, two rows a block.", names.Statistics, i => $"[2, {Literal.Int(vectors.Program.Partials[i].Columns)}] a block");
        }
    }

    private static void WriteSizes(CodeWriter writer, NetworkPlan plan)
    {
        var network = plan.Network;
        var loss = network.Loss?.Layer as LossLayer;
        writer.Line($"Name = {Literal.Text(network.Declaration.Type.Name)},");
        writer.Line("ContractVersion = ContractVersion,");
        writer.Line("PackageVersion = PackageVersion,");
        writer.Line($"InputLength = {Literal.Int(network.Input.Length)},");
        writer.Line($"OutputLength = {Literal.Int(network.Output.Length)},");
        WritePositions(writer, "Input", plan.Graph.Input.Positions);
        if (network.Input.IsImage)
        {
            string layout = plan.Graph.Input.Shape.IsVector ? " { Layout = global::Layerwright.ImageLayout.ChannelsFirst }" : "";
            writer.Line($"InputImage = new({string.Join(", ", network.Input.Dimensions.Select(size => Literal.Int(size)))}){layout},");
        }

        WritePositions(writer, "Output", network.Output.Positions);
        writer.Line($"Target = LwRuntime::TargetKind.{loss?.Target ?? "None"},");
        if (loss?.ExpectedLoss(network.Loss!.Arguments, network.Output.Channels) is { } expected)
        {
            writer.Line($"ExpectedLoss = {Literal.Float(expected)},");
        }

        if (loss?.IgnoreLabel(network.Loss!.Arguments) is { } label)
        {
            writer.Line($"IgnoreLabel = {Literal.Int(label)},");
        }

        writer.Line($"RowsPerBlock = {Literal.Int(plan.RowsPerBlock)},");
    }

    private static void WritePositions(CodeWriter writer, string end, int positions)
    {
        if (positions > 1)
        {
            writer.Line($"{end}Positions = {Literal.Int(positions)},");
        }
    }

    private static void WriteLayers(CodeWriter writer, NetworkPlan plan)
    {
        string?[] hosts = FusedWith.Of(plan);
        WriteList(writer, "Layers", plan.Graph.Layers.Select((layer, i) =>
        {
            int parameters = layer.Parameters.Where(parameter => !parameter.IsStatistic).Sum(parameter => parameter.Count);
            var options = new List<string>();
            Add(options, layer.Output.Positions > 1, $"Positions = {Literal.Int(layer.Output.Positions)}");
            Add(options, layer.Layer.IsNormalization, "IsNormalization = true");
            Add(options, layer.Layer.IsRectifier, "IsRectifier = true");
            Add(options, layer.Layer.Bounds is not null, $"Bounds = ({Literal.Float(layer.Layer.Bounds?.Least ?? 0)}, {Literal.Float(layer.Layer.Bounds?.Most ?? 0)})");
            Add(options, TakesSeveralPositions(layer), $"InputLength = {Literal.Int(layer.Input.Length)}");
            string host = hosts[i] is { } name ? ", " + Literal.Text(name) : "";
            return $"new({Literal.Text(layer.Path)}, {Literal.Text(layer.Declaration.Kind)}, {Literal.Int(layer.Output.Length)}, "
                + $"{Literal.Text(layer.Output.ToString())}, {Literal.Int(parameters)}, {Literal.Int(layer.Layer.FlopsPerRow(layer))}{host}){Initializer(options)},";
        }));
    }

    private static void WriteParameters(CodeWriter writer, NetworkPlan plan)
    {
        WriteList(writer, "Parameters", plan.Graph.Parameters.Select((parameter, i) =>
        {
            var declaration = parameter.Declaration;
            string kind = declaration.Role == ParameterRole.Weight ? "Matrix" : declaration.IsStatistic ? "Statistic" : "Vector";
            var options = new List<string>();
            Add(options, declaration.L1 != 0, $"L1 = {Literal.Float(declaration.L1)}");
            Add(options, declaration.L2 != 0, $"L2 = {Literal.Float(declaration.L2)}");
            Add(options, declaration.Role == ParameterRole.Weight, "IsDecayed = true");
            Add(options, declaration.IsFrozen, "IsFrozen = true");
            Add(options, declaration.Pieces > 1, $"Pieces = {Literal.Int(declaration.Pieces)}");
            Add(options, declaration.StateShape.Count > 0, $"StateShape = [{Literal.List(declaration.StateShape)}]");
            Add(options, declaration.Groups > 1, $"Groups = {Literal.Int(declaration.Groups)}");
            Add(options, !declaration.InputOrder.IsSame, $"InputOrder = {Order(declaration.InputOrder)}");
            Add(options, !declaration.OutputOrder.IsSame, $"OutputOrder = {Order(declaration.OutputOrder)}");
            return $"new({Literal.Text(parameter.Key)}, {Literal.Int(parameter.Layer)}, LwRuntime::ParameterKind.{kind}, "
                + $"{Literal.Int(declaration.Outputs)}, {Literal.Int(declaration.Inputs)}, "
                + $"LwRuntime::Initializer.{declaration.Start.Form}({Literal.Float(declaration.Start.Value)}))"
                + $"{Initializer(options)},";
        }));
    }

    private static void WriteTraining(CodeWriter writer, NetworkPlan plan, TrainingPlan training, PlanNames names)
    {
        string ends = $"Output = {Literal.Int(training.Buffers[training.Output])}, OutputGradient = {Literal.Int(training.Buffers[training.Program.OutputGradient])}";
        if (training.Program.InputGradient is { } inputGradient)
        {
            ends += $", InputGradient = {Literal.Int(training.Buffers[inputGradient])}";
        }

        WriteBuffers(writer, "Training", training.Buffers, ends);
        WriteList(writer, "Copies", training.Program.Copies.Select(copy =>
            writer.Noted(
                $"new({Literal.Int(copy.Parameter)}, LwRuntime::CopyForm.{copy.Form}{Option("Taps", copy.Taps)}{Option("Groups", copy.Groups)}{Task(training.Program, copy)}),",
                plan.Graph.Parameters[copy.Parameter].Key)));
        writer.Line($"ForwardSegments = {Literal.Int(training.Forward.Count)},");
        writer.Line($"BackwardSegments = {Literal.Int(training.Backward.Count)},");
        writer.Line($"WeightTasks = [{string.Join(", ", training.Program.WeightTasks.Select(task => Literal.Int(task.Outputs)))}],");
        if (training.ChunkedTasks.Count > 0)
        {
            WriteList(writer, "ChunkedTasks", training.ChunkedTasks.Select(task => $"new({Literal.Int(task.Number)}, "
                + $"Parameter.{names.Parameters[task.Chunks.Parameter]}, {Literal.Int(task.Chunks.CountFor(plan.Graph.Parameters[task.Chunks.Parameter].Declaration))}, "
                + $"HasBias: {Literal.Bool(task.Chunks.Bias is not null)}){(task.Chunks.Inputs is { } inputs ? $" {{ Inputs = {Literal.Int(inputs)} }}" : "")},"));
        }

        writer.Line($"StepVectors = [{string.Join(", ", training.Program.StepVectors.Select(vector => Literal.Int(vector.Columns)))}],");
        writer.Line($"Partials = [{string.Join(", ", training.Program.Partials.Select(partial => Literal.Int(partial.Columns)))}],");
        if (plan.Graph.Layers.FirstOrDefault(layer => layer.Layer.UsesBatchStatistics(layer.Arguments) && layer.Input.Positions == 1) is { } normalization)
        {
            writer.Line($"BatchStatisticsLayer = {Literal.Text(normalization.Path)},");
        }

        double rate = plan.Graph.Nodes.Select(node => node.DropoutRate).DefaultIfEmpty().Max();
        if (rate > 0)
        {
            writer.Line($"LargestDropoutRate = {Literal.Float(rate)},");
        }
    }

    private static void WriteBuffers(CodeWriter writer, string name, Buffers buffers, string ends)
    {
        writer.Line($"{name} = new(");
        writer.Line("[");
        using (writer.Indent())
        {
            for (int i = 0; i < buffers.Slots.Count; i++)
            {
                var slot = buffers.Slots[i];
                string users = string.Join(", then ", buffers.SlotOf.Where(entry => entry.Slot == i).Select(entry => entry.Tensor.Name));
                string positions = slot.Positions > 1 ? ", " + Literal.Int(slot.Positions) : "";
                string place = $"{Literal.Int(slot.Offset)}, {Literal.Int(slot.Columns)}{positions}";
                writer.Line(writer.Noted($"new(LwRuntime::Arena.{slot.Arena}, {place}),", users.Length > 0 ? users : "what a probed step recomputes"));
            }
        }

        writer.Line("])");
        string scratch = buffers.Scratch > 0 ? $", Scratch = {Literal.Int(buffers.Scratch)}" : "";
        writer.Line($"{{ {ends}, UnsharedFloatsPerRow = {Literal.Int(buffers.UnsharedFloatsPerRow)}{scratch} }},");
    }

    private static void WriteList(CodeWriter writer, string name, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            writer.Line($"{name} = [],");
            return;
        }

        writer.Line($"{name} =");
        writer.Line("[");
        using (writer.Indent())
        {
            lines.ForEach(writer.Line);
        }

        writer.Line("],");
    }

    private static void WriteNumbers(CodeWriter writer, string name, string summary, IReadOnlyList<string> names, Func<int, string> comment)
    {
        if (names.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Doc(summary);
        using (writer.Block($"private static class {name}"))
        {
            for (int i = 0; i < names.Count; i++)
            {
                writer.Line(writer.Noted($"public const int {names[i]} = {Literal.Int(i)};", comment(i)));
            }
        }
    }

    // Its weights are shared by positions: they do not tell how long its input is.
    private static bool TakesSeveralPositions(InferredLayer layer) =>
        layer.Parameters.Any(parameter => parameter.Role == ParameterRole.Weight && parameter.Inputs != layer.Input.Length);

    private static string Order(FeatureOrder order) =>
        $"[{string.Join(", ", order.Segments.Select(segment => $"({Literal.Int(segment.Positions)}, {Literal.Int(segment.Channels)})"))}]";

    private static string Shape(SnapshotArray array) => array.Inputs > 0
        ? $"[{Literal.Int(array.Outputs)}, {Literal.Int(array.Inputs)}]"
        : $"[{Literal.Int(array.Outputs)}]";

    private static string Task(TrainingProgram program, WeightCopy copy) =>
        program.TaskOf(copy.Parameter) is { } task ? $", Task: {Literal.Int(task)}" : "";

    private static string Option(string name, int value) => value == 1 ? "" : $", {name}: {Literal.Int(value)}";

    private static string Initializer(List<string> options) => options.Count > 0 ? $" {{ {string.Join(", ", options)} }}" : "";

    private static void Add(List<string> options, bool isWanted, string option)
    {
        if (isWanted)
        {
            options.Add(option);
        }
    }
}
