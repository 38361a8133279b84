using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What a <see cref="LearningRateSweep"/> tries.</summary>
public sealed record LearningRateSweepOptions
{
    /// <summary>The lowest rate. Default: 1e-6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float Lowest
    {
        get;
        init => field = Domain.Positive(value);
    } = 1e-6f;

    /// <summary>The highest rate. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float Highest
    {
        get;
        init => field = Domain.Positive(value);
    } = 1f;

    /// <summary>How many rates, evenly spaced on a logarithmic scale, ends included; at least 3. Default: 13, two to a decade.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 3.</exception>
    public int Count
    {
        get;
        init => field = Domain.AtLeast(3, value);
    } = 13;

    /// <summary>Updates made with each rate, at least 1. Default: 40.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Steps
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 40;

    /// <summary>Rows of an update, at least 1; of fewer rows all. Default: 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 64;

    /// <summary>How gradients change weights; its own rate is not used. Rates of one optimizer mean nothing for another. Default: <see cref="AdamW"/>.</summary>
    public Optimizer Optimizer
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Optimizer));
            field = value;
        }
    } = new AdamW();

    /// <summary>Decides first weights and the order of rows, the same for every rate. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads that share a step. Default: 0, as many as the machine has processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 1024.</exception>
    public int Threads
    {
        get;
        init => field = Domain.Threads(value, nameof(Threads));
    }

    internal void Check(string argument)
    {
        if (!(Lowest < Highest))
        {
            throw new ArgumentException(FormattableString.Invariant($"The lowest rate, {Lowest}, must lie below the highest, {Highest}."), argument);
        }

        Optimizer.Check(argument);
    }

    /// <summary>Its settings, the same in every culture.</summary>
    public override string ToString() => RecordText.Write(nameof(LearningRateSweepOptions), PrintMembers);
}
