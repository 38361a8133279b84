namespace Layerwright.Kernels;

/// <summary>A loss that compares each output with its own target.</summary>
internal interface IPointwiseLoss
{
    /// <summary>Loss of each output.</summary>
    TVector Loss<TInstructions, TVector>(TVector output, TVector target)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;

    /// <summary>Its derivative with respect to the output.</summary>
    TVector Derivative<TInstructions, TVector>(TVector output, TVector target)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;
}
