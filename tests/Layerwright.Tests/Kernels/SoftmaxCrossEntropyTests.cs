using Layerwright.Kernels;
using static Layerwright.Tests.Kernels.LossCheck;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class SoftmaxCrossEntropyTests
{
    private const int Ignored = -100;

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Softmax_cross_entropy_and_its_gradient_follow_their_formulas(int classes)
    {
        int[] labels = [0, classes - 1, classes / 2, 0, classes / 3];
        fixed (int* pinned = labels)
        {
            LossBlock loss = new() { Labels = pinned };
            Check(classes, 4, Softmax(smoothing: 0), loss, (z, row) =>
            {
                double sum = z.Sum(Math.Exp);
                double[] gradient = [.. z.Select((value, column) => Math.Exp(value) / sum - (column == labels[row] ? 1 : 0))];
                return (Math.Log(sum) - z[labels[row]], gradient);
            });
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Labels_smoothed_weighted_and_ignored_follow_their_formulas(int classes)
    {
        int[] labels = [0, classes - 1, Ignored, classes / 2, classes / 3];
        Tensor weights = new KernelMemory().Vector(ClassWeights(classes));
        fixed (int* pinned = labels)
        {
            foreach (float smoothing in new[] { 0, 0.25f })
            {
                foreach (float* classWeights in new[] { null, weights.Data })
                {
                    LossBlock loss = new() { Labels = pinned, ClassWeights = classWeights, IgnoreLabel = Ignored };
                    bool isWeighted = classWeights != null;
                    Check(classes, 4, Softmax(smoothing), loss, (z, row) => CrossEntropy(z, isWeighted, smoothing, column =>
                        labels[row] == Ignored ? null : labels[row] == column ? 1 : 0));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Probabilities_smoothed_and_weighted_follow_their_formulas(int classes)
    {
        float[,] probabilities = Numbers.Small(RowCount, classes, 9);
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i / classes, i % classes] = i / classes == 1 ? 0 : Math.Abs(probabilities[i / classes, i % classes]);
        }

        Tensor targets = new KernelMemory().Unpadded(probabilities), weights = new KernelMemory().Vector(ClassWeights(classes));
        foreach (float smoothing in new[] { 0, 0.25f })
        {
            foreach (float* classWeights in new[] { null, weights.Data })
            {
                LossBlock loss = new() { Targets = targets.Data, ClassWeights = classWeights };
                bool isWeighted = classWeights != null;
                Check(classes, 4, Softmax(smoothing), loss, (z, row) => CrossEntropy(z, isWeighted, smoothing, column => probabilities[row, column]));
            }
        }
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
            Softmax(0)(3, logits, new LossBlock { Labels = pinnedLabels, RowLosses = pinnedLosses, Scale = 1 }, gradient);
        }

        Assert.Equal(Math.Log(1 + Math.Exp(-1)), losses[0], 1e-6);
        Assert.Equal(2000, losses[1], 1e-3);
        Assert.Equal(Math.Log(2), losses[2], 1e-6);
        Assert.Equal([-1f, 0f, 1f], gradient.Row(1).ToArray());
        Assert.Equal([0f, -0.5f, 0.5f], gradient.Row(2).ToArray());
    }

    [Fact]
    public void Softened_cross_entropies_of_logits_of_a_thousand_are_exact()
    {
        KernelMemory memory = new();
        float[,] values = { { 1000, -1000, 999 }, { -1000, -1000, 1000 }, { -1000, 1000, 1000 } };
        Tensor logits = memory.Padded(values), gradient = memory.Padded(3, 3), targets = memory.Unpadded(new float[,] { { 0, 1, 0 }, { 0, 0, 1 }, { 0.5f, 0.25f, 0.25f } });
        int[] labels = [0, 0, 1];
        double[] ofLabels = new double[3], ofProbabilities = new double[3];
        fixed (int* pinned = labels)
        fixed (double* first = ofLabels, second = ofProbabilities)
        {
            Softmax(0.3f)(3, logits, new LossBlock { Labels = pinned, RowLosses = first, Scale = 1 }, gradient);
            Softmax(0)(3, logits, new LossBlock { Targets = targets.Data, RowLosses = second, Scale = 1 }, gradient);
        }

        Assert.Equal(0.1 * (2000 + 1) + Math.Log(1 + Math.Exp(-1)), ofLabels[0], 1e-4);
        Assert.Equal((0.8 * 2000) + (0.1 * 2000), ofLabels[1], 1e-3);
        Assert.Equal((0.1 * 2000) + Math.Log(2), ofLabels[2], 1e-4);
        Assert.Equal([2000 + Math.Log(1 + Math.Exp(-1)), 0, (0.5 * 2000) + Math.Log(2)], ofProbabilities, (a, b) => Math.Abs(a - b) <= 1e-3);
        Assert.Equal([0f, 0f, 0f], gradient.Row(1).ToArray());
        Assert.Equal([-0.5f, 0.25f, 0.25f], gradient.Row(2).ToArray());
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Softmax_turns_logits_of_any_size_into_probabilities(int classes)
    {
        KernelMemory memory = new();
        float[,] logits = Numbers.Small(RowCount, classes, 1);
        logits[1, 0] = 1000;
        logits[2, classes - 1] = -1000;
        logits[3, classes / 2] = float.NaN;
        Tensor tensor = memory.Padded(logits);

        // Whatever stands in the padding must not count.
        for (int row = 0; row < RowCount; row++)
        {
            new Span<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(classes))[classes..].Fill(5000f);
        }

        SoftmaxCrossEntropy.Activate(RowCount, tensor);

        for (int row = 0; row < RowCount; row++)
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

        KernelMemory.AssertNothingBehindRows(tensor, RowCount);
    }

    private static LossKernel Softmax(float smoothing) =>
        (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => SoftmaxCrossEntropy.Run(rows, outputs, loss, gradient, smoothing);

    private static float[] ClassWeights(int classes) => [.. Enumerable.Range(0, classes).Select(column => column % 4 * 0.5f)];

    /// <summary>−Σ a·log softmax(z) and its gradient; a target of null says that the row is ignored.</summary>
    private static (double Loss, double[] Gradient) CrossEntropy(double[] z, bool isWeighted, float smoothing, Func<int, double?> target)
    {
        double sum = z.Sum(Math.Exp);
        double[] a =
        [
            .. ClassWeights(z.Length).Select((weight, column) => target(column) is { } share
                ? (isWeighted ? weight : 1.0) * (((1 - smoothing) * share) + (smoothing / z.Length))
                : 0),
        ];
        return (z.Zip(a, (value, share) => share * (Math.Log(sum) - value)).Sum(), [.. z.Zip(a, (value, share) => (Math.Exp(value) / sum * a.Sum()) - share)]);
    }
}
