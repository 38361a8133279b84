using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>
/// Pinned, aligned memory for kernels, poisoned with NaN, and views of it. What lies between tensors stays poisoned unless a
/// kernel strays.
/// </summary>
internal sealed unsafe class KernelMemory
{
    private const int Slack = 16, Line = 16, Remembered = 16;

    // A test's last use of the object comes before the kernel's last use of its memory: the thread keeps the latest alive.
    [ThreadStatic]
    private static Queue<KernelMemory>? latest;

    private readonly List<float[]> _arrays = [];

    public KernelMemory()
    {
        latest ??= new Queue<KernelMemory>();
        latest.Enqueue(this);
        if (latest.Count > Remembered)
        {
            latest.Dequeue();
        }
    }

    /// <summary>Rows of NaN, padded as the library pads them and one vector longer.</summary>
    public Tensor Padded(int rows, int columns) => Strided(rows, columns, PanelLayout.RowStride(columns));

    /// <summary>Rows as a user gives them: nothing between them.</summary>
    public Tensor Unpadded(int rows, int columns) => Strided(rows, columns, columns);

    /// <summary>A padded row, zeros in the padding.</summary>
    public Tensor Vector(params ReadOnlySpan<float> values)
    {
        Tensor row = Padded(1, values.Length);
        new Span<float>(row.Data, PanelLayout.RoundUp(values.Length)).Clear();
        values.CopyTo(row.Row(0));
        return row;
    }

    /// <summary>Padded rows with these elements [rows, columns], zeros in the padding.</summary>
    public Tensor Padded(float[,] values)
    {
        Tensor tensor = Padded(values.GetLength(0), values.GetLength(1));
        for (int row = 0; row < values.GetLength(0); row++)
        {
            new Span<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(tensor.Columns)).Clear();
        }

        return Fill(tensor, values);
    }

    /// <summary>Rows with these elements and nothing between them; NaN behind the last.</summary>
    public Tensor Unpadded(float[,] values) => Fill(Unpadded(values.GetLength(0), values.GetLength(1)), values);

    /// <summary>Weights [outputs, inputs of a group] in panels, each group's outputs by themselves.</summary>
    public PackedMatrix Packed(float[,] weights, int groups = 1)
    {
        PackedMatrix packed = Packed(weights.GetLength(1), weights.GetLength(0), groups);
        Packing.Pack(weights.Cast<float>().ToArray(), packed);
        return packed;
    }

    /// <summary>The same weights with the copy that a predictor gives narrow ones, where this width has any.</summary>
    public PackedMatrix WithRows(PackedMatrix packed)
    {
        int length = NarrowRows.Length(packed);
        if (length == 0)
        {
            return packed;
        }

        PackedMatrix narrow = new(packed.Data, packed.Inputs, packed.Outputs, rows: Allocate(length));
        new Span<float>(narrow.Rows, length).Clear();
        NarrowRows.Fill(narrow);
        return narrow;
    }

    /// <summary>The same weights turned, as input gradients take them.</summary>
    public PackedMatrix Turned(float[,] weights, int taps, int groups)
    {
        PackedMatrix packed = Packed(weights, groups);
        PackedMatrix turned = Packed(taps * (packed.Outputs / groups), packed.Inputs / taps * groups, groups);
        for (int group = 0; group < groups; group++)
        {
            Transposition.Turn(packed.Group(group), taps, turned.Group(group));
        }

        return turned;
    }

    /// <summary>Panels of NaN.</summary>
    public PackedMatrix Packed(int inputs, int outputs, int groups = 1) =>
        new(Allocate(checked((int)(groups * PanelLayout.PackedLength(inputs, outputs / groups)))), inputs, outputs, groups);

    /// <summary>Room for the sums of so many chunks, NaN throughout.</summary>
    public GradientChunks Chunks(int count, int inputs, int outputs, int groups)
    {
        GradientChunks shape = new(null, count, inputs, outputs, groups, hasBias: true);
        return new(Allocate(checked((int)(count * shape.Stride))), count, inputs, outputs, groups, hasBias: true);
    }

    /// <summary>The logical elements [rows, columns].</summary>
    public static float[,] Read(Tensor tensor, int rows)
    {
        float[,] values = new float[rows, tensor.Columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < tensor.Columns; column++)
            {
                values[row, column] = tensor.FromRow(row).Data[column];
            }
        }

        return values;
    }

    /// <summary>Weights [outputs, inputs] of panels.</summary>
    public static float[,] Read(PackedMatrix packed)
    {
        float[] logical = new float[packed.Inputs * packed.Outputs];
        Packing.Unpack(packed, logical);
        float[,] values = new float[packed.Outputs, packed.Inputs];
        Buffer.BlockCopy(logical, 0, values, 0, logical.Length * sizeof(float));
        return values;
    }

    /// <summary>The elements between a row's last logical one and the end of its last vector.</summary>
    public static float[] Padding(Tensor tensor, int row) =>
        new ReadOnlySpan<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(tensor.Columns))[tensor.Columns..].ToArray();

    /// <summary>Fails where something was written behind the padding of the rows.</summary>
    public static void AssertNothingBehindRows(Tensor tensor, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            int padded = PanelLayout.RoundUp(tensor.Columns), next = row == rows - 1 ? padded + Slack : tensor.Stride;
            foreach (float element in new ReadOnlySpan<float>(tensor.FromRow(row).Data, next)[padded..])
            {
                Assert.True(float.IsNaN(element), $"Something was written behind row {row}.");
            }
        }
    }

    private static Tensor Fill(Tensor tensor, float[,] values)
    {
        for (int row = 0; row < values.GetLength(0); row++)
        {
            for (int column = 0; column < values.GetLength(1); column++)
            {
                tensor.FromRow(row).Data[column] = values[row, column];
            }
        }

        return tensor;
    }

    private Tensor Strided(int rows, int columns, int stride) => new(Allocate(rows * stride), columns, stride);

    private float* Allocate(int length)
    {
        float[] array = GC.AllocateArray<float>(length + Slack + Line, pinned: true);
        Array.Fill(array, float.NaN);
        _arrays.Add(array);
        nint address = (nint)Unsafe.AsPointer(ref array[0]);
        return (float*)((address + 63) & ~63);
    }
}
