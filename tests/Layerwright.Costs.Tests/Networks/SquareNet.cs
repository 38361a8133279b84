#pragma warning disable LW4001 // networks this small have no normalisation

namespace Layerwright.Costs;

/// <summary>One square layer: 64-64.</summary>
[Network]
[Input(64)]
[Dense(64)]
[MeanSquaredError]
public partial class SquareNet;
