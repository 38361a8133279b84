using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>Inferred network → plan: lower, differentiate, fuse, cut into segments, place buffers. A pure function of a whole network.</summary>
internal static class NetworkPlanner
{
    /// <param name="network">Must not be broken.</param>
    /// <param name="fuse">False leaves every elementwise pass on its own; for tests, which compare both.</param>
    public static NetworkPlan Plan(InferredNetwork network, bool fuse = true)
    {
        var graph = GraphBuilder.Build(network);
        var options = network.Declaration.Options;
        var prediction = InferenceTape.Record(graph);
        var step = options.Training ? TrainingTape.Record(graph, options.InputGradient) : null;
        int rows = RowBlocking.RowsPerBlock(step?.Forward ?? prediction.Operations);
        var inference = PlanInference(prediction, graph.Input, fuse);
        var training = step is null ? null : PlanTraining(step, graph, fuse);
        return new NetworkPlan(network, graph, inference, training, rows, FusionReport.Of(network, inference, training));
    }

    private static InferencePlan PlanInference(InferenceProgram program, Tensor input, bool fuse)
    {
        IReadOnlyList<Operation> operations = program.Operations;
        var output = program.Output;
        if (InputPadding.IsNeeded(operations, output, input))
        {
            operations = InputPadding.WithCopy(operations, input).ToList();
            output = output == input ? InputPadding.PaddedInput(input) : output;
        }

        if (fuse)
        {
            operations = OperationFusion.Run(operations, IsPrivate(operations.SelectMany(operation => operation.Reads()).Append(output)));
        }

        var events = operations.Select(operation => BufferPlanner.EventOf(operation, phase: 0, time: 0)).Append(Reading(0, 0, output));
        var buffers = BufferPlanner.WithKernelScratch(BufferPlanner.Plan(events.ToList()), operations.SelectMany(operation => operation.Arguments));
        return new InferencePlan(operations.ToEquatableArray(), output, buffers, program.Arrays, program.Calls);
    }

    private static TrainingPlan PlanTraining(TrainingProgram program, OpGraph graph, bool fuse)
    {
        IReadOnlyList<Operation> forward = program.Forward, backward = program.Backward;
        var output = graph.Output;
        if (InputPadding.IsNeeded(forward.Concat(backward), output, graph.Input))
        {
            forward = InputPadding.WithCopy(forward, graph.Input).ToList();
            backward = InputPadding.ReadingCopy(backward, graph.Input).ToList();
            program = program with { WeightTasks = InputPadding.ReadingCopy(program.WeightTasks, graph.Input).ToEquatableArray() };
            output = output == graph.Input ? InputPadding.PaddedInput(graph.Input) : output;
        }

        var kept = new[] { output, program.OutputGradient }.Concat(program.InputGradient is { } gradient ? [gradient] : []).ToArray();
        var weightReads = program.WeightTasks.SelectMany(task => task.Reads).ToArray();
        if (fuse)
        {
            var isPrivate = IsPrivate(forward.Concat(backward).SelectMany(operation => operation.Reads()).Concat(weightReads).Concat(kept));
            forward = OperationFusion.Run(forward, isPrivate);
            backward = OperationFusion.Run(backward, isPrivate);
        }

        var forwardSegments = Segmentation.Cut(forward);
        var backwardSegments = Segmentation.Cut(backward);
        var buffers = BufferPlanner.Plan(TrainingEvents(forwardSegments, backwardSegments, output, program.OutputGradient, weightReads, kept).ToList());
        var hidden = HiddenShapes(forward.Concat(backward), graph);
        var probes = hidden.Select((shape, i) => new ProbeSlot(shape.Exact, shape.Positions, buffers.Slots.Count + i)).ToEquatableArray();
        return new TrainingPlan(
            forwardSegments,
            backwardSegments,
            program,
            output,
            probes,
            BufferPlanner.WithKernelScratch(
                BufferPlanner.WithScratch(buffers, hidden),
                forward.Concat(backward).SelectMany(operation => operation.Arguments)
                    .Concat(program.WeightTasks.SelectMany(task => task.Chunks?.Operands ?? EquatableArray<Operand>.Empty))));
    }

    // The last forward segment, the loss and the first backward segment run back to back on each block of rows: one time, but
    // two phases, since a caller may run forward and backward apart.
    private static IEnumerable<BufferEvent> TrainingEvents(
        EquatableArray<Segment> forward,
        EquatableArray<Segment> backward,
        Tensor output,
        Tensor outputGradient,
        IReadOnlyCollection<Tensor> weightReads,
        IReadOnlyCollection<Tensor> kept)
    {
        int phase = 0;
        for (int i = 0; i < forward.Count; i++, phase++)
        {
            foreach (var operation in forward[i].Operations)
            {
                yield return BufferPlanner.EventOf(operation, phase, i);
            }
        }

        int joint = forward.Count - 1;
        yield return new BufferEvent(phase++, joint, [output], [outputGradient], []);
        for (int i = 0; i < backward.Count; i++, phase++)
        {
            foreach (var operation in backward[i].Operations)
            {
                yield return BufferPlanner.EventOf(operation, phase, joint + i);
            }
        }

        yield return new BufferEvent(phase++, joint + backward.Count, weightReads, [], []);
        yield return Reading(phase, joint + backward.Count + 1, [.. kept]);
    }

    private static BufferEvent Reading(int phase, int time, params Tensor[] tensors) => new(phase, time, tensors, [], []);

    private static Func<Tensor, bool> IsPrivate(IEnumerable<Tensor> reads)
    {
        var counts = reads.GroupBy(tensor => tensor).ToDictionary(group => group.Key, group => group.Count());
        return tensor => counts.TryGetValue(tensor, out int count) && count == 1;
    }

    // Layer outputs that fusion never stores: what a probed step needs room for. Passes over lines share the widest of each number of
    // positions; those over whole rows take a tensor's columns at their word.
    private static List<HiddenShape> HiddenShapes(IEnumerable<Operation> operations, OpGraph graph) => operations
        .SelectMany(operation => operation.Boundaries
            .Where(boundary => operation.Stored(boundary) is null)
            .Select(boundary => HiddenShape.Of(graph.Layers[boundary.Layer].Output, operation)))
        .GroupBy(shape => shape with { Columns = 0 })
        .Select(alike => alike.Key with { Columns = alike.Max(shape => shape.Columns) })
        .ToList();
}
