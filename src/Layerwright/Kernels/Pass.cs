using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>An epilogue over elements in memory: the loop of elementwise kernels, and of products with heavy epilogues.</summary>
internal static unsafe class Pass<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>
    /// output = epilogue(input) over whole vectors from column <paramref name="first"/> to at least <paramref name="end"/>; may
    /// be in place.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(
        int rows, float* input, nint inputStride, float* output, nint outputStride, nint first, nint end, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        for (nint row = 0; row < rows; row++, input += inputStride, output += outputStride)
        {
            for (nint column = first; column < end; column += TInstructions.Count)
            {
                TVector value = TInstructions.Load(input + column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), output + column);
            }
        }
    }
}
