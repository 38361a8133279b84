using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>First layers: few channels, few filters, whose vectors run along the image's rows.</summary>
[Trait("Kernels", "EveryWidth")]
public class PlanarConvolutionTests
{
    private static readonly Dictionary<string, Window> Windows = new()
    {
        ["same"] = new((28, 28), (5, 5), (28, 28)) { Pad = (2, 2) },
        ["valid"] = new((13, 37), (4, 5), (10, 33)),
        ["one row of vectors"] = new((5, 16), (3, 7), (5, 16)) { Pad = (1, 3) },
        ["dilated"] = new((20, 30), (5, 4), (16, 28)) { Pad = (2, 3), Dilation = (2, 2) },
        ["several bands"] = new((90, 41), (5, 5), (90, 41)) { Pad = (2, 2) },
        ["a row at a time"] = new((9, 300), (4, 4), (8, 299)) { Pad = (1, 1) },
        ["padding beyond the image"] = new((3, 20), (7, 5), (9, 24)) { Pad = (6, 4) },
        ["padding wider than the taps"] = new((6, 17), (4, 4), (9, 26)) { Pad = (4, 9) },
        ["causal sequence"] = new((1, 40), (1, 16), (1, 40)) { Pad = (0, 15) },
    };

    public static TheoryData<string, int> Cases =>
        [.. from window in Windows.Keys from channels in Enumerable.Range(1, 4) select (window, channels)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_first_layer_is_exact_for_whole_numbers_and_ends_in_its_epilogue(string name, int channels)
    {
        Window window = Windows[name];
        for (int filters = 1; filters <= 8; filters++)
        {
            WindowCase drawn = new(2, channels, filters, window);
            Assert.Equal(IsWideEnough(window), IsPlanar(filters, window.Taps * channels, window));
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(drawn.InputLines, channels, 1), weights = Numbers.Whole(filters, window.Taps * channels, 2);
            float[,] residual = Numbers.Whole(drawn.OutputLines, filters, 3), expected = drawn.Forward(input, weights);
            Tensor output = memory.Padded(drawn.OutputLines, filters), kept = memory.Padded(drawn.OutputLines, filters);
            Tensor from = filters % 2 == 0 ? memory.Unpadded(input) : memory.Padded(input);

            Convolution.Run(
                2, from, memory.Packed(weights), window, output, Epilogue.Chain(new Keep(kept), new AddTensor(memory.Padded(residual)), default(ReLU)));

            float[,] sums = KernelMemory.Read(kept, drawn.OutputLines), actual = KernelMemory.Read(output, drawn.OutputLines);
            for (int line = 0; line < drawn.OutputLines; line++)
            {
                for (int filter = 0; filter < filters; filter++)
                {
                    Assert.True(expected[line, filter] == sums[line, filter], $"{name}, {filters} filters, line {line}: {sums[line, filter]}");
                    Assert.Equal(Math.Max(0, expected[line, filter] + residual[line, filter]), actual[line, filter]);
                }

                Assert.All(KernelMemory.Padding(kept, line), zero => Assert.Equal(0f, zero));
            }

            KernelMemory.AssertNothingBehindRows(output, drawn.OutputLines);
        }
    }

    [Fact]
    public void NaN_reaches_exactly_the_places_whose_taps_see_it()
    {
        KernelMemory memory = new();
        WindowCase same = new(2, 2, 6, new Window((30, 30), (3, 3), (30, 30)) { Pad = (1, 1) });
        Assert.Equal(IsWideEnough(same.Window), IsPlanar(6, 18, same.Window));
        float[,] input = Numbers.Whole(same.InputLines, 2, 1);
        const int LastOfRow = 900 + 4 * 30 + 29;
        input[LastOfRow, 1] = float.NaN;
        Tensor output = memory.Padded(same.OutputLines, 6);

        Convolution.Run(2, memory.Unpadded(input), memory.Packed(Numbers.Whole(6, 18, 2)), same.Window, output, default(ReLU));

        HashSet<int> reached = [.. same.Taps().Where(tap => tap.InputLine == LastOfRow).Select(tap => tap.OutputLine)];
        Assert.Equal(6, reached.Count);
        float[,] actual = KernelMemory.Read(output, same.OutputLines);
        Assert.All(Enumerable.Range(0, same.OutputLines), line => Assert.Equal(reached.Contains(line), float.IsNaN(actual[line, 5])));
    }

    [Fact]
    public void An_infinite_weight_gives_NaN_exactly_where_it_reaches_over_the_border()
    {
        KernelMemory memory = new();
        WindowCase same = new(1, 2, 6, new Window((30, 30), (3, 3), (30, 30)) { Pad = (1, 1) });
        bool isPlanar = IsPlanar(6, 18, same.Window);
        Assert.Equal(IsWideEnough(same.Window), isPlanar);
        float[,] input = new float[same.InputLines, 2], weights = Numbers.Whole(6, 18, 2);
        for (int line = 0; line < same.InputLines; line++)
        {
            input[line, 0] = input[line, 1] = 1;
        }

        // The first tap: above and to the left of each place.
        weights[3, 0] = float.PositiveInfinity;
        Tensor output = memory.Padded(same.OutputLines, 6);

        Convolution.Run(1, memory.Unpadded(input), memory.Packed(weights), same.Window, output, default(None));

        float[,] actual = KernelMemory.Read(output, same.OutputLines);
        Assert.All(Enumerable.Range(0, same.OutputLines), line =>
        {
            bool reachesOver = line < 30 || line % 30 == 0;
            Assert.Equal(isPlanar && reachesOver, float.IsNaN(actual[line, 3]));
            Assert.Equal(!reachesOver, float.IsPositiveInfinity(actual[line, 3]));
            Assert.All(Enumerable.Range(0, 6).Where(filter => filter != 3), filter => Assert.True(float.IsFinite(actual[line, filter])));
        });
    }

    private static bool IsWideEnough(Window window) =>
        Avx.IsSupported && VectorWidth.Count >= Vector256<float>.Count && window.Output.Width >= VectorWidth.Count;

    private static bool IsPlanar(int filters, int inputs, Window window) => VectorWidth.Count switch
    {
        16 => PlanarConvolution<Vector512Instructions, Vector512<float>>.Suits(filters, inputs, window),
        8 => PlanarConvolution<Vector256Instructions, Vector256<float>>.Suits(filters, inputs, window),
        _ => false,
    };
}
