namespace Layerwright;

/// <summary>The checks of a <see cref="SanityCheck"/>, in their order.</summary>
[Flags]
public enum SanityChecks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>LW7002: the first loss is that of a network without knowledge.</summary>
    InitialLoss = 1,

    /// <summary>LW7003: penalties raise the loss.</summary>
    Regularization = 2,

    /// <summary>Gradients are the slopes of the loss: <see cref="GradientCheck"/>.</summary>
    Gradients = 4,

    /// <summary>The same input gives the same prediction, alone and among others.</summary>
    Prediction = 8,

    /// <summary>LW7004: a few rows can be learnt by heart.</summary>
    Overfitting = 16,

    /// <summary>First updates are small against the weights, but not too small.</summary>
    FirstUpdates = 32,

    /// <summary>Which learning rates are usable: <see cref="LearningRateSweep"/>.</summary>
    LearningRates = 64,

    /// <summary>All of them.</summary>
    All = InitialLoss | Regularization | Gradients | Prediction | Overfitting | FirstUpdates | LearningRates,
}
