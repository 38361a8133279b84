namespace Layerwright;

/// <summary>Looks at a trial epoch by epoch and ends it where it has no prospects.</summary>
internal sealed class TrialWatch(EpochBoard? board) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<(int Epoch, double Value)> _course = [];

    public CancellationToken Token => _source.Token;

    /// <summary>What was told, in this order.</summary>
    public IReadOnlyList<(int Epoch, double Value)> Course => _course;

    /// <summary>The last value that was told; NaN before the first.</summary>
    public double Last => _course.Count > 0 ? _course[^1].Value : double.NaN;

    /// <summary>True where the trial was ended.</summary>
    public bool IsEnded => _source.IsCancellationRequested;

    public void Report(int epoch, double value)
    {
        _course.Add((epoch, value));
        if (board?.IsHopeless(epoch, value) == true)
        {
            _source.Cancel();
        }
    }

    public void Dispose() => _source.Dispose();
}
