namespace Layerwright;

/// <summary>Looks at a trial epoch by epoch and ends it where it has no prospects.</summary>
internal sealed class TrialWatch(EpochBoard? board) : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    /// <summary>The last value that was told; NaN before the first.</summary>
    public double Last { get; private set; } = double.NaN;

    /// <summary>True where the trial was ended.</summary>
    public bool IsEnded => _source.IsCancellationRequested;

    public void Report(int epoch, double value)
    {
        Last = value;
        if (board?.IsHopeless(epoch, value) == true)
        {
            _source.Cancel();
        }
    }

    public void Dispose() => _source.Dispose();
}
