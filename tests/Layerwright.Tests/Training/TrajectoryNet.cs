namespace Layerwright.Tests.Training;

/// <summary>The network of the trajectories that PyTorch wrote; keys are PyTorch's module numbers.</summary>
[Network]
[Input(5)]
[Dense(7, Key = "0")]
[BatchNorm(Key = "1")]
[Tanh]
[Dense(4, Key = "3", L1 = 0.001, L2 = 0.01)]
[SoftmaxCrossEntropy]
public partial class TrajectoryNet;
