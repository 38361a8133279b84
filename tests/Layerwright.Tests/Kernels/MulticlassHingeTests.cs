using Layerwright.Kernels;
using static Layerwright.Tests.Kernels.LossCheck;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class MulticlassHingeTests
{
    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

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
    public void A_margin_met_exactly_has_PyTorchs_slope()
    {
        // A margin met exactly, and one that two scores lack by 1.
        Assert.Equal([-1f, 0f, 1f], Slopes(Hinge(1, squared: false), new float[,] { { 1, 0, 2 } }, label: 0));
        Assert.Equal([-2f, 1f, 1f], Slopes(Hinge(1, squared: false), new float[,] { { 0, 0, 0 } }, label: 0));
        Assert.Equal([0f, 0f, 0f], Slopes(Hinge(0, squared: false), new float[,] { { 0, 0, 0 } }, label: 2));
        Assert.Equal([-4f, 0f, 4f], Slopes(Hinge(1, squared: true), new float[,] { { 1, 0, 2 } }, label: 0));
    }

    private static LossKernel Hinge(float margin, bool squared) =>
        (int rows, Tensor outputs, in LossBlock loss, Tensor gradient) => MulticlassHinge.Run(rows, outputs, loss, gradient, margin, squared);
}
