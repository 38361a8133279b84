namespace BadNetworks.LW0011;

[Input(784)]
[Dense(10)]
public class Digits;
