using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class LossTests
{
    private const int Rows = 5;
    private const float Scale = 1f / 7;

    private delegate void LossKernel(int rows, Tensor outputs, in LossBlock loss, Tensor gradient);

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Softmax_cross_entropy_and_its_gradient_follow_their_formulas(int classes)
    {
        int[] labels = [0, classes - 1, classes / 2, 0, classes / 3];
        fixed (int* pinned = labels)
        {
            LossBlock loss = new() { Labels = pinned };
            Check(classes, 4, SoftmaxCrossEntropy.Run, loss, (z, row) =>
            {
                double sum = z.Sum(Math.Exp);
                double[] gradient = [.. z.Select((value, column) => Math.Exp(value) / sum - (column == labels[row] ? 1 : 0))];
                return (Math.Log(sum) - z[labels[row]], gradient);
            });
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Mean_squared_error_and_its_gradient_follow_their_formulas(int columns)
    {
        Tensor targets = new KernelMemory().Unpadded(Numbers.Small(Rows, columns, 9));
        LossBlock loss = new() { Targets = targets.Data };
        Check(columns, 1, MeanSquaredError.Run, loss, (y, row) =>
        {
            double[] target = [.. KernelMemory.Read(targets, Rows).Cast<float>().Skip(row * columns).Take(columns)];
            return (y.Zip(target, (a, b) => (a - b) * (a - b)).Average(), [.. y.Zip(target, (a, b) => 2 * (a - b) / columns)]);
        });
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Binary_cross_entropy_and_its_gradient_follow_their_formulas(int columns)
    {
        float[,] probabilities = Numbers.Small(Rows, columns, 9);
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i / columns, i % columns] = (i % 3) / 2f;
        }

        LossBlock loss = new() { Targets = new KernelMemory().Unpadded(probabilities).Data };
        Check(columns, 3, BinaryCrossEntropy.Run, loss, (z, row) =>
        {
            double[] parts = [.. z.Select((value, column) => Math.Log(1 + Math.Exp(value)) - value * probabilities[row, column])];
            return (parts.Average(), [.. z.Select((value, column) => (1 / (1 + Math.Exp(-value)) - probabilities[row, column]) / columns)]);
        });
    }

    [Fact]
    public void Cross_entropies_of_logits_of_a_thousand_are_exact()
    {
        KernelMemory memory = new();
        Tensor logits = memory.Padded(new float[,] { { 1000, -1000, 999 }, { -1000, -1000, 1000 }, { -1000, 1000, 1000 } });
        Tensor gradient = memory.Padded(3, 3);
        int[] labels = [0, 0, 1];
        double[] losses = new double[3];
        fixed (int* pinnedLabels = labels)
        fixed (double* pinnedLosses = losses)
        {
            SoftmaxCrossEntropy.Run(3, logits, new LossBlock { Labels = pinnedLabels, RowLosses = pinnedLosses, Scale = 1 }, gradient);
        }

        Assert.Equal(Math.Log(1 + Math.Exp(-1)), losses[0], 1e-6);
        Assert.Equal(2000, losses[1], 1e-3);
        Assert.Equal(Math.Log(2), losses[2], 1e-6);
        Assert.Equal([-1f, 0f, 1f], gradient.Row(1).ToArray());
        Assert.Equal([0f, -0.5f, 0.5f], gradient.Row(2).ToArray());
    }

    [Fact]
    public void Binary_cross_entropies_of_logits_of_a_thousand_are_exact()
    {
        KernelMemory memory = new();
        Tensor logits = memory.Padded(new float[,] { { 1000 }, { -1000 }, { 1000 }, { -1000 } }), gradient = memory.Padded(4, 1);
        Tensor targets = memory.Unpadded(new float[,] { { 1 }, { 0 }, { 0 }, { 1 } });
        double[] losses = new double[4];
        fixed (double* pinned = losses)
        {
            BinaryCrossEntropy.Run(4, logits, new LossBlock { Targets = targets.Data, RowLosses = pinned, Scale = 1 }, gradient);
        }

        Assert.Equal([0, 0, 1000, 1000], losses);
        Assert.Equal([0f, 0f, 1f, -1f], KernelMemory.Read(gradient, 4).Cast<float>());
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Softmax_turns_logits_of_any_size_into_probabilities(int classes)
    {
        KernelMemory memory = new();
        float[,] logits = Numbers.Small(Rows, classes, 1);
        logits[1, 0] = 1000;
        logits[2, classes - 1] = -1000;
        logits[3, classes / 2] = float.NaN;
        Tensor tensor = memory.Padded(logits);

        // Whatever stands in the padding must not count.
        for (int row = 0; row < Rows; row++)
        {
            new Span<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(classes))[classes..].Fill(5000f);
        }

        SoftmaxCrossEntropy.Activate(Rows, tensor);

        for (int row = 0; row < Rows; row++)
        {
            double[] z = [.. Enumerable.Range(0, classes).Select(column => (double)logits[row, column])];
            double max = z.Max(), sum = z.Sum(value => Math.Exp(value - max));
            for (int column = 0; column < classes; column++)
            {
                float actual = tensor.Row(row)[column];
                if (row == 3)
                {
                    Assert.True(float.IsNaN(actual));
                }
                else
                {
                    Assert.Equal(Math.Exp(z[column] - max) / sum, actual, 1e-6);
                }
            }
        }

        KernelMemory.AssertNothingBehindRows(tensor, Rows);
    }

    [Fact]
    public void Sigmoid_activates_a_binary_output_in_place()
    {
        Tensor tensor = new KernelMemory().Padded(new float[,] { { -1000, 0, 1000 }, { 1, -1, float.NaN } });
        BinaryCrossEntropy.Activate(2, tensor);
        Assert.Equal([0f, 0.5f, 1f], tensor.Row(0).ToArray());
        Assert.Equal(1, tensor.Row(1)[0] + tensor.Row(1)[1], 1e-6f);
        Assert.True(float.IsNaN(tensor.Row(1)[2]));
    }

    private static void Check(
        int columns, int spread, LossKernel kernel, LossBlock loss, Func<double[], int, (double Loss, double[] Gradient)> exact)
    {
        KernelMemory memory = new();
        float[,] outputs = Numbers.Small(Rows, columns, 1);
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i / columns, i % columns] *= spread;
        }

        float[] weights = [1, 0.5f, 2, 0, 1];
        foreach (bool isWeighted in new[] { false, true })
        {
            Tensor gradient = memory.Padded(Rows, columns);
            double[] losses = new double[Rows], alone = new double[Rows];
            fixed (double* first = losses, second = alone)
            fixed (float* pinned = weights)
            {
                LossBlock block = new()
                {
                    Labels = loss.Labels,
                    Targets = loss.Targets,
                    SampleWeights = isWeighted ? pinned : null,
                    RowLosses = first,
                    Scale = Scale,
                };
                kernel(Rows, memory.Padded(outputs), block, gradient);
                LossBlock again = block with { RowLosses = second };
                kernel(Rows, memory.Padded(outputs), again, default);
            }

            Assert.Equal(losses, alone);
            for (int row = 0; row < Rows; row++)
            {
                double[] values = [.. Enumerable.Range(0, columns).Select(column => (double)outputs[row, column])];
                (double rowLoss, double[] slopes) = exact(values, row);
                double weight = isWeighted ? weights[row] : 1;
                Assert.Equal(weight * rowLoss, losses[row], 3e-6 * (1 + rowLoss));
                Assert.All(slopes.Select((slope, column) => (slope, column)), pair =>
                    Assert.Equal(weight * Scale * pair.slope, gradient.Row(row)[pair.column], 5e-7));
                Assert.All(KernelMemory.Padding(gradient, row), padding => Assert.Equal(0f, padding));
            }

            KernelMemory.AssertNothingBehindRows(gradient, Rows);
        }
    }
}
