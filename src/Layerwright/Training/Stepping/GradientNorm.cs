namespace Layerwright.Runtime;

/// <summary>The norm of all stored gradients: pieces shared by threads, their sums added in order.</summary>
internal sealed class GradientNorm(StoredGradients gradients) : IJob
{
    private const int Piece = 1 << 13;

    private readonly double[] _sums = new double[(gradients.Values.Buffer.Length + Piece - 1) / Piece];

    /// <summary>‖g‖₂ over every trainable parameter, the same for any number of threads.</summary>
    public double Of(int threads)
    {
        WorkerTeam.Run(this, _sums.Length, threads);
        double sum = 0;
        foreach (double part in _sums)
        {
            sum += part;
        }

        return Math.Sqrt(sum);
    }

    void IJob.Execute(int index, int worker)
    {
        // Padding and the gaps between parameters hold zeros.
        Span<float> all = gradients.Values.Buffer.Span;
        int start = index * Piece;
        _sums[index] = PreciseSum.OfSquares(all.Slice(start, Math.Min(Piece, all.Length - start)));
    }
}
