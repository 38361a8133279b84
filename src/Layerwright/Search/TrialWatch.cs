namespace Layerwright;

/// <summary>Looks at a trial epoch by epoch and ends it where it has no prospects, or with its search.</summary>
internal sealed class TrialWatch(EpochBoard? board, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly List<(int Epoch, double Value)> _course = [];

    public CancellationToken Token => _source.Token;

    /// <summary>What was told, in this order.</summary>
    public IReadOnlyList<(int Epoch, double Value)> Course => _course;

    /// <summary>The last value that was told; NaN before the first.</summary>
    public double Last => _course.Count > 0 ? _course[^1].Value : double.NaN;

    /// <summary>True where the trial was ended for want of prospects, not with its search.</summary>
    public bool IsEnded { get; private set; }

    public void Report(int epoch, double value)
    {
        _course.Add((epoch, value));
        if (board?.IsHopeless(epoch, value) == true)
        {
            IsEnded = true;
            _source.Cancel();
        }
    }

    public void Dispose() => _source.Dispose();
}
