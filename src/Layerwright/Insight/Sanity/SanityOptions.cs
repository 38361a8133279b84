using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How a <see cref="SanityCheck"/> goes about it.</summary>
public sealed record SanityOptions
{
    /// <summary>Which checks to make. Default: all.</summary>
    public SanityChecks Checks { get; init; } = SanityChecks.All;

    /// <summary>Decides first weights and which rows are taken. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// How gradients change weights where a check trains: the one that shall train the network. A few rows are learnt by heart without
    /// its decay. The sweep tries other rates. Default: <see cref="Adam"/> with 1e-3.
    /// </summary>
    public Optimizer Optimizer
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Optimizer));
            field = value;
        }
    } = new Adam();

    /// <summary>Rows of a step, but for the checks of a few rows. Default: 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 64;

    /// <summary>Threads that share a step. Default: 0, as many as the machine has processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 1024.</exception>
    public int Threads
    {
        get;
        init => field = Domain.Threads(value, nameof(Threads));
    }

    /// <summary>How gradients are checked. Default: as <see cref="GradientCheck"/> does, but 4 entries of each parameter, with <see cref="Seed"/> and <see cref="Threads"/> from here.</summary>
    public GradientCheckOptions? Gradients { get; init; }

    /// <summary>Which learning rates are tried. Default: as <see cref="LearningRateSweep"/> does, with optimizer, batch size, seed and threads from here.</summary>
    public LearningRateSweepOptions? LearningRates { get; init; }

    /// <summary>Its settings, the same in every culture.</summary>
    public override string ToString() => RecordText.Write(nameof(SanityOptions), PrintMembers);
}
