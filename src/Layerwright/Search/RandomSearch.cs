using Layerwright.Kernels;

namespace Layerwright;

/// <summary>
/// Tries hyper-parameters at random, which finds good ones sooner than a grid of as many trials: a grid repeats each value of the
/// parameters that matter for all values of those that do not (Bergstra and Bengio 2012).
/// </summary>
/// <example>
/// <code>
/// var space = new SearchSpace { ["rate"] = new LogUniform(1e-4, 1e-1), ["decay"] = new LogUniform(1e-5, 1e-1) };
/// SearchResult result = RandomSearch.Run(space, trials: 20, trial =>
/// {
///     var net = new FashionNet(trial.Seed);
///     var trainer = new Trainer&lt;FashionNet&gt;(net, new AdamW((float)trial["rate"]) { WeightDecay = (float)trial["decay"] }) { Threads = 1 };
///     return trainer.Fit(train, validation, trial.Epochs, trial.Progress, trial.Cancellation).ValidationLoss[^1];
/// });
/// Console.WriteLine(result.Best);
/// </code>
/// </example>
public static class RandomSearch
{
    /// <summary>Runs a search.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="trials">Trials of each round, at least 1.</param>
    /// <param name="objective">
    /// Trains with a trial's values for its <see cref="Trial.Epochs"/> and gives what shall become small: a validation loss, say. Called
    /// by several threads at a time.
    /// </param>
    /// <param name="options">Seed, rounds, file. Default: one round, the smallest value.</param>
    /// <param name="progress">Told each trial that has run, on its thread, one at a time. Default: nobody.</param>
    /// <param name="cancellationToken">
    /// Ends the search: no further trial begins, and those at hand see it in <see cref="Trial.Cancellation"/>. Trials that were whole stay in
    /// the search's file, so that it can go on.
    /// </param>
    /// <returns>All trials, the best, and warnings where it lies at the end of a range.</returns>
    /// <remarks>
    /// A trial whose training diverges (<see cref="TrainingDivergedException"/>) counts as the worst, and so does one whose objective is NaN or
    /// infinite to either side: a loss of −∞ is no good one. Any other exception ends the search; finished trials stay in its file.
    /// </remarks>
    /// <exception cref="ArgumentException">There is nothing to search, or an option has no meaning.</exception>
    /// <exception cref="InvalidDataException">The search's file is one of another search.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SearchResult Run(
        SearchSpace space, int trials, Func<Trial, double> objective, SearchOptions? options = null,
        IProgress<TrialResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        options ??= new SearchOptions();
        options.Check();
        CheckNotEmpty(space);
        using TrialLog? log = options.LogPath is { } path ? new TrialLog(path, [.. space.Ranges.Select(range => range.Key)], options) : null;
        var all = new List<TrialResult>();
        TrialResult? best = null;
        SearchSpace part = space;
        for (int round = 0; round < options.Epochs.Count; round++)
        {
            TrialResult[] results = Round(part, round, trials, objective, options, log, progress, cancellationToken);
            all.AddRange(results);
            TrialResult[] ranked = [.. SearchResult.Ranked(results, options.Maximize)];
            TrialResult[] good = [.. ranked.Take((trials + 2) / 3).Where(trial => !trial.IsDiverged)];
            if (good.Length > 0)
            {
                // Only what had as many epochs can be compared.
                best = best is not null && best.Epochs == good[0].Epochs
                    ? SearchResult.Ranked([best, good[0]], options.Maximize).First()
                    : good[0];
                part = part.Around(best, good, options.Narrowing);
            }
        }

        TrialResult first = SearchResult.Ranked(all.Where(trial => trial.Epochs == options.Epochs[^1]), options.Maximize).First();
        TrialResult found = first.IsDiverged && best is not null ? best : first;
        return new SearchResult(all, found, [.. BorderFindings.Of(space, found)], options.Maximize);
    }

    /// <summary>Deals trials without running them: for a loop of one's own.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="trials">How many, at least 1.</param>
    /// <param name="seed">Decides the values.</param>
    /// <returns>The trials of the first round of <see cref="Run"/> with that seed.</returns>
    /// <exception cref="ArgumentException">There is nothing to search.</exception>
    public static IEnumerable<Trial> Deal(SearchSpace space, int trials, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        CheckNotEmpty(space);
        return Enumerable.Range(0, trials).Select(number => new Trial(Dealt(space, seed, number, 0, epochs: 1), new TrialWatch(null, default), maximize: false));
    }

    private static TrialResult[] Round(
        SearchSpace space, int round, int trials, Func<Trial, double> objective, SearchOptions options, TrialLog? log,
        IProgress<TrialResult>? progress, CancellationToken cancellationToken)
    {
        var results = new TrialResult[trials];
        EpochBoard? board = options.StopHopeless ? new EpochBoard(options.Maximize) : null;
        DealtTrial[] dealt = [.. Enumerable.Range(0, trials).Select(i => Dealt(space, options.Seed, (round * trials) + i, round, options.Epochs[round]))];

        // What is known comes first: another search's file is refused before it gets a line, and the board knows all that was told.
        TrialResult?[] known = [.. dealt.Select(trial => log?.Find(trial))];
        foreach (TrialResult result in known.OfType<TrialResult>())
        {
            board?.Note(result.Course);
        }

        var writing = new Lock();
        if (options.Parallelism == 1)
        {
            // In order, which a parallel loop does not promise.
            for (int i = 0; i < trials; i++)
            {
                results[i] = OfTrial(i);
            }

            return results;
        }

        try
        {
            Parallel.For(
                0,
                trials,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount,
                    CancellationToken = cancellationToken,
                },
                i => results[i] = OfTrial(i));
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            // What the objective threw, as if it had been called here.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return results;

        TrialResult OfTrial(int i)
        {
            if (known[i] is { } former)
            {
                return former;
            }

            cancellationToken.ThrowIfCancellationRequested();
            using var watch = new TrialWatch(board, cancellationToken);
            double reached = Reached(new Trial(dealt[i], watch, options.Maximize), watch, objective);

            // A fit that was cut short may have given a figure all the same.
            cancellationToken.ThrowIfCancellationRequested();
            reached = double.IsFinite(reached) ? reached : double.NaN;
            var result = new TrialResult(dealt[i], reached, watch.IsEnded, watch.Course);
            lock (writing)
            {
                log?.Add(result);
                progress?.Report(result);
            }

            return result;
        }
    }

    private static void CheckNotEmpty(SearchSpace space)
    {
        if (space.Ranges.Count == 0)
        {
            throw new ArgumentException("The space has no hyper-parameters to search.", nameof(space));
        }
    }

    /// <summary>A trial's values and its own seed, from nothing but the search's seed and the trial's number.</summary>
    private static DealtTrial Dealt(SearchSpace space, ulong seed, int number, int round, int epochs)
    {
        var random = new CounterRandom(seed, (ulong)number);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((string name, SearchRange range) in space.Ranges)
        {
            values[name] = range.At(random.Uniform((ulong)values.Count + 1));
        }

        var texts = space.Ranges.ToDictionary(range => range.Key, range => range.Value.Text(values[range.Key]), StringComparer.Ordinal);
        return new DealtTrial(number, round, epochs, random.Bits(0), values, texts);
    }

    private static double Reached(Trial trial, TrialWatch watch, Func<Trial, double> objective)
    {
        try
        {
            return objective(trial);
        }
        catch (OperationCanceledException) when (watch.IsEnded)
        {
            return watch.Last;
        }
        catch (TrainingDivergedException)
        {
            return double.NaN;
        }
    }
}
