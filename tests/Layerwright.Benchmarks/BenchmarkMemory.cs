using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Pinned, aligned memory filled with small numbers.</summary>
internal sealed unsafe class BenchmarkMemory
{
    private readonly List<float[]> _arrays = [];

    public Tensor Rows(int rows, int columns, int? stride = null)
    {
        int step = stride ?? PanelLayout.RowStride(columns);
        return new(Allocate((long)rows * step), columns, step);
    }

    public PackedMatrix Packed(int inputs, int outputs) => new(Allocate(PanelLayout.PackedLength(inputs, outputs)), inputs, outputs);

    public float* Allocate(long length)
    {
        float[] array = GC.AllocateArray<float>(checked((int)length + 32), pinned: true);
        Random random = new(1);
        for (int i = 0; i < array.Length; i++)
        {
            array[i] = (random.NextSingle() - 0.5f) * 0.1f;
        }

        _arrays.Add(array);
        return (float*)(((nint)Unsafe.AsPointer(ref array[0]) + 63) & ~63);
    }

    /// <summary>What the plan gives minimal filtering of images so wide: tiles of so many frequencies, with the widest vector and panel.</summary>
    public Tensor WinogradScratch(Tensor input, int width, int frequencies = 36, int tiles = 64)
    {
        const int Line = 16, Panel = 32;
        int padded = (input.Columns + Line - 1) / Line * Line;
        int length = tiles * (frequencies * padded + Line + frequencies * Panel + Line) + width * input.Stride;
        return Rows(1, length, length);
    }

    public float* Zeros(int length)
    {
        float* memory = Allocate(length);
        new Span<float>(memory, length).Clear();
        return memory;
    }
}
