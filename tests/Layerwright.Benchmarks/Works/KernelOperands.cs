using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Operands of kernels out of <see cref="BenchmarkData.Random"/>, laid out as the library does it.</summary>
internal sealed class KernelOperands
{
    private readonly BenchmarkMemory _memory = new();

    /// <summary>Images' lines so narrow that they stand side by side without padding.</summary>
    private const int Narrow = 4;

    /// <summary>Memory without a meaning.</summary>
    public BenchmarkMemory Memory => _memory;

    /// <summary>Padded rows to write to.</summary>
    public Tensor Rows(int rows, int columns)
    {
        Tensor tensor = _memory.Rows(rows, columns);
        Clear(tensor, rows);
        return tensor;
    }

    /// <summary>Padded rows of the numbers from a place on.</summary>
    public Tensor Rows(int rows, int columns, int first) => Fill(Rows(rows, columns), rows, first);

    /// <summary>Pixels of images; of few channels without padding.</summary>
    public Tensor Pixels(int lines, int channels, int first) =>
        channels > Narrow ? Rows(lines, channels, first) : Fill(_memory.Rows(lines, channels, channels), lines, first);

    /// <summary>Weights of a window's taps, in the state's order [outputs, inputs, taps].</summary>
    public PackedMatrix Weights(int inputs, int outputs, int taps = 1)
    {
        PackedMatrix packed = _memory.Packed(taps * inputs, outputs);
        Packing.Pack(BenchmarkData.Random.AsSpan(BenchmarkData.FirstWeight, taps * inputs * outputs), packed, Order(inputs, outputs, taps));
        return packed;
    }

    /// <summary>The same as input gradients take them.</summary>
    public PackedMatrix Turned(int inputs, int outputs, int taps = 1)
    {
        PackedMatrix turned = _memory.Packed(taps * outputs, inputs);
        Transposition.Turn(Weights(inputs, outputs, taps), taps, turned);
        return turned;
    }

    /// <summary>Where the state keeps the weights of several taps.</summary>
    public static StateOrder Order(int inputs, int outputs, int taps) => StateOrder.Of(outputs, [], taps > 1 ? [(taps, inputs)] : []);

    /// <summary>A run that keeps its operands: tensors do not own theirs.</summary>
    public Action Keeping(Action run) => () =>
    {
        run();
        GC.KeepAlive(this);
    };

    /// <summary>Some numbers of rows after a run.</summary>
    public static float[] Sample(Action run, Tensor rows, int count)
    {
        run();
        float[] values = new float[count * rows.Columns];
        for (int row = 0; row < count; row++)
        {
            rows.Row(row).CopyTo(values.AsSpan(row * rows.Columns));
        }

        return BenchmarkData.Pick(values);
    }

    private static unsafe void Clear(Tensor tensor, int rows) => new Span<float>(tensor.Data, rows * tensor.Stride).Clear();

    private static Tensor Fill(Tensor tensor, int rows, int first)
    {
        for (int row = 0; row < rows; row++)
        {
            BenchmarkData.Random.AsSpan(first + (row * tensor.Columns), tensor.Columns).CopyTo(tensor.Row(row));
        }

        return tensor;
    }
}
