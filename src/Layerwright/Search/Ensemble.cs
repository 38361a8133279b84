using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Several predictors as one: the mean of what they predict, for classifiers of their probabilities. Networks trained from different
/// seeds err differently, so that their mean errs less (Hansen and Salamon 1990); a few percent is usual, at the cost of as many
/// predictions. No call allocates. Not thread-safe, like its members.
/// </summary>
/// <example>
/// <code>
/// var ensemble = new Ensemble([.. seeds.Select(seed => Train(seed).CreatePredictor())]);
/// int label = ensemble.Classify(image);
/// var snapshots = Ensemble.OfCheckpoints&lt;FashionNet&gt;(["run/epoch-18.safetensors", "run/epoch-19.safetensors", "run/epoch-20.safetensors"]);
/// </code>
/// </example>
public sealed class Ensemble : IPredictor
{
    private readonly IPredictor[] _members;
    private readonly float[] _member, _mean, _raw;

    /// <summary>Makes an ensemble.</summary>
    /// <param name="members">Its predictors, one at least; they may be of different networks, with rows of the same lengths.</param>
    /// <exception cref="ArgumentException">There are none, or their inputs or outputs differ; the message says which and how.</exception>
    public Ensemble(IReadOnlyList<IPredictor> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
        {
            throw new ArgumentException("An ensemble has one member at least; there are none.", nameof(members));
        }

        _members = [.. members];
        for (int i = 0; i < _members.Length; i++)
        {
            IPredictor first = _members[0], member = _members[i] ?? throw new ArgumentException($"Member {i} is null.", nameof(members));
            if (member.InputLength != first.InputLength || member.OutputLength != first.OutputLength || member.OutputPositions != first.OutputPositions)
            {
                throw new ArgumentException($"Member {i} takes {Lengths(member)}; member 0 takes {Lengths(first)}.", nameof(members));
            }
        }

        InputLength = _members[0].InputLength;
        OutputLength = _members[0].OutputLength;
        OutputPositions = _members[0].OutputPositions;
        MaxBatchSize = _members.Min(member => member.MaxBatchSize);
        int most = checked(MaxBatchSize * OutputLength);
        _member = new float[most];
        _mean = new float[most];
        _raw = new float[OutputLength == OutputPositions ? most : 0];
    }

    /// <summary>Its predictors.</summary>
    public IReadOnlyList<IPredictor> Members => Array.AsReadOnly(_members);

    /// <inheritdoc/>
    public int InputLength { get; }

    /// <inheritdoc/>
    public int OutputLength { get; }

    /// <inheritdoc/>
    public int OutputPositions { get; }

    /// <summary>Most rows a call: what its smallest member takes.</summary>
    public int MaxBatchSize { get; }

    /// <summary>An ensemble of one network's files: checkpoints of one run, or saved networks.</summary>
    /// <param name="paths">The files, one at least.</param>
    /// <param name="maxBatchSize">Most rows a call.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <exception cref="ArgumentException">There are no files.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBatchSize"/> is not positive.</exception>
    /// <exception cref="InvalidDataException">A file is broken or holds another network; the message names it.</exception>
    public static Ensemble OfCheckpoints<TNetwork>(IReadOnlyList<string> paths, int maxBatchSize = 1)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        return paths.Count > 0
            ? new Ensemble([.. paths.Select(path => new Predictor<TNetwork>(NetworkFile.Load<TNetwork>(path), maxBatchSize))])
            : throw new ArgumentException("An ensemble has one member at least; there are no files.", nameof(paths));
    }

    /// <summary>The mean of the members' predictions: for classifiers of their probabilities.</summary>
    /// <inheritdoc/>
    public void Predict(Inputs inputs, Span<float> outputs) => Average(inputs, outputs, activate: true);

    /// <summary>
    /// The mean of the members' raw outputs. Its softmax is the normalised geometric mean of their probabilities, not what
    /// <see cref="Predict"/> gives.
    /// </summary>
    /// <inheritdoc/>
    public void Forward(Inputs inputs, Span<float> outputs) => Average(inputs, outputs, activate: false);

    /// <summary>The class of one row by the mean of the members' predictions.</summary>
    /// <inheritdoc/>
    public int Classify(Inputs input)
    {
        if (OutputPositions > 1)
        {
            throw new InvalidOperationException(
                $"The ensemble gives a class for each of {OutputPositions} positions: give Classify room for them, Classify(input, classes).");
        }

        int rows = Count(input, nameof(input));
        if (rows != 1)
        {
            throw new ArgumentException($"Classify takes one row; these are {rows}.", nameof(input));
        }

        Span<int> result = stackalloc int[1];
        Classify(input, result);
        return result[0];
    }

    /// <summary>The class of each row, or of each of its positions, by the mean of the members' predictions.</summary>
    /// <inheritdoc/>
    public void Classify(Inputs inputs, Span<int> classes)
    {
        int rows = Count(inputs, nameof(inputs));
        OutputRoom.CheckClasses(rows, OutputPositions, classes.Length, nameof(classes));
        Span<float> mean = _mean.AsSpan(0, rows * OutputLength);
        int columns = OutputLength / OutputPositions;
        Predict(inputs, mean);
        if (columns > 1)
        {
            for (int line = 0; line < classes.Length; line++)
            {
                classes[line] = TensorPrimitives.IndexOfMax(mean.Slice(line * columns, columns));
            }

            return;
        }

        float threshold = Threshold(inputs, mean);
        for (int line = 0; line < classes.Length; line++)
        {
            classes[line] = mean[line] > threshold ? 1 : 0;
        }
    }

    private static string Lengths(IPredictor member) =>
        $"rows of {member.InputLength} numbers and gives {member.OutputLength}, of {member.OutputPositions} positions";

    private void Average(Inputs inputs, Span<float> outputs, bool activate)
    {
        int rows = Count(inputs, nameof(inputs));
        OutputRoom.Check(inputs.Values, rows, OutputLength, outputs, nameof(outputs));
        outputs.Clear();
        Span<float> member = _member.AsSpan(0, outputs.Length);
        foreach (IPredictor predictor in _members)
        {
            if (activate)
            {
                predictor.Predict(inputs, member);
            }
            else
            {
                predictor.Forward(inputs, member);
            }

            TensorPrimitives.Add(outputs, member, outputs);
        }

        TensorPrimitives.Divide(outputs, _members.Length, outputs);
    }

    /// <summary>A single output is a probability, yes above one half, where the loss's activation makes another number of it.</summary>
    private float Threshold(Inputs inputs, ReadOnlySpan<float> mean)
    {
        Span<float> raw = _raw.AsSpan(0, mean.Length);
        Forward(inputs, raw);
        return raw.SequenceEqual(mean) ? 0 : 0.5f;
    }

    private int Count(Inputs inputs, string name) => inputs.CountRows("The ensemble", InputLength, MaxBatchSize, name);

    /// <summary>For example <c>ensemble of 5: 784 in, 10 out, up to 64 rows</c>.</summary>
    public override string ToString() => $"ensemble of {_members.Length}: {InputLength} in, {OutputLength} out, up to {MaxBatchSize} rows";
}
