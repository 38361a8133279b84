namespace Layerwright.Benchmarks;

/// <summary>Something that is timed here and in peers.</summary>
/// <param name="Run">One run.</param>
/// <param name="Sample">Some numbers of what a fresh start computes; peers must give the same.</param>
/// <param name="Cost">What it needs at least.</param>
internal sealed record SpeedWork(Action Run, Func<float[]> Sample, WorkCost Cost);
