using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Shapes;

namespace Layerwright.Analyzers.Tests.Fixes.Shapes;

public class RedundantLayerFixTests
{
    private const string Blocks = "\n\n[Block]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\nclass Inner;";

    [Fact]
    public Task A_layer_goes_and_its_comments_stay() => VerifyFix.AloneAsync(
        new RedundantLayerFix(),
        "Remove",
        "[Network]\n[Input(4)]\n// makes a vector\n[Flatten] // of it\n[Dense(2)] // head\npublic partial class Net;",
        "[Network]\n[Input(4)]\n// makes a vector\n// of it\n[Dense(2)] // head\npublic partial class Net;");

    [Fact]
    public Task A_repetition_leaves_its_block_under_its_name() => VerifyFix.AloneAsync(
        new RedundantLayerFix(),
        "Remove",
        "[Network]\n[Input(4)]\n// once\n[Repeat<Inner>(1, Name = \"Body\", Key = \"body\")] // here\n[Dense(2)]\npublic partial class Net;" + Blocks,
        "[Network]\n[Input(4)]\n// once\n[Use<Inner>(Name = \"Body\", Key = \"body\")] // here\n[Dense(2)]\npublic partial class Net;" + Blocks);

    [Fact]
    public Task All_go_together_in_lists_with_the_suffix_qualified_and_in_blocks() => VerifyFix.AllInDocumentAsync(
        new RedundantLayerFix(),
        "LW1020",
        "[Network, ImageInput(4, 4, 3), MaxPool2D(1), Flatten, FlattenAttribute(), Layerwright.Repeat<Inner>(times: 1), RepeatAttribute<Inner>(1), Dense(2)] partial class Net;"
            + "\n[Block] [AveragePool2D(1)] [GlobalAveragePool2D] class Idle;" + Blocks,
        "[Network, ImageInput(4, 4, 3), Flatten, Layerwright.Use<Inner>, UseAttribute<Inner>, Dense(2)] partial class Net;"
            + "\n[Block] [GlobalAveragePool2D] class Idle;" + Blocks);

    [Fact]
    public Task What_would_leave_no_layer_stays() => VerifyFix.OffersNothingAsync(
        new RedundantLayerFix(), "[Network]\n[Input(4)]\n[Flatten]\npublic partial class Net;");

    [Fact]
    public Task No_block_is_edited_from_a_network() => VerifyFix.OffersNothingAsync(
        new RedundantLayerFix(), "[Network]\n[Input(4)]\n[Use<Flat>]\npublic partial class Net;\n\n[Block]\n[Flatten]\n[Dense(2)]\nclass Flat;");
}
