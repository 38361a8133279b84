using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Declaration;

namespace Layerwright.Analyzers.Tests.Fixes;

public class MissingInputFixTests
{
    private const string Title = "Add [Input(…)]";

    [Fact]
    public Task It_goes_before_the_first_layer_and_its_comment() => VerifyFix.AloneAsync(
        new MissingInputFix(),
        Title,
        """
        /// <summary>A network.</summary>
        [Network]
        // the only layer
        [Dense(2)] // two
        public partial class Net;
        """,
        """
        /// <summary>A network.</summary>
        [Network]
        [Input(1)]
        // the only layer
        [Dense(2)] // two
        public partial class Net;
        """);

    [Fact]
    public Task It_takes_the_width_that_a_first_residual_needs() => VerifyFix.AloneAsync(
        new MissingInputFix(),
        Title,
        "[Network]\n[Residual<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Inner;",
        "[Network]\n[Input(8)]\n[Residual<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Inner;");

    [Fact]
    public Task In_one_list_or_line_with_others_and_qualified() => VerifyFix.AllInDocumentAsync(
        new MissingInputFix(),
        "LW0003",
        """
        namespace Other
        {
            class Input;

            [Network, Dense(2)] partial class One;

            [Network] [Dense(2)] [Tanh]
            partial class Two;
        }
        """,
        """
        namespace Other
        {
            class Input;

            [Network, InputAttribute(1), Dense(2)] partial class One;

            [Network] [InputAttribute(1)] [Dense(2)] [Tanh]
            partial class Two;
        }
        """);
}
