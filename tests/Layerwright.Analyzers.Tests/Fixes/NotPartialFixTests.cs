using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Declaration;

namespace Layerwright.Analyzers.Tests.Fixes;

public class NotPartialFixTests
{
    [Fact]
    public Task It_makes_the_class_and_what_is_around_it_partial() => VerifyFix.AloneAsync(
        new NotPartialFix(),
        "Make 'Net' partial",
        """
        /// <summary>Around.</summary>
        public static class Outer
        {
            internal record struct Middle
            {
                // A network.
                [Network]
                [Input(4)] // four
                [Dense(2)]
                internal sealed /* sealed */ class Net; // end
            }
        }
        """,
        """
        /// <summary>Around.</summary>
        public static partial class Outer
        {
            internal partial record struct Middle
            {
                // A network.
                [Network]
                [Input(4)] // four
                [Dense(2)]
                internal sealed /* sealed */ partial class Net; // end
            }
        }
        """);

    [Fact]
    public Task It_makes_the_other_declarations_partial_in_other_files() => VerifyFix.AloneAsync(
        new NotPartialFix(),
        "Make 'Net' partial",
        ["static class Outer\n{\n    [Network]\n    [Input(4)]\n    [Dense(2)]\n    class Net;\n}", "static partial class Outer;"],
        ["static partial class Outer\n{\n    [Network]\n    [Input(4)]\n    [Dense(2)]\n    partial class Net;\n}", "static partial class Outer;"]);

    [Fact]
    public Task It_names_what_is_not_partial() => VerifyFix.AloneAsync(
        new NotPartialFix(),
        "Make 'Outer' partial",
        "class Outer\n{\n    [Network, Input(4), Dense(2)]\n    partial class Net;\n}",
        "partial class Outer\n{\n    [Network, Input(4), Dense(2)]\n    partial class Net;\n}");

    [Fact]
    public Task Two_networks_in_one_type_make_it_partial_once() => VerifyFix.AllInDocumentAsync(
        new NotPartialFix(),
        "LW0001",
        """
        static class Outer
        {
            [Network, Input(4), Dense(2)]
            class One;

            [Network, Input(4), Dense(2)]
            partial class Two;
        }
        """,
        """
        static partial class Outer
        {
            [Network, Input(4), Dense(2)]
            partial class One;

            [Network, Input(4), Dense(2)]
            partial class Two;
        }
        """);
}
