using static Layerwright.Benchmarks.QuantityText;

namespace Layerwright.Benchmarks;

/// <summary>
/// The quickest that cores could do a work: at the measured peak of multiply-adds, or with its bytes at the measured bandwidth of the
/// memory they fit in, whichever takes longer.
/// </summary>
/// <param name="measurePeak">Operations a second of one core at best.</param>
/// <param name="measureBandwidth">Bytes a second that one core reads of so many, again and again.</param>
internal sealed class MachineLimit(Func<double> measurePeak, Func<long, double> measureBandwidth)
{
    private readonly Dictionary<long, double> _bandwidths = [];
    private double _peak;

    /// <summary>This machine's.</summary>
    public static MachineLimit Measured() => new(MachinePeak.Measure, MemoryBandwidth.Measure);

    /// <summary>Which limit binds, and how near to it a time comes: <c>94.0 % of FMA</c>.</summary>
    /// <remarks>Several cores are granted several times one core's bandwidth, also where they share a memory.</remarks>
    public string Share(WorkCost cost, double seconds, int cores)
    {
        double computing = cost.Operations / MeasurePeak() / cores, moving = cost.Bytes / Bandwidth(cost.Bytes) / cores;
        return computing >= moving ? Text($"{100 * computing / seconds:F1} % of FMA") : Text($"{100 * moving / seconds:F1} % of memory");
    }

    /// <summary>Whether one core is held up by its multiply-adds rather than by memory.</summary>
    public bool IsComputeBound(WorkCost cost) => cost.Operations / MeasurePeak() > cost.Bytes / Bandwidth(cost.Bytes);

    /// <summary>The part of the peak alone.</summary>
    public double ShareOfPeak(WorkCost cost, double seconds, int cores) => cost.Operations / MeasurePeak() / cores / seconds;

    /// <summary>The figures so far, for the table's foot.</summary>
    public override string ToString()
    {
        string[] sizes = [.. _bandwidths.OrderBy(pair => pair.Key).Select(pair => Text($"{pair.Value / 1e9:F0} GB/s of {Of(pair.Key, Quantity.Memory)}"))];
        string reads = sizes.Length > 0 ? $", and reads {string.Join(", ", sizes)}" : "";
        return Text($"One core multiplies and adds at {_peak / 1e9:F1} GFLOP/s") + reads + ".";
    }

    /// <summary>The core's clock may have changed since it was last measured: the most seen counts.</summary>
    private double MeasurePeak() => _peak = Math.Max(_peak, measurePeak());

    private double Bandwidth(double bytes)
    {
        long size = Math.Max(MemoryBandwidth.Smallest, (long)Math.Pow(2, Math.Round(Math.Log2(Math.Max(1, bytes)))));
        size = Math.Min(size, MemoryBandwidth.Largest);
        if (!_bandwidths.TryGetValue(size, out double bandwidth))
        {
            _bandwidths.Add(size, bandwidth = measureBandwidth(size));
        }

        return bandwidth;
    }
}
