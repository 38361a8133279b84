using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Brings raw inputs to the scale that networks learn from. It is fitted on training rows only, belongs to a network
/// (<c>net.Normalizer = Normalizer.FitPerChannel(train)</c>), is applied once inside its training steps and predictors, and is
/// saved with it; so raw rows go in everywhere.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
/// <example>
/// <code>
/// var (train, validation) = data.Split(0.9, seed: 1);
/// net.Normalizer = Normalizer.FitStandardize(train);      // on training rows alone; saved with the network
/// </code>
/// </example>
public abstract class Normalizer : IInputTransform
{
    private static readonly string[] _kinds =
    [
        Standardizer.PerFeature, Standardizer.PerChannel, Standardizer.PerPlane, Centering.PerFeature, Centering.Image, PrincipalAxes.Pca, PrincipalAxes.Whiten,
    ];

    private protected Normalizer(int length) => Length = length;

    /// <summary>Features in one row.</summary>
    public int Length { get; }

    /// <summary>The name under which it is saved.</summary>
    internal abstract string Kind { get; }

    /// <summary>Its values by the names under which they are saved; what <see cref="Create"/> takes.</summary>
    internal abstract IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<float>>> Values { get; }

    /// <summary>
    /// Fits mean 0 and deviation 1 for each feature: (x − mean)/deviation over the rows. As scikit-learn's StandardScaler;
    /// a feature that is the same in every row becomes 0.
    /// </summary>
    /// <param name="data">Training rows.</param>
    /// <exception cref="ArgumentException">A row holds a number that is not finite.</exception>
    public static Normalizer FitStandardize(TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Standardizer.Fit(Standardizer.PerFeature, data, data.InputLength);
    }

    /// <summary>
    /// Fits mean 0 and deviation 1 for each channel of an image: (x − mean)/deviation over rows and pixels. The usual choice
    /// for images, since it keeps their contrast; a channel that is the same everywhere becomes 0.
    /// </summary>
    /// <param name="data">Training rows with a <see cref="Dataset.RowShape"/>.</param>
    /// <exception cref="ArgumentException">The rows have no image shape, or hold a number that is not finite.</exception>
    public static Normalizer FitPerChannel(TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowShape is not { } shape)
        {
            throw new ArgumentException(
                "The rows have no image shape, so no channels: state rowShape where the data set is made, or use FitStandardize.",
                nameof(data));
        }

