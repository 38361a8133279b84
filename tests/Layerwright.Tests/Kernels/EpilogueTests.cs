using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class EpilogueTests
{
    private const int Rows = 5;

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Activations_map_every_element(int columns)
    {
        Check(columns, _ => default(None), (x, _, _) => x);
        Check(columns, _ => default(ReLU), (x, _, _) => Math.Max(0, x));
        Check(columns, _ => new LeakyReLU(0.1f), (x, _, _) => x > 0 ? x : 0.1f * x);
        Check(columns, _ => default(Tanh), (x, _, _) => Math.Tanh(x));
        Check(columns, _ => default(Sigmoid), (x, _, _) => 1 / (1 + Math.Exp(-x)));
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Gradients_of_activations_come_from_their_outputs(int columns)
    {
        float[,] output = Numbers.Small(Rows, columns, 2);
        output[0, 0] = 0;
        Check(columns, memory => new ReLUGradient(memory.Padded(output)), (dy, r, c) => output[r, c] > 0 ? dy : 0);
        Check(columns, memory => new LeakyReLUGradient(memory.Padded(output), 0.3f), (dy, r, c) => output[r, c] > 0 ? dy : 0.3f * dy);
        Check(columns, memory => new TanhGradient(memory.Padded(output)), (dy, r, c) => dy * (1 - (double)output[r, c] * output[r, c]));
        Check(columns, memory => new SigmoidGradient(memory.Padded(output)), (dy, r, c) => dy * (double)output[r, c] * (1 - output[r, c]));
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Vectors_and_tensors_are_added_at_their_place(int columns)
    {
        float[,] addend = Numbers.Small(Rows, columns, 2);
        float[] bias = Numbers.Row(columns, 3);
        Check(columns, memory => new AddBias(memory.Vector(bias)), (x, _, c) => x + bias[c]);
        Check(columns, memory => new AddTensor(memory.Padded(addend)), (x, r, c) => x + addend[r, c]);
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Normalising_and_its_gradient_follow_their_formulas(int columns)
    {
        float[] mean = Numbers.Row(columns, 2), inverse = Numbers.Row(columns, 3, 0.5f, 2);
        float[] gamma = Numbers.Row(columns, 4), beta = Numbers.Row(columns, 5);
        float[] sum = Numbers.Row(columns, 6, -9, 9), dot = Numbers.Row(columns, 7, -9, 9);
        float[,] input = Numbers.Small(Rows, columns, 8);
        Check(
            columns,
            memory => new Normalize(memory.Vector(mean), memory.Vector(inverse), memory.Vector(gamma), memory.Vector(beta)),
            (x, _, c) => ((double)x - mean[c]) * inverse[c] * gamma[c] + beta[c]);
        Check(columns, memory => new ScaleColumns(memory.Vector(inverse), memory.Vector(gamma)), (dy, _, c) => (double)dy * inverse[c] * gamma[c]);
        Check(
            columns,
            memory => new NormalizeGradient(
                memory.Padded(input),
                memory.Vector(mean),
                memory.Vector(inverse),
                memory.Vector(gamma),
                memory.Vector(sum),
                memory.Vector(dot),
                0.05f),
            (dy, r, c) =>
            {
                double normalised = ((double)input[r, c] - mean[c]) * inverse[c];
                return gamma[c] * inverse[c] * (dy - (sum[c] + normalised * dot[c]) * 0.05);
            });
    }

    [Fact]
    public void Chains_apply_their_links_from_the_first_to_the_last()
    {
        const int Columns = 19;
        float[] one = [.. Enumerable.Repeat(1f, Columns)];
        Check(Columns, memory => Epilogue.Chain(new AddBias(memory.Vector(one)), new LeakyReLU(0.5f)), (x, _, _) => Leaky(x + 1.0));
        Check(Columns, memory => Epilogue.Chain(new LeakyReLU(0.5f), new AddBias(memory.Vector(one))), (x, _, _) => Leaky(x) + 1);
        Check(
            Columns,
            memory => Epilogue.Chain(new LeakyReLU(0.5f), new AddBias(memory.Vector(one)), default(Tanh)),
            (x, _, _) => Math.Tanh(Leaky(x) + 1));
        Check(
            Columns,
            memory => Epilogue.Chain(default(None), new LeakyReLU(0.5f), new AddBias(memory.Vector(one)), default(Tanh)),
            (x, _, _) => Math.Tanh(Leaky(x) + 1));
        Check(
            Columns,
            memory => Epilogue.Chain(default(Tanh), default(None), new LeakyReLU(0.5f), new AddBias(memory.Vector(one)), default(Tanh)),
            (x, _, _) => Math.Tanh(Leaky(Math.Tanh(x)) + 1));
        Check(
            Columns,
            memory => Epilogue.Chain(
                default(Tanh), default(None), new LeakyReLU(0.5f), new AddBias(memory.Vector(one)), default(Tanh), default(Sigmoid)),
            (x, _, _) => 1 / (1 + Math.Exp(-Math.Tanh(Leaky(Math.Tanh(x)) + 1))));

        static double Leaky(double x) => x > 0 ? x : 0.5 * x;
    }

    [Fact]
    public void An_elementwise_pass_may_be_in_place()
    {
        KernelMemory memory = new();
        float[,] values = Numbers.Small(Rows, 37, 1);
        Tensor tensor = memory.Padded(values);

        Elementwise.Run(Rows, tensor, tensor, default(ReLU));

        float[,] actual = KernelMemory.Read(tensor, Rows);
        Assert.Equal(values.Cast<float>().Select(x => Math.Max(0, x)), actual.Cast<float>());
    }

    [Fact]
    public void NaN_comes_through_every_activation()
    {
        const int Columns = 21;
        AssertNaN(default(ReLU));
        AssertNaN(new LeakyReLU(0.1f));
        AssertNaN(default(Tanh));
        AssertNaN(default(Sigmoid));

        static void AssertNaN<TEpilogue>(TEpilogue epilogue)
            where TEpilogue : struct, IEpilogue
        {
            KernelMemory memory = new();

            // All the NaNs there are: the usual one, a negative one, and one whose payload is all ones, as poison has it.
            float[] values = [.. Enumerable.Repeat(float.NaN, Columns)];
            values[3] = -float.NaN;
            values[5] = BitConverter.UInt32BitsToSingle(uint.MaxValue);
            values[^1] = BitConverter.UInt32BitsToSingle(0x7FFFFFFF);
            Tensor row = memory.Vector(values);
            Elementwise.Run(1, row, row, epilogue);
            Assert.All(row.Row(0).ToArray(), value => Assert.True(float.IsNaN(value), typeof(TEpilogue).Name));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Copied_rows_are_padded_with_zeros(int columns)
    {
        KernelMemory memory = new();
        float[,] values = Numbers.Small(Rows, columns, 1);
        Tensor target = memory.Padded(Rows, columns);

        Layerwright.Kernels.Rows.Copy(Rows, memory.Unpadded(values), target);

        Assert.Equal(values, KernelMemory.Read(target, Rows));
        Assert.All(Enumerable.Range(0, Rows), row => Assert.All(KernelMemory.Padding(target, row), zero => Assert.Equal(0f, zero)));
        KernelMemory.AssertNothingBehindRows(target, Rows);
    }

    private static void Check<TEpilogue>(int columns, Func<KernelMemory, TEpilogue> create, Func<float, int, int, double> expected)
        where TEpilogue : struct, IEpilogue
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Small(Rows, columns, 1);
        Tensor output = memory.Padded(Rows, columns);

        Elementwise.Run(Rows, memory.Padded(input), output, create(memory));

        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double value = expected(input[row, column], row, column);
                Assert.Equal(value, output.Row(row)[column], 2e-6 * (1 + Math.Abs(value)));
            }

            Assert.All(KernelMemory.Padding(output, row), padding => Assert.True(float.IsFinite(padding)));
        }

        KernelMemory.AssertNothingBehindRows(output, Rows);
    }
}
