using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>What one core reaches with nothing but multiply-adds in registers.</summary>
internal static class MachinePeak
{
    private const int Repeats = 10_000, Chains = 12;
    private static float sink;

    /// <summary>Floating-point operations a second; a multiply-add counts two.</summary>
    public static double Measure()
    {
        Kernel kernel = default;
        double seconds = Timing.Minima(TimeSpan.FromSeconds(0.06), () => VectorWidth.Run(kernel))[0];
        return 2.0 * Repeats * Chains * VectorWidth.Count / seconds;
    }

    private readonly struct Kernel : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector a = TInstructions.Broadcast(1.0000001f), b = TInstructions.Broadcast(0.9999f);
            TVector c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a, c10 = a, c11 = a;
            for (int i = 0; i < Repeats; i++)
            {
                c0 = TInstructions.MultiplyAdd(c0, b, a);
                c1 = TInstructions.MultiplyAdd(c1, b, a);
                c2 = TInstructions.MultiplyAdd(c2, b, a);
                c3 = TInstructions.MultiplyAdd(c3, b, a);
                c4 = TInstructions.MultiplyAdd(c4, b, a);
                c5 = TInstructions.MultiplyAdd(c5, b, a);
                c6 = TInstructions.MultiplyAdd(c6, b, a);
                c7 = TInstructions.MultiplyAdd(c7, b, a);
                c8 = TInstructions.MultiplyAdd(c8, b, a);
                c9 = TInstructions.MultiplyAdd(c9, b, a);
                c10 = TInstructions.MultiplyAdd(c10, b, a);
                c11 = TInstructions.MultiplyAdd(c11, b, a);
            }

            TVector sum = TInstructions.Add(TInstructions.Add(c0, c1), TInstructions.Add(c2, c3));
            sum = TInstructions.Add(sum, TInstructions.Add(TInstructions.Add(c4, c5), TInstructions.Add(c6, c7)));
            sum = TInstructions.Add(sum, TInstructions.Add(TInstructions.Add(c8, c9), TInstructions.Add(c10, c11)));
            sink += TInstructions.Sum(sum);
        }
    }
}
