namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>An elementwise nonlinearity; the derivative from the input, apart from what the generated code does.</summary>
internal sealed class Activation(string path, Flow flow, ScalarFunction function) : Module(path, flow)
{
    private Matrix _input = new(0, 0);
    private Matrix _output = new(0, 0);

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        _input = input;
        pass.Meet(Path, input, function);
        _output = pass.Round(input.Map(function.Value));
        return _output;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass) => pass.Noise is null || function.RoundedDerivative is not { } rounded
        ? gradient.Zip(_input, (g, x) => g * function.Derivative(x))
        : gradient.Zip(_input.Zip(_output, rounded), (g, derivative) => g * derivative);
}
