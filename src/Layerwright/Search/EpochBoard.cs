namespace Layerwright;

/// <summary>
/// What the trials of a round had reached after each epoch. A trial is hopeless that is worse than the median of the others after
/// the same epoch (the median stopping rule of Golovin et al. 2017).
/// </summary>
internal sealed class EpochBoard(bool maximize)
{
    /// <summary>As many trials are heard before any is judged.</summary>
    private const int FewestOthers = 5;

    private readonly Dictionary<int, List<double>> _values = [];
    private readonly Lock _lock = new();

    /// <summary>Notes a value and judges it by those that were noted before.</summary>
    public bool IsHopeless(int epoch, double value)
    {
        lock (_lock)
        {
            List<double> others = At(epoch);
            bool isHopeless = others.Count >= FewestOthers && IsWorse(value, Median.Of(others));
            Add(others, value);
            return isHopeless;
        }
    }

    /// <summary>Notes what a trial told in an earlier run, as if it had been told now.</summary>
    public void Note(IEnumerable<(int Epoch, double Value)> course)
    {
        lock (_lock)
        {
            foreach ((int epoch, double value) in course)
            {
                Add(At(epoch), value);
            }
        }
    }

    private List<double> At(int epoch)
    {
        if (!_values.TryGetValue(epoch, out List<double>? values))
        {
            _values[epoch] = values = [];
        }

        return values;
    }

    /// <summary>What diverged is no measure for others.</summary>
    private static void Add(List<double> values, double value)
    {
        if (double.IsFinite(value))
        {
            values.Add(value);
        }
    }

    private bool IsWorse(double value, double than) => !double.IsFinite(value) || (maximize ? value < than : value > than);
}
