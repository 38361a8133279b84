#pragma warning disable LW2001, LW3001, LW4001 // layers side by side to look at their first weights; none is meant to learn
namespace Layerwright.Tests.Networks;

/// <summary>Every start has the deviation, bounds or structure that its name stands for.</summary>
public class InitializationTests
{
    private static readonly Initialized s_network = new(5);

    // Deviation and bound; √3 times the deviation bounds what is uniform.
    public static TheoryData<string, double, double> Distributions => new()
    {
        { "He", Math.Sqrt(2.0 / 150), double.PositiveInfinity },
        { "HeUniform", Math.Sqrt(2.0 / 151), Math.Sqrt(6.0 / 151) },
        { "Xavier", Math.Sqrt(2.0 / (152 + 153)), double.PositiveInfinity },
        { "XavierUniform", Math.Sqrt(2.0 / (153 + 154)), Math.Sqrt(6.0 / (153 + 154)) },
        { "LeCun", Math.Sqrt(1.0 / 154), double.PositiveInfinity },
        { "LeCunUniform", 0.5 * Math.Sqrt(1.0 / 155), 0.5 * Math.Sqrt(3.0 / 155) },
        { "Normal", 0.02, double.PositiveInfinity },
        { "Uniform", 0.03 / Math.Sqrt(3), 0.03 },
        { "Leaky", Math.Sqrt(2 / (1 + 0.25) / 158), Math.Sqrt(6 / (1 + 0.25) / 158) },
        { "Maxout", Math.Sqrt(1.0 / 159), double.PositiveInfinity },
        { "Glorot", Math.Sqrt(2.0 / (160 + 140)), Math.Sqrt(6.0 / (160 + 140)) },
        { "Last", Math.Sqrt(1.0 / (3 * 140)), Math.Sqrt(1.0 / 140) },
    };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Weights_have_the_deviation_and_stay_within_the_bound(string layer, double deviation, double bound)
    {
        float[] weights = s_network.State[$"{layer.ToLowerInvariant()}.weight"].ToArray();

        double mean = weights.Average(w => (double)w), actual = Math.Sqrt(weights.Average(w => (double)w * w));
        Assert.Equal(deviation, actual, 0.02 * deviation);
        Assert.Equal(0, mean, 0.02 * deviation);
        double largest = weights.Max(Math.Abs);
        Assert.True(largest <= bound, $"{largest} > {bound}");
        Assert.True(double.IsInfinity(bound) ? largest > 3 * deviation : largest > 0.98 * bound, $"{largest}, deviation {deviation}");
    }

    [Fact]
    public void A_constant_is_its_scale_and_a_bias_starts_where_it_is_told()
    {
        Assert.All(s_network.State["constant.weight"].ToArray(), w => Assert.Equal(-0.25f, w));
        Assert.All(s_network.State["constant.bias"].ToArray(), b => Assert.Equal(0.75f, b));
        Assert.All(s_network.State["zeros.weight"].ToArray(), w => Assert.Equal(0, w));
        Assert.All(s_network.State["he.bias"].ToArray(), b => Assert.Equal(0, b));
    }

    [Theory]
    [InlineData("wide", 1)]
    [InlineData("tall", 2.5)]
    [InlineData("square", 1)]
    public void The_shorter_side_of_an_orthogonal_matrix_is_orthogonal_and_of_one_length(string layer, double length)
    {
        StateEntry entry = new Orthogonal(3).State[$"{layer}.weight"];
        int rows = entry.Shape[0], columns = entry.Shape[1];
        float[] w = entry.ToArray();
        bool byRows = rows <= columns;
        float At(int vector, int i) => byRows ? w[(vector * columns) + i] : w[(i * columns) + vector];
        for (int first = 0; first < Math.Min(rows, columns); first++)
        {
            for (int second = 0; second <= first; second++)
            {
                double dot = Enumerable.Range(0, Math.Max(rows, columns)).Sum(i => (double)At(first, i) * At(second, i));
                Assert.Equal(first == second ? length * length : 0, dot, 1e-6);
            }
        }
    }

