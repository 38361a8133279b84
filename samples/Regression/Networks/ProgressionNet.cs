using Layerwright;

namespace RegressionSample;

/// <summary>From ten measurements to one number. Small and self-normalising: batches of a few rows say little of a batch's statistics.</summary>
[Network]
[Input(10)]
[Dense(32)]
[SELU]
[AlphaDropout(0.1)]
[Dense(1)]
[MeanSquaredError]
public partial class ProgressionNet;
