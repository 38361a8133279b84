using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Initialization;

namespace Layerwright.Analyzers.Tests.Fixes;

public class XavierWithReLUFixTests
{
    [Fact]
    public Task Alone_it_writes_he() => VerifyFix.AloneAsync(
        new XavierWithReLUFix(),
        "Use Init.He",
        "[Network]\n[Input(4)]\n[Dense(8, Init = /* why */ Init.Xavier, Name = \"First\")] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, Init = /* why */ Init.He, Name = \"First\")] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task A_scale_was_that_of_what_goes() => VerifyFix.AloneAsync(
        new XavierWithReLUFix(),
        "Use Init.He",
        "[Network]\n[Input(4)]\n[Dense(8, InitScale = 1.2, Init = Init.Xavier, Name = \"First\")] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.He, Name = \"First\")] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task All_are_written_in_the_style_that_is_there() => VerifyFix.AllInDocumentAsync(
        new XavierWithReLUFix(),
        "LW3001",
        """
        using static Layerwright.Init;
        using Start = Layerwright.Init;

        [Network, Input(4), Dense(8, Init = Init.LeCun), ReLU, Dense(8, UseBias = true, Init = Layerwright.Init.Xavier), ReLU]
        [Dense(8, Init = Start.Xavier)]
        [LeakyReLU]
        [Dense(8, Init = LeCun)]
        [ReLU]
        [Dense(8, Init = (Init)3)]
        [ReLU]
        [Dense(2, Init = Init.Xavier)]
        public partial class Net;
        """,
        """
        using static Layerwright.Init;
        using Start = Layerwright.Init;

        [Network, Input(4), Dense(8, Init = Init.He), ReLU, Dense(8, UseBias = true, Init = Layerwright.Init.He), ReLU]
        [Dense(8, Init = Start.He)]
        [LeakyReLU]
        [Dense(8, Init = Init.He)]
        [ReLU]
        [Dense(8, Init = Init.He)]
        [ReLU]
        [Dense(2, Init = Init.Xavier)]
        public partial class Net;
        """);

    [Fact]
    public Task It_mends_a_block_from_the_blocks_own_diagnostic() => VerifyFix.AloneAsync(
        new XavierWithReLUFix(),
        "Use Init.He",
        "[Block]\n[Dense(8, Init = Init.LeCun)]\n[BatchNorm]\n[ReLU]\nclass Inner;",
        "[Block]\n[Dense(8, Init = Init.He)]\n[BatchNorm]\n[ReLU]\nclass Inner;");
}
