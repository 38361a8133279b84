using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>A loss's kernel, its own arguments bound.</summary>
internal delegate void LossKernel(int rows, Tensor outputs, in LossBlock loss, Tensor gradient);

/// <summary>Runs kernels of losses on rows whose padding and surroundings hold anything.</summary>
internal static unsafe class LossCheck
{
    /// <summary>Rows of a check.</summary>
    public const int RowCount = 5;

    private const float Scale = 1f / 7;

    /// <summary>The gradient of one row.</summary>
    public static float[] Slopes(LossKernel kernel, float[,] outputs, int label)
    {
        LossBlock loss = new() { Labels = &label };
        return Slopes(kernel, outputs, loss);
    }

    /// <inheritdoc cref="Slopes(LossKernel, float[,], int)"/>
    public static float[] Slopes(LossKernel kernel, float[,] outputs, params float[] targets)
    {
        fixed (float* pinned = targets)
        {
            return Slopes(kernel, outputs, new LossBlock { Targets = pinned });
        }
    }

    private static float[] Slopes(LossKernel kernel, float[,] outputs, LossBlock loss)
    {
        KernelMemory memory = new();
        Tensor gradient = memory.Padded(1, outputs.Length);
        double rowLoss;
        kernel(1, memory.Padded(outputs), loss with { RowLosses = &rowLoss, Scale = 1 }, gradient);
        return gradient.Row(0).ToArray();
    }

    /// <summary>
    /// Loss and gradient of rows, with and without sample weights, with and without a gradient, from poisoned memory, against
    /// their formulas.
    /// </summary>
    public static void Check(
        int columns, int spread, LossKernel kernel, LossBlock loss, Func<double[], int, (double Loss, double[] Gradient)> exact)
    {
        KernelMemory memory = new();
        float[,] outputs = Numbers.Small(RowCount, columns, 1);
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i / columns, i % columns] *= spread;
        }

        float[] weights = [1, 0.5f, 2, 0, 1];
        foreach (bool isWeighted in new[] { false, true })
        {
            Tensor gradient = memory.Padded(RowCount, columns);
            double[] losses = new double[RowCount], alone = new double[RowCount];
            fixed (double* first = losses, second = alone)
            fixed (float* pinned = weights)
            {
                LossBlock block = loss with { SampleWeights = isWeighted ? pinned : null, RowLosses = first, Scale = Scale };
                kernel(RowCount, Padded(memory, outputs), block, gradient);
                LossBlock again = block with { RowLosses = second };
                kernel(RowCount, Padded(memory, outputs), again, default);
            }

            Assert.Equal(losses, alone);
            for (int row = 0; row < RowCount; row++)
            {
                double[] values = [.. Enumerable.Range(0, columns).Select(column => (double)outputs[row, column])];
                (double rowLoss, double[] slopes) = exact(values, row);
                double weight = isWeighted ? weights[row] : 1;
                Assert.Equal(weight * rowLoss, losses[row], 3e-6 * (1 + rowLoss));
                Assert.All(slopes.Select((slope, column) => (slope, column)), pair =>
                    Assert.Equal(weight * Scale * pair.slope, gradient.Row(row)[pair.column], 5e-7 * (1 + Math.Abs(pair.slope))));
                Assert.All(KernelMemory.Padding(gradient, row), padding => Assert.Equal(0f, padding));
            }

            KernelMemory.AssertNothingBehindRows(gradient, RowCount);
        }
    }

    /// <summary>Outputs as products leave them: what stands in the padding must not count.</summary>
    private static Tensor Padded(KernelMemory memory, float[,] outputs)
    {
        Tensor tensor = memory.Padded(outputs);
        for (int row = 0; row < RowCount; row++)
        {
            new Span<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(tensor.Columns))[tensor.Columns..].Fill(5000f);
        }

        return tensor;
    }
}
