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
            if (!_values.TryGetValue(epoch, out var others))
            {
                _values[epoch] = others = [];
            }

            bool isHopeless = others.Count >= FewestOthers && IsWorse(value, Median.Of(others));
            others.Add(value);
            return isHopeless;
        }
    }

    private bool IsWorse(double value, double than) => double.IsNaN(value) || (maximize ? value < than : value > than);
}
