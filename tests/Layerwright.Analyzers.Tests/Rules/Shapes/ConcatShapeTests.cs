using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class ConcatShapeTests
{
    private const string Blocks = """

        [Block]
        [MaxPool2D(2)]
        class Half;

        [Block]
        [Flatten]
        class Flat;

        [Block]
        [GlobalAveragePool2D]
        [Dense(3)]
        class PerChannel;

        [Block]
        [GlobalAveragePool2D]
        [Dense(5)]
        class TooMany;
        """;

    [Fact]
    public async Task Branches_of_other_heights_and_widths_are_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1012:Concat<Identity, Half>|}]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """ + Blocks);
        Assert.Equal(
            "Concat1 joins 8×8×3, 4×4×3, which differ in more than their channels; let all branches end in one height and width",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_vector_is_not_joined_to_an_image()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1012:Concat<Identity, Flat>|}]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """ + Blocks);
        Assert.EndsWith("let all branches end in vectors, or none", diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_gate_of_another_shape_is_marked_with_those_that_fit()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [{|LW1012:Gate<TooMany>|}]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """ + Blocks);
        Assert.Equal(
            "Gate1 multiplies 8×8×3 by 5, which does not fit; let its branch end in 8×8×3 or 3 numbers, one a channel",
            diagnostic.GetMessage());
    }

    [Fact]
    public Task Branches_that_fit_are_silent() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [Gate<PerChannel>]
        [Gate<Identity>]
        [Concat<Half, Half, Half>]
        [Concat<Identity, Identity>]
        [Concat<Flat, TooMany>]
        [Dense(2)]
        public partial class Net;
        """ + Blocks);
}
