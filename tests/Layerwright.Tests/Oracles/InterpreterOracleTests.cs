using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>The interpreter, which generated code is held to, is itself held to PyTorch.</summary>
public class InterpreterOracleTests
{
    public static TheoryData<string> Cases => [.. OracleCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Interpreted_outputs_loss_and_gradients_are_PyTorchs(string name)
    {
        var oracle = OracleCase.Load(name);
        var interpreter = Load(oracle);
        var pass = new Pass { IsTraining = oracle.IsTraining };

        var result = interpreter.ForwardBackward(Matrix.From(oracle.Rows, oracle.Input.Floats), oracle.Targets, pass, oracle.SampleWeights);

        Closeness.Expect(oracle.Output.Data, result.Outputs.Values, "outputs");
        Closeness.Expect(oracle.Loss, result.Loss, "loss");
        Closeness.Expect(oracle.InputGradient.Data, result.InputGradient.Values, "input gradient");
        foreach (var (key, gradient) in oracle.Gradients)
        {
            Closeness.Expect(gradient.Data, interpreter.State[key].Gradient, key);
        }

        foreach (var (key, buffer) in oracle.BuffersAfter)
        {
            Closeness.Expect(buffer.Data, interpreter.State[key].Values, key);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Interpreted_optimizer_steps_are_PyTorchs(string name)
    {
        var oracle = OracleCase.Load(name);
        foreach (var optimizer in oracle.Optimizers)
        {
            var interpreter = Load(oracle);
            var interpreted = new InterpretedOptimizer(optimizer.Settings);
            for (int step = 0; step < optimizer.Parameters.Length; step++)
            {
                var result = interpreter.ForwardBackward(
                    Matrix.From(oracle.Rows, oracle.Input.Floats), oracle.Targets, new Pass { IsTraining = oracle.IsTraining }, oracle.SampleWeights);
                interpreted.Update(interpreter.State.Values);
                Closeness.Expect(optimizer.Losses[step], result.Loss, $"{optimizer.Name}, loss of step {step}");
                foreach (var (key, expected) in optimizer.Parameters[step].Where(parameter => !optimizer.Unstable.Contains(parameter.Key)))
                {
                    Closeness.Expect(expected.Data, interpreter.State[key].Values, $"{optimizer.Name}, step {step}, {key}");
                }
            }
        }
    }

    private static Interpreter Load(OracleCase oracle)
    {
        var interpreter = new Interpreter(OracleSpec.Of(oracle));
        var expected = oracle.Parameters.Concat(oracle.BuffersBefore).ToDictionary();
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), interpreter.State.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, tensor) in expected)
        {
            tensor.Data.CopyTo(interpreter.State[key].Values, 0);
        }

        return interpreter;
    }
}
