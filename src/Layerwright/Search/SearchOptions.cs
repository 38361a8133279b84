namespace Layerwright;

/// <summary>How a search goes about it.</summary>
public sealed record SearchOptions
{
    /// <summary>Decides what is tried. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Epochs of a trial, for each round: from coarse to fine, such as <c>[1, 5, 20]</c>. Every round tries as often; from the second on
    /// it looks around the best of the round before. Default: one round of 1.
    /// </summary>
    public IReadOnlyList<int> Epochs { get; init; } = [1];

    /// <summary>The share of each range that the next round looks at, around the best. Default: 0.3.</summary>
    public double Narrowing { get; init; } = 0.3;

    /// <summary>Look for the largest value instead of the smallest. Default: false.</summary>
    public bool Maximize { get; init; }

    /// <summary>
    /// End trials that are worse than the median of the others after the same epoch. Which ones that are depends on which come first:
    /// with several at a time the result may differ from run to run. Default: false.
    /// </summary>
    public bool StopHopeless { get; init; }

    /// <summary>Trials that run at a time, each on a thread of its own; trainers in them do best with <c>Threads = 1</c>. Default (0): one for each core.</summary>
    public int Parallelism { get; init; }

    /// <summary>
    /// A CSV file that gets a line for each finished trial. Where it exists, a search of the same space and seed goes on behind what it
    /// holds. Default: none.
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
}
