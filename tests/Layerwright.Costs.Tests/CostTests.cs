using Layerwright.Kernels;
using Layerwright.Testing.Snapshots;

namespace Layerwright.Costs;

/// <summary>What steps and predictions compute and move, without a clock: files beside this one hold every number.</summary>
[Trait("Costs", "EveryWidth")]
public class CostTests
{
    public static bool IsListed => VectorWidth.Count is 8 or 16;

    /// <summary>For each work the most operations it may do for one of its products, and the most passes over what it touches.</summary>
    public static TheoryData<string, double, double> Bounds => new()
    {
        { "DigitNet, step of 128", 1.02, 2.9 },
        { "NarrowDigitNet, step of 128", 1.02, 2.9 },
        { "NormalizedDigitNet, step of 128", 1.03, 2.6 },
        { "LeNet, step of 32", 1.17, 2.9 },
        { "VggNet, step of 2", 0.37, 2.2 },
        { "SmallResNet, step of 4", 0.54, 2.7 },
        { "ControllerNet, step of 1", 3.1, 0 },
        { "ControllerNet, step of 128", 1.6, 0 },
        { "SensorNet, step of 1", 7.1, 0 },
        { "SensorNet, step of 128", 3.3, 0 },
        { "DigitNet, prediction of 1", 1.01, 1 },
        { "DigitNet, prediction of 64", 1.01, 2 },
        { "ClassifierNet, prediction of 1", 1.02, 0 },
        { "LeNet, prediction of 1", 1.09, 0 },
        { "LeNet, prediction of 64", 1.09, 0 },
        { "VggNet, prediction of 1", 0.34, 1.1 },

        // Weights transformed by F(4×4, 3×3) are four times as large: with them the network exceeds that megabyte, and is a quarter quicker.
        { "SmallResNet, prediction of 1", 0.5, 0.9 },
        { "SmallResNet, prediction of 4", 0.5, 1.75 },
        { "TinyNet, prediction of 1", 1.8, 0 },
        { "TinyNet, prediction of 8", 2, 0 },
        { "PolicyNet, prediction of 1", 1.8, 0 },
        { "LayerOf64, prediction of 1", 1.04, 0 },
        { "LayerOf16, prediction of 1", 1.3, 0 },
    };

    [Theory(Skip = "Costs are bounded for vectors of 8 and of 16 floats.", SkipUnless = nameof(IsListed))]
    [MemberData(nameof(Bounds))]
    public void A_work_does_little_beside_its_products_and_moves_little_from_memory(string name, double operations, double passes)
    {
        CountedWork work = PromisedWorks.Of(name);
        Assert.InRange(work.Overhead, operations / 4, operations);
        Assert.InRange(work.Passes, 0, passes);
    }

    [Fact]
    public void Every_promised_work_is_bounded() =>
        Assert.Equal(PromisedWorks.All.Select(work => work.Name).Order(), Bounds.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Networks() => Snapshot.VerifyText(CostListing.OfNetworks(PromisedWorks.All.Select(work => work.Blueprint).DistinctBy(network => network.Name)));

    [Fact(Skip = "Costs are listed for vectors of 8 and of 16 floats.", SkipUnless = nameof(IsListed))]
    public void Works() => Snapshot.VerifyText(CostListing.OfWorks(PromisedWorks.All), test: $"Works.{VectorWidth.Count}");

    [Fact(Skip = "Costs are listed for vectors of 8 and of 16 floats.", SkipUnless = nameof(IsListed))]
    public void Kernels() => Snapshot.VerifyText(string.Join('\n', PromisedWorks.All.Select(CostListing.OfKernels)), test: $"Kernels.{VectorWidth.Count}");
}
