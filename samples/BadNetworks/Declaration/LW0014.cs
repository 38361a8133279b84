namespace BadNetworks.LW0014;

// With `layerwright.profile = loud` in .editorconfig.
[Network]
[Input(4)]
[Dense(2)]
public partial class Net;
