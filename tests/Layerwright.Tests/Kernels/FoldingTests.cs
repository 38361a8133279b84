using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class FoldingTests
{
    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Folded_weights_do_the_work_of_dense_and_batch_normalisation(int outputs)
    {
        KernelMemory memory = new();
        float[,] weights = Numbers.Small(outputs, 6, 1);
        float[] bias = Numbers.Row(outputs, 2), gamma = Numbers.Row(outputs, 3);
        float[] beta = Numbers.Row(outputs, 4), mean = Numbers.Row(outputs, 5);
        float[] variance = Numbers.Row(outputs, 6, 0.1f, 2);
        foreach (bool isBiased in new[] { false, true })
        {
            PackedMatrix foldedWeights = memory.Packed(6, outputs);
            Tensor foldedBias = memory.Padded(1, outputs);

            Folding.Dense(
                memory.Packed(weights),
                isBiased ? memory.Vector(bias) : default,
                memory.Vector(gamma),
                memory.Vector(beta),
                memory.Vector(mean),
                memory.Vector(variance),
                1e-3f,
                foldedWeights,
                foldedBias);

            float[,] actual = KernelMemory.Read(foldedWeights);
            for (int output = 0; output < outputs; output++)
            {
                double factor = gamma[output] / Math.Sqrt(variance[output] + 1e-3);
                double shift = ((isBiased ? bias[output] : 0) - mean[output]) * factor + beta[output];
                Assert.Equal(shift, foldedBias.Row(0)[output], 1e-5);
                Assert.All(Enumerable.Range(0, 6), input => Assert.Equal(weights[output, input] * factor, actual[output, input], 1e-5));
            }

            Assert.All(KernelMemory.Padding(foldedBias, 0), zero => Assert.Equal(0f, zero));
            AssertPaddingIsZero(foldedWeights);
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Copies_and_inverse_deviations_fill_whole_vectors(int length)
    {
        KernelMemory memory = new();
        float[] variance = Numbers.Row(length, 1, 0.1f, 2);
        PackedMatrix source = memory.Packed(Numbers.Small(length, 3, 2)), matrix = memory.Packed(3, length);
        Tensor copy = memory.Padded(1, length), inverse = memory.Padded(1, length);

        Folding.Copy(source, matrix);
        Folding.Copy(memory.Vector(variance), copy);
        Folding.InverseDeviation(memory.Vector(variance), 1e-3f, inverse);

        Assert.Equal(KernelMemory.Read(source), KernelMemory.Read(matrix));
        AssertPaddingIsZero(matrix);
        Assert.Equal(variance, copy.Row(0).ToArray());
        Assert.All(inverse.Row(0).ToArray().Zip(variance), pair => Assert.Equal(1 / Math.Sqrt(pair.Second + 1e-3), pair.First, 1e-6));
        Assert.All(KernelMemory.Padding(copy, 0).Concat(KernelMemory.Padding(inverse, 0)), zero => Assert.Equal(0f, zero));
        KernelMemory.AssertNothingBehindRows(copy, 1);
        KernelMemory.AssertNothingBehindRows(inverse, 1);
    }

    private static unsafe void AssertPaddingIsZero(PackedMatrix matrix)
    {
        int length = (int)PanelLayout.PackedLength(matrix.Inputs, matrix.Outputs);
        ReadOnlySpan<float> all = new(matrix.Data, length);
        Assert.True(all.Count(0f) >= length - matrix.Inputs * matrix.Outputs);
        Assert.True(float.IsNaN(matrix.Data[length]));
    }
}
