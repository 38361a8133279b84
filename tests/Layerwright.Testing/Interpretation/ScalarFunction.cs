namespace Layerwright.Testing.Interpretation;

/// <summary>An elementwise nonlinearity in double precision, with PyTorch's derivatives at its kinks.</summary>
/// <param name="Value">f.</param>
/// <param name="Derivative">f′ from the input.</param>
/// <param name="Kinks">Inputs at which f′ jumps.</param>
public sealed record ScalarFunction(Func<double, double> Value, Func<double, double> Derivative, params double[] Kinks)
{
    private const double SeluScale = 1.0507009873554804934193349852946, SeluAlpha = 1.6732632423543772848170429916717;

    private static readonly double s_density = 1 / Math.Sqrt(2 * Math.PI), s_tanhScale = Math.Sqrt(2 / Math.PI);

    /// <summary>f′ from input and rounded output, where a float32 computation takes it from there and so loses all of it where f saturates.</summary>
    public Func<double, double, double>? RoundedDerivative { get; private init; }

    /// <summary>The function of a layer.</summary>
    public static ScalarFunction Of(ActivationSpec spec) => spec.Kind switch
    {
        ActivationKind.ReLU => Slope(0),
        ActivationKind.LeakyReLU => Slope(spec.Slope),
        ActivationKind.ReLU6 => new(x => Math.Clamp(x, 0, 6), x => x is > 0 and < 6 ? 1 : 0, 0, 6),
        ActivationKind.Tanh => new(Math.Tanh, x => 1 - (Math.Tanh(x) * Math.Tanh(x))) { RoundedDerivative = (_, y) => 1 - (y * y) },
        ActivationKind.Sigmoid => new(Sigmoid, x => Sigmoid(x) * Sigmoid(-x)) { RoundedDerivative = (_, y) => y * (1 - y) },
        ActivationKind.ELU => Exponential(1, spec.Alpha),
        ActivationKind.SELU => Exponential(SeluScale, SeluAlpha),
        ActivationKind.GELU when spec.Approximate => Gated(
            x => Sigmoid(2 * s_tanhScale * (x + (0.044715 * x * x * x))),
            x => 2 * s_tanhScale * (1 + (3 * 0.044715 * x * x)),
            share => share * (1 - share)),
        ActivationKind.GELU => new(x => x * Normal(x), x => Normal(x) + (x * s_density * Math.Exp(-0.5 * x * x))),
        ActivationKind.SiLU => Gated(Sigmoid, _ => 1, share => share * (1 - share)),
        ActivationKind.Mish => Gated(x => Math.Tanh(Softplus(x)), Sigmoid, share => 1 - (share * share)),
        ActivationKind.Softplus => new(Softplus, Sigmoid),
        ActivationKind.Softsign => new(x => x / (1 + Math.Abs(x)), x => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x)))),
        ActivationKind.HardTanh => new(x => Math.Clamp(x, -1, 1), x => x is > -1 and < 1 ? 1 : 0, -1, 1),
        ActivationKind.HardSigmoid => new(x => Math.Clamp((x / 6) + 0.5, 0, 1), x => x is > -3 and < 3 ? 1.0 / 6 : 0, -3, 3),
        ActivationKind.HardSwish => new(x => x * Math.Clamp((x / 6) + 0.5, 0, 1), x => x < -3 ? 0 : x < 3 ? (x / 3) + 0.5 : 1, -3, 3),
        _ => throw new NotSupportedException(spec.Kind.ToString()),
    };

    /// <summary>x above 0, a multiple of it elsewhere.</summary>
    public static ScalarFunction Slope(double slope) => new(x => x > 0 ? x : slope * x, x => x > 0 ? 1 : slope, 0);

    /// <summary>The normal distribution function, by the series of erf near 0 and the continued fraction of erfc far from it.</summary>
    public static double Normal(double x)
    {
        double t = Math.Abs(x), density = s_density * Math.Exp(-0.5 * t * t), tail = 0;
        if (t < 3)
        {
            double term = t, sum = t;
            for (int n = 1; n < 60 && term > 1e-18 * sum; n++)
            {
                term *= t * t / ((2 * n) + 1);
                sum += term;
            }

            tail = 0.5 - (density * sum);
        }
        else if (density > 0)
        {
            double fraction = t;
            for (int n = 120; n > 0; n--)
            {
                fraction = t + (n / fraction);
            }

            tail = density / fraction;
        }

        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>log(1 + eˣ), with all its digits at both ends.</summary>
    public static double Softplus(double x)
    {
        double power = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (power > 1e-5 ? Math.Log(1 + power) : power * (1 - (power / 2)));
    }

    /// <summary>eˣ − 1, with all its digits near 0.</summary>
    public static double ExpMinusOne(double x) => Math.Abs(x) > 1e-5 ? Math.Exp(x) - 1 : x * (1 + (x / 2));

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    // scale·x above 0, scale·α·(eˣ − 1) elsewhere.
    private static ScalarFunction Exponential(double scale, double alpha)
    {
        double Derivative(double x) => x > 0 ? scale : scale * alpha * Math.Exp(x);
        return new(x => x > 0 ? scale * x : scale * alpha * ExpMinusOne(x), Derivative, 0)
        {
            RoundedDerivative = alpha > 0 ? (x, y) => x > 0 ? scale : y + (scale * alpha) : null,
        };
    }

    // x·g(u(x)), of which g′ follows from g.
    private static ScalarFunction Gated(Func<double, double> share, Func<double, double> inner, Func<double, double> slope) =>
        new(x => x * share(x), x => share(x) + (x * inner(x) * slope(share(x))));
}
