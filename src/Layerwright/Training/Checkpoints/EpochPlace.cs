using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How far an epoch is: what a fit goes on from in its middle.</summary>
/// <param name="Batches">Batches that are done.</param>
/// <param name="Loss">Their losses.</param>
/// <param name="Rows">Their rows.</param>
/// <param name="Seconds">The time they took.</param>
internal readonly record struct EpochPlace(int Batches, LossSum Loss, long Rows, double Seconds);
