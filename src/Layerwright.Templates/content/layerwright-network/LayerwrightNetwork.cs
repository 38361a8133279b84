using Layerwright;

namespace LayerwrightNamespace;

//#if (classify)
/// <summary>Tells which of outputs-of-the-network classes a row of inputs-of-the-network numbers belongs to.</summary>
//#else
/// <summary>A regression. Numbers in a row: inputs-of-the-network; estimates: outputs-of-the-network.</summary>
//#endif
[Network]
[Input(inputs-of-the-network)]
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(32)]
[BatchNorm]
[ReLU]
[Dense(outputs-of-the-network)]
//#if (classify)
[SoftmaxCrossEntropy]
//#else
[MeanSquaredError]
//#endif
public partial class LayerwrightClass;