        return Standardizer.Fit(
            shape.Layout == ImageLayout.ChannelsFirst ? Standardizer.PerPlane : Standardizer.PerChannel, data, shape.Channels);
    }

    /// <summary>Fits mean 0 for each feature: x − mean over the rows. For features that have one unit and scale already.</summary>
    /// <param name="data">Training rows.</param>
    /// <exception cref="ArgumentException">A row holds a number that is not finite.</exception>
    public static Normalizer FitZeroCenter(TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Centering.Fit(Centering.PerFeature, data);
    }

    /// <summary>Fits the mean image, which is subtracted from every image, pixel by pixel and channel by channel (as AlexNet's input was).</summary>
    /// <param name="data">Training rows with a <see cref="Dataset.RowShape"/>.</param>
    /// <exception cref="ArgumentException">The rows have no image shape, or hold a number that is not finite.</exception>
    public static Normalizer FitMeanImage(TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.RowShape is not null
            ? Centering.Fit(Centering.Image, data)
            : throw new ArgumentException(
                "The rows have no image shape: state rowShape where the data set is made, or use FitZeroCenter.", nameof(data));
    }

    /// <summary>
    /// Fits principal components: a row is centred and turned onto the axes along which the training rows vary most, so that its
    /// coordinates are uncorrelated, the one of the greatest variance first. For vectors; in an image it would mix places up.
    /// </summary>
    /// <param name="data">Training rows. Their features × features covariance is decomposed: about one second of one core for 10,000 rows of 784.</param>
    /// <param name="components">Coordinates that are kept, from the first; the others become 0. Default: all.</param>
    /// <exception cref="ArgumentException">A row holds a number that is not finite, or there are not so many features.</exception>
    public static Normalizer FitPca(TrainingSet data, int? components = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return PrincipalAxes.Fit(PrincipalAxes.Pca, data, Components(data, components), epsilon: 0);
    }

    /// <summary>
    /// Fits principal components as <see cref="FitPca"/> does, each then divided by its deviation √(variance + ε), so that all vary
    /// alike. A direction in which the training rows do not vary becomes 0.
    /// </summary>
    /// <param name="data">Training rows.</param>
    /// <param name="components">Coordinates that are kept, from the first; the others become 0. Default: all.</param>
    /// <param name="epsilon">Keeps directions of little variance, which are mostly noise, from growing as large as the others.</param>
    /// <exception cref="ArgumentException">A row holds a number that is not finite, there are not so many features, or ε is negative.</exception>
    public static Normalizer FitWhiten(TrainingSet data, int? components = null, float epsilon = 1e-5f)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(epsilon >= 0) || float.IsInfinity(epsilon))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "ε must be a number of at least 0.");
        }

        return PrincipalAxes.Fit(PrincipalAxes.Whiten, data, Components(data, components), epsilon);
    }

    /// <summary>A normaliser as it was saved.</summary>
    /// <param name="kind">A <see cref="Kind"/>.</param>
    /// <param name="length">Features in one row.</param>
    /// <param name="values">Its <see cref="Values"/>.</param>
    /// <exception cref="InvalidDataException">The kind is unknown, or values are missing, of a wrong length or out of range.</exception>
    internal static Normalizer Create(string kind, int length, IReadOnlyDictionary<string, float[]> values) => kind switch
    {
        Standardizer.PerFeature or Standardizer.PerChannel or Standardizer.PerPlane => Standardizer.FromValues(kind, length, new(kind, values)),
        Centering.PerFeature or Centering.Image => Centering.FromValues(kind, length, new(kind, values)),
        PrincipalAxes.Pca or PrincipalAxes.Whiten => PrincipalAxes.FromValues(kind, length, new(kind, values)),
        _ => throw new InvalidDataException($"The normaliser is of kind '{kind}'; expected one of {string.Join(", ", _kinds.Select(known => $"'{known}'"))}."),
    };

    /// <summary>What it was fitted on, where that is no image of such a shape; else null.</summary>
    internal abstract string? Misfit(ImageShape image);

    /// <summary>A copy of the data with normalised rows: to look at, or for code that is not a network.</summary>
    /// <param name="data">Rows of <see cref="Length"/> features.</param>
    /// <exception cref="ArgumentException">Rows have another length.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.InputLength != Length)
        {
            throw new ArgumentException($"Rows have {data.InputLength} features; this normaliser was fitted on {Length}.", nameof(data));
        }

        var inputs = new float[data.Count * Length];
        for (int row = 0; row < data.Count; row++)
        {
            TransformRow(data.Input(row), inputs.AsSpan(row * Length, Length));
        }

        return data.WithInputs(inputs);
    }

    /// <summary>Normalises rows in place. Allocates nothing.</summary>
    /// <param name="inputs">Whole rows, one after the other.</param>
    /// <exception cref="ArgumentException">These are no whole rows of <see cref="Length"/> features.</exception>
    public void Apply(Span<float> inputs) => Transform(inputs, inputs);

    /// <inheritdoc/>
    void IInputTransform.Transform(ReadOnlySpan<float> source, Span<float> destination) => Transform(source, destination);

    /// <summary>Normalises one row; source and destination are the same memory or do not overlap.</summary>
    private protected abstract void TransformRow(ReadOnlySpan<float> source, Span<float> destination);

    private static int Components(TrainingSet data, int? components)
    {
        int kept = components ?? data.InputLength;
        return kept >= 1 && kept <= data.InputLength
            ? kept
            : throw new ArgumentOutOfRangeException(nameof(components), components, $"Rows have {data.InputLength} features: keep 1 to {data.InputLength} components.");
    }

    private void Transform(ReadOnlySpan<float> source, Span<float> destination)
    {
        if (source.Length % Length != 0)
        {
            throw new ArgumentException($"{source.Length} numbers are no whole number of rows of {Length} features.", nameof(source));
        }

        for (int offset = 0; offset < source.Length; offset += Length)
        {
            TransformRow(source.Slice(offset, Length), destination.Slice(offset, Length));
        }
    }
}
