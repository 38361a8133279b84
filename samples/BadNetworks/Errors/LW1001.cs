namespace BadNetworks.LW1001;

[Network]
[Input(784)]                    // a vector has no height and width
[MaxPool2D(2)]
[Dense(10)]
public partial class Digits;
