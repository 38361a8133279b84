namespace Layerwright;

/// <summary>
/// What to look at before training, in the order of CS231n's "Babysitting the learning process": the first loss, penalties, the
/// gradients, predictions, a few rows learnt by heart, the size of first updates, usable learning rates. Each check begins with a
/// network of its own; nothing of the caller's changes.
/// </summary>
/// <example>
/// <code>
/// SanityReport report = SanityCheck.Run(seed => new FashionNet(seed) { Normalizer = normalizer }, train);
/// Console.WriteLine(report);        // a line for each check, tables of gradients and learning rates below
/// </code>
/// </example>
public static class SanityCheck
{
    private const string GradientTitle = "Gradients", RateTitle = "Learning rates";

    /// <summary>Fewer than a gradient check of its own takes: this one is to be quick.</summary>
    private const int Entries = 4;

    /// <summary>Makes the checks.</summary>
    /// <param name="create">Makes a network from a seed, a new one at each call, normaliser attached.</param>
    /// <param name="data">What the network shall be trained on.</param>
    /// <param name="options">Which checks, optimizer, batch size, seed. Default: all checks, <see cref="Adam"/> with 1e-3, 64 rows, seed 0.</param>
    /// <param name="cancellationToken">Ends the checks between two of them; the sweep of learning rates between two steps.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <returns>A verdict for each check.</returns>
    /// <exception cref="ArgumentException">
    /// The data does not fit the network, has too few rows for it (2 where a layer normalises over the batch), options contradict each
    /// other, or <paramref name="create"/> gives null or the same network twice.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="OperationCanceledException">The checks were cancelled.</exception>
    public static SanityReport Run<TNetwork>(
        Func<ulong, TNetwork> create, TrainingSet data, SanityOptions? options = null, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new SanityOptions();
        options.Optimizer.Check(nameof(options));
        var run = new SanityRun<TNetwork>(create, data, options);
        GradientReport? gradients = null;
        LearningRateReport? rates = null;
        var results = new List<SanityResult>();
        Add(SanityChecks.InitialLoss, () => InitialLossCheck.Run(run));
        Add(SanityChecks.Regularization, () => RegularizationCheck.Run(run));
        Add(SanityChecks.Gradients, () => OfGradients(gradients = Gradients(run)));
        Add(SanityChecks.Prediction, () => PredictionCheck.Run(run));
        Add(SanityChecks.Overfitting, () => OverfitCheck.Run(run));
        Add(SanityChecks.FirstUpdates, () => FirstUpdatesCheck.Run(run));
        Add(SanityChecks.LearningRates, () => OfRates(rates = Rates(run, cancellationToken)));
        return new SanityReport(run.Blueprint.Name, results) { Gradients = gradients, LearningRates = rates };

        void Add(SanityChecks check, Func<SanityResult> make)
        {
            if (!options.Checks.HasFlag(check))
            {
                return;
            }

            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                results.Add(make());
            }
            catch (TrainingDivergedException fault)
            {
                // Only the first loss itself can do this: every check that trains says what it saw.
                results.Add(new(check, check == SanityChecks.Gradients ? GradientTitle : RateTitle, SanityVerdict.Failed, FormattableString.Invariant($"the first loss is {fault.Loss}")));
            }
        }
    }

    private static GradientReport Gradients<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork> =>
        GradientCheck.Run(run.Create(), run.Data, run.Options.Gradients ?? new GradientCheckOptions
        {
            Seed = run.Options.Seed,
            Threads = run.Options.Threads,
            EntriesPerParameter = Entries,
        });

    private static SanityResult OfGradients(GradientReport report) => new(
        SanityChecks.Gradients, GradientTitle,
        report.Verdict switch
        {
            GradientVerdict.Wrong => SanityVerdict.Failed,
            GradientVerdict.Right => SanityVerdict.Passed,
            _ => SanityVerdict.Note,
        },
        report.Summary);

    private static LearningRateReport Rates<TNetwork>(SanityRun<TNetwork> run, CancellationToken cancellationToken)
        where TNetwork : class, INetwork<TNetwork> =>
        LearningRateSweep.Run(seed => run.Create(), run.Data, run.Options.LearningRates ?? new LearningRateSweepOptions
        {
            Optimizer = run.Options.Optimizer,
            BatchSize = run.Options.BatchSize,
            Seed = run.Options.Seed,
            Threads = run.Options.Threads,
        }, cancellationToken);

    private static SanityResult OfRates(LearningRateReport report) =>
        new(SanityChecks.LearningRates, RateTitle, report.Best is null ? SanityVerdict.Failed : report.Findings.Count > 0 ? SanityVerdict.Note : SanityVerdict.Passed, report.Summary)
        {
            Finding = report.Findings.Count > 0 ? report.Findings[0] : null,
        };
}
