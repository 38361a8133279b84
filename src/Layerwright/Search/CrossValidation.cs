using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Judges by all rows in turn: the mean over k folds varies less than one split's figure.</summary>
public static class CrossValidation
{
    /// <summary>Trains and judges once for each fold.</summary>
    /// <param name="data">All rows but the test rows.</param>
    /// <param name="k">Folds, from 2 to the number of rows.</param>
    /// <param name="evaluate">Trains a fresh network on a fold's training rows and gives a figure for its validation rows.</param>
    /// <param name="seed">Decides which rows go where.</param>
    /// <param name="cancellationToken">Ends it between two folds.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds, or fewer rows than folds.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CrossValidationResult Run(
        Dataset data, int k, Func<Fold, double> evaluate, ulong seed = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(evaluate);
        var values = new List<double>();
        foreach (Fold fold in data.Folds(k, seed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            values.Add(evaluate(fold));
        }

        return new CrossValidationResult(values);
    }
}

/// <summary>The figures of a cross-validation.</summary>
public sealed class CrossValidationResult
{
    /// <summary>Figures of folds that were run elsewhere.</summary>
    /// <param name="values">One for each fold, two at least.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public CrossValidationResult(IReadOnlyList<double> values)
    {
        Values = ValueList<double>.Of(values, nameof(values));
        if (values.Count < 2)
        {
            throw new ArgumentException($"A cross-validation has two folds at least; there are {values.Count} figures.", nameof(values));
        }
    }

    /// <summary>One figure for each fold.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Their mean.</summary>
    public double Mean => Values.Average();

    /// <summary>Their standard deviation, as of a sample (divided by k − 1).</summary>
    public double Deviation
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Values.Sum(value => (value - mean) * (value - mean)) / (Values.Count - 1));
        }
    }

    /// <summary>For example <c>0.913 ± 0.012 over 5 folds</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:g4} ± {Deviation:g2} over {Values.Count} folds");
}
