namespace Layerwright;

/// <summary>
/// A warm-up, then another schedule from its start over the remaining steps: the rate rises linearly from a third of that
/// schedule's first rate, over <see cref="Steps"/> steps. As PyTorch's SequentialLR of LinearLR (1/3 to 1) and the other.
/// </summary>
/// <param name="Steps">Steps of the warm-up, at least 1.</param>
/// <param name="Then">What follows. Default: null, the optimizer's rate.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Steps"/> is less than 1.</exception>
public sealed record Warmup(int Steps, Schedule? Then = null) : Schedule
{
    private const double StartFactor = 1.0 / 3;

    /// <summary>Steps of the warm-up.</summary>
    public int Steps { get; init => field = Checked(value); } = Checked(Steps);

    /// <inheritdoc/>
    internal override (ReduceOnPlateau Settings, long FirstStep)? Plateau =>
        Then?.Plateau is { } plateau ? (plateau.Settings, plateau.FirstStep + Steps) : null;

    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch)
    {
        double part = step < Steps ? StartFactor + ((1 - StartFactor) * step / Steps) : 1;
        return (float)(part * (Then?.Factor(ThenStep(step), Remaining(totalSteps), stepsPerEpoch) ?? 1));
    }

    /// <summary>The momentum of the schedule that follows; during the warm-up its first.</summary>
    /// <inheritdoc/>
    public override float? Momentum(long step, long totalSteps, long stepsPerEpoch) =>
        Then?.Momentum(ThenStep(step), Remaining(totalSteps), stepsPerEpoch);

    private long ThenStep(long step) => Math.Max(step - Steps, 0);

    private long Remaining(long totalSteps) => Math.Max(totalSteps - Steps, 1);

    private static int Checked(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Steps));
        return value;
    }
}
