namespace Layerwright;

/// <summary>
/// Trains for a few steps with each of several learning rates, from the same weights on the same rows, and names the range that
/// works: the first, coarse stage of a search (CS231n, "Hyperparameter search").
/// </summary>
/// <remarks>
/// The rates are evenly spaced on a logarithmic scale, since a rate multiplies. The range is for the beginning of training with
/// this optimizer and batch size. A few steps favour bold rates: over a whole training a rate up to ten times lower than the best here
/// is often as good or better, so search a decade below and above it, or start at a third of it with a schedule that lowers it.
/// </remarks>
/// <example>
/// <code>
/// LearningRateReport report = LearningRateSweep.Run(seed => new FashionNet(seed), train, new() { Optimizer = new Sgd { Momentum = 0.9f } });
/// Console.WriteLine(report);
/// </code>
/// </example>
public static class LearningRateSweep
{
    /// <summary>The loss is measured over at most so many rows, before and after.</summary>
    private const int MeasuredRows = 256;

    /// <summary>Runs a sweep.</summary>
    /// <param name="create">Makes a network from a seed, a new one at each call, normaliser attached.</param>
    /// <param name="training">What to train on; never what is tested on.</param>
    /// <param name="options">Rates, steps, optimizer. Default: 13 rates from 1e-6 to 1, 40 steps of 64 rows each, <see cref="AdamW"/>.</param>
    /// <param name="cancellationToken">Ends the sweep between two steps.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <returns>What each rate came to, and the usable range.</returns>
    /// <exception cref="ArgumentException">The data does not fit the network, or options contradict each other.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="TrainingDivergedException">The loss before the first update is not finite.</exception>
    /// <exception cref="OperationCanceledException">The sweep was cancelled.</exception>
    public static LearningRateReport Run<TNetwork>(
        Func<ulong, TNetwork> create, IBatchSource training, LearningRateSweepOptions? options = null, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(training);
        options ??= new LearningRateSweepOptions();
        options.Check(nameof(options));
        var networks = new FreshNetworks<TNetwork>(create, options.Seed, training);
        float[] rates = [.. Enumerable.Range(0, options.Count).Select(i => Rate(options, i))];
        var last = new double[rates.Length];
        double first = double.NaN;
        for (int i = 0; i < rates.Length; i++)
        {
            TNetwork network = networks.Create();
            var batches = new BatchStream(training, network.Blueprint, options.BatchSize, options.Seed);
            var step = new TrainingStep<TNetwork>(network, batches.BatchSize, options.Threads);
            first = i == 0 ? Measured(step, training, options) : first;
            if (!double.IsFinite(first))
            {
                throw new TrainingDivergedException((float)first, 0);
            }

            last[i] = Trained(step, batches, options.Optimizer with { LearningRate = rates[i] }, options.Steps, cancellationToken)
                ? Measured(step, training, options)
                : double.NaN;
        }

        return new LearningRateReport(options.Optimizer, options.Steps, first, rates, last);
    }

    private static float Rate(LearningRateSweepOptions options, int i)
    {
        double share = i / (options.Count - 1.0);
        return i == options.Count - 1 ? options.Highest : (float)(options.Lowest * Math.Pow((double)options.Highest / options.Lowest, share));
    }

    private static bool Trained<TNetwork>(TrainingStep<TNetwork> step, BatchStream batches, Optimizer optimizer, int steps, CancellationToken cancellationToken)
        where TNetwork : class, INetwork<TNetwork>
    {
        try
        {
            for (int i = 0; i < steps; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Batch batch = batches.Next();
                step.Step(batch.Inputs, batch.Targets, optimizer);
            }

            return true;
        }
        catch (TrainingDivergedException)
        {
            return false;
        }
    }

    /// <summary>
    /// The loss over the first rows, without dropout and penalties. With batch statistics, since running ones are far behind after a
    /// few steps.
    /// </summary>
    private static double Measured<TNetwork>(TrainingStep<TNetwork> step, IBatchSource data, LearningRateSweepOptions options)
        where TNetwork : class, INetwork<TNetwork>
    {
        step.DropoutFactor = step.RegularizationFactor = 0;
        var batches = new BatchStream(data, step.Network.Blueprint, step.MaxBatchSize, options.Seed);
        int count = Math.Clamp(MeasuredRows / batches.BatchSize, 1, batches.PerRound);
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            Batch batch = batches.Next();
            sum += step.MeasureLoss(batch.Inputs, batch.Targets);
        }

        step.DropoutFactor = step.RegularizationFactor = 1;
        return sum / count;
    }
}
