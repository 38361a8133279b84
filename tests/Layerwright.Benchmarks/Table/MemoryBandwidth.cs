using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>How quickly one core reads memory of a given size: of its caches, or of none.</summary>
internal static unsafe class MemoryBandwidth
{
    /// <summary>Fits every first-level cache.</summary>
    public const long Smallest = 16 << 10;

    /// <summary>Fits no cache.</summary>
    public const long Largest = 256 << 20;

    private const long ReadAtOnce = 4 << 20;
    private static float sink;

    /// <summary>Bytes a second.</summary>
    /// <param name="bytes">Size of what is read, from <see cref="Smallest"/> to <see cref="Largest"/>, a power of two.</param>
    public static double Measure(long bytes)
    {
        BenchmarkMemory memory = new();
        int repeats = (int)Math.Max(1, ReadAtOnce / bytes);
        Kernel kernel = new(memory.Zeros((int)(bytes / sizeof(float))), (int)(bytes / sizeof(float)), repeats);
        double seconds = Timing.Minima(TimeSpan.FromSeconds(0.1), () => VectorWidth.Run(kernel))[0];
        GC.KeepAlive(memory);
        return bytes * repeats / seconds;
    }

    private readonly struct Kernel(float* data, int length, int repeats) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector a = TInstructions.Zero, b = a, c = a, d = a;
            int step = 4 * TInstructions.Count;
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                for (float* p = data; p < data + length; p += step)
                {
                    a = TInstructions.Add(a, TInstructions.Load(p));
                    b = TInstructions.Add(b, TInstructions.Load(p + TInstructions.Count));
                    c = TInstructions.Add(c, TInstructions.Load(p + (2 * TInstructions.Count)));
                    d = TInstructions.Add(d, TInstructions.Load(p + (3 * TInstructions.Count)));
                }
            }

            sink += TInstructions.Sum(TInstructions.Add(TInstructions.Add(a, b), TInstructions.Add(c, d)));
        }
    }
}
