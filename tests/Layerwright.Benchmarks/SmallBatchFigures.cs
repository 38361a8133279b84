using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Dense layers over few rows, on one thread: how much of the peak is left where a tile has few sums.</summary>
internal static class SmallBatchFigures
{
    private static readonly int[] RowCounts = [1, 2, 3, 4, 5, 7, 8, 12, 16];
    private static readonly int[] Widths = [64, 512];

    public static void Print(double peak)
    {
        Console.WriteLine("rows × width → width      bias + ReLU");
        foreach (int width in Widths)
        {
            foreach (int rows in RowCounts)
            {
                BenchmarkMemory memory = new();
                Tensor input = memory.Rows(rows, width), output = memory.Rows(rows, width), bias = memory.Rows(1, width);
                PackedMatrix weights = memory.Packed(width, width);

                double seconds = Timing.Minima(
                    TimeSpan.FromSeconds(0.5),
                    () => Product.Run(rows, input, weights, output, Epilogue.Chain(new AddBias(bias), default(ReLU))))[0];

                double operations = 2.0 * rows * width * width;
                Console.WriteLine($"{rows,4} × {width,4} → {width,4}  {seconds * 1e6,10:F3} µs {operations / seconds / peak,6:P1}");
            }
        }
    }
}
