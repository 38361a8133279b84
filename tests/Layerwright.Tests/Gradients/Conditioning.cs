namespace Layerwright.Tests.Gradients;

/// <summary>
/// What a float32 computation of one tensor can be held to. Runs of the interpreter whose every intermediate result is off by a
/// random share of float32's rounding unit show how well conditioned the tensor is; a right computation lies within some
/// multiple of their spread, a wrong one does not.
/// </summary>
internal sealed class Conditioning(IReadOnlyList<double> exact, IEnumerable<IReadOnlyList<double>> noisy)
{
    /// <summary>Multiple of the noisy runs' spread that is allowed. Sums of n terms round √n times, the runs' elements once.</summary>
    public const double Multiple = 24;

    private readonly double _largest = exact.Select(Math.Abs).DefaultIfEmpty().Max();
    private readonly double _spread = noisy.SelectMany(run => run.Zip(exact, (a, b) => Math.Abs(a - b))).DefaultIfEmpty().Max();

    /// <summary>How far off the worst element is, as a share of what is allowed; and which it is.</summary>
    public (double Share, int Index) Worst(ReadOnlySpan<float> actual)
    {
        Assert.Equal(exact.Count, actual.Length);
        (double Share, int Index) worst = (0, -1);
        for (int i = 0; i < actual.Length; i++)
        {
            double error = Math.Abs(actual[i] - exact[i]);
            double allowed = (1e-6 * Math.Abs(exact[i])) + (1e-6 * _largest) + (Multiple * _spread) + 1e-12;
            double share = double.IsNaN(error) ? double.PositiveInfinity : error / allowed;
            if (share > worst.Share)
            {
                worst = (share, i);
            }
        }

        return worst;
    }
}
