using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class WrongRankTests
{
    [Fact]
    public async Task A_pooling_over_an_image_on_a_vector_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(12)]
            [{|LW1001:MaxPool2D(2)|}]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal("MaxPool2D1 gets 12, a vector; it takes an image (height × width × channels)", diagnostic.GetMessage());
    }

    [Fact]
    public async Task So_is_one_over_a_sequence_on_an_image()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1001:GlobalAveragePool1D|}]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal("GlobalAveragePool1D1 gets 8×8×3, an image; it takes a sequence (length × features)", diagnostic.GetMessage());
    }

    [Fact]
    public Task What_follows_is_not_reported_again() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(12)]
        [{|LW1001:MaxPool2D(2)|}]
        [AveragePool2D(2)]
        [Flatten]
        [Dense(1)]
        [MeanSquaredError]
        public partial class Net;
        """);

    [Fact]
    public Task In_a_block_it_is_reported_at_the_use_that_brings_a_vector() => Verify.DiagnosticsAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [Use<Half>]
        [Flatten]
        [{|LW1001:Use<Half>|}]
        [Dense(2)]
        public partial class Net;

        [Block]
        [MaxPool2D(2)]
        class Half;
        """);

    [Fact]
    public Task Each_rank_with_its_own_layers_is_silent() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [MaxPool2D(2)]
        [GlobalAveragePool2D]
        [Dense(2)]
        public partial class Images;

        [Network]
        [SequenceInput(8, 3)]
        [MaxPool1D(2)]
        [GlobalMaxPool1D]
        [Dense(2)]
        public partial class Sequences;
        """);
}
