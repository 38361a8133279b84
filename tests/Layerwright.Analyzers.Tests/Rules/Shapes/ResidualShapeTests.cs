using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class ResidualShapeTests
{
    [Fact]
    public async Task A_branch_of_another_width_is_marked_with_both_widths()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [{|LW1011:Residual<Inner>|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(8)]
            class Inner;
            """);
        Assert.Equal(
            "The branch of Residual1 puts out 8 but its input is 4, so they cannot be added; set Projection = true, or let the branch end in 4",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_shortcut_of_another_width_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [{|LW1011:Residual<Eight, Five>|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(8)]
            class Eight;

            [Block]
            [Dense(5)]
            class Five;
            """);
        Assert.Contains("its shortcut is 5", diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_fault_that_needs_the_users_shape_is_reported_at_each_use_and_points_into_the_block()
    {
        var run = await Verify.DiagnosticsAsync("""
            [Network]
            [Input(8)]
            [Use<Outer>]
            [Dense(4)]
            [{|LW1011:Use<Outer>|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Residual<Inner>]
            class Outer;

            [Block]
            [Dense(8)]
            class Inner;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Contains("Outer.Residual1", diagnostic.GetMessage());
        var place = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("Residual<Inner>", place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length));
    }

    [Fact]
    public Task A_fault_that_the_block_shows_alone_is_reported_on_the_block_alone() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(8)]
        [Use<Outer>]
        [Repeat<Outer>(3)]
        public partial class Net;

        [Block]
        [Dense(4)]
        [{|LW1011:Residual<Inner>|}]
        class Outer;

        [Block]
        [Dense(8)]
        class Inner;
        """);

    [Fact]
    public async Task Where_no_stride_leads_to_the_branchs_shape_a_projection_is_not_offered()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1011:Residual<Shrunk>(Projection = true)|}]
            [Flatten]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Conv2D(4, 3)]
            class Shrunk;
            """);
        Assert.Equal(
            "The branch of Residual1 puts out 6×6×4 but its input is 8×8×3, so they cannot be added; let the branch end in 8×8×3, "
            + "or give the residual a shortcut block of its own (no projection leads there)",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_branch_that_leaves_the_image_cannot_be_projected_to()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1011:Residual<Flat>|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Flatten]
            class Flat;
            """);
        Assert.Contains("no projection leads there", diagnostic.GetMessage());
    }

    [Fact]
    public Task Images_and_sequences_are_projected_with_the_smallest_strides_that_fit() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(9, 8, 3)]
        [Residual<Halved>(Projection = true)]
        [Residual<Flatter>(Projection = true)]
        [Flatten]
        [Dense(2)]
        public partial class Images;

        [Network]
        [SequenceInput(9, 3)]
        [Residual<Steps>(Projection = true)]
        [Flatten]
        [Dense(2)]
        public partial class Sequences;

        [Block]
        [Conv2D(4, 3, Stride = 2, Pad = 1)]
        [BatchNorm]
        class Halved;

        [Block]
        [MaxPool2D(5, 1)]
        class Flatter;

        [Block]
        [Conv1D(4, 3, Stride = 3)]
        class Steps;
        """);

    [Fact]
    public Task Equal_widths_and_projections_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Residual<Four>]
        [Residual<Eight>(Projection = true)]
        [Residual<Four, Four>]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(4)]
        [BatchNorm]
        class Four;

        [Block]
        [Dense(8)]
        class Eight;
        """);
}
