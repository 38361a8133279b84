namespace Layerwright.Tests.Insight.Runs;

#pragma warning disable LW2001, LW2002, LW2003, LW2012, LW3001, LW3005, LW3006, LW3007, LW3008, LW4001 // each breaks a rule on purpose: the run must show what the compiler says

/// <summary>Biases that no weight overcomes.</summary>
[Network]
[Input(28 * 28)]
[Dense(128, BiasInit = -10)]
[ReLU]
[Dense(64)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class DeadNet;

/// <summary>Six sigmoids on top of each other.</summary>
[Network]
[Input(28 * 28)]
[Dense(64)]
[Sigmoid]
[Dense(64)]
[Sigmoid]
[Dense(64)]
[Sigmoid]
[Dense(64)]
[Sigmoid]
[Dense(64)]
[Sigmoid]
[Dense(64)]
[Sigmoid]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class VanishingNet;

/// <summary>Weights twenty times too large.</summary>
[Network]
[Input(28 * 28)]
[Dense(128, Init = Init.Normal, InitScale = 1)]
[ReLU]
[Dense(64, Init = Init.Normal, InitScale = 1)]
[ReLU]
[Dense(10, Init = Init.Normal, InitScale = 1)]
[SoftmaxCrossEntropy]
public partial class ExplodingNet;

/// <summary>All weights 0 before ReLU.</summary>
[Network]
[Input(28 * 28)]
[Dense(64, Init = Init.Zeros)]
[ReLU]
[Dense(64, Init = Init.Zeros)]
[ReLU]
[Dense(10, Init = Init.Zeros)]
[SoftmaxCrossEntropy]
public partial class SymmetricNet;

/// <summary>All weights 0 before tanh.</summary>
[Network]
[Input(28 * 28)]
[Dense(64, Init = Init.Zeros)]
[Tanh]
[Dense(64, Init = Init.Zeros)]
[Tanh]
[Dense(10, Init = Init.Zeros)]
[SoftmaxCrossEntropy]
public partial class SymmetricTanhNet;

/// <summary>Weights so large that tanh is ±1.</summary>
[Network]
[Input(28 * 28)]
[Dense(128, Init = Init.Normal, InitScale = 1)]
[Tanh]
[Dense(64, Init = Init.Normal, InitScale = 1)]
[Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SaturatedNet;

/// <summary>Weights so small that nothing comes through.</summary>
[Network]
[Input(28 * 28)]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[Tanh]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[Tanh]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[Tanh]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[Tanh]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class CollapsedNet;

/// <summary>Straight lines between four classes.</summary>
[Network]
[Input(2)]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class StraightNet;

/// <summary>Curves between them.</summary>
[Network]
[Input(2)]
[Dense(32)]
[Tanh]
[Dense(32)]
[Tanh]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class CurvedNet;

/// <summary>Weights so small that they must grow first, of a depth at which something still comes through.</summary>
[Network]
[Input(28 * 28)]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[ReLU]
[Dense(64, Init = Init.Normal, InitScale = 0.01)]
[ReLU]
[Dense(10, Init = Init.Normal, InitScale = 0.01)]
[SoftmaxCrossEntropy]
public partial class SleepyNet;

/// <summary>Two sigmoids: what comes out of them is positive.</summary>
[Network]
[Input(28 * 28)]
[Dense(64)]
[Sigmoid]
[Dense(32)]
[Sigmoid]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class OneSidedNet;

#pragma warning restore LW2001, LW2002, LW2003, LW2012, LW3001, LW3005, LW3006, LW3007, LW3008, LW4001
