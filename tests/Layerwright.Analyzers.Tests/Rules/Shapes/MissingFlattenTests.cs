using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class MissingFlattenTests
{
    [Fact]
    public async Task A_dense_layer_on_an_image_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [MaxPool2D(2)]
            [{|LW1002:Dense(2)|}]
            public partial class Net;
            """);
        Assert.Equal("Dense1 gets 4×4×3, an image; insert [Flatten] or [GlobalAveragePool2D] before it", diagnostic.GetMessage());
    }

    [Fact]
    public Task So_is_a_maxout_layer_and_nothing_behind_it() => Verify.DiagnosticsAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [{|LW1002:Maxout(5)|}]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public async Task In_a_block_it_is_reported_at_the_use_and_points_into_the_block()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1002:Use<Head>|}]
            public partial class Net;

            [Block]
            [Dense(2)]
            class Head;
            """);
        Assert.Contains("Head.Dense1", diagnostic.GetMessage());
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Fact]
    public Task Vectors_and_sequences_are_silent() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [Flatten]
        [Dense(2)]
        public partial class Images;

        [Network]
        [SequenceInput(8, 3)]
        [Dense(5)]
        [Maxout(4)]
        public partial class Sequences;
        """);
}
