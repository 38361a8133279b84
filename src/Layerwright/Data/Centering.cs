using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>Subtracts the training rows' mean from each feature.</summary>
internal sealed class Centering : Normalizer
{
    public const string PerFeature = "zero-center", Image = "mean-image";

    private const string MeanName = "mean";

    private readonly float[] _mean;

    private Centering(string kind, float[] mean)
        : base(mean.Length)
    {
        Kind = kind;
        _mean = mean;
    }

    internal override string Kind { get; }

    internal override IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<float>>> Values => [new(MeanName, _mean)];

    public static Centering Fit(string kind, TrainingSet data) =>
        new(kind, Array.ConvertAll(Covariance.Means(data), mean => (float)mean));

    public static Centering FromValues(string kind, int length, NormalizerValues values) => new(kind, values.Read(MeanName, length));

    /// <summary>For example <c>mean-image normaliser of 784 means</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} normaliser of {_mean.Length} means");

    internal override string? Misfit(ImageShape image) => null;

    private protected override void TransformRow(ReadOnlySpan<float> source, Span<float> destination) =>
        TensorPrimitives.Subtract(source, _mean, destination);
}
