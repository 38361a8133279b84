using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

/// <summary>Shapes go on behind an error as its fix would have them: no fault is reported twice, and the next one is not hidden.</summary>
public class BehindErrorsTests
{
    [Theory]
    [InlineData("[{|LW1002:Dense(9)|}]\n[{|LW1001:MaxPool2D(2)|}]")]
    [InlineData("[MaxPool2D({|LW1003:20|}, Stride = 1)]\n[MaxPool2D({|LW1003:2|})]")]
    [InlineData("[{|LW1004:Conv2D(8, 3, Stride = 2)|}]\n[GroupNorm({|LW1010:3|})]\n[ReLU]\n[{|LW1004:Conv2D(8, 4, Stride = 3)|}]")]
    [InlineData("[{|LW1011:Residual<Half>|}]\n[MaxPool2D({|LW1003:8|})]")]
    [InlineData("[{|LW1012:Concat<Half, Identity>|}]\n[MaxPool2D({|LW1003:8|})]")]
    [InlineData("[MaxPool2D(2, {|LW1024:Pad = 2|})]\n[MaxPool2D({|LW1003:10|})]")]
    [InlineData("[Reshape(7, 14, {|LW0008:5|})]\n[MaxPool2D({|LW1003:8|}, 7)]")]
    [InlineData("[ConvTranspose2D(3, 2, Stride = 2, {|LW0008:OutputPadding = 2|})]\n[MaxPool2D({|LW1003:29|})]")]
    [InlineData("[Conv2D(4, {|LW0008:0|})]\n[MaxPool2D({|LW1003:15|})]")]
    public Task The_next_layer_is_judged_by_the_shape_that_the_fix_leaves(string layers) => Verify.DiagnosticsAsync(Network(layers));

    [Theory]
    [InlineData("[{|LW1001:MaxPool1D(2)|}]\n[Conv2D(8, 3, Stride = 2)]\n[MaxPool2D(50)]")]
    [InlineData("[Reshape({|LW0008:5|}, 4, 11)]\n[Conv2D(8, 3, Stride = 2)]\n[MaxPool2D(50)]")]
    public Task Where_no_fix_leads_on_nothing_is_said(string layers) => Verify.DiagnosticsAsync(Network(layers));

    [Theory]
    [InlineData("[Conv2D(8, {|LW1003:20|}, Stride = 30)]\n[Flatten]")]
    [InlineData("[Flatten]\n[Dense({|LW0008:0|})]\n[Dense(10)]")]
    public Task What_else_may_be_said_of_the_layer_itself_waits_for_the_mending(string layers) => Verify.DiagnosticsAsync(Network(layers));

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(14, 14, 3)]\n{layers}\npublic partial class Net;\n\n[Block]\n[MaxPool2D(2)]\nclass Half;";
}
