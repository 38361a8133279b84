namespace Layerwright.Tests.Insight.Reporting;

/// <summary>A network to report on.</summary>
[Network]
[ImageInput(16, 16, 1)]
[Conv2D(4, 3)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(16)]
[Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class ReportNet;
