namespace Layerwright.Runtime;

/// <summary>How one update is made.</summary>
/// <param name="Optimizer">The optimizer; null where gradients are stored.</param>
/// <param name="RateFactor">What its rate is multiplied by.</param>
/// <param name="Momentum">Stands in for its momentum, or β₁; null for its own.</param>
/// <param name="Clipping">How large gradients may get; null where they are left alone.</param>
internal readonly record struct UpdateSettings(Optimizer? Optimizer, float RateFactor, float? Momentum, GradientClipping? Clipping);
