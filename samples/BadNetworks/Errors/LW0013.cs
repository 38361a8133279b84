namespace BadNetworks.LW0013;

// Compiled as C# 10 or older.
[Network]
[Input(4)]
[Dense(2)]
public partial class Net { }
