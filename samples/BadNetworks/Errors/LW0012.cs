namespace BadNetworks.LW0012;

[Network]
[Input(784)]
[Dense(10)]
public partial class Digits
{
    public string State { get; set; } = "";
}
