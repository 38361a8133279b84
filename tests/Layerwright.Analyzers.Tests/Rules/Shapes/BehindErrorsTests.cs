using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

/// <summary>Shapes go on behind an error, by its fix or left open: no fault is reported twice, and the next one is not hidden.</summary>
public class BehindErrorsTests
{
    [Theory]
    [InlineData("[{|LW1002:Dense(9)|}]\n[{|LW1001:MaxPool2D(2)|}]")]
    [InlineData("[MaxPool2D({|LW1003:20|}, Stride = 1)]\n[MaxPool2D({|LW1003:15|})]")]
    [InlineData("[MaxPool2D({|LW1003:20|})]\n[MaxPool2D({|LW1003:15|})]")]
    [InlineData("[MaxPool2D(14)]\n[MaxPool2D({|LW1003:2|})]\n[Conv2D(8, {|LW1003:3|})]")]
    [InlineData("[{|LW1004:Conv2D(8, 3, Stride = 2)|}]\n[GroupNorm({|LW1010:3|})]\n[ReLU]\n[{|LW1004:Conv2D(8, 4, Stride = 3)|}]")]
    [InlineData("[{|LW1011:Residual<Half>|}]\n[MaxPool2D({|LW1003:8|})]")]
    [InlineData("[{|LW1011:Residual<Frame>|}]\n[MaxPool2D(13)]")]
    [InlineData("[{|LW1011:Residual<Frame>|}]\n[MaxPool2D({|LW1003:15|})]")]
    [InlineData("[{|LW1012:Concat<Half, Identity>|}]\n[GroupNorm({|LW1010:4|})]")]
    [InlineData("[MaxPool2D(2, {|LW1024:Pad = 2|})]\n[MaxPool2D({|LW1003:10|})]")]
    [InlineData("[Reshape(7, 14, {|LW0008:5|})]\n[MaxPool2D({|LW1003:8|}, 7)]")]
    [InlineData("[ConvTranspose2D(3, 2, Stride = 2, {|LW0008:OutputPadding = 2|})]\n[MaxPool2D({|LW1003:29|})]")]
    [InlineData("[Conv2D(4, {|LW0008:0|})]\n[MaxPool2D({|LW1003:15|})]")]
    [InlineData("[Conv2D({|LW0008:0|}, 3)]\n[MaxPool2D({|LW1003:13|})]")]
    public Task The_next_layer_is_judged_by_what_is_known(string layers) => Verify.DiagnosticsAsync(Network(layers));

    [Theory]
    [InlineData("[{|LW1001:MaxPool1D(2)|}]\n[Conv2D(8, 3, Stride = 2)]\n[MaxPool2D(50)]")]
    [InlineData("[Reshape({|LW0008:5|}, 4, 11)]\n[Conv2D(8, 3, Stride = 2)]\n[MaxPool2D(50)]")]
    [InlineData("[{|LW1012:Concat<Half, Identity>|}]\n[MaxPool2D(8)]")]
    [InlineData("[{|LW1012:Concat<Half, Mean>|}]\n[MaxPool2D(8)]")]
    [InlineData("[ConvTranspose2D(3, 2, {|LW0008:Pad = 9|})]\n[MaxPool2D(50)]")]
    [InlineData("[ConvTranspose2D(3, {|LW0008:0|})]\n[MaxPool2D(50)]")]
    [InlineData("[Conv2D(8, {|LW1003:20|})]\n[ReLU]\n[Conv2D(8, 15)]")]
    [InlineData("[MaxPool2D({|LW0008:0|})]\n[MaxPool2D(50)]")]
    [InlineData("[MaxPool2D(3, {|LW0008:Pad = -1|})]\n[MaxPool2D(50)]")]
    [InlineData("[Conv2D(3, 3, {|LW0008:Stride = 0|})]\n[MaxPool2D(50)]")]
    [InlineData("[Upsample2D({|LW0008:0|})]\n[MaxPool2D(50)]")]
    [InlineData("[ZeroPadding2D({|LW0008:-1|}, 1, 1, 1)]\n[MaxPool2D(50, 2)]")]
    [InlineData("[Reshape({|LW0008:0|}, 4, 11)]\n[Conv2D(8, 3)]\n[MaxPool2D(50, 2)]")]
    public Task What_the_error_leaves_open_brings_no_other(string layers) => Verify.DiagnosticsAsync(Network(layers));

