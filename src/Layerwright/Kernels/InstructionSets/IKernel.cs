namespace Layerwright.Kernels;

/// <summary>A kernel with its arguments, waiting to be told the vector width.</summary>
internal interface IKernel
{
    /// <summary>Does all the work at one width.</summary>
    void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;
}
