#pragma warning disable LW4001 // networks this small have no normalisation

namespace Layerwright.Costs;

/// <summary>One square layer: 16-16.</summary>
[Network]
[Input(16)]
[Dense(16)]
[MeanSquaredError]
public partial class SmallSquareNet;
