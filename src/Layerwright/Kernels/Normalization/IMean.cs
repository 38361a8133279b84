namespace Layerwright.Kernels;

/// <summary>Whether a normalisation over rows subtracts their mean; a type, so that the answer costs nothing.</summary>
internal interface IMean
{
    static abstract bool IsSubtracted { get; }
}
