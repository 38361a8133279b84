using Layerwright.Kernels;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Kernels;

/// <summary>Functions over their whole float range, against double precision.</summary>
[Trait("Kernels", "EveryWidth")]
public class ElementaryFunctionTests
{
    /// <summary>Where a true result is subnormal, ours may be 0.</summary>
    private static readonly double s_leastNormal = Math.Pow(2, -126);

    [Fact]
    public void Exp_is_within_1_ulp_below_where_it_overflows() => AssertWithin(1, Math.Exp, default(Exp), x => x <= 88.3f);

    [Fact]
    public void Exp_of_two_parts_is_within_2_ulp() =>
        AssertWithin(2, x => Math.Exp(x + Math.Clamp(x / 2048, -0.04, 0.04)), default(ExpOfParts), x => x <= 88.2f);

    [Fact]
    public void Exp_minus_one_is_within_2_ulp() => AssertWithin(2, ScalarFunction.ExpMinusOne, default(ExpMinusOne), x => x <= 0);

    [Fact]
    public void Sigmoid_is_within_3_ulp() => AssertWithin(3, ScalarFunction.Sigmoid, default(Sigmoid));

    [Fact]
    public void Sigmoid_beside_its_derivative_is_within_3_ulp() => AssertWithin(3, ScalarFunction.Sigmoid, default(SigmoidOfTwo));

    [Fact]
    public void The_derivative_of_the_sigmoid_is_within_5_ulp() =>
        AssertWithin(5, x => ScalarFunction.Sigmoid(x) * ScalarFunction.Sigmoid(-x), default(SigmoidDerivative));

    [Fact]
    public void Tanh_is_within_6_ulp() => AssertWithin(6, Math.Tanh, default(Tanh));

    [Fact]
    public void Log_of_one_plus_x_is_within_3_ulp() =>
        AssertWithin(3, x => x > 1e-5 ? Math.Log(1 + x) : x - x * x / 2, default(LogOnePlus), x => x is >= 0 and <= 1);

    [Fact]
    public void Softplus_is_within_5_ulp() => AssertWithin(5, ScalarFunction.Softplus, default(Softplus));

    [Fact]
    public void The_normal_distribution_is_within_8_ulp() => AssertWithin(8, ScalarFunction.Normal, default(Normal));

    [Fact]
    public void The_normal_density_is_within_3_ulp_but_for_its_factor() => AssertWithin(3, x => Math.Exp(-0.5 * x * x), default(NormalPower));

    [Fact]
    public void Far_ends_saturate_cleanly()
    {
        float[] far = [-1e30f, -1000f, -200f, 200f, 1000f, 1e30f, float.NegativeInfinity, float.PositiveInfinity];
        float[] zero = [0, 0, 0], one = [1, 1, 1];
        float[] infinite = [float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity];
        Assert.Equal([.. zero, .. infinite, 0, float.PositiveInfinity], Apply(far, default(Exp)));
        Assert.Equal([.. zero, .. one, 0, 1], Apply(far, default(Sigmoid)));
        Assert.Equal([.. zero, .. one, 0, 1], Apply(far, default(Normal)));
        Assert.Equal([-1, -1, -1, .. one, -1, 1], Apply(far, default(Tanh)));
    }

    [Fact]
    public void Tanh_never_leaves_minus_one_to_one()
    {
        float[] values = [.. Enumerable.Range(0, 100_000).Select(i => 7f + i * 2e-5f)];
        Assert.All(Apply(values, default(Tanh)), y => Assert.InRange(y, 0.99999f, 1f));
    }

    private static void AssertWithin<TEpilogue>(double ulps, Func<double, double> exact, TEpilogue epilogue, Func<float, bool>? isInDomain = null)
        where TEpilogue : struct, IEpilogue
    {
        double worst = 0;
        float at = 0;
        foreach (float[] chunk in FloatRange.Chunks(stride: 509))
        {
            float[] values = isInDomain is null ? chunk : Array.FindAll(chunk, value => float.IsNaN(value) || isInDomain(value));
            float[] actual = Apply(values, epilogue);
            for (int i = 0; i < values.Length; i++)
            {
                if (float.IsNaN(values[i]))
                {
                    Assert.True(float.IsNaN(actual[i]), $"NaN gives {actual[i]}");
                    continue;
                }

                double expected = exact(values[i]);
                double error = actual[i] == expected ? 0 : Math.Abs(actual[i] - expected) / Math.Max(FloatRange.Ulp(expected), Math.Abs(expected) < s_leastNormal ? s_leastNormal : 0);
                (worst, at) = error > worst || double.IsNaN(error) ? (error, values[i]) : (worst, at);
            }
        }

        Assert.True(worst <= ulps, $"{worst:F2} ulp at {at:R}.");
    }

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

    private readonly struct ExpOfParts : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector low = TInstructions.Multiply(value, TInstructions.Broadcast(1f / 2048));
            low = TInstructions.Min(TInstructions.Broadcast(0.04f), TInstructions.Max(TInstructions.Broadcast(-0.04f), low));
            return ElementaryFunctions<TInstructions, TVector>.Exp(value, low);
        }
    }

    private readonly struct ExpMinusOne : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            ElementaryFunctions<TInstructions, TVector>.ExpMinusOne(value);
    }

    private readonly struct SigmoidOfTwo : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            ElementaryFunctions<TInstructions, TVector>.Sigmoid(value, out _);
    }

    private readonly struct SigmoidDerivative : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            _ = ElementaryFunctions<TInstructions, TVector>.Sigmoid(value, out TVector derivative);
            return derivative;
        }
    }

    private readonly struct LogOnePlus : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            ElementaryFunctions<TInstructions, TVector>.LogOnePlus(value);
    }

    private readonly struct Normal : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            ElementaryFunctions<TInstructions, TVector>.Normal(value, out _);
    }

    private readonly struct NormalPower : IEpilogue
    {
        public static bool IsLight => false;

        public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            _ = ElementaryFunctions<TInstructions, TVector>.Normal(value, out TVector power);
            return power;
        }
    }
}
