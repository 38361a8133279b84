using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Where one matrix or vector lies in a flat array.</summary>
/// <param name="Offset">Its first element.</param>
/// <param name="Length">Elements it takes, padding included.</param>
/// <param name="Outputs">Columns of the matrix, or the vector's length.</param>
/// <param name="Inputs">Depth of the matrix; 0 for a vector.</param>
/// <param name="Groups">Packed matrices that follow one another, each with an equal part of the outputs.</param>
/// <param name="Order">Where its rows and columns stand in the state.</param>
internal readonly record struct WeightPlace(int Offset, int Length, int Outputs, int Inputs, int Groups, StateOrder Order)
{
    public bool IsMatrix => Inputs > 0;
}
