using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class LossTests
{
    private const int Rows = 5;
    private const float Scale = 1f / 7;
    private const int Ignored = -100;

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
        float[,] probabilities = Numbers.Small(Rows, classes, 9);
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

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Mean_absolute_error_and_its_gradient_follow_their_formulas(int columns) =>
        CheckPointwise(columns, Layerwright.Kernels.MeanAbsoluteError.Run, e => (Math.Abs(e), Math.Sign(e)));

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Huber_and_its_gradient_follow_their_formulas(int columns)
    {
        foreach (float delta in new[] { 0.25f, 1, 3 })
        {
            CheckPointwise(
                columns,
                (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => Huber.Run(rows, outputs, loss, gradient, delta),
                e => Math.Abs(e) < delta ? (0.5 * e * e, e) : (delta * (Math.Abs(e) - (0.5 * delta)), delta * Math.Sign(e)));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Multiclass_hinge_and_its_gradient_follow_their_formulas(int classes)
    {
        int[] labels = [0, classes - 1, classes / 2, 0, classes / 3];
        fixed (int* pinned = labels)
        {
            LossBlock loss = new() { Labels = pinned };
            foreach (var (margin, squared) in new[] { (1f, false), (0.3f, false), (1f, true), (2.5f, true) })
            {
                Check(classes, 2, Hinge(margin, squared), loss, (s, row) =>
                {
                    double[] lacks = [.. s.Select((score, column) => column == labels[row] ? 0 : Math.Max(0, margin + score - s[labels[row]]))];
                    double[] slopes = [.. lacks.Select(lack => lack == 0 ? 0 : squared ? 2 * lack : 1)];
                    slopes[labels[row]] = -slopes.Sum();
                    return (lacks.Sum(lack => squared ? lack * lack : lack), slopes);
                });
            }
        }
    }

    [Fact]
    public void At_their_kinks_losses_have_PyTorchs_slopes()
    {
        // A margin met exactly, and one that two scores lack by 1.
        Assert.Equal([-1f, 0f, 1f], Slopes(Hinge(1, squared: false), new float[,] { { 1, 0, 2 } }, label: 0));
        Assert.Equal([-2f, 1f, 1f], Slopes(Hinge(1, squared: false), new float[,] { { 0, 0, 0 } }, label: 0));
        Assert.Equal([0f, 0f, 0f], Slopes(Hinge(0, squared: false), new float[,] { { 0, 0, 0 } }, label: 2));
        Assert.Equal([-4f, 0f, 4f], Slopes(Hinge(1, squared: true), new float[,] { { 1, 0, 2 } }, label: 0));

        Assert.Equal([0f, 1f, -1f], Slopes(Layerwright.Kernels.MeanAbsoluteError.Run, new float[,] { { 2, 3, 1 } }, 2, 2, 2).Select(slope => slope * 3));

        LossKernel huber = (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => Huber.Run(rows, outputs, loss, gradient, 0.5f);
        Assert.Equal([0.5f, -0.5f, 0f], Slopes(huber, new float[,] { { 2.5f, 1.5f, 2 } }, 2, 2, 2).Select(slope => slope * 3));
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

    /// <summary>Outputs as products leave them: what stands in the padding must not count.</summary>
    private static Tensor Padded(KernelMemory memory, float[,] outputs)
    {
        Tensor tensor = memory.Padded(outputs);
        for (int row = 0; row < Rows; row++)
        {
            new Span<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(tensor.Columns))[tensor.Columns..].Fill(5000f);
        }

        return tensor;
    }

    private static LossKernel Softmax(float smoothing) =>
        (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => SoftmaxCrossEntropy.Run(rows, outputs, loss, gradient, smoothing);

    private static LossKernel Hinge(float margin, bool squared) =>
        (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => MulticlassHinge.Run(rows, outputs, loss, gradient, margin, squared);

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

    private static void CheckPointwise(int columns, LossKernel kernel, Func<double, (double Loss, double Slope)> ofDifference)
    {
        float[,] targets = Numbers.Small(Rows, columns, 9);
        LossBlock loss = new() { Targets = new KernelMemory().Unpadded(targets).Data };
        Check(columns, 2, kernel, loss, (y, row) =>
        {
            var parts = y.Select((value, column) => ofDifference((float)value - targets[row, column])).ToList();
            return (parts.Average(part => part.Loss), [.. parts.Select(part => part.Slope / columns)]);
        });
    }

    /// <summary>The gradient of one row.</summary>
    private static float[] Slopes(LossKernel kernel, float[,] outputs, int label)
    {
        LossBlock loss = new() { Labels = &label };
        return Slopes(kernel, outputs, loss);
    }

    private static float[] Slopes(LossKernel kernel, float[,] outputs, params float[] targets)
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
                LossBlock block = loss with { SampleWeights = isWeighted ? pinned : null, RowLosses = first, Scale = Scale };
                kernel(Rows, Padded(memory, outputs), block, gradient);
                LossBlock again = block with { RowLosses = second };
                kernel(Rows, Padded(memory, outputs), again, default);
            }

            Assert.Equal(losses, alone);
            for (int row = 0; row < Rows; row++)
            {
                double[] values = [.. Enumerable.Range(0, columns).Select(column => (double)outputs[row, column])];
                (double rowLoss, double[] slopes) = exact(values, row);
                double weight = isWeighted ? weights[row] : 1;
                Assert.Equal(weight * rowLoss, losses[row], 3e-6 * (1 + rowLoss));
                Assert.All(slopes.Select((slope, column) => (slope, column)), pair =>
                    Assert.Equal(weight * Scale * pair.slope, gradient.Row(row)[pair.column], 5e-7 * (1 + Math.Abs(pair.slope))));
                Assert.All(KernelMemory.Padding(gradient, row), padding => Assert.Equal(0f, padding));
            }

            KernelMemory.AssertNothingBehindRows(gradient, Rows);
        }
    }
}
