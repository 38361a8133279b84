using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How a search goes about it.</summary>
public sealed record SearchOptions
{
    /// <summary>Decides what is tried. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Epochs of a trial, for each round: from coarse to fine, such as <c>[1, 5, 20]</c>. Every round tries as often; from the second on
    /// it looks around the best of the round before, or of the rounds of as many epochs up to it; of a <see cref="Choice{T}"/> it keeps
    /// every option that is among the best third of the round. Where a whole round diverged the next looks where it did. Default: one round of 1.
    /// </summary>
    public IReadOnlyList<int> Epochs
    {
        get;
        init => field = ValueList<int>.Of(value);
    } = ValueList<int>.Of([1]);

    /// <summary>The share of each range that the next round looks at, around the best. Default: 0.3.</summary>
    public double Narrowing { get; init; } = 0.3;

    /// <summary>Look for the largest value instead of the smallest. Default: false.</summary>
    public bool Maximize { get; init; }

    /// <summary>
    /// End trials that are worse than the median of the others after the same epoch. Which ones that are depends on which come first:
    /// with <see cref="Parallelism"/> 1 they come in order, and a search gives the same bits each time, also where it goes on from its
    /// file; with several at a time the result may differ from run to run. Default: false.
    /// </summary>
    public bool StopHopeless { get; init; }

    /// <summary>Trials that run at a time, each on a thread of its own; trainers in them do best with <c>Threads = 1</c>. Default (0): one for each core.</summary>
    public int Parallelism { get; init; }

    /// <summary>
    /// A CSV file (UTF-8) that gets a line for each finished trial, with what it told after each epoch. Where it exists, a search of the same
    /// space, seed and options goes on behind what it holds: the trials of the file are not run again, and the result is that of a search
    /// that never stopped (with <see cref="StopHopeless"/> for <see cref="Parallelism"/> 1). Rounds may be added. The file of another
    /// search, or one that is none, is refused and stays as it is. Default: none.
    /// </summary>
    public string? LogPath { get; init; }

    internal void Check()
    {
        if (Epochs.Count == 0 || Epochs.Any(epochs => epochs < 1))
        {
            throw new ArgumentException("Epochs must name at least one round, each of at least one epoch.", nameof(Epochs));
        }

        if (!(Narrowing > 0 && Narrowing <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Narrowing), Narrowing, "Narrowing must be above 0 and at most 1.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Parallelism);
    }

    /// <summary>Its settings, the same in every culture.</summary>
    public override string ToString() => RecordText.Write(nameof(SearchOptions), PrintMembers);
}
