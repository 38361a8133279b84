namespace Layerwright;

/// <summary>What of a fit a checkpoint holds: two of one place are the same.</summary>
/// <param name="Epochs">Finished epochs.</param>
/// <param name="Batches">Batches of the next that are done.</param>
/// <param name="KeepsBest">Whether the network has the best epoch's weights, an earlier one's than training stands at.</param>
internal readonly record struct FitPlace(int Epochs, int Batches, bool KeepsBest);
