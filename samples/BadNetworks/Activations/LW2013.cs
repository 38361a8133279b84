namespace BadNetworks.LW2013;

[Network]
[Input(784)]
[Maxout(256)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
