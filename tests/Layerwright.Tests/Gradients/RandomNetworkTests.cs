using System.Globalization;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Gradients;

/// <summary>Random networks, written by the generator, against the double-precision interpreter of their declarations.</summary>
public class RandomNetworkTests
{
    public static TheoryData<string> Sets => [.. RandomSets.Names];

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_training_pass_agrees_with_the_interpreter(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var pass = InterpretedCase.Of(set, network);

        AssertClose(pass, run => run.Result.Outputs.Values, pass.Step.Outputs, "outputs");
        AssertClose(pass, run => [run.Result.Penalty], [pass.Step.Penalty], "penalty");
        if (network.Loss != LossKind.None)
        {
            AssertClose(pass, run => [run.Result.Loss], [pass.Loss], "loss");
        }

        if (network.InputGradient)
        {
            AssertClose(pass, run => run.Result.InputGradient.Values, pass.Step.InputGradient, "input gradient");
        }

        Assert.Equal(
            pass.Exact.Interpreter.State.Values.Where(parameter => parameter.IsTrainable).Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            pass.Step.Gradients.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, gradient) in pass.Step.Gradients)
        {
            AssertClose(pass, run => run.Interpreter.State[key].Gradient, gradient.ToArray(), $"gradient of {key}");
        }

        foreach (var (key, statistic) in pass.Network.State.Where(entry => !entry.Value.IsTrainable))
        {
            AssertClose(pass, run => run.Interpreter.State[key].Values, statistic.ToArray(), key);
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_probe_sees_what_the_interpreter_computes(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var pass = InterpretedCase.Of(set, network);

        foreach (string layer in pass.Exact.Pass.Activations.Keys)
        {
            AssertClose(pass, run => run.Pass.Activations[layer].Values, pass.Recorder.Activations[layer], $"activation of {layer}");
        }

        foreach (string layer in pass.Recorder.Gradients.Keys.Intersect(pass.Exact.Pass.Gradients.Keys))
        {
            // Which of two zeros dropout drops shows nowhere; the gradient before it depends on it, and ends there.
            var exact = pass.Exact.Pass.Gradients[layer].Values;
            float[] shown = [.. pass.Recorder.Gradients[layer].Select((g, i) => pass.Recorder.Activations[layer][i] == 0 ? (float)exact[i] : g)];
            AssertClose(pass, run => run.Pass.Gradients[layer].Values, shown, $"gradient of {layer}'s output");
        }

        string last = pass.Exact.Pass.Activations.Keys.Last();
        Assert.True(pass.Step.Gradients.Count == 0 || pass.Recorder.Gradients.ContainsKey(last), $"no gradient was shown of {last}");
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_predictor_agrees_with_the_interpreter(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var compiled = random.CreateNetwork();
        var predictor = compiled.CreatePredictor(random.Rows);
        float[] raw = new float[random.Rows * random.OutputLength], predicted = new float[raw.Length];
        predictor.Forward(random.Batch.Inputs, raw);
        predictor.Predict(random.Batch.Inputs, predicted);

        var interpreter = random.CreateInterpreter();
        var inputs = random.Batch.InputMatrix;
        var noisy = Enumerable.Range(0, 4).Select(run => interpreter.Forward(inputs, new Pass { Noise = new Random(run), Filtered = random.Filtered }).Values).ToList();
        var exact = interpreter.Forward(inputs, new Pass());
        AssertClose(new Conditioning(exact.Values, noisy), raw, "raw outputs");
        var noisyPredictions = noisy.Select(run => interpreter.Activate(new Matrix(exact.Rows, exact.Columns, run)).Values);
        var predictions = new Conditioning(interpreter.Predict(inputs).Values, noisyPredictions);
        AssertClose(predictions, predicted, "predictions");

        // One row at a time takes another way through the run time.
        int inputLength = random.Batch.Inputs.Length / random.Rows;
        for (int row = 0; row < random.Rows; row++)
        {
            predictor.Predict(random.Batch.Inputs.AsSpan(row * inputLength, inputLength), predicted.AsSpan(row * random.OutputLength, random.OutputLength));
        }

        AssertClose(predictions, predicted, "predictions of single rows");

        if (network.Loss != LossKind.None)
        {
            double expected = interpreter.EvaluateLoss(inputs, random.Batch.Targets, random.SampleWeights);
            float loss = random.CreateStep(compiled).EvaluateLoss(random.Batch.Inputs, random.Batch.Targets, random.SampleWeights);
            Assert.InRange(Math.Abs(loss - expected), 0, 1e-4 * (1 + Math.Abs(expected)));
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_step_of_Sgd_decays_weights_alone(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        const double Rate = 0.25, Decay = 0.125;
        var pass = InterpretedCase.Of(set, network);
        var trained = pass.Random.CreateNetwork();
        var start = trained.State.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

        pass.Random.Step(pass.Random.CreateStep(trained), new Sgd((float)Rate) { WeightDecay = (float)Decay });

        foreach (var parameter in pass.Exact.Interpreter.State.Values.Where(parameter => parameter.IsTrainable))
        {
            double decay = parameter.IsWeight ? Decay : 0;
            AssertClose(
                pass,
                run => [.. start[parameter.Name].Zip(run.Interpreter.State[parameter.Name].Gradient, (w, g) => w - (Rate * (g + (decay * w))))],
                trained.State[parameter.Name].ToArray(),
                parameter.Name);
        }
    });

    private static void AssertClose(
        InterpretedCase pass,
        Func<(Interpreter Interpreter, Pass Pass, LossResult Result), IReadOnlyList<double>> select,
        ReadOnlySpan<float> actual,
        string what)
    {
        var (share, index) = pass.Compare(select, actual);
        Assert.True(share <= 1, Message(what, share, index, index < 0 ? 0 : select(pass.Exact)[index], index < 0 ? 0 : actual[index]));
    }

    private static void AssertClose(Conditioning conditioning, ReadOnlySpan<float> actual, string what)
    {
        var (share, index) = conditioning.Worst(actual);
        Assert.True(share <= 1, Message(what, share, index, double.NaN, index < 0 ? 0 : actual[index]));
    }

    private static string Message(string what, double share, int index, double expected, float actual) => string.Create(
        CultureInfo.InvariantCulture, $"{what}[{index}] is {actual:R}, interpreted {expected:R}: {share:G3} times what is allowed");
}
