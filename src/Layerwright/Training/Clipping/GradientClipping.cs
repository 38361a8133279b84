using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// How large gradients may get: <see cref="ByNorm"/> or <see cref="ByValue"/>. It acts on the gradient of loss plus penalties of
/// all trainable parameters, before weight decay and momentum.
/// </summary>
public abstract record GradientClipping
{
    private protected GradientClipping()
    {
    }

    /// <summary>Whether every gradient must be known before the first can be used.</summary>
    internal abstract bool NeedsNorm { get; }

    /// <summary>What no element exceeds in magnitude.</summary>
    internal virtual float Bound => float.PositiveInfinity;

    /// <summary>What every gradient is multiplied by, from the norm of all of them.</summary>
    internal virtual float Scale(double norm) => 1;

    /// <summary>Its settings, the same in every culture.</summary>
    public sealed override string ToString() => RecordText.Write(GetType().Name, PrintMembers);
}
