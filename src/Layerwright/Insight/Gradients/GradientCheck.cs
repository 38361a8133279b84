using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Compares gradients with centred differences of the loss (CS231n, "Gradient checks"): those that a network's backward pass
/// computes, or those of a function of your own.
/// </summary>
/// <remarks>
/// <para>
/// A relative error above 1e-2 is wrong, one from 1e-4 is suspicious, as in the notes. They ask for double precision; a network
/// computes in single, where a right gradient may differ from a difference by a percent. So the loss's rounding is measured, the
/// step is halved from <see cref="GradientCheckOptions.Step"/> to where rounding and curvature together are least, and each entry
/// is compared only where that is less than half a percent of it (five percent where the two differ by half or more). Entries at a kink are left out and counted. What seems off is looked
/// at again, at smaller steps and over other and fewer rows, and what most of these say is its verdict: where kinks lie thick (a
/// convolution before a maximum), differences may agree with each other and yet be off.
/// </para>
/// <para>
/// Batch statistics are those of training. Weights, running statistics and normaliser are as before at the end. Check again after
/// some training: at the first weights some faults do not show.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// GradientReport report = GradientCheck.Run(new FashionNet(seed: 1), data);
/// Console.WriteLine(report);              // a line for each parameter
/// </code>
/// </example>
public static class GradientCheck
{
    /// <summary>Checks the gradients of all that a network trains.</summary>
    /// <param name="network">The network, at whatever weights it has.</param>
    /// <param name="data">Rows to take a few from.</param>
    /// <param name="options">Step, rows, entries, penalties, dropout. Default: 8 rows, 10 entries of each parameter, penalties and dropout off.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <returns>Each parameter's verdict and worst entry.</returns>
    /// <exception cref="ArgumentException">The data does not fit the network, or is one row where a layer normalises over the batch.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The dropout factor is so large that a layer would drop everything.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="TrainingDivergedException">The loss is not finite.</exception>
    public static GradientReport Run<TNetwork>(TNetwork network, IBatchSource data, GradientCheckOptions? options = null)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new GradientCheckOptions();
        DatasetFit.Check(network.Blueprint, data, nameof(data));
        return GradientConfirmation.ByOthers(Compared(network, data, options, null), (attempt, places) => Compared(network, data, Others(options, attempt), places));
    }

    /// <summary>Other rows, fewer of them and a smaller step: each makes kinks fewer.</summary>
    private static GradientCheckOptions Others(GradientCheckOptions options, int attempt) => options with
    {
        Rows = Math.Max(Math.Min(options.Rows, 2), options.Rows / (2 << (attempt % 2))),
        Step = Math.Max(options.Step / 2, GradientCheckOptions.LeastStep),
        Seed = unchecked(options.Seed + (ulong)attempt + 1),
    };

    private static GradientReport Compared<TNetwork>(TNetwork network, IBatchSource data, GradientCheckOptions options, int[][]? places)
        where TNetwork : class, INetwork<TNetwork>
    {
        var batches = new BatchStream(data, network.Blueprint, options.Rows, options.Seed);
        Batch batch = batches.Next();
        var step = new TrainingStep<TNetwork>(network, batch.Rows, options.Threads)
        {
            RegularizationFactor = options.RegularizationFactor,
            DropoutFactor = options.DropoutFactor,
        };
        var saved = new SavedWeights(network.Parameters);
        try
        {
            Gradients(step, batch, saved);
            GradientTensor[] tensors = Tensors(network, step);
            for (int i = 0; i < tensors.Length; i++)
            {
                tensors[i].Nudge(1, new CounterRandom(options.Seed, (ulong)i));
            }

            Gradients(step, batch, null);
            saved.Restore();
            tensors = [.. tensors.Select(tensor => tensor with { GradientNoise = Noise(tensor.Gradient, step.Gradients[tensor.Name].ToArray()) })];
            return new GradientComparison(tensors, () => step.MeasureLoss(batch.Inputs, batch.Targets), options, places).Run();
        }
        finally
        {
            saved.Restore();
        }
    }

    /// <summary>Checks the gradient of any function: a loss of your own that goes to <see cref="TrainingStep{TNetwork}.Backward"/>, say.</summary>
    /// <param name="function">The function: the same value for the same numbers.</param>
    /// <param name="point">Where.</param>
    /// <param name="gradient">What is said to be its gradient there, as long as the point.</param>
    /// <param name="options">Step, entries, seed.</param>
    /// <returns>The verdict, as of one parameter called <c>point</c>.</returns>
    /// <exception cref="ArgumentException">The point is empty, the lengths differ, or a number is not finite.</exception>
    public static GradientReport Run(
        Func<ReadOnlySpan<float>, double> function, ReadOnlySpan<float> point, ReadOnlySpan<float> gradient, GradientCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (point.IsEmpty || point.Length != gradient.Length)
        {
            throw new ArgumentException($"The point has {point.Length} numbers and the gradient {gradient.Length}; both need as many, at least 1.", nameof(gradient));
        }

        CheckFinite(point, nameof(point));
        CheckFinite(gradient, nameof(gradient));
        float[] present = point.ToArray();
        var tensor = new GradientTensor("point", [point.Length], point.ToArray(), gradient.ToArray(), 0, values => present = values);
        options ??= new GradientCheckOptions();
        return GradientConfirmation.BySmallerSteps(
            Compared(options, null), places => Compared(options with { Step = Math.Max(options.Step / 16, GradientCheckOptions.LeastStep) }, places));

        GradientReport Compared(GradientCheckOptions how, int[][]? places) => new GradientComparison([tensor], () => function(present), how, places).Run();
    }

    /// <summary>Stores the gradients at the present weights; statistics and dropout's counter stay.</summary>
    private static void Gradients<TNetwork>(TrainingStep<TNetwork> step, Batch batch, SavedWeights? saved)
        where TNetwork : class, INetwork<TNetwork>
    {
        long passes = step.ForwardPasses;
        step.ForwardBackward(batch.Inputs, batch.Targets);
        step.ForwardPasses = passes;
        saved?.Restore();
    }

    private static GradientTensor[] Tensors<TNetwork>(TNetwork network, TrainingStep<TNetwork> step)
        where TNetwork : class, INetwork<TNetwork>
    {
        StateDictionary state = StateDictionary.Of(network.Parameters);
        return [.. step.Gradients.Values.Select(entry =>
        {
            StateEntry values = state[entry.Name];
            return new GradientTensor(entry.Name, entry.Shape.ToArray(), values.ToArray(), entry.ToArray(), 0, moved => values.CopyFrom(moved));
        })];
    }

    /// <summary>What rounding does to a gradient: how far it moves where nothing but rounding does, in three deviations.</summary>
    private static double Noise(float[] gradient, float[] nudged) =>
        3 * Math.Sqrt(gradient.Zip(nudged, (a, b) => ((double)a - b) * (a - b)).Average());

    private static void CheckFinite(ReadOnlySpan<float> values, string name)
    {
        int bad = Domain.FirstNotFinite(values);
        if (bad >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Number {bad} is {values[bad]}; it must be finite."), name);
        }
    }
}
