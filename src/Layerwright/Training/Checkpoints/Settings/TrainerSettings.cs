namespace Layerwright;

/// <summary>What a trainer was told that decides the bits of a fit, and what it measures.</summary>
internal sealed record TrainerSettings
{
    public required Optimizer Optimizer { get; init; }

    public required int BatchSize { get; init; }

    public required int Threads { get; init; }

    public required bool Shuffle { get; init; }

    public required bool DropLast { get; init; }

    public required ulong Seed { get; init; }

    public required Schedule? Schedule { get; init; }

    public required GradientClipping? Clipping { get; init; }

    public required int AccumulationSteps { get; init; }

    public required float RegularizationFactor { get; init; }

    public required float DropoutFactor { get; init; }

    public required EarlyStopping? EarlyStopping { get; init; }

    public required float[] ClassWeights { get; init; }

    public required IReadOnlyList<SavedAugmentation> Augmentation { get; init; }

    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>The metrics, and what early stopping looks at if it is not among them.</summary>
    public IReadOnlyList<Metric> MeasuredMetrics =>
        EarlyStopping?.Metric is { } metric && !Metrics.Contains(metric) ? [.. Metrics, metric] : Metrics;
}
