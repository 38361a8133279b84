using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Matrices and vectors in one flat array, with the tables that kernels' arguments come from.</summary>
internal sealed unsafe class WeightArray
{
    private readonly PinnedTable<PackedMatrix> _matrices;
    private readonly PinnedTable<Tensor> _vectors;

    public WeightArray(WeightLayout layout)
        : this(layout, PinnedBuffer.Zeroed(layout.Length))
    {
    }

    /// <param name="layout">Places; those behind the end of <paramref name="buffer"/> are left out (gradients of statistics).</param>
    /// <param name="buffer">The memory.</param>
    public WeightArray(WeightLayout layout, PinnedBuffer buffer)
    {
        Layout = layout;
        Buffer = buffer;
        _matrices = new(layout.Places.Length);
        _vectors = new(layout.Places.Length);
        for (int i = 0; i < layout.Places.Length; i++)
        {
            WeightPlace place = layout.Places[i];
            if (place.Offset + place.Length > buffer.Length)
            {
                continue;
            }

            if (place.IsMatrix)
            {
                _matrices[i] = new(Data + place.Offset, place.Inputs, place.Outputs, place.Groups);
            }
            else if (place.Length > 0)
            {
                _vectors[i] = new(Data + place.Offset, place.Outputs, place.Length);
            }
        }
    }

    public WeightLayout Layout { get; }

    public PinnedBuffer Buffer { get; }

    public float* Data => Buffer.Data;

    public WeightTable Table => new(_matrices.Items, _vectors.Items);

    /// <summary>One entry's elements as they are stored, padding included.</summary>
    public Span<float> Stored(int index) => Buffer.Span.Slice(Layout.Places[index].Offset, Layout.Places[index].Length);

    /// <summary>Writes an entry out in the state's order: a matrix as [outputs, inputs] row by row, a vector without its padding.</summary>
    public void CopyTo(int index, Span<float> destination)
    {
        WeightPlace place = Layout.Places[index];
        if (place.IsMatrix)
        {
            Packing.Unpack(_matrices[index], destination, place.Order);
        }
        else
        {
            Packing.Unpack(_vectors[index], destination, place.Order);
        }

        GC.KeepAlive(this);
    }

    /// <summary>Reads an entry in, the reverse of <see cref="CopyTo"/>; the padding stays zero.</summary>
    public void CopyFrom(int index, ReadOnlySpan<float> source)
    {
        WeightPlace place = Layout.Places[index];
        if (place.IsMatrix)
        {
            Packing.Pack(source, _matrices[index], place.Order);
        }
        else
        {
            Packing.Pack(source, _vectors[index], place.Order);
        }

        GC.KeepAlive(this);
    }
}
