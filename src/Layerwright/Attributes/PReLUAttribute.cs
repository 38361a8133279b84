namespace Layerwright;

/// <summary>The parametric ReLU: x where x is positive, a learned slope times x elsewhere.</summary>
/// <remarks>
/// Shape kept. State: <c>weight</c>, [1] or with <see cref="PerChannel"/> one number for each feature, starting at 0.25. Weight decay skips
/// it unless <c>DecayAll</c> asks for it. The slope may turn negative. The derivative at 0 is the slope, and x = 0 adds nothing to the
/// slope's gradient, as in PyTorch's PReLU (He et al. 2015).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>A slope for each feature, instead of one for all. Default: false.</summary>
    public bool PerChannel { get; set; }
}
