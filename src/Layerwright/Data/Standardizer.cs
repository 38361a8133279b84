using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>
/// Subtracts a mean and divides by a deviation, for each feature or for each channel of an image, whether the channels of a pixel
/// stand together or those of a plane.
/// </summary>
internal sealed class Standardizer : Normalizer
{
    public const string PerFeature = "standardize", PerChannel = "per-channel", PerPlane = "per-plane";

    private const string MeanName = "mean", DeviationName = "deviation";

    private readonly float[] _mean, _deviation;

    /// <summary>−mean and 1/deviation for every element of a row; 0 instead of an infinite one.</summary>
    private readonly float[] _shift, _scale;

    private Standardizer(string kind, int length, float[] mean, float[] deviation)
        : base(length)
    {
        Kind = kind;
        _mean = mean;
        _deviation = deviation;
        _shift = new float[length];
        _scale = new float[length];
        for (int i = 0; i < length; i++)
        {
            int part = PartOf(i, kind, length, mean.Length);
            _shift[i] = -mean[part];
            float inverse = 1 / deviation[part];
            _scale[i] = float.IsFinite(inverse) ? inverse : 0;
        }
    }

    internal override string Kind { get; }

    internal override IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<float>>> Values =>
        [new(MeanName, _mean), new(DeviationName, _deviation)];

    /// <summary>
    /// Fits <paramref name="parts"/> means and deviations. Two passes in double precision: the mean first, then squares of
    /// differences from it, which keep their digits however far the mean is from 0.
    /// </summary>
    public static Standardizer Fit(string kind, TrainingSet data, int parts)
    {
        int[] partOf = [.. Enumerable.Range(0, data.InputLength).Select(i => PartOf(i, kind, data.InputLength, parts))];
        var mean = new double[parts];
        for (int row = 0; row < data.Count; row++)
        {
            AddRow(data, row, partOf, mean);
        }

        double count = (double)data.Count * (data.InputLength / parts);
        TensorPrimitives.Divide(mean, count, mean);

        var squares = new double[parts];
        var isConstant = new bool[parts];
        Array.Fill(isConstant, true);
        float[] first = [.. Enumerable.Range(0, parts).Select(part => data.Input(0)[Array.IndexOf(partOf, part)])];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> input = data.Input(row);
            for (int i = 0; i < input.Length; i++)
            {
                int part = partOf[i];
                double difference = input[i] - mean[part];
                squares[part] += difference * difference;
                isConstant[part] &= input[i] == first[part];
            }
        }

        var deviation = new float[parts];
        for (int part = 0; part < parts; part++)
        {
            // Rounding of the mean leaves a tiny deviation where there is none; dividing by it would blow up noise.
            deviation[part] = isConstant[part] ? 0 : (float)Math.Sqrt(squares[part] / count);
        }

        return new Standardizer(kind, data.InputLength, Array.ConvertAll(mean, value => (float)value), deviation);
    }

    internal override string? Misfit(ImageShape image)
    {
        if (Kind == PerFeature)
        {
            return null;
        }

        ImageShape fitted = new(image.Height, image.Width, _mean.Length)
        {
            Layout = Kind == PerPlane ? ImageLayout.ChannelsFirst : ImageLayout.ChannelsLast,
        };
        return fitted.IsLaidOutAs(image) ? null : $"images of {fitted.Channels} channels, {(Kind == PerPlane ? "channels first" : "channels last")}";
    }

    public static Standardizer FromValues(string kind, int length, NormalizerValues values)
    {
        float[] mean = Read(MeanName), deviation = Read(DeviationName);
        if (mean.Length != deviation.Length)
        {
            throw new InvalidDataException($"The normaliser has {mean.Length} means but {deviation.Length} deviations.");
        }

        if (deviation.Any(value => value < 0))
        {
            throw new InvalidDataException("The normaliser has a negative deviation.");
        }

        return new Standardizer(kind, length, mean, deviation);

        float[] Read(string name)
        {
            float[] found = values.Read(name);
            bool fits = kind == PerFeature ? found.Length == length : found.Length > 0 && length % found.Length == 0;
            return fits ? found : throw new InvalidDataException($"The normaliser's '{name}' has {found.Length} values; rows have {length} features.");
        }
    }

    /// <summary>For example <c>per-channel normaliser: mean 0.286, deviation 0.353</c>.</summary>
    public override string ToString() => _mean.Length == 1
        ? FormattableString.Invariant($"{Kind} normaliser: mean {_mean[0]:g4}, deviation {_deviation[0]:g4}")
        : FormattableString.Invariant($"{Kind} normaliser of {_mean.Length} means and deviations");

    private protected override void TransformRow(ReadOnlySpan<float> source, Span<float> destination) =>
        TensorPrimitives.AddMultiply(source, _shift, _scale, destination);

    /// <summary>Which mean and deviation an element of a row takes.</summary>
    private static int PartOf(int element, string kind, int length, int parts) =>
        kind == PerPlane ? element / (length / parts) : element % parts;

    private static void AddRow(TrainingSet data, int row, int[] partOf, double[] sums)
    {
        ReadOnlySpan<float> input = data.Input(row);
        for (int i = 0; i < input.Length; i++)
        {
            if (!float.IsFinite(input[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Feature {i} of row {row} is {input[i]}; it must be finite."), nameof(data));
            }

            sums[partOf[i]] += input[i];
        }
    }
}
