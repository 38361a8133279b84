namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>ReLU, LeakyReLU, Tanh, Sigmoid; the derivative from the input, apart from what the generated code does.</summary>
internal sealed class Activation(string path, int length, ActivationSpec spec) : Module(path, length)
{
    private Matrix _input = new(0, 0);
    private Matrix _output = new(0, 0);

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        _input = input;
        if (spec.Kind is ActivationKind.ReLU or ActivationKind.LeakyReLU)
        {
            double nearest = input.Values.Where(x => x != 0).Select(Math.Abs).DefaultIfEmpty(double.PositiveInfinity).Min();
            pass.KinkDistance = Math.Min(pass.KinkDistance, nearest);
        }

        _output = pass.Round(input.Map(Apply));
        return _output;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass) => pass.Noise is null
        ? gradient.Zip(_input, (g, x) => g * Derivative(x))
        : gradient.Zip(_input.Zip(_output, RoundedDerivative), (g, derivative) => g * derivative);

    private double Apply(double x) => spec.Kind switch
    {
        ActivationKind.ReLU => Math.Max(x, 0),
        ActivationKind.LeakyReLU => x > 0 ? x : spec.Slope * x,
        ActivationKind.Tanh => Math.Tanh(x),
        ActivationKind.Sigmoid => Sigmoid(x),
        _ => throw new NotSupportedException(spec.Kind.ToString()),
    };

    private double Derivative(double x) => spec.Kind switch
    {
        ActivationKind.ReLU => x > 0 ? 1 : 0,
        ActivationKind.LeakyReLU => x > 0 ? 1 : spec.Slope,
        ActivationKind.Tanh => 1 - (Math.Tanh(x) * Math.Tanh(x)),
        ActivationKind.Sigmoid => Sigmoid(x) * Sigmoid(-x),
        _ => throw new NotSupportedException(spec.Kind.ToString()),
    };

    // A float32 computation takes the derivative from its rounded output, which loses all of it where the unit saturates.
    private double RoundedDerivative(double x, double y) => spec.Kind switch
    {
        ActivationKind.Tanh => 1 - (y * y),
        ActivationKind.Sigmoid => y * (1 - y),
        _ => Derivative(x),
    };

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
