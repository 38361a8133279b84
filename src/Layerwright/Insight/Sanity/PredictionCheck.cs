using Layerwright.Runtime;

namespace Layerwright;

/// <summary>The same input gives the same prediction: again, from another predictor, and alone or among others.</summary>
internal static class PredictionCheck
{
    private const string Title = "Same input, same prediction";

    private const int Rows = 8;

    /// <summary>Rows alone may be added up in another order than in a batch.</summary>
    private const double Rounding = 1e-4;

    public static SanityResult Run<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = run.Create();
        Batch batch = run.Batches(Rows).Next();
        int length = run.Blueprint.OutputLength;
        float[] first = new float[batch.Rows * length], again = new float[first.Length], alone = new float[first.Length];
        var predictor = new Predictor<TNetwork>(network, batch.Rows);
        predictor.Predict(batch.Inputs, first);
        predictor.Predict(batch.Inputs, again);
        bool isSame = Same(first, again);
        new Predictor<TNetwork>(network, batch.Rows).Predict(batch.Inputs, again);
        isSame &= Same(first, again);
        for (int row = 0; row < batch.Rows; row++)
        {
            ReadOnlySpan<float> input = batch.Inputs.Values.Slice(row * run.Blueprint.InputLength, run.Blueprint.InputLength);
            predictor.Predict(input, alone.AsSpan(row * length, length));
        }

        int bad = Domain.FirstNotFinite(first);
        double largest = first.Max(Math.Abs), apart = first.Zip(alone, (a, b) => Math.Abs((double)a - b)).Max();
        string message = bad >= 0 ? FormattableString.Invariant($"output {bad % length} is {first[bad]}")
            : !isSame ? "the same rows gave two predictions"
            : FormattableString.Invariant($"{batch.Rows} rows twice: the same bits; each alone: at most {apart:g2} apart");
        bool passes = bad < 0 && isSame && apart <= Rounding * Math.Max(1, largest);
        return new(SanityChecks.Prediction, Title, passes ? SanityVerdict.Passed : SanityVerdict.Failed, message);
    }

    /// <summary>Bit by bit, so that NaN is the same as itself.</summary>
    private static bool Same(float[] a, float[] b) =>
        a.AsSpan().SequenceEqual(b) || a.Zip(b).All(pair => BitConverter.SingleToInt32Bits(pair.First) == BitConverter.SingleToInt32Bits(pair.Second));
}
