using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Results into the tensors of System.Numerics.Tensors, and weights from and to them, without copies in between. What goes in (<see cref="Inputs"/>,
/// <see cref="Targets"/>) is made from tensors by itself. Numbers must lie in one piece, row-major: a slice with gaps throws <see cref="ArgumentException"/>.
/// </summary>
/// <example>
/// <code>
/// Tensor&lt;float&gt; images = Tensor.Create(pixels, [64, 28, 28]), probabilities = Tensor.CreateFromShape&lt;float&gt;([64, 10]);
/// predictor.Predict(images, probabilities.AsTensorSpan());
/// Tensor&lt;float&gt; weights = net.Dense1.Weight.ToTensor();
/// </code>
/// </example>
public static class TensorExtensions
{
    /// <summary>As <see cref="IPredictor.Predict"/>, into a tensor.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="inputs">1 to <see cref="IPredictor.MaxBatchSize"/> raw rows.</param>
    /// <param name="outputs">A dense tensor of exactly as many rows of <see cref="IPredictor.OutputLength"/>, whatever its rank.</param>
    /// <exception cref="ArgumentException">Wrong kind or lengths, a tensor with gaps, or outputs that share memory with the inputs.</exception>
    public static void Predict(this IPredictor predictor, Inputs inputs, TensorSpan<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        predictor.Predict(inputs, DenseMemory.Of(outputs, nameof(outputs)));
    }

    /// <summary>As <see cref="IPredictor.Forward"/>, into a tensor.</summary>
    /// <inheritdoc cref="Predict"/>
    public static void Forward(this IPredictor predictor, Inputs inputs, TensorSpan<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        predictor.Forward(inputs, DenseMemory.Of(outputs, nameof(outputs)));
    }

    /// <summary>As <see cref="IPredictor.Classify(Inputs, Span{int})"/>, into a tensor: of a mask's shape, say.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="inputs">1 to <see cref="IPredictor.MaxBatchSize"/> raw rows.</param>
    /// <param name="classes">A dense tensor of exactly as many numbers as there are rows, or positions of all rows.</param>
    /// <exception cref="ArgumentException">Wrong kind or lengths, or a tensor with gaps.</exception>
    public static void Classify(this IPredictor predictor, Inputs inputs, TensorSpan<int> classes)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        predictor.Classify(inputs, DenseMemory.Of(classes, nameof(classes)));
    }

    /// <summary>An entry's numbers in a new tensor of its shape.</summary>
    /// <param name="entry">The entry.</param>
    public static Tensor<float> ToTensor(this StateEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Span<nint> lengths = stackalloc nint[entry.Shape.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = entry.Shape[i];
        }

        return Tensor.Create(entry.ToArray(), lengths);
    }

    /// <summary>Copies an entry's numbers out.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="destination">A dense tensor of the entry's shape.</param>
    /// <exception cref="ArgumentException">Another shape, or a tensor with gaps.</exception>
    public static void CopyTo(this StateEntry entry, TensorSpan<float> destination)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CheckShape(entry, destination.Lengths, nameof(destination));
        entry.CopyTo(DenseMemory.Of(destination, nameof(destination)));
    }

    /// <summary>Copies numbers into an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="source">A dense tensor of the entry's shape.</param>
    /// <exception cref="ArgumentException">Another shape, or a tensor with gaps.</exception>
    public static void CopyFrom(this StateEntry entry, ReadOnlyTensorSpan<float> source)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CheckShape(entry, source.Lengths, nameof(source));
        entry.CopyFrom(DenseMemory.Of(source, nameof(source)));
    }

    private static void CheckShape(StateEntry entry, ReadOnlySpan<nint> lengths, string name)
    {
        ReadOnlySpan<int> shape = entry.Shape;
        bool isSame = lengths.Length == shape.Length;
        for (int i = 0; isSame && i < lengths.Length; i++)
        {
            isSame = lengths[i] == shape[i];
        }

        if (!isSame)
        {
            throw new ArgumentException($"'{entry.Name}' is of {entry.ShapeText}; the tensor is of {DenseMemory.Text(lengths)}.", name);
        }
    }
}
