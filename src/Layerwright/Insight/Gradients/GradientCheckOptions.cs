using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How a <see cref="GradientCheck"/> goes about it.</summary>
public sealed record GradientCheckOptions
{
    internal const float LeastStep = 1e-7f, LargestStep = 1e-2f;

    /// <summary>
    /// How far a parameter is moved to either side at most (times its size, where that is above 1); halved as long as that makes the
    /// estimate better. From 1e-7 to 1e-2; below some 1e-4 float's rounding drowns the difference. Default: 1e-2.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 1e-7 to 1e-2.</exception>
    public float Step
    {
        get;
        init => field = value is >= LeastStep and <= LargestStep
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Step), value, FormattableString.Invariant($"{nameof(Step)} must be from {LeastStep:0e-0} to {LargestStep:0e-0}."));
    } = LargestStep;

    /// <summary>
    /// What the layers' L1 and L2 are multiplied by. Default: 0, since penalties are simple and hide a wrong gradient of the data behind
    /// their own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float RegularizationFactor
    {
        get;
        init => field = Domain.NotNegative(value);
    }

    /// <summary>
    /// What the layers' dropout rates are multiplied by. Default: 0. Above 0 every pass of the check drops the same units, those of
    /// the network's first step.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float DropoutFactor
    {
        get;
        init => field = Domain.NotNegative(value);
    }

    /// <summary>Rows of the batch, at least 1: few, since each brings its own kinks. Default: 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Rows
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 8;

    /// <summary>
    /// Entries of each parameter that are checked one by one, at least 1: the one of the largest gradient and others by lot. Default: 10.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int EntriesPerParameter
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 10;

    /// <summary>Decides which rows and entries are taken. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads that share a pass. Default: 0, as many as the machine has processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 1024.</exception>
    public int Threads
    {
        get;
        init => field = Domain.Threads(value, nameof(Threads));
    }

    /// <summary>Its settings, the same in every culture.</summary>
    public override string ToString() => RecordText.Write(nameof(GradientCheckOptions), PrintMembers);
}
