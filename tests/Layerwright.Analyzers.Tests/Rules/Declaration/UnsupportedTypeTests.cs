using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class UnsupportedTypeTests
{
    [Theory]
    [InlineData("public static partial class {|LW0002:Net|};", "static")]
    [InlineData("public abstract partial class {|LW0002:Net|};", "abstract")]
    [InlineData("public partial class {|LW0002:Net|}<T>;", "generic")]
    [InlineData("public partial record {|LW0002:Net|};", "a record")]
    [InlineData("file partial class {|LW0002:Net|};", "file-local")]
    [InlineData("public partial class {|LW0002:Net|}(int size);", "written with a primary constructor")]
    [InlineData("public partial class {|LW0002:Net|} { public required string Label { get; init; } }", "a class with the required member 'Label', which loading a network could not set")]
    [InlineData("public partial class {|LW0002:Net|} { public required int A; public required int B; }", "a class with the required members 'A' and 'B', which loading a network could not set")]
    [InlineData("public partial struct {|LW0002:Net|};", "a struct")]
    [InlineData("public partial interface {|LW0002:Net|};", "an interface")]
    [InlineData("public enum {|LW0002:Net|} { None }", "an enum")]
    [InlineData("public abstract partial class {|LW0002:Net|}<T>;", "abstract and generic")]
    public async Task A_type_that_cannot_be_extended_is_named(string declaration, string reason)
    {
        var diagnostic = await Verify.SingleAsync($"[Network]\n[Input(4)]\n[Dense(2)]\n{declaration}");
        Assert.StartsWith($"'Net' is {reason};", diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_network_inside_a_generic_type_is_generic_too()
    {
        var diagnostic = await Verify.SingleAsync("""
            public partial class Outer<T>
            {
                [Network]
                [Input(4)]
                [Dense(2)]
                public partial class {|LW0002:Net|};
            }
            """);
        Assert.Contains("generic", diagnostic.GetMessage());
    }

    [Fact]
    public async Task Network_and_block_together_are_marked()
    {
        var diagnostic = await Verify.SingleAsync("[Network]\n[Block]\n[Input(4)]\n[Dense(2)]\npublic partial class {|LW0002:Net|};");
        Assert.Contains("both a network and a block", diagnostic.GetMessage());
    }

    [Fact]
    public Task A_sealed_nested_class_with_members_and_a_base_is_silent() => Verify.CompilingAsync("""
        public class Base;

        public partial record Outer
        {
            [Network]
            [Input(4)]
            [Dense(2)]
            internal sealed partial class Net : Base, IDisposable
            {
                public Net(string path) : this(1) => Path = path;

                public string Path { get; } = "";

                public void Dispose()
                {
                }
            }
        }
        """);
}
