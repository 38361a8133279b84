using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class MemberCollisionTests
{
    [Theory]
    [InlineData("public int {|LW0012:State|} => 1;")]
    [InlineData("public void {|LW0012:Save|}() { }")]
    [InlineData("public const int {|LW0012:InputLength|} = 3;")]
    [InlineData("private class {|LW0012:Summary|};")]
    [InlineData("public int {|LW0012:Dense1|};")]
    [InlineData("public {|LW0012:Net|}() : this(1) { }")]
    [InlineData("public {|LW0012:Net|}(ulong seed) { }")]
    [InlineData("public event Action? {|LW0012:Normalizer|} { add { } remove { } }")]
    public Task A_member_with_a_generated_members_name_is_marked(string member) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n[Dense(2)]\npublic partial class Net\n{{\n    {member}\n}}");

    [Fact]
    public Task Other_members_and_constructors_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Dense(2)]
        [Tanh]
        public partial class Net
        {
            public Net(string path)
                : this(7) => Path = path;

            public string Path { get; } = "";

            public int Dense2 => Dense1.Name.Length;

            public int Tanh1 => 1;

            static Net()
            {
            }
        }
        """);
}
