using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>
/// The product for one row and at most four outputs, a dot product each: output[n] = epilogue(Σₖ input[k] · weights[k, n]). What is
/// left behind the last whole vector of inputs comes from the panel.
/// </summary>
internal readonly unsafe struct NarrowRowProduct<TEpilogue>(float* input, PackedMatrix weights, float* output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    // Inlined into a caller it would take so much of what the JIT inlines there that the epilogue became a call.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector a = TInstructions.Zero, b = a, c = a, d = a;
        nint depth = weights.Inputs, whole = depth - depth % TInstructions.Count, k = 0;
        float* second = weights.Rows + whole, third = second + whole, fourth = third + whole;
        if (weights.Outputs > 2)
        {
            for (; k < whole; k += TInstructions.Count)
            {
                TVector x = TInstructions.Load(input + k);
                a = TInstructions.MultiplyAdd(x, TInstructions.Load(weights.Rows + k), a);
                b = TInstructions.MultiplyAdd(x, TInstructions.Load(second + k), b);
                c = TInstructions.MultiplyAdd(x, TInstructions.Load(third + k), c);
                d = TInstructions.MultiplyAdd(x, TInstructions.Load(fourth + k), d);
            }
        }
        else
        {
            for (; k < whole; k += TInstructions.Count)
            {
                TVector x = TInstructions.Load(input + k);
                a = TInstructions.MultiplyAdd(x, TInstructions.Load(weights.Rows + k), a);
                b = TInstructions.MultiplyAdd(x, TInstructions.Load(second + k), b);
            }
        }

        Vector128<float> sums = VectorSums<TInstructions, TVector>.Of(a, b, c, d);
        for (float* panel = weights.Data + k * TInstructions.Count; k < depth; k++, panel += TInstructions.Count)
        {
            sums = Vector128.MultiplyAddEstimate(Vector128.Create(input[k]), Vector128.Load(panel), sums);
        }

        for (nint padding = Vector128<float>.Count; padding < TInstructions.Count; padding += Vector128<float>.Count)
        {
            Vector128.Store(Vector128<float>.Zero, output + padding);
        }

        Vector128.Store(epilogue.Apply<Vector128Instructions, Vector128<float>>(sums, 0, 0), output);
    }
}
