using Layerwright;

// The code for these layers is written when you build: read it in obj/Debug/net10.0/generated/Layerwright.Generators,
// or with "Go to Definition" on a member of the class. Take a [BatchNorm] away and build, to see what the analyzers say.

/// <summary>Tells a penguin's species from four measurements.</summary>
[Network]
[Input(4)]
//#if (deep)
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(64)]
[BatchNorm]
[ReLU]
//#endif
[Dense(32)]
[BatchNorm]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class PenguinNet;
