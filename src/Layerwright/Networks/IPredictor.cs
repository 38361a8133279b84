namespace Layerwright;

/// <summary>Gives a network's outputs for input rows. Not thread-safe; allocates nothing.</summary>
public interface IPredictor
{
    /// <summary>Numbers of an input row.</summary>
    int InputLength { get; }

    /// <summary>Numbers of an output row.</summary>
    int OutputLength { get; }

    /// <summary>
    /// Positions of an output row that each have a class: time steps of a sequence, pixels of an image. Default: 1, the row has one.
    /// </summary>
    int OutputPositions => 1;

    /// <summary>Most rows a call.</summary>
    int MaxBatchSize { get; }

    /// <summary>Outputs with the loss's activation: probabilities for classifiers, raw outputs for regression.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows (a normaliser is applied inside).</param>
    /// <param name="outputs">Exactly as many rows of <see cref="OutputLength"/>; of a sequence or image position after position.</param>
    /// <exception cref="ArgumentException">Wrong kind or lengths, or outputs that share memory with the inputs.</exception>
    void Predict(Inputs inputs, Span<float> outputs);

    /// <summary>Raw outputs, before the loss's activation.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows (a normaliser is applied inside).</param>
    /// <param name="outputs">Exactly as many rows of <see cref="OutputLength"/>.</param>
    /// <exception cref="ArgumentException">Wrong kind or lengths, or outputs that share memory with the inputs.</exception>
    void Forward(Inputs inputs, Span<float> outputs);

    /// <summary>
    /// The class of one row: the index of its largest output. With a single output, 1 where it is positive (a probability above
    /// ½), else 0. NaN counts as the largest, its first one; a single NaN gives 0.
    /// </summary>
    /// <param name="input">One raw row.</param>
    /// <exception cref="ArgumentException">Wrong kind, or not one row.</exception>
    /// <exception cref="InvalidOperationException">The output is a sequence or an image: each position has a class of its own.</exception>
    int Classify(Inputs input);

    /// <summary>
    /// The class of each row or, where the output is a sequence or an image, of each of its positions (every pixel of a mask), one
    /// row after the other.
    /// </summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <param name="classes">Exactly as many numbers as there are rows, or positions of all rows.</param>
    /// <exception cref="ArgumentException">Wrong kind or lengths.</exception>
    void Classify(Inputs inputs, Span<int> classes);
}