    [Theory]
    [InlineData("[Input(8)]\n[Dense({|LW0008:0|})]\n[SoftmaxCrossEntropy]")]
    [InlineData("[Input({|LW0008:0|})]\n[Dense(4)]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]")]
    [InlineData("[Input(8)]\n[Maxout({|LW0008:0|})]\n[Residual<Wide>]\n[GroupNorm(5)]\n[Dense(2)]\n[SoftmaxCrossEntropy]")]
    [InlineData("[ImageInput(9, 9, 3)]\n[Conv2D({|LW0008:0|}, 3)]\n[BatchNorm]\n[ReLU]\n[GroupNorm(4)]")]
    [InlineData("[ImageInput(9, 9, 3)]\n[Conv2D({|LW0008:0|}, 3)]\n[ReLU]\n[Conv2D(8, 3, Groups = 4)]")]
    [InlineData("[ImageInput(9, 9, 3)]\n[DepthwiseConv2D(3, {|LW0008:Multiplier = 0|})]\n[ReLU]\n[Conv2D(8, 3, Groups = 4)]")]
    [InlineData("[ImageInput({|LW0008:0|}, 8, 3)]\n[Conv2D(8, 3)]")]
    [InlineData("[ImageInput({|LW0008:0|}, 8, 3)]\n[ConvTranspose2D(8, 3, Pad = 4)]\n[ReLU]\n[ZeroPadding2D(1)]\n[Upsample2D(2)]\n[Reshape(12)]\n[Dense(2)]")]
    [InlineData("[SequenceInput({|LW0008:0|}, 3)]\n[Conv1D(8, 3)]\n[ReLU]\n[MaxPool1D(2)]\n[Flatten]\n[Dense(2)]")]
    [InlineData("[ImageInput(4, 4, 8)]\n[Conv2D(8, {|LW1003:5|})]\n[BatchNorm]\n[ReLU]\n[Conv2D(8, 3)]\n[BatchNorm]\n[ReLU]\n[MaxPool2D(2)]\n[Flatten]\n[Dense(10)]")]
    [InlineData("[ImageInput(4, 4, 8)]\n[{|LW1003:Residual<Five>|}]")]
    [InlineData("[ImageInput(4, 20, 8)]\n[{|LW1003:Residual<Five>|}]")]
    [InlineData("[ImageInput(8, 8, 8)]\n[Residual<Padded>]")]
    [InlineData("[ImageInput(8, 8, 8)]\n[Residual<None>(Projection = true)]\n[Concat<None, Padded>]\n[Gate<None>]\n[GroupNorm(4)]")]
    public Task One_fault_is_said_once(string layers) => Verify.DiagnosticsAsync($$"""
        [Network]
        {{layers}}
        public partial class Net;

        {{(layers.Contains("Wide", StringComparison.Ordinal) ? "[Block]\n[Dense(5)]\nclass Wide;" : "")}}
        {{(layers.Contains("Five", StringComparison.Ordinal) ? "[Block]\n[Conv2D(8, 5)]\n[BatchNorm]\nclass Five;" : "")}}
        {{(layers.Contains("Padded", StringComparison.Ordinal) ? "[Block]\n[Conv2D(8, {|LW0008:0|}, Pad = 1)]\n[BatchNorm]\nclass Padded;" : "")}}
        {{(layers.Contains("None", StringComparison.Ordinal) ? "[Block]\n[Conv2D({|LW0008:0|}, 3)]\n[BatchNorm]\nclass None;" : "")}}
        """);

    [Theory]
    [InlineData("[Conv2D(8, {|LW1003:20|}, Stride = 30)]\n[Flatten]")]
    [InlineData("[Flatten]\n[Dense({|LW0008:0|})]\n[Dense(10)]")]
    [InlineData("[MaxPool2D(2)]\n[Conv2D({|LW0008:0|}, 3)]\n[ReLU]\n[Flatten]\n[Dense(10)]")]
    public Task What_else_may_be_said_of_the_layer_itself_waits_for_the_mending(string layers) => Verify.DiagnosticsAsync(Network(layers));

    private static string Network(string layers) => $"[Network]\n[ImageInput(14, 14, 3)]\n{layers}\npublic partial class Net;\n\n"
        + "[Block]\n[MaxPool2D(2)]\nclass Half;\n\n[Block]\n[MaxPool2D(3, Stride = 1)]\nclass Frame;\n\n[Block]\n[GlobalAveragePool2D]\nclass Mean;";
}
