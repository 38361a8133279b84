namespace Layerwright.Kernels;

/// <summary>
/// Where a weight gradient goes while it is still in registers: stored, or straight into an optimizer's update.
/// The generated backward is generic over it once; optimizers are chosen at run time and fused all the same.
/// </summary>
/// <typeparam name="TSelf">The sink itself.</typeparam>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public interface IGradientSink<TSelf>
    where TSelf : struct, IGradientSink<TSelf>
{
    /// <summary>The same sink, aimed at one parameter: its place in the flat arrays, its penalties and its rate.</summary>
    TSelf For(int parameter);

    /// <summary>Takes the gradient of the elements that start <paramref name="offset"/> into the parameter (packed order).</summary>
    void Apply<TInstructions, TVector>(TVector gradient, nint offset)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;

    /// <summary>Asks for the state of an element to be brought near before its gradient is ready.</summary>
    void Prefetch(nint offset);

    /// <summary>
    /// Makes the cache line of an element that <see cref="Apply"/> will write this core's own, where other cores may have read it since
    /// it was last written. It should be near by then: nothing is waited for.
    /// </summary>
    void Claim(nint offset);
}