    [Fact]
    public void Orthogonal_matrices_take_every_direction()
    {
        // Of Q uniform among the orthogonal matrices each element has mean 0 and mean square 1/n.
        double[] corners = [.. Enumerable.Range(0, 400).Select(seed => (double)new Orthogonal((ulong)seed).State["square.weight"].ToArray()[0])];
        Assert.Equal(0, corners.Average(), 0.02);
        Assert.Equal(1.0 / 37, corners.Average(w => w * w), 0.008);
    }

    /// <summary>Runs at every vector width in child processes.</summary>
    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void An_orthogonal_start_has_the_same_bits_on_every_machine()
    {
        float[] weights = [.. new Orthogonal(3).State.Values.SelectMany(entry => entry.ToArray())];
        uint hash = 2166136261;
        foreach (float weight in weights)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(weight)) * 16777619;
        }

        Assert.Equal(3589458792u, hash);
    }

    [Fact]
    public void Each_layer_draws_from_a_stream_of_its_own()
    {
        StateDictionary one = new Streams(7).State, other = new StreamsBesideOthers(7).State;

        foreach (string key in new[] { "first.weight", "second.weight", "third.weight" })
        {
            Assert.Equal(one[key].ToArray(), other[key].ToArray());
        }

        Assert.NotEqual(one["second.weight"].ToArray(), one["third.weight"].ToArray());
        Assert.NotEqual(one["second.weight"].ToArray(), new Streams(8).State["second.weight"].ToArray());
    }
}

[Network]
[Input(150)]
[Dense(151, Name = "He", Init = Init.He)]
[ReLU]
[Dense(152, Name = "HeUniform", Init = Init.HeUniform)]
[ReLU]
[Dense(153, Name = "Xavier", Init = Init.Xavier)]
[Tanh]
[Dense(154, Name = "XavierUniform", Init = Init.XavierUniform)]
[Tanh]
[Dense(155, Name = "LeCun", Init = Init.LeCun)]
[Tanh]
[Dense(156, Name = "LeCunUniform", Init = Init.LeCunUniform, InitScale = 0.5)]
[Tanh]
[Dense(157, Name = "Normal", Init = Init.Normal, InitScale = 0.02)]
[Tanh]
[Dense(158, Name = "Uniform", Init = Init.Uniform, InitScale = 0.03)]
[Tanh]
[Dense(159, Name = "Leaky", Init = Init.HeUniform)]
[LeakyReLU(0.5)]
[Maxout(160, Name = "Maxout", Pieces = 3)]
[Maxout(140, Name = "Glorot", Init = Init.XavierUniform)]
[Dense(140, Name = "Constant", Init = Init.Constant, InitScale = -0.25, BiasInit = 0.75)]
[Dense(140, Name = "Zeros", Init = Init.Zeros)]
[Maxout(50, Name = "Last", Pieces = 4)]
[SoftmaxCrossEntropy]
public partial class Initialized;

[Network]
[Input(41)]
[Dense(23, Name = "Wide", Init = Init.Orthogonal, UseBias = false)]
[Dense(37, Name = "Tall", Init = Init.Orthogonal, InitScale = 2.5, UseBias = false)]
[Dense(37, Name = "Square", Init = Init.Orthogonal, UseBias = false)]
public partial class Orthogonal;

[Network]
[Input(6)]
[Dense(5, Name = "First")]
[Dense(5, Name = "Second")]
[Dense(5, Name = "Third", Init = Init.Orthogonal)]
[Dense(2)]
public partial class Streams;

[Network]
[Input(6)]
[Dense(5, Name = "First")]
[Dense(5)]
[Dense(5, Name = "Second")]
[LayerNorm]
[Dense(5, Name = "Third", Init = Init.Orthogonal)]
[Maxout(4)]
[Dense(2)]
public partial class StreamsBesideOthers;
