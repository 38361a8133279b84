using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class PieceMaximumTests
{
    private const int Rows = 3;

    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            foreach (int units in Numbers.ColumnCounts)
            {
                sizes.Add(units, 2);
                sizes.Add(units, 3);
                sizes.Add(units, 7);
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Each_unit_is_the_largest_of_its_pieces(int units, int pieces)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(Rows, units * pieces, 1);
        Tensor output = memory.Padded(Rows, units);

        PieceMaximum.Run(Rows, memory.Padded(input), pieces, output, new LeakyReLU(0.5f));

        for (int row = 0; row < Rows; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                float largest = Enumerable.Range(0, pieces).Max(piece => input[row, (piece * units) + unit]);
                Assert.Equal(largest > 0 ? largest : 0.5f * largest, output.FromRow(row).Row(0)[unit]);
            }

            Assert.All(KernelMemory.Padding(output, row), padding => Assert.True(float.IsFinite(padding)));
        }

        KernelMemory.AssertNothingBehindRows(output, Rows);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_first_of_the_largest_pieces_takes_the_whole_gradient(int units, int pieces)
    {
        KernelMemory memory = new();

        // Whole numbers from −4 to 4: every third unit or so has equal ones.
        float[,] input = Numbers.Whole(Rows, units * pieces, 1), gradient = Numbers.Small(Rows, units, 2);
        Tensor apart = memory.Padded(Rows, units * pieces), over = memory.Padded(input);

        PieceMaximum.Gradient(Rows, memory.Padded(gradient), memory.Padded(input), apart);
        PieceMaximum.Gradient(Rows, memory.Padded(gradient), over, over);

        for (int row = 0; row < Rows; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                float[] values = [.. Enumerable.Range(0, pieces).Select(piece => input[row, (piece * units) + unit])];
                int winner = Array.IndexOf(values, values.Max());
                for (int piece = 0; piece < pieces; piece++)
                {
                    Assert.Equal(piece == winner ? gradient[row, unit] : 0, apart.FromRow(row).Row(0)[(piece * units) + unit]);
                }
            }

            Assert.All(KernelMemory.Padding(apart, row).Concat(KernelMemory.Padding(over, row)), padding => Assert.Equal(0f, padding));
        }

        Assert.Equal(KernelMemory.Read(apart, Rows), KernelMemory.Read(over, Rows));
        KernelMemory.AssertNothingBehindRows(apart, Rows);
        KernelMemory.AssertNothingBehindRows(over, Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void NaN_in_any_piece_comes_through(int piece)
    {
        const int Units = 37;
        KernelMemory memory = new();
        float[,] input = Numbers.Small(1, 3 * Units, 1);
        input[0, (piece * Units) + 3] = input[0, (piece * Units) + Units - 1] = float.NaN;
        Tensor output = memory.Padded(1, Units);

        PieceMaximum.Run(1, memory.Padded(input), 3, output, default(None));

        float[] values = output.Row(0).ToArray();
        Assert.Equal([3, Units - 1], Enumerable.Range(0, Units).Where(unit => float.IsNaN(values[unit])));
    }
}
