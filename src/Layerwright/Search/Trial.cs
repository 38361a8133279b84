namespace Layerwright;

/// <summary>One try of a search: the values that it was dealt, and how it tells how it goes.</summary>
public sealed class Trial
{
    private readonly DealtTrial _dealt;
    private readonly TrialWatch _watch;

    internal Trial(DealtTrial dealt, TrialWatch watch, bool maximize)
    {
        _dealt = dealt;
        _watch = watch;
        Progress = new TrialProgress(watch, maximize);
    }

    /// <summary>Its number in the search, from 0.</summary>
    public int Number => _dealt.Number;

    /// <summary>Its round, from 0.</summary>
    public int Round => _dealt.Round;

    /// <summary>Epochs that its round gives it.</summary>
    public int Epochs => _dealt.Epochs;

    /// <summary>A seed of its own, the same whenever the search is run.</summary>
    public ulong Seed => _dealt.Seed;

    /// <summary>
    /// Give it to <see cref="Trainer{TNetwork}.Fit"/>: it looks at the validation loss (without validation data at the training loss) after each
    /// epoch and, where <see cref="SearchOptions.StopHopeless"/> is set, ends a trial that has no prospects. In a search for the largest value
    /// (<see cref="SearchOptions.Maximize"/>) it looks at the trainer's first metric over the validation rows instead.
    /// </summary>
    public IProgress<TrainingProgress> Progress { get; }

    /// <summary>Give it to <see cref="Trainer{TNetwork}.Fit"/> beside <see cref="Progress"/>; cancelled where the trial shall end.</summary>
    public CancellationToken Cancellation => _watch.Token;

    /// <summary>A number that was dealt, from a <see cref="LogUniform"/>, <see cref="Uniform"/> or <see cref="IntRange"/>.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">It is a choice.</exception>
    public double this[string name] => _dealt.Real(name);

    /// <summary>A whole number that was dealt, from an <see cref="IntRange"/>.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">It is not of an <see cref="IntRange"/>.</exception>
    public int Integer(string name) => _dealt.Integer(name);

    /// <summary>What was chosen, from a <see cref="Choice{T}"/>.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">It is no choice of that type.</exception>
    public T Choose<T>(string name) => _dealt.Choose<T>(name);

    /// <summary>Tells how an epoch went, for training loops of one's own; what <see cref="Progress"/> does for a trainer.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="value">What the search minimises or maximises, after it.</param>
    /// <exception cref="OperationCanceledException">The trial has no prospects and shall end.</exception>
    public void Report(int epoch, double value)
    {
        _watch.Report(epoch, value);
        Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>For example <c>trial 12: rate 0.0031, dropout 0.42</c>.</summary>
    public override string ToString() => _dealt.ToString();
}
