using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>The convolution whose speed is promised, and its two gradients: 3 × 3 taps over 32 images of 14 × 14 pixels, 64 channels to 64.</summary>
internal static class ConvolutionWork
{
    public const int Rows = 32, Size = 14, Channels = 64;

    /// <summary>Those of the definition: minimal filtering does fewer, and nobody multiplies with what lies outside an image.</summary>
    public const double Operations = 2.0 * Rows * Size * Size * 9 * Channels * Channels;

    private const int Lines = Rows * Size * Size;

    private static Window Window { get; } = new((Size, Size), (3, 3), (Size, Size)) { Pad = (1, 1) };

    /// <summary>Forward with bias and ReLU.</summary>
    public static Action Forward()
    {
        BenchmarkMemory memory = new();
        Tensor input = memory.Rows(Lines, Channels), output = memory.Rows(Lines, Channels), bias = memory.Rows(1, Channels);
        PackedMatrix weights = memory.Packed(36 * Channels, Channels);
        Tensor scratch = memory.WinogradScratch(input, Size);
        return () => Winograd4.Run(Rows, input, weights, Window, scratch, output, Epilogue.Chain(new AddBias(bias), default(ReLU)));
    }

    /// <summary>The gradient of its input: a convolution with turned weights.</summary>
    public static Action InputGradient()
    {
        BenchmarkMemory memory = new();
        Tensor gradient = memory.Rows(Lines, Channels), inputGradient = memory.Rows(Lines, Channels);
        PackedMatrix weights = memory.Packed(36 * Channels, Channels);
        Tensor scratch = memory.WinogradScratch(gradient, Size);
        return () => Winograd4.Run(Rows, gradient, weights, Window, scratch, inputGradient, default(None));
    }

    /// <summary>The gradient of its weights, from sums of frequencies to taps.</summary>
    public static unsafe Action WeightGradient()
    {
        BenchmarkMemory memory = new();
        Tensor input = memory.Rows(Lines, Channels), gradient = memory.Rows(Lines, Channels);
        GradientChunks shape = new(null, 1, 36 * Channels, Channels, 1, hasBias: false);
        GradientChunks chunk = new(memory.Allocate(shape.Stride), 1, 36 * Channels, Channels, 1, hasBias: false);
        Tensor scratch = memory.WinogradScratch(input, Size, tiles: 64);
        MomentumSink sink = MomentumSink.Create(memory, memory.Packed(9 * Channels, Channels));
        PanelRange panels = new(0, chunk.Panels);
        return () =>
        {
            Winograd4WeightGradient.SumChunk(Rows, input, gradient, Window, scratch, panels, chunk);
            Winograd4Chunks.Run(chunk, panels, sink);
        };
    }
}
