namespace Layerwright.Kernels;

/// <summary>
/// The operations kernels are written in, over the raw vector type <typeparamref name="TVector"/> (512, 256 or 128 bits, or a single float).
/// Stateless: kernels name the vector type itself, because wrapper structs around it cost registers.
/// </summary>
/// <typeparam name="TVector">Vector512, Vector256 or Vector128 of float, or float.</typeparam>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public interface IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Count { get; }
}
