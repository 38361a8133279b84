namespace BadNetworks.LW2007;

[Network]
[Input(30)]
[Dense(16)]
[BatchNorm]
[ReLU]
[Dense(1)]
[Softmax]
[MeanSquaredError]
public partial class Diagnosis;
