using Layerwright.Kernels;
using static Layerwright.Tests.Kernels.LossCheck;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class PointwiseLossTests
{
    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Mean_squared_error_and_its_gradient_follow_their_formulas(int columns)
    {
        Tensor targets = new KernelMemory().Unpadded(Numbers.Small(RowCount, columns, 9));
        LossBlock loss = new() { Targets = targets.Data };
        Check(columns, 1, MeanSquaredError.Run, loss, (y, row) =>
        {
            double[] target = [.. KernelMemory.Read(targets, RowCount).Cast<float>().Skip(row * columns).Take(columns)];
            return (y.Zip(target, (a, b) => (a - b) * (a - b)).Average(), [.. y.Zip(target, (a, b) => 2 * (a - b) / columns)]);
        });
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
    public void Binary_cross_entropy_and_its_gradient_follow_their_formulas(int columns)
    {
        float[,] probabilities = Numbers.Small(RowCount, columns, 9);
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
    public void At_their_kinks_regression_losses_have_PyTorchs_slopes()
    {
        Assert.Equal([0f, 1f, -1f], Slopes(Layerwright.Kernels.MeanAbsoluteError.Run, new float[,] { { 2, 3, 1 } }, 2, 2, 2).Select(slope => slope * 3));

        LossKernel huber = (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => Huber.Run(rows, outputs, loss, gradient, 0.5f);
        Assert.Equal([0.5f, -0.5f, 0f], Slopes(huber, new float[,] { { 2.5f, 1.5f, 2 } }, 2, 2, 2).Select(slope => slope * 3));
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

    [Fact]
    public void Sigmoid_activates_a_binary_output_in_place()
    {
        Tensor tensor = new KernelMemory().Padded(new float[,] { { -1000, 0, 1000 }, { 1, -1, float.NaN } });
        BinaryCrossEntropy.Activate(2, tensor);
        Assert.Equal([0f, 0.5f, 1f], tensor.Row(0).ToArray());
        Assert.Equal(1, tensor.Row(1)[0] + tensor.Row(1)[1], 1e-6f);
        Assert.True(float.IsNaN(tensor.Row(1)[2]));
    }

    private static void CheckPointwise(int columns, LossKernel kernel, Func<double, (double Loss, double Slope)> ofDifference)
    {
        float[,] targets = Numbers.Small(RowCount, columns, 9);
        LossBlock loss = new() { Targets = new KernelMemory().Unpadded(targets).Data };
        Check(columns, 2, kernel, loss, (y, row) =>
        {
            var parts = y.Select((value, column) => ofDifference((float)value - targets[row, column])).ToList();
            return (parts.Average(part => part.Loss), [.. parts.Select(part => part.Slope / columns)]);
        });
    }
}
