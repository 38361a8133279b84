using Layerwright.Testing.Running;

namespace Layerwright.Tests.Oracles;

/// <summary>Networks that the generator wrote compute what PyTorch computes: within 1e-5·(1 + |b|).</summary>
public class NetworkOracleTests
{
    // A case of training mode with batch statistics has no outputs of evaluation mode.
    public static TheoryData<string> EvaluationCases =>
        [.. OracleCase.Names.Where(name => OracleCase.Load(name) is { IsTraining: false } or { BuffersBefore.Count: 0 })];

    public static TheoryData<string> TrainingCases => [.. OracleCase.Names.Where(name => OracleCase.Load(name).IsTraining)];

    [Theory]
    [MemberData(nameof(EvaluationCases))]
    public void Outputs_and_loss_in_evaluation_mode_are_PyTorchs(string name)
    {
        var oracle = OracleCase.Load(name);
        var network = Create(oracle);
        var outputs = new float[oracle.Output.Data.Length];

        network.CreatePredictor(oracle.Rows).Forward(oracle.Input.Floats, outputs);

        Closeness.Expect(oracle.Output.Data, outputs, "outputs");
        Closeness.Expect(oracle.Loss, network.CreateStep(oracle.Rows).EvaluateLoss(oracle.Input.Floats, oracle.Targets, oracle.SampleWeights), "loss");
        foreach (var (key, buffer) in oracle.BuffersAfter)
        {
            Closeness.Expect(buffer.Data, network.State[key].ToArray(), key);
        }
    }

    [Theory]
    [MemberData(nameof(TrainingCases))]
    public void Outputs_loss_gradients_and_statistics_of_a_training_step_are_PyTorchs(string name)
    {
        var oracle = OracleCase.Load(name);
        var network = Create(oracle);
        var step = network.CreateStep(oracle.Rows);

        float loss = step.ForwardBackward(oracle.Input.Floats, oracle.Targets, oracle.SampleWeights);

        Closeness.Expect(oracle.Loss, loss, "loss");
        Closeness.Expect(oracle.Output.Data, step.Outputs, "outputs");
        Closeness.Expect(oracle.InputGradient.Data, step.InputGradient, "input gradient");
        Assert.Equal(oracle.Gradients.Keys.Order(StringComparer.Ordinal), step.Gradients.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, gradient) in oracle.Gradients)
        {
            Assert.Equal(gradient.Shape, step.Gradients[key].Shape.ToArray());
            Closeness.Expect(gradient.Data, step.Gradients[key].ToArray(), key);
        }

        foreach (var (key, buffer) in oracle.BuffersAfter)
        {
            Closeness.Expect(buffer.Data, network.State[key].ToArray(), key);
        }
    }

    [Theory]
    [MemberData(nameof(TrainingCases))]
    public void Three_steps_of_every_optimizer_are_PyTorchs(string name)
    {
        var oracle = OracleCase.Load(name);
        Assert.NotEmpty(oracle.Optimizers);
        foreach (var optimizer in oracle.Optimizers)
        {
            var network = Create(oracle);
            var step = network.CreateStep(oracle.Rows);
            for (int i = 0; i < optimizer.Parameters.Length; i++)
            {
                float loss = step.Step(oracle.Input.Floats, oracle.Targets, optimizer.Create(), oracle.SampleWeights);
                Closeness.Expect(optimizer.Losses[i], loss, $"{optimizer.Name}, loss of step {i}");
                foreach (var (key, expected) in optimizer.Parameters[i].Where(parameter => !optimizer.Unstable.Contains(parameter.Key)))
                {
                    Closeness.Expect(expected.Data, network.State[key].ToArray(), $"{optimizer.Name}, step {i}, {key}");
                }
            }

            float last = step.ForwardBackward(oracle.Input.Floats, oracle.Targets, oracle.SampleWeights);
            Closeness.Expect(optimizer.Losses[^1], last, $"{optimizer.Name}, loss after the last step");
        }
    }

    [Fact]
    public void Every_oracle_network_has_a_case_and_every_case_a_network()
    {
        var networks = typeof(OracleCase).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(OracleCase).Namespace && type.IsDefined(typeof(NetworkAttribute), inherit: false));

        Assert.Equal(OracleCase.Names.Select(TypeName).Order(StringComparer.Ordinal), networks.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static TestNetwork Create(OracleCase oracle)
    {
        var type = typeof(OracleCase).Assembly.GetType($"{typeof(OracleCase).Namespace}.{TypeName(oracle.Name)}", throwOnError: true)!;
        var network = TestNetwork.Create(type, seed: 1);
        var expected = oracle.Parameters.Concat(oracle.BuffersBefore).ToDictionary();
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), network.State.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, tensor) in expected)
        {
            Assert.Equal(tensor.Shape, network.State[key].Shape.ToArray());
            network.State[key].CopyFrom(tensor.Floats);
        }

        return network;
    }

    private static string TypeName(string caseName) =>
        string.Concat(caseName.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
