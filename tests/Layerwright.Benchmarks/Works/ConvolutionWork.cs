using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>A convolution of square images with bias and ReLU; its gradients. By minimal filtering where the plan would choose it.</summary>
internal sealed record ConvolutionWork(int Images, int Channels, int Size, int Filters, int Kernel, int Stride, int Pad, bool IsFiltered)
{
    private const string Filtered = "w";

    /// <summary>Reads images, channels, size, filters, kernel, stride and padding: <c>32x64x14x64x3x1x1w</c>, w for minimal filtering.</summary>
    public static ConvolutionWork Parse(string text)
    {
        int[] sizes = [.. text.Replace(Filtered, "", StringComparison.Ordinal).Split('x').Select(int.Parse)];
        return new(
            sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6], text.EndsWith(Filtered, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Shape}{(IsFiltered ? Filtered : "")}";

    /// <summary>What peers need to know.</summary>
    public string Shape => $"{Images}x{Channels}x{Size}x{Filters}x{Kernel}x{Stride}x{Pad}";

    private int Places => ((Size + (2 * Pad) - Kernel) / Stride) + 1;

    private int Taps => Kernel * Kernel;

    private int InputLines => Images * Size * Size;

    private int OutputLines => Images * Places * Places;

    private Window Window => new((Size, Size), (Kernel, Kernel), (Places, Places)) { Stride = (Stride, Stride), Pad = (Pad, Pad) };

    /// <summary>Taps outside the image count too, though nobody multiplies with them.</summary>
    private WorkCost Cost => new(
        2.0 * OutputLines * Taps * Channels * Filters,
        sizeof(float) * ((double)InputLines * Channels + (double)OutputLines * Filters + (double)Taps * Channels * Filters));

    /// <summary>Forward, input or weight: the gradient of the weights goes into gradient descent with momentum.</summary>
    public SpeedWork Create(string pass) => pass switch
    {
        "forward" => Forward(),
        "input" => InputGradient(),
        "weight" => WeightGradient(),
        _ => throw new ArgumentException($"There is no pass {pass}; there are forward, input and weight.", nameof(pass)),
    };

    private SpeedWork Forward()
    {
        KernelOperands memory = new();
        Tensor input = memory.Pixels(InputLines, Channels, 0), output = memory.Rows(OutputLines, Filters), bias = memory.Rows(1, Filters, 0);
        PackedMatrix weights = memory.Weights(Channels, Filters, Taps);
        var links = Epilogue.Chain(new AddBias(bias), default(ReLU));
        Action run = () => Convolution.Run(Images, input, weights, Window, output, links);
        if (IsFiltered)
        {
            PackedMatrix transformed = memory.Memory.Packed(FourByFour.Frequencies * Channels, Filters);
            Winograd4Weights.Transform(weights, transformed);
            Tensor scratch = memory.Memory.WinogradScratch(input, Size);
            run = () => Winograd4.Run(Images, input, transformed, Window, scratch, output, links);
        }

        return new(memory.Keeping(run), () => KernelOperands.Sample(run, output, OutputLines), Cost);
    }

    private SpeedWork InputGradient()
    {
        KernelOperands memory = new();
        Tensor gradient = memory.Rows(OutputLines, Filters, BenchmarkData.FirstGradient), back = memory.Rows(InputLines, Channels);
        PackedMatrix turned = memory.Turned(Channels, Filters, Taps);
        Action run = () => ConvolutionInputGradient.Run(Images, gradient, turned, Window, back, default(None));
        if (IsFiltered)
        {
            PackedMatrix transformed = memory.Memory.Packed(FourByFour.Frequencies * Filters, Channels);
            Winograd4Weights.Transform(turned, transformed);
            Tensor scratch = memory.Memory.WinogradScratch(gradient, Places);
            Window adjoint = new(Window.Output, Window.Kernel, Window.Input) { Pad = (Kernel - 1 - Pad, Kernel - 1 - Pad) };
            run = () => Winograd4.Run(Images, gradient, transformed, adjoint, scratch, back, default(None));
        }

        return new(memory.Keeping(run), () => KernelOperands.Sample(run, back, InputLines), Cost);
    }

    private unsafe SpeedWork WeightGradient()
    {
        KernelOperands memory = new();
        Tensor input = memory.Pixels(InputLines, Channels, 0), gradient = memory.Rows(OutputLines, Filters, BenchmarkData.FirstGradient);
        MomentumOperands updated = new(memory, Channels, Filters, Taps);
        int depth = Channels * (IsFiltered ? FourByFour.Frequencies : Taps);
        GradientChunks shape = new(null, 1, depth, Filters, 1, hasBias: false);
        GradientChunks chunk = new(memory.Memory.Allocate(shape.Stride), 1, depth, Filters, 1, hasBias: false);
        PanelRange panels = new(0, chunk.Panels);
        Tensor scratch = memory.Memory.WinogradScratch(input, Size);
        void Direct()
        {
            ConvolutionWeightGradient.SumChunk(Images, input, gradient, Window, panels, chunk);
            ChunkedGradient.Run(chunk, panels, updated.Sink);
        }

        void Filter()
        {
            Winograd4WeightGradient.SumChunk(Images, input, gradient, Window, scratch, panels, chunk);
            Winograd4Chunks.Run(chunk, panels, updated.Sink);
        }

        Action run = IsFiltered ? Filter : Direct;
        return new(memory.Keeping(run), () => updated.Sample(run), updated.CostBeside(Cost));
    }
}
