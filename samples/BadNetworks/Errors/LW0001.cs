namespace BadNetworks.LW0001;

[Network]
[Input(784)]
[Dense(10)]
public class Digits;
