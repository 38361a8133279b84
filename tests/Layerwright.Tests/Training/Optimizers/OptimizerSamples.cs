namespace Layerwright.Tests.Training.Optimizers;

/// <summary>Every optimizer, in every form whose formula differs, without decay, with decay of weights alone and of everything.</summary>
internal static class OptimizerSamples
{
    public static readonly Optimizer[] Every =
    [
        new Sgd(0.1f),
        new Sgd(0.1f) { WeightDecay = 0.01f },
        new Sgd(0.05f) { Momentum = 0.9f },
        new Sgd(0.05f) { Momentum = 0.9f, WeightDecay = 0.01f },
        new Sgd(0.05f) { Momentum = 0.9f, Nesterov = true, WeightDecay = 0.01f, DecayAll = true },
        new Adam(0.01f),
        new Adam(0.01f) { WeightDecay = 0.01f },
        new Adam(0.01f) { WeightDecay = 0.01f, DecayAll = true },
        new AdamW(0.01f) { WeightDecay = 0 },
        new AdamW(0.01f),
        new AdamW(0.01f) { Beta1 = 0.8f, Beta2 = 0.99f, Epsilon = 1e-4f, WeightDecay = 0.1f, DecayAll = true },
        new RmsProp(0.01f),
        new RmsProp(0.01f) { WeightDecay = 0.01f },
        new RmsProp(0.01f) { Momentum = 0.8f, Alpha = 0.9f, Epsilon = 1e-4f, WeightDecay = 0.01f, DecayAll = true },
        new AdaGrad(0.05f),
        new AdaGrad(0.05f) { WeightDecay = 0.01f },
        new AdaGrad(0.05f) { Epsilon = 1e-4f, WeightDecay = 0.01f, DecayAll = true },
    ];

    /// <summary>Every clipping, and norms that never bind, which must change nothing.</summary>
    public static readonly GradientClipping?[] Clippings = [null, new ByNorm(0.1f), new ByNorm(1e6f), new ByValue(0.01f)];
}
