using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>
/// What is live together at most, row by row: no plan can do with less. Counted from the operations alone, without the planner's own
/// lives and places.
/// </summary>
internal static class LiveSet
{
    /// <summary>Of a prediction's tensors.</summary>
    public static int Of(InferencePlan plan) =>
        Largest([.. plan.Operations.Select(operation => Step.Of(operation)), new([plan.Output], [], false)], _ => true);

    /// <summary>Of those tensors of a training step that <paramref name="arena"/> holds.</summary>
    public static int Of(TrainingPlan plan, ArenaKind arena)
    {
        Tensor[] kept = [plan.Output, plan.Program.OutputGradient, .. plan.Program.InputGradient is { } gradient ? (Tensor[])[gradient] : []];
        return Largest(
            [
                .. plan.Forward.SelectMany(segment => segment.Operations).Select(Step.Of),
                new([plan.Output], [plan.Program.OutputGradient], false),
                .. plan.Backward.SelectMany(segment => segment.Operations).Select(Step.Of),
                new([.. plan.Program.WeightTasks.SelectMany(task => task.Reads), .. kept], [], false),
            ],
            tensor => plan.Buffers.Slots[plan.Buffers[tensor]].Arena == arena);
    }

    private static int Largest(Step[] steps, Func<Tensor, bool> isCounted)
    {
        var lives = new Dictionary<Tensor, (int First, int Last)>();
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (var tensor in steps[i].Reads.Concat(steps[i].Writes).Where(tensor => !tensor.IsNetworkInput && isCounted(tensor)))
            {
                lives[tensor] = (lives.TryGetValue(tensor, out var life) ? life.First : i, i);
            }
        }

        return Enumerable.Range(0, steps.Length).Max(i => steps[i].WritesOver
            ? Math.Max(Sum(life => life.First < i && i <= life.Last), Sum(life => life.First <= i && i < life.Last))
            : Sum(life => life.First <= i && i <= life.Last));

        int Sum(Func<(int First, int Last), bool> isLive) => lives.Where(life => isLive(life.Value)).Sum(life => life.Key.Length);
    }

    /// <summary>An operation, or what stands for the loss or the weights; elementwise ones may write over what they read.</summary>
    private sealed record Step(IReadOnlyCollection<Tensor> Reads, IReadOnlyCollection<Tensor> Writes, bool WritesOver)
    {
        public static Step Of(Operation operation) => new([.. operation.Reads()], [.. operation.Writes()], operation.IsElementwise || operation.WritesOver is not null);
    }
}
