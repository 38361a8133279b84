using System.Buffers;
using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>
/// Subtracts the mean and turns a row onto the training rows' principal axes, the one of the greatest variance first; for whitening
/// each coordinate is then divided by its deviation.
/// </summary>
internal sealed class PrincipalAxes : Normalizer
{
    public const string Pca = "pca", Whiten = "whiten";

    private const string MeanName = "mean", AxesName = "axes", ScaleName = "scale";

    /// <summary>Variances below this share of the greatest are rounding: dividing by them would blow up noise.</summary>
    private const double LeastShare = 1e-10;

    private readonly float[] _mean, _axes, _scale;

    private PrincipalAxes(string kind, float[] mean, float[] axes, float[] scale)
        : base(mean.Length)
    {
        Kind = kind;
        _mean = mean;
        _axes = axes;
        _scale = scale;
    }

    internal override string Kind { get; }

    internal override IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<float>>> Values =>
        [new(MeanName, _mean), new(AxesName, _axes), new(ScaleName, _scale)];

    /// <param name="kind"><see cref="Pca"/> or <see cref="Whiten"/>.</param>
    /// <param name="data">Training rows.</param>
    /// <param name="components">Axes that are kept.</param>
    /// <param name="epsilon">What is added to each variance before whitening divides by its root.</param>
    public static PrincipalAxes Fit(string kind, TrainingSet data, int components, double epsilon)
    {
        int features = data.InputLength;
        double[] means = Covariance.Means(data);
        var (variances, axes) = SymmetricEigen.Decompose(Covariance.Of(data, means), features);
        var scale = new float[components];
        for (int i = 0; i < components; i++)
        {
            bool varies = variances[i] > LeastShare * variances[0];
            scale[i] = !varies ? 0 : kind == Whiten ? (float)(1 / Math.Sqrt(variances[i] + epsilon)) : 1;
        }

        return new(kind, Array.ConvertAll(means, mean => (float)mean), [.. axes.Take(components * features).Select(value => (float)value)], scale);
    }

    public static PrincipalAxes FromValues(string kind, int length, NormalizerValues values)
    {
        float[] scale = values.Read(ScaleName);
        return scale.Length > 0 && scale.Length <= length && Array.TrueForAll(scale, value => value >= 0)
            ? new(kind, values.Read(MeanName, length), values.Read(AxesName, scale.Length * length), scale)
            : throw new InvalidDataException($"The normaliser's '{ScaleName}' has {scale.Length} values; expected 1 to {length}, none negative.");
    }

    /// <summary>For example <c>whiten normaliser onto 100 of 784 axes</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} normaliser onto {_scale.Length} of {Length} axes");

    internal override string? Misfit(ImageShape image) => null;

    private protected override void TransformRow(ReadOnlySpan<float> source, Span<float> destination)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(Length);
        Span<float> centred = rented.AsSpan(0, Length);
        TensorPrimitives.Subtract(source, _mean, centred);
        for (int i = 0; i < _scale.Length; i++)
        {
            destination[i] = _scale[i] * TensorPrimitives.Dot(_axes.AsSpan(i * Length, Length), centred);
        }

        destination[_scale.Length..].Clear();
        ArrayPool<float>.Shared.Return(rented);
    }
}
