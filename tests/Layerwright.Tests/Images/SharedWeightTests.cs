using Layerwright.Kernels;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.Running;
using Layerwright.Tests.Kernels;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>
/// A convolution is a dense layer over all the image's numbers, most of whose weights are 0 and the rest shared: networks of both kinds
/// must give the same, gradients summed over what is shared.
/// </summary>
public class SharedWeightTests
{
    private const int Rows = 19;

    public static TheoryData<Type, Type, int, int, int> Pairs => new()
    {
        { typeof(DepthwiseImages), typeof(DepthwiseRows), 5, 5, 5 },
        { typeof(MultipliedImages), typeof(MultipliedRows), 3, 18, 3 },
        { typeof(DilatedImages), typeof(DilatedRows), 4, 4, 4 },
        { typeof(ConvolvedImages), typeof(ConvolvedRows), 3, 37, 1 },
        { typeof(GroupedImages), typeof(GroupedRows), 6, 9, 3 },
        { typeof(GroupForEachChannelImages), typeof(GroupForEachChannelRows), 5, 10, 5 },
        { typeof(WideGroupedImages), typeof(WideGroupedRows), 64, 128, 2 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    [Trait("Kernels", "EveryWidth")]
    public void Outputs_and_all_gradients_are_those_of_the_dense_layer_that_it_is(Type images, Type rows, int channels, int outputs, int groups)
    {
        var window = WindowOf(images);
        var (image, row) = (TestNetwork.Create(images, 3), TestNetwork.Create(rows, 3));
        string weight = image.State.Keys.Single(key => key.EndsWith(".weight", StringComparison.Ordinal));
        float[] weights = image.State[weight].ToArray(), dense = new float[row.State["dense1.weight"].ToArray().Length];
        var shared = Shared(window, channels, outputs, groups).ToList();
        foreach (var (from, to) in shared)
        {
            dense[to] = weights[from];
        }

        row.State["dense1.weight"].CopyFrom(dense);
        string? biasKey = image.State.Keys.SingleOrDefault(key => key.EndsWith(".bias", StringComparison.Ordinal));
        if (biasKey is not null)
        {
            row.State["dense1.bias"].CopyFrom([.. Enumerable.Repeat(image.State[biasKey].ToArray(), window.OutputPositions).SelectMany(bias => bias)]);
        }

        float[] inputs = TestRows.Numbers(Rows * window.InputPositions * channels);
        var targets = TargetData.Of([.. TestRows.Numbers(Rows * window.OutputPositions * outputs, seed: 9)]);
        var (imageStep, rowStep) = (image.CreateStep(Rows + 5, poison: 0xFF), row.CreateStep(Rows));

        float loss = imageStep.ForwardBackward(inputs, targets), expected = rowStep.ForwardBackward(inputs, targets);

        Agreement.Check([expected], [loss], "loss");
        Agreement.Check(rowStep.Outputs, imageStep.Outputs, "outputs");
        Agreement.Check(rowStep.InputGradient, imageStep.InputGradient, "input gradient");
        float[] gradient = new float[weights.Length], denseGradient = rowStep.Gradients["dense1.weight"].ToArray();
        foreach (var (from, to) in shared)
        {
            gradient[from] += denseGradient[to];
        }

        Agreement.Check(gradient, imageStep.Gradients[weight].ToArray(), "weight gradient");
        if (biasKey is not null)
        {
            float[] bias = new float[outputs], denseBias = rowStep.Gradients["dense1.bias"].ToArray();
            for (int i = 0; i < denseBias.Length; i++)
            {
                bias[i % outputs] += denseBias[i];
            }

            Agreement.Check(bias, imageStep.Gradients[biasKey].ToArray(), "bias gradient");
        }

        float[] found = new float[imageStep.Outputs.Length];
        image.CreatePredictor(Rows, poison: 0x7F).Predict(inputs, found);
        Agreement.Check(rowStep.Outputs, found, "predictions");
    }

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void A_chain_learns_the_same_bits_on_any_number_of_threads_and_from_any_memory()
    {
        List<float[]> learned = [];
        float[] inputs = TestRows.Numbers(64 * 12 * 11 * 3);
        var labels = TargetData.Of(TestRows.Labels(64, 7));
        foreach (var (threads, poison) in new (int, byte)[] { (1, 0), (2, 0xFF), (5, 0x7F) })
        {
            var network = TestNetwork.Create(typeof(DepthwiseChain), 4);
            var step = network.CreateStep(64, threads, poison);
            for (int i = 0; i < 3; i++)
            {
                step.Step(inputs, labels, new AdamW(0.01f));
            }

            // Fewer rows than chunks, too.
            step.Step(inputs.AsSpan(0, 3 * 12 * 11 * 3).ToArray(), TargetData.Of(TestRows.Labels(64, 7)[..3]), new AdamW(0.01f));
            learned.Add(network.Flatten());
        }

        Assert.All(learned, weights => Assert.Equal(learned[0], weights));
        Assert.All(learned[0], value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void Its_batch_normalisation_folds_into_its_weights_for_prediction()
    {
        var network = TestNetwork.Create(typeof(DepthwiseChain), 4);
        float[] inputs = TestRows.Numbers(64 * 12 * 11 * 3), together = new float[64 * 7], alone = new float[64 * 7];
        var step = network.CreateStep(64);
        step.DropoutFactor = 0;
        for (int i = 0; i < 150; i++)
        {
            // Running statistics come to those of this batch.
            step.Forward(inputs);
        }

        Assert.Contains(network.Blueprint.Fusions, fusion => fusion.StartsWith("2 BatchNorm folded", StringComparison.Ordinal));
        float[] trained = step.Outputs.ToArray();
        var predictor = network.CreatePredictor(64);
        predictor.Predict(inputs, together);
        for (int row = 0; row < 64; row++)
        {
            predictor.Predict(inputs.AsSpan(row * 396, 396).ToArray(), alone.AsSpan(row * 7, 7));
        }

        // The running variance is the unbiased one: 64 · 132 and 64 · 36 values a channel.
        float[] softmax = [.. trained.Chunk(7).SelectMany(Softmax)];
        Assert.All(softmax.Zip(together), pair => Assert.Equal(pair.First, pair.Second, 2e-3f));
        Agreement.Check(together, alone, "one by one");
    }

    /// <summary>The places of PyTorch's [output, channel of the group, kernel…] weight in the dense layer's [outputs, inputs].</summary>
    private static IEnumerable<(int From, int To)> Shared(Window window, int channels, int outputs, int groups)
    {
        int inGroup = channels / groups;
        foreach (var (tap, input, output) in NaiveConvolution.Pairs(window))
        {
            for (int n = 0; n < outputs; n++)
            {
                for (int c = 0; c < inGroup; c++)
                {
                    int channel = n / (outputs / groups) * inGroup + c;
                    yield return (
                        (n * inGroup + c) * window.Taps + tap,
                        (output * outputs + n) * window.InputPositions * channels + input * channels + channel);
                }
            }
        }
    }

    private static Window WindowOf(Type images) => images.Name switch
    {
        nameof(DepthwiseImages) or nameof(GroupForEachChannelImages) => new((7, 6), (3, 3), (7, 6)) { Pad = (1, 1) },
        nameof(MultipliedImages) => new((9, 8), (3, 2), (5, 4)) { Stride = (2, 2), Pad = (1, 0) },
        nameof(DilatedImages) => new((10, 9), (2, 2), (4, 9)) { Stride = (3, 1), Pad = (2, 1), Dilation = (2, 2) },
        nameof(ConvolvedImages) => new((9, 8), (3, 3), (5, 4)) { Stride = (2, 2), Pad = (1, 1) },
        nameof(GroupedImages) => new((9, 8), (3, 2), (5, 9)) { Stride = (2, 1), Pad = (1, 1) },
        _ => new((6, 5), (3, 3), (6, 5)) { Pad = (1, 1) },
    };

    private static IEnumerable<float> Softmax(float[] row)
    {
        float sum = row.Sum(MathF.Exp);
        return row.Select(value => MathF.Exp(value) / sum);
    }
}
