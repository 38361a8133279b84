using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Minimal filtering by the size of its tiles, two or four outputs along an axis.</summary>
internal static class SizedWinograd
{
    /// <summary>What whole numbers come out off by: F(2×2, 3×3) divides by powers of two alone.</summary>
    public static double WholeTolerance(int size) => size == 2 ? 0 : 0.01;

    public static int Frequencies(int size) => (size + 2) * (size + 2);

    /// <summary>Room for so many tiles and half of one more, and for the row of zeros.</summary>
    public static Tensor Room(int size, KernelMemory memory, int channels, int filters, int width, int tiles)
    {
        int panel = Math.Min(VectorWidth.PanelWidth, PanelLayout.RoundUp(filters));
        int tile = Frequencies(size) * (PanelLayout.RoundUp(channels) + panel) + 32;
        return memory.Unpadded(1, tiles * tile + width * PanelLayout.RowStride(channels) + tile / 2);
    }

    public static PackedMatrix Transformed(int size, KernelMemory memory, float[,] weights)
    {
        PackedMatrix transformed = memory.Packed(weights.GetLength(1) / 9 * Frequencies(size), weights.GetLength(0));
        if (size == 2)
        {
            WinogradWeights.Transform(memory.Packed(weights), transformed);
        }
        else
        {
            Winograd4Weights.Transform(memory.Packed(weights), transformed);
        }

        return transformed;
    }

    /// <summary>The same of the turned weights, the last panel first.</summary>
    public static PackedMatrix Turned(int size, KernelMemory memory, float[,] weights)
    {
        int channels = weights.GetLength(1) / 9;
        PackedMatrix turned = memory.Packed(Frequencies(size) * weights.GetLength(0), channels);
        for (int panel = PanelLayout.PanelCount(channels) - 1; panel >= 0; panel--)
        {
            if (size == 2)
            {
                WinogradWeights.RunTurned(memory.Packed(weights), turned, new(panel, 1));
            }
            else
            {
                Winograd4Weights.RunTurned(memory.Packed(weights), turned, new(panel, 1));
            }
        }

        return turned;
    }

    public static void Run<TEpilogue>(
        int size, int images, Tensor input, PackedMatrix weights, Window window, Tensor scratch, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (size == 2)
        {
            Winograd.Run(images, input, weights, window, scratch, output, epilogue);
        }
        else
        {
            Winograd4.Run(images, input, weights, window, scratch, output, epilogue);
        }
    }

    public static void Run<TEpilogue, TObserver>(
        int size, int images, Tensor input, PackedMatrix weights, Window window, Tensor scratch, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        if (size == 2)
        {
            Winograd.Run(images, input, weights, window, scratch, output, epilogue, observer);
        }
        else
        {
            Winograd4.Run(images, input, weights, window, scratch, output, epilogue, observer);
        }
    }

    public static void SumChunk(int size, int images, Tensor input, Tensor gradient, Window window, Tensor scratch, GradientChunks chunk)
    {
        if (size == 2)
        {
            WinogradWeightGradient.SumChunk(images, input, gradient, window, scratch, new(0, chunk.Panels), chunk);
        }
        else
        {
            Winograd4WeightGradient.SumChunk(images, input, gradient, window, scratch, new(0, chunk.Panels), chunk);
        }
    }

    public static void AddUp<TSink>(int size, GradientChunks chunks, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink>
    {
        if (size == 2)
        {
            WinogradChunks.Run(chunks, panels, sink);
        }
        else
        {
            Winograd4Chunks.Run(chunks, panels, sink);
        }
    }

    public static void AddUpWithBias<TSink>(int size, GradientChunks chunks, TSink sink, TSink biasSink)
        where TSink : struct, IGradientSink<TSink>
    {
        if (size == 2)
        {
            WinogradChunks.Run(chunks, new(0, chunks.Panels), sink, biasSink);
        }
        else
        {
            Winograd4Chunks.Run(chunks, new(0, chunks.Panels), sink, biasSink);
        }
    }
}
