using System.Numerics.Tensors;

namespace Layerwright.Runtime;

/// <summary>The memory of tensors that lie in one piece, row-major: as this library takes and gives numbers.</summary>
internal static class DenseMemory
{
    /// <summary>A tensor's numbers, without a copy.</summary>
    /// <param name="tensor">The tensor, of any rank.</param>
    /// <param name="name">The argument's name.</param>
    /// <exception cref="ArgumentException">It is a part of another, with gaps, or has more numbers than a span holds.</exception>
    public static ReadOnlySpan<T> Of<T>(ReadOnlyTensorSpan<T> tensor, string name)
    {
        int length = Check(tensor.IsDense, tensor.FlattenedLength, tensor.Lengths, tensor.Strides, name);
        Span<nint> start = stackalloc nint[tensor.Rank];
        return length == 0 ? default : tensor.GetSpan(start, length);
    }

    /// <summary>The same of one that is written to.</summary>
    /// <inheritdoc cref="Of{T}(ReadOnlyTensorSpan{T}, string)"/>
    public static Span<T> Of<T>(TensorSpan<T> tensor, string name)
    {
        int length = Check(tensor.IsDense, tensor.FlattenedLength, tensor.Lengths, tensor.Strides, name);
        Span<nint> start = stackalloc nint[tensor.Rank];
        return length == 0 ? default : tensor.GetSpan(start, length);
    }

    /// <summary>A shape as text: <c>64×784</c>.</summary>
    public static string Text(ReadOnlySpan<nint> lengths) => string.Join('×', lengths.ToArray());

    private static int Check(bool isDense, nint length, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string name)
    {
        if (length > int.MaxValue)
        {
            throw new ArgumentException($"A tensor of {Text(lengths)} has more numbers than a call takes, {int.MaxValue}: give fewer rows.", name);
        }

        return isDense || length == 0
            ? (int)length
            : throw new ArgumentException(
                $"A tensor of {Text(lengths)} with strides {string.Join(", ", strides.ToArray())} has gaps; its numbers must lie in one piece: copy it to a dense one.",
                name);
    }
}
