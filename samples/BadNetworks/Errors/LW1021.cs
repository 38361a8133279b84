namespace BadNetworks.LW1021;

[Network]
[Input(30)]
[Dense(1)]
[SoftmaxCrossEntropy]
public partial class Diagnosis;
