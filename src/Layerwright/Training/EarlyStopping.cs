using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Ends a fit when validation has not improved for some epochs, and gives the network the weights of its best epoch.
/// However the fit ends (the last epoch, patience, cancellation), the weights of the best finished epoch are in the network.
/// </summary>
/// <param name="Patience">Epochs in a row without improvement after which the fit ends, at least 1.</param>
/// <param name="Metric">What must improve. Default: the validation loss.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
public sealed record EarlyStopping(int Patience, Metric? Metric = null)
{
    /// <summary>Epochs in a row without improvement after which the fit ends.</summary>
    public int Patience { get; init => field = CheckedPatience(value); } = CheckedPatience(Patience);

    /// <summary>By how much a value must be better than the best to count as an improvement, at least 0. Default: 0.</summary>
    public double MinimumImprovement
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumImprovement), value, "It must be a number of at least 0.");
    }

    private static int CheckedPatience(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Patience));
        return value;
    }

    /// <summary>Its settings, the same in every culture.</summary>
    public override string ToString() => RecordText.Write(nameof(EarlyStopping), PrintMembers);
}
