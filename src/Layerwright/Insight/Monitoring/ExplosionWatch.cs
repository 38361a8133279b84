using System.Globalization;

namespace Layerwright;

/// <summary>LW7005: the loss of the last steps is far above that of the beginning.</summary>
/// <param name="expected">The loss of a network without knowledge.</param>
internal sealed class ExplosionWatch(double expected)
{
    public const string Id = "LW7005";

    private const int Window = 20;
    private const double Factor = 3;

    private readonly double[] _losses = new double[Window];
    private double _expected = expected;
    private long _steps;
    private double _first;
    private bool _isFound;

    /// <summary>Adds an update's loss.</summary>
    /// <returns>The finding, the first time.</returns>
    public Finding? Add(double loss)
    {
        _first = _steps == 0 ? loss : _first;
        _losses[_steps % Window] = loss;
        _steps++;
        double bound = Factor * Math.Max(_first, _expected);
        if (_isFound || _steps < Window || bound <= 0 || !(Mean() > bound))
        {
            return null;
        }

        _isFound = true;
        string start = _expected > _first ? $"expected {Text(_expected)}" : $"first {Text(_first)}";
        return new(
            Id, "Loss exploded", FindingSeverity.Warning,
            FormattableString.Invariant($"the mean loss of the last {Window} steps is {Text(Mean())}, more than {Factor} times the {start}"),
            "Try a lower learning rate, a warm-up, or clipping of gradients by norm", "LW5001");
    }

    /// <summary>Keeps what was seen, or takes it over.</summary>
    public void Exchange(RecordStream stream)
    {
        _expected = stream.Take(_expected);
        stream.Take(_losses);
        _steps = stream.Take(_steps);
        _first = stream.Take(_first);
        _isFound = stream.Take(_isFound);
    }

    private double Mean() => _losses.Average();

    private static string Text(double loss) => loss.ToString("g4", CultureInfo.InvariantCulture);
}
