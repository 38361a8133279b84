using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class GroupNormalizationTests
{
    private const int Rows = 3;
    private const float Epsilon = 1e-3f;

    /// <summary>Channels, groups, positions.</summary>
    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            TheoryData<int, int, int> sizes = [];
            foreach (int positions in new[] { 1, 6, 300 })
            {
                sizes.Add(6, 2, positions);
                sizes.Add(7, 1, positions);
                sizes.Add(12, 12, positions);
                sizes.Add(16, 4, positions);
                sizes.Add(32, 2, positions);
                sizes.Add(33, 11, positions);
                sizes.Add(51, 3, positions);
                sizes.Add(130, 5, positions);
            }

            sizes.Add(4200, 14, 2);
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Groups_are_normalised_over_their_channels_and_positions_then_scaled_and_bent(int channels, int groups, int positions)
    {
        Twin twin = new(channels, groups, positions, offset: 0);
        KernelMemory memory = new();
        Tensor x = PoolCase.Activations(memory, twin.Input), gamma = memory.Vector(twin.Gamma), beta = memory.Vector(twin.Beta);
        Tensor output = memory.Padded(twin.Lines, twin.Columns);
        LeakyReLU bend = new(0.5f);
        GroupNormalization.Run(Rows, x, groups, positions, gamma, beta, Epsilon, output, bend);

        float[,] expected = new float[twin.Lines, twin.Columns];
        twin.ForEach((line, column, normalized, _) =>
        {
            double value = (normalized * twin.Gamma[column]) + twin.Beta[column];
            expected[line, column] = (float)(value > 0 ? value : 0.5 * value);
        });
        PoolCase.AssertLines(expected, output, 2e-5, isGradient: false);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gradients_follow_their_formulas_and_pass_through_the_epilogue(int channels, int groups, int positions)
    {
        Twin twin = new(channels, groups, positions, offset: 0);
        KernelMemory memory = new();
        Tensor x = PoolCase.Activations(memory, twin.Input), dy = memory.Padded(twin.Gradient), gamma = memory.Vector(twin.Gamma);
        Tensor dx = memory.Padded(twin.Lines, twin.Columns), partial = memory.Padded(2, twin.Columns), alone = memory.Padded(2, twin.Columns);
        LeakyReLUGradient derivative = new(memory.Padded(twin.Gradient), 0.5f);
        GroupNormalization.Gradient(Rows, dy, x, groups, positions, gamma, Epsilon, partial, dx, derivative);
        GroupNormalization.GatherGradientSums(Rows, dy, x, groups, positions, gamma, Epsilon, alone);

        float[,] expected = new float[twin.Lines, twin.Columns];
        double[] sums = new double[twin.Columns], dots = new double[twin.Columns];
        twin.ForEach((line, column, normalized, group) =>
        {
            double slope = twin.Gradient[line, column];
            double value = group.InverseDeviation * ((slope * twin.Gamma[column]) - group.MeanSlope - (normalized * group.MeanDot));
            expected[line, column] = (float)(slope > 0 ? value : 0.5 * value);
            sums[column] += slope;
            dots[column] += slope * normalized;
        });
        PoolCase.AssertLines(expected, dx, 2e-5, isGradient: true);
        Assert.Equal(KernelMemory.Read(alone, 2), KernelMemory.Read(partial, 2));
        KernelMemory.AssertNothingBehindRows(partial, 2);
        for (int column = 0; column < twin.Columns; column++)
        {
            Assert.Equal(sums[column], partial.Row(0)[column], 5e-5);
            Assert.Equal(dots[column], partial.FromRow(1).Row(0)[column], 5e-5);
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-100_000)]
    public void A_large_mean_costs_no_digits(int offset)
    {
        Twin twin = new(channels: 21, groups: 3, positions: 49, offset);
        KernelMemory memory = new();
        Tensor output = memory.Padded(twin.Lines, twin.Columns);
        GroupNormalization.Run(
            Rows, memory.Padded(twin.Input), 3, 49, memory.Vector(twin.Gamma), memory.Vector(twin.Beta), Epsilon, output, default(None));

        float[,] expected = new float[twin.Lines, twin.Columns];
        twin.ForEach((line, column, normalized, _) => expected[line, column] = (float)((normalized * twin.Gamma[column]) + twin.Beta[column]));
        PoolCase.AssertLines(expected, output, 2e-6, isGradient: false);
    }

    [Fact]
    public void Equal_numbers_become_the_shift()
    {
        KernelMemory memory = new();
        float[] beta = Numbers.Row(21, 3);
        float[,] input = new float[4, 21];
        for (int column = 0; column < 21; column++)
        {
            input[0, column] = input[1, column] = 4096.1f;
        }

        Tensor output = memory.Padded(4, 21);
        GroupNormalization.Run(
            2, memory.Padded(input), 3, 2, memory.Vector(Numbers.Row(21, 2)), memory.Vector(beta), 1e-5f, output, default(None));

        Assert.All(Enumerable.Range(0, 4), line => Assert.Equal(beta, output.FromRow(line).Row(0).ToArray()));
    }

    private sealed record Group(double Mean, double InverseDeviation, double MeanSlope, double MeanDot);

    /// <summary>The layer in double precision, as PyTorch counts: channel by channel, each with all its positions.</summary>
    private sealed class Twin
    {
        private readonly int _groups;
        private readonly int _positions;

        public Twin(int channels, int groups, int positions, float offset)
        {
            _groups = groups;
            _positions = positions;
            Lines = Rows * positions;
            Columns = channels;
            Input = Numbers.Whole(Lines, Columns, 1);
            Gradient = Numbers.Small(Lines, Columns, 2);
            Gamma = Numbers.Row(Columns, 3);
            Beta = Numbers.Row(Columns, 4);
            for (int line = 0; line < Lines; line++)
            {
                for (int column = 0; column < Columns; column++)
                {
                    // Of these every digit is in the float.
                    Input[line, column] = offset + (Input[line, column] / 8);
                }
            }
        }

        public int Lines { get; }

        public int Columns { get; }

        public float[,] Input { get; }

        public float[,] Gradient { get; }

        public float[] Gamma { get; }

        public float[] Beta { get; }

        public void ForEach(Action<int, int, double, Group> visit)
        {
            int length = Lines * Columns / Rows;
            for (int row = 0; row < Rows; row++)
            {
                foreach (int[] elements in Enumerable.Range(0, length).Chunk(length / _groups))
                {
                    (int Line, int Column)[] places = [.. elements.Select(element => Place(row, element))];
                    double mean = places.Average(place => (double)Input[place.Line, place.Column]);
                    double variance = places.Average(place => Math.Pow(Input[place.Line, place.Column] - mean, 2));
                    double inverse = 1 / Math.Sqrt(variance + Epsilon);
                    double Normalized((int Line, int Column) place) => (Input[place.Line, place.Column] - mean) * inverse;
                    double Slope((int Line, int Column) place) => (double)Gradient[place.Line, place.Column] * Gamma[place.Column];
                    Group group = new(mean, inverse, places.Average(Slope), places.Average(place => Slope(place) * Normalized(place)));
                    foreach ((int Line, int Column) place in places)
                    {
                        visit(place.Line, place.Column, Normalized(place), group);
                    }
                }
            }
        }

        private (int Line, int Column) Place(int row, int element) => ((row * _positions) + (element % _positions), element / _positions);
    }
}
