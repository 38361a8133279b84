namespace Layerwright.Testing.Interpretation;

/// <summary>One run through the interpreter: how it is done, and what was seen on the way.</summary>
public sealed class Pass
{
    /// <summary>True: batch statistics, dropout.</summary>
    public bool IsTraining { get; init; }

    /// <summary>Whether a dropout layer keeps an element: the layer's path, row, column, and what a dropped element becomes.</summary>
    public Func<string, int, int, double, bool>? Keeps { get; init; }

    /// <summary>What every dropout rate is multiplied by.</summary>
    public double DropoutFactor { get; init; } = 1;

    /// <summary>What every penalty is multiplied by.</summary>
    public double RegularizationFactor { get; init; } = 1;

    /// <summary>
    /// Where given, every intermediate result is off by a random share of float32's rounding unit: how far such a run lies
    /// from the exact one says how well conditioned the result is, and so what a float32 computation can be held to.
    /// </summary>
    public Random? Noise { get; init; }

    /// <summary>
    /// Weights whose convolutions generated code computes by Winograd's detour, and outputs of its tiles along an axis: noisy runs take it too.
    /// </summary>
    public IReadOnlyDictionary<string, int> Filtered { get; init; } = new Dictionary<string, int>();

    /// <summary>The same of the convolutions' input gradients.</summary>
    public IReadOnlyDictionary<string, int> FilteredBack { get; init; } = new Dictionary<string, int>();

    /// <summary>Outputs by layer path.</summary>
    public Dictionary<string, Matrix> Activations { get; } = new(StringComparer.Ordinal);

    /// <summary>Gradients of the loss with respect to outputs, by layer path.</summary>
    public Dictionary<string, Matrix> Gradients { get; } = new(StringComparer.Ordinal);

    /// <summary>On which side of its function's kinks each element met it, by layer path.</summary>
    public Dictionary<string, int[]> Sides { get; } = new(StringComparer.Ordinal);

    /// <summary>What functions yield at their kinks, by layer path: where they rise, an output tells its side too.</summary>
    public Dictionary<string, double[]> KinkValues { get; } = new(StringComparer.Ordinal);

    /// <summary>For each output of a maxout layer, by its path, which piece was the largest and by how much.</summary>
    public Dictionary<string, (int Piece, double Lead)[]> Winners { get; } = new(StringComparer.Ordinal);

    /// <summary>How near the outputs came to a kink of the loss: beside one float32 may take the other side.</summary>
    public double KinkDistance { get; set; } = double.PositiveInfinity;

    /// <summary>Sides of these values from the points given.</summary>
    public static int[] SidesOf(IEnumerable<double> values, double[] points) =>
        [.. values.Select(value => points.Sum(point => Math.Sign(value - point)))];

    /// <summary>Notes on which side of its function's kinks the inputs of a layer lie.</summary>
    internal void Meet(string path, Matrix input, ScalarFunction function)
    {
        if (function.Kinks.Length == 0)
        {
            return;
        }

        Sides[path] = SidesOf(input.Values, function.Kinks);
        KinkValues[path] = [.. function.Kinks.Select(function.Value)];
    }

    /// <summary>An intermediate result on its way to the next layer.</summary>
    public Matrix Round(Matrix exact) =>
        Noise is null ? exact : exact.Map(Round);

    /// <summary>A term of a sum on its way into it, or a sum that many read: its rounding does not cancel among them. Whole numbers, as saturated units yield them, are exact in float32 too.</summary>
    public double Round(double exact) =>
        Noise is null || exact == Math.Truncate(exact) ? exact : exact * (1 + (((Noise.NextDouble() * 2) - 1) * s_roundingUnit));

    private static readonly double s_roundingUnit = Math.Pow(2, -23);
}
