using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright.Costs;

/// <summary>The counter sees what kernels do, no more and no less.</summary>
[Trait("Costs", "EveryWidth")]
public unsafe class KernelCounterTests
{
    private const int Rows = 24, Inputs = 40, Outputs = 50;

    private readonly PinnedBuffer _memory = PinnedBuffer.Zeroed((Rows * (Inputs + (2 * Outputs) + 100)) + (Inputs * 100));

    private int Padded { get; } = PanelLayout.RoundUp(Outputs);

    private Tensor Input => new(_memory.Data, Inputs, Inputs);

    private Tensor Output => new(_memory.Data + (Rows * Inputs), Outputs, Padded);

    private PackedMatrix Weights => new(Output.Data + (Rows * Padded), Inputs, Outputs);

    [Fact]
    public void A_product_multiplies_every_input_with_every_weight_once()
    {
        KernelCost cost = Count(() => Product.Run(Rows, Input, Weights, Output, default(None)));

        Assert.Equal(1, cost.Calls);
        Assert.Equal(Rows * Inputs * Padded, cost.MultiplyAdds);
        Assert.Equal((0, 0), (cost.Arithmetic, cost.Others));
        Assert.Equal(Rows * Padded, cost.Stored);
        Assert.Equal(Rows * Inputs * PanelLayout.PanelCount(Outputs), cost.Broadcast);
    }

    [Fact]
    public void A_pass_loads_and_stores_every_number_once()
    {
        KernelCost cost = Count(() => Elementwise.Run(Rows, Output, Output, default(ReLU)));

        Assert.Equal((Rows * Padded, Rows * Padded, Rows * Padded), (cost.Loaded, cost.Stored, cost.Others));
        Assert.Equal((0, 0), (cost.MultiplyAdds, cost.Broadcast));
    }

    [Fact]
    public void A_pass_that_was_not_fused_is_seen()
    {
        KernelCost fused = Count(() => Product.Run(Rows, Input, Weights, Output, default(ReLU)));
        KernelCost apart = Count(() =>
        {
            Product.Run(Rows, Input, Weights, Output, default(None));
            Elementwise.Run(Rows, Output, Output, default(ReLU));
        });

        Assert.Equal(fused with { Calls = 2, Loaded = fused.Loaded + (Rows * Padded), Stored = 2 * fused.Stored, NearLines = 0 }, apart with { NearLines = 0 });
    }

    [Fact]
    public void Every_line_that_a_product_touches_is_seen_once_as_new()
    {
        KernelCost cost = Count(() => Product.Run(Rows, Input, Weights, Output, default(None)));

        int packed = (int)PanelLayout.PackedLength(Inputs, Outputs);
        nint first = (nint)Input.Data / KernelCounter.Line, last = ((nint)(Weights.Data + packed) - 1) / KernelCounter.Line;
        Assert.Equal(last - first + 1, cost.FirstLines);
    }

    [Fact]
    public void Work_that_fits_the_second_cache_brings_nothing_from_beyond_it()
    {
        Assert.Equal(0, Count(() => Product.Run(Rows, Input, Weights, Output, default(None))).FarLines);
    }

    [Fact]
    public void What_does_not_fit_comes_anew_with_every_pass()
    {
        PinnedBuffer large = PinnedBuffer.Zeroed(KernelCounter.FarCache);
        Tensor rows = new(large.Data, 1024, 1024);
        int count = large.Length / 1024;

        KernelCost cost = Count(() =>
        {
            Elementwise.Run(count, rows, rows, default(ReLU));
            Elementwise.Run(count, rows, rows, default(ReLU));
        });

        Assert.Equal(large.Length * sizeof(float) / KernelCounter.Line, cost.FirstLines);
        Assert.Equal(2 * cost.FirstLines, cost.FarLines);
    }

    [Fact]
    public void Nothing_is_counted_outside()
    {
        Assert.Empty(KernelCounter.Count(() => { }));
        Product.Run(Rows, Input, Weights, Output, default(None));
        Assert.Empty(KernelCounter.Count(() => { }));
    }

    private static KernelCost Count(Action work) => KernelCounter.Count(work).Aggregate(default(KernelCost), (sum, kind) => sum + kind.Cost);
}
