namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>A layer that puts inputs in other places, some perhaps several times, and zeros in the rest.</summary>
/// <param name="path">The member's name with its blocks.</param>
/// <param name="input">What it takes.</param>
/// <param name="output">What it yields.</param>
/// <param name="source">The input column of an output column; −1 for a zero.</param>
internal sealed class Rearrangement(string path, Flow input, Flow output, Func<int, int> source) : Module(path, output)
{
    private readonly int[] _sources = [.. Enumerable.Range(0, output.Length).Select(source)];
    private bool _isLayer = true;

    /// <summary>The user's rows hold the image channel after channel.</summary>
    public static Rearrangement FromChannelsFirst(Flow image) =>
        new("", image, image, i => (i % image.Channels * image.Positions) + (i / image.Channels)) { _isLayer = false };

    /// <summary>An image, or a sequence, as a vector: channel after channel.</summary>
    public static Rearrangement Flatten(string path, Flow input) => input.Shape.Rank == 1
        ? new(path, input, input, i => i)
        : new(path, input, new(SpecShape.Vector(input.Length), ColumnOrder.Flattened(input.Shape)), i => (i % input.Positions * input.Channels) + (i / input.Positions));

    /// <summary>The shape's elements channel after channel, from such a vector or image; from the network's own input as the user gave it.</summary>
    public static Rearrangement Reshape(string path, Flow input, SpecShape shape)
    {
        if (shape.Rank == 1)
        {
            return Flatten(path, input);
        }

        if (input.Order.IsGiven)
        {
            return new(path, input, new(shape, ColumnOrder.Given()), i => i);
        }

        var flat = Flatten(path, input);

        if (flat.Output.Order.IsFree)
        {
            flat.Output.Order.Unite(ColumnOrder.Flattened(shape));
        }

        return new(path, input, new(shape), i => flat._sources[(i % shape.Channels * shape.Positions) + (i / shape.Channels)]);
    }

    /// <summary>Every pixel as a square of its like.</summary>
    public static Rearrangement Upsample(string path, Flow input, int factor)
    {
        var (_, height, width, channels) = input.Shape;
        int outputWidth = width * factor;
        return new(path, input, new(SpecShape.Image(height * factor, outputWidth, channels)), i =>
        {
            int position = i / channels;
            return ((((position / outputWidth / factor) * width) + (position % outputWidth / factor)) * channels) + (i % channels);
        });
    }

    /// <summary>Zeros around an image.</summary>
    public static Rearrangement Pad(string path, Flow input, ZeroPadding2DSpec padding)
    {
        var (_, height, width, channels) = input.Shape;
        int outputWidth = width + padding.Left + padding.Right;
        return new(path, input, new(SpecShape.Image(height + padding.Top + padding.Bottom, outputWidth, channels)), i =>
        {
            int y = (i / channels / outputWidth) - padding.Top, x = (i / channels % outputWidth) - padding.Left;
            return y < 0 || y >= height || x < 0 || x >= width ? -1 : (((y * width) + x) * channels) + (i % channels);
        });
    }

    protected override bool IsLayer => _isLayer;

    protected override Matrix Compute(Matrix values, Pass pass)
    {
        var result = new Matrix(values.Rows, Output.Length);
        for (int i = 0; i < _sources.Length; i++)
        {
            for (int row = 0; _sources[i] >= 0 && row < values.Rows; row++)
            {
                result[row, i] = values[row, _sources[i]];
            }
        }

        return result;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, input.Length);
        for (int i = 0; i < _sources.Length; i++)
        {
            for (int row = 0; _sources[i] >= 0 && row < gradient.Rows; row++)
            {
                result[row, _sources[i]] += pass.Round(gradient[row, i]);
            }
        }

        return result;
    }
}
