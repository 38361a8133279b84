namespace Layerwright.Testing.Interpretation;

/// <summary>A sliding window as attributes declare it; sequences use its width alone.</summary>
public sealed record WindowSpec(int Height, int Width)
{
    public WindowSpec(int size)
        : this(size, size)
    {
    }

    public int StrideHeight { get; init; } = 1;

    public int StrideWidth { get; init; } = 1;

    public int PadHeight { get; init; }

    public int PadWidth { get; init; }

    public int Dilation { get; init; } = 1;

    /// <summary><c>Padding = Padding.Same</c>: dilation·(size − 1) in all, the odd one at the end.</summary>
    public bool Same { get; init; }

    /// <summary>All padding before the first step, so that no output sees a later one.</summary>
    public bool Causal { get; init; }

    /// <summary>Both axes' stride.</summary>
    public WindowSpec Stride(int stride) => Stride(stride, stride);

    public WindowSpec Stride(int height, int width) => this with { StrideHeight = height, StrideWidth = width };

    /// <summary>Both axes' explicit padding.</summary>
    public WindowSpec Pad(int pad) => Pad(pad, pad);

    public WindowSpec Pad(int height, int width) => this with { PadHeight = height, PadWidth = width };
}
