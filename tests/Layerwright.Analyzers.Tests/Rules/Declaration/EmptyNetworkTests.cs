using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class EmptyNetworkTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[MeanSquaredError]\n")]
    public Task An_input_with_nothing_behind_it_is_marked(string loss) =>
        Verify.DiagnosticsAsync($"[{{|LW0007:Network|}}]\n[Input(4)]\n{loss}public partial class Net;");

    [Fact]
    public Task A_class_with_nothing_but_the_marker_lacks_input_and_layers() =>
        Verify.DiagnosticsAsync("[{|LW0003:{|LW0007:Network|}|}]\npublic partial class Net;");

    [Fact]
    public Task One_layer_is_enough() => Verify.CompilingAsync("[Network]\n[Input(4)]\n[Tanh]\npublic partial class Net;");
}
