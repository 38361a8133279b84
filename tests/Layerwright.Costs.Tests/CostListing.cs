using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright.Costs;

/// <summary>What works cost and networks take, as tables to be kept and compared.</summary>
internal static class CostListing
{
    private static readonly string[] s_costs =
    [
        "calls", "k multiply-adds", "k arithmetic", "k others", "kB loaded", "kB broadcast", "kB stored", "kB beyond 32 kB", "kB beyond 1 MB",
    ];

    /// <summary>A line a work.</summary>
    public static string OfWorks(IEnumerable<CountedWork> works) => TextTable.Write(
        [.. s_costs, "kB touched", "passes", "FLOPs of products", "work"],
        works.Select(work => (string[])
        [
            .. Columns(work.Cost),
            TextTable.Kilo(work.Cost.FirstLines * KernelCounter.Line),
            TextTable.Ratio(work.Passes),
            TextTable.Ratio(work.Overhead),
            work.Name,
        ]));

    /// <summary>A line a kind of kernel.</summary>
    public static string OfKernels(CountedWork work) => TextTable.Write(
        [.. s_costs, work.Name], work.Kernels.Select(kind => (string[])[.. Columns(kind.Cost), TypeName.Of(kind.Kernel)]));

    /// <summary>A line a network: floats of its buffers a row of the batch, and a row of the block at hand; what its code is.</summary>
    public static string OfNetworks(IEnumerable<NetworkBlueprint> networks) => TextTable.Write(
        [
            "prediction", "unshared", "kernels' own", "training: batch", "block", "unshared", "kernels' own",
            "rows a block", "segments", "weight tasks", "copies", "generated lines", "network",
        ],
        networks.Select(network => (string[])
        [
            .. ((int[])
            [
                ArenaLength(network.Inference, Arena.Block) + ArenaLength(network.Inference, Arena.Batch),
                network.Inference.UnsharedFloatsPerRow,
                network.Inference.Scratch,
                ArenaLength(network.Training, Arena.Batch),
                ArenaLength(network.Training, Arena.Block),
                network.Training.UnsharedFloatsPerRow,
                network.Training.Scratch,
                network.RowsPerBlock,
                network.ForwardSegments + network.BackwardSegments,
                network.WeightTasks.Length,
                network.Copies.Length,
                GeneratedFiles.Lines(network.Name),
            ]).Select(value => TextTable.Number(value)),
            network.Name,
        ]));

    private static int ArenaLength(BufferPlan plan, Arena arena) => plan.Tensors
        .Where(tensor => tensor.Arena == arena)
        .Select(tensor => tensor.Offset + tensor.Length)
        .DefaultIfEmpty()
        .Max();

    private static string[] Columns(KernelCost cost) =>
    [
        TextTable.Number(cost.Calls),
        TextTable.Kilo(cost.MultiplyAdds),
        TextTable.Kilo(cost.Arithmetic),
        TextTable.Kilo(cost.Others),
        TextTable.Kilo(cost.Loaded * sizeof(float)),
        TextTable.Kilo(cost.Broadcast * sizeof(float)),
        TextTable.Kilo(cost.Stored * sizeof(float)),
        TextTable.Kilo(cost.NearLines * KernelCounter.Line),
        TextTable.Kilo(cost.FarLines * KernelCounter.Line),
    ];
}
