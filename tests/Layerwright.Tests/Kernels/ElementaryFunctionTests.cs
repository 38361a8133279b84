using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class ElementaryFunctionTests
{
    [Fact]
    public void Exp_is_within_1_ulp_where_the_result_is_normal() =>
        AssertWithin(1, -87.3f, 88.3f, Math.Exp, default(Exp));

    [Fact]
    public void Sigmoid_is_within_3_ulp() =>
        AssertWithin(3, -87f, 30f, x => 1 / (1 + Math.Exp(-x)), default(Sigmoid));

    [Fact]
    public void Tanh_is_within_6_ulp() =>
        AssertWithin(6, -12f, 12f, Math.Tanh, default(Tanh));

    [Fact]
    public void Tanh_of_small_numbers_is_within_6_ulp() =>
        AssertWithin(6, -1e-3f, 1e-3f, Math.Tanh, default(Tanh));

    [Fact]
    public void Log_of_one_plus_x_is_within_3_ulp() =>
        AssertWithin(3, 0f, 1f, x => x > 1e-5 ? Math.Log(1 + x) : x - x * x / 2, default(LogOnePlus));

    [Fact]
    public void Far_ends_saturate_cleanly()
    {
        float[] far = [-1e30f, -1000f, -200f, 200f, 1000f, 1e30f, float.NegativeInfinity, float.PositiveInfinity];
        float[] zero = [0, 0, 0], one = [1, 1, 1];
        float[] infinite = [float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity];
        Assert.Equal([.. zero, .. infinite, 0, float.PositiveInfinity], Apply(far, default(Exp)));
        Assert.Equal([.. zero, .. one, 0, 1], Apply(far, default(Sigmoid)));
        Assert.Equal([-1, -1, -1, .. one, -1, 1], Apply(far, default(Tanh)));
    }

    [Fact]
    public void Tanh_never_leaves_minus_one_to_one()
    {
        float[] values = [.. Enumerable.Range(0, 100_000).Select(i => 7f + i * 2e-5f)];
        Assert.All(Apply(values, default(Tanh)), y => Assert.InRange(y, 0.99999f, 1f));
    }

    private static void AssertWithin<TEpilogue>(double ulps, float low, float high, Func<double, double> exact, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        const int Count = 200_001;
        float[] values = [.. Enumerable.Range(0, Count).Select(i => low + (high - low) * i / (Count - 1))];
        float[] actual = Apply(values, epilogue);
        double worst = 0, at = 0;
        for (int i = 0; i < Count; i++)
        {
            double expected = exact(values[i]);
            double error = Math.Abs(actual[i] - expected) / Ulp((float)expected);
            (worst, at) = error > worst || double.IsNaN(error) ? (error, values[i]) : (worst, at);
        }

        Assert.True(worst <= ulps, $"{worst:F2} ulp at {at}.");
    }

    private static double Ulp(float value) => (double)MathF.BitIncrement(Math.Abs(value)) - Math.Abs(value);

    private static float[] Apply<TEpilogue>(float[] values, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        KernelMemory memory = new();
        Tensor row = memory.Vector(values);
        Elementwise.Run(1, row, row, epilogue);
        return row.Row(0).ToArray();
    }

    private readonly struct Exp : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            ElementaryFunctions<TInstructions, TVector>.Exp(value);
    }

    private readonly struct LogOnePlus : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            ElementaryFunctions<TInstructions, TVector>.LogOnePlus(value);
    }
}
