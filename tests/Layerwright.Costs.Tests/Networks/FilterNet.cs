#pragma warning disable LW4001 // networks this small have no normalisation

namespace Layerwright.Costs;

/// <summary>An audio filter's state: 6-64-8-4.</summary>
[Network]
[Input(6)]
[Dense(64)]
[Tanh]
[Dense(8)]
[Tanh]
[Dense(4)]
[MeanSquaredError]
public partial class FilterNet;
