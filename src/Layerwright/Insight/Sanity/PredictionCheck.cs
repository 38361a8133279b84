using System.Runtime.InteropServices;
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
        Batch batch = run.Batches(Rows).Next();
        return Of(run.Create(), batch.Inputs, batch.Rows);
    }

    /// <summary>Of a network and rows at hand.</summary>
    public static SanityResult Of<TNetwork>(TNetwork network, Inputs inputs, int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        int inputLength = network.Blueprint.InputLength, length = network.Blueprint.OutputLength;
        float[] first = new float[rows * length], again = new float[first.Length], alone = new float[first.Length];
        var predictor = new Predictor<TNetwork>(network, rows);
        predictor.Predict(inputs, first);
        predictor.Predict(inputs, again);
        bool isSame = SameBits(first, again);
        new Predictor<TNetwork>(network, rows).Predict(inputs, again);
        isSame &= SameBits(first, again);
        for (int row = 0; row < rows; row++)
        {
            predictor.Predict(inputs.Values.Slice(row * inputLength, inputLength), alone.AsSpan(row * length, length));
        }

        int bad = Domain.FirstNotFinite(first);
        double largest = first.Max(Math.Abs), apart = first.Zip(alone, (a, b) => Math.Abs((double)a - b)).Max();
        string message = bad >= 0 ? FormattableString.Invariant($"output {bad % length} is {first[bad]}")
            : !isSame ? "the same rows gave two predictions"
            : FormattableString.Invariant($"{rows} rows twice: the same bits; each alone: at most {apart:g2} apart");
        bool passes = bad < 0 && isSame && apart <= Rounding * Math.Max(1, largest);
        return new(SanityChecks.Prediction, Title, passes ? SanityVerdict.Passed : SanityVerdict.Failed, message);
    }

    /// <summary>Bit by bit, so that NaN is the same as itself and −0 is not 0.</summary>
    public static bool SameBits(float[] a, float[] b) => MemoryMarshal.AsBytes<float>(a).SequenceEqual(MemoryMarshal.AsBytes<float>(b));
}
