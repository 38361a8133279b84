namespace Layerwright.Kernels;

/// <summary>Nobody looks.</summary>
internal readonly struct Unobserved : IObserver
{
    public int Columns => 0;

    public void Observe<TInstructions, TVector>(int rows, nint first, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
    }
}
