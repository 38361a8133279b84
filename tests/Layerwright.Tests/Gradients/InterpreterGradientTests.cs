using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Gradients;

/// <summary>The interpreter's gradients are differences of its loss.</summary>
public class InterpreterGradientTests
{
    private const double Step = 1e-6;
    private const int Rows = 4;

    public static IEnumerable<TheoryDataRow<string, int>> Networks =>
        from kind in new[] { "vectors", "images" }
        from seed in Enumerable.Range(0, kind == "images" ? 80 : 40)
        select new TheoryDataRow<string, int>(kind, seed);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Interpreted_gradients_are_central_differences_of_the_loss(string kind, int seed)
    {
        var network = RandomSets.Fixed(kind)[seed];
        var interpreter = new Interpreter(network);
        var random = new Random(seed);
        foreach (var parameter in interpreter.State.Values)
        {
            for (int i = 0; i < parameter.Values.Length; i++)
            {
                parameter.Values[i] = parameter.Name.Contains("running_", StringComparison.Ordinal) ? 1 : random.NextNormal() * 0.5;
            }
        }

        var batch = RandomBatch.Create(seed, Rows, network);
        double Loss(Matrix inputs, out Matrix inputGradient, out Pass pass)
        {
            // Running statistics move in every pass, but training does not read them.
            pass = new Pass { IsTraining = true, Keeps = (_, row, column, _) => (row + column) % 3 != 0 };
            if (network.Loss == LossKind.None)
            {
                var outputs = interpreter.Forward(inputs, pass);
                var gradient = Matrix.From(batch.Rows, batch.OutputGradient);
                inputGradient = interpreter.Backward(gradient, pass);
                return outputs.Values.Zip(gradient.Values, (y, g) => y * g).Sum() + interpreter.AddPenalties(1);
            }

            var result = interpreter.ForwardBackward(inputs, batch.Targets, pass);
            inputGradient = result.InputGradient;
            return result.Loss;
        }

        var inputs = batch.InputMatrix;
        _ = Loss(inputs, out var inputGradient, out var start);
        for (int next = 1; start.KinkDistance < 1e-4; next++)
        {
            Assert.True(next < 50, "every batch lies at a kink");
            batch = RandomBatch.Create(seed + (1000 * next), Rows, network);
            inputs = batch.InputMatrix;
            _ = Loss(inputs, out inputGradient, out start);
        }

        var expected = interpreter.State.Values.Where(parameter => parameter.IsTrainable)
            .Select(parameter => (parameter.Name, parameter.Values, Gradient: parameter.Gradient.ToArray()))
            .Append((Name: "input", inputs.Values, Gradient: inputGradient.Values)).ToList();
        double scale = expected.Max(entry => entry.Gradient.Max(Math.Abs));
        int trials = 0, compared = 0;
        foreach (var (name, values, gradient) in expected)
        {
            for (int trial = 0; trial < 6; trial++, trials++)
            {
                int i = random.Next(values.Length);
                double value = values[i];
                values[i] = value + Step;
                double above = Loss(inputs, out _, out var passAbove);
                values[i] = value - Step;
                double below = Loss(inputs, out _, out var passBelow);
                values[i] = value;
                if (!SidesAgree(start, passAbove) || !SidesAgree(start, passBelow))
                {
                    continue; // across a kink
                }

                compared++;
                double difference = (above - below) / (2 * Step);
                Assert.True(
                    Math.Abs(difference - gradient[i]) <= (1e-5 * Math.Abs(gradient[i])) + (1e-6 * scale) + 1e-7,
                    $"{name}[{i}]: gradient {gradient[i]:G9}, difference {difference:G9}");
            }
        }

        Assert.True(compared > trials / 2, $"{compared} of {trials} differences lie on one side of every kink");
    }

    private static bool SidesAgree(Pass one, Pass other) =>
        one.Sides.All(layer => layer.Value.SequenceEqual(other.Sides[layer.Key]))
        && one.Winners.All(layer => layer.Value.Select(winner => winner.Piece).SequenceEqual(other.Winners[layer.Key].Select(winner => winner.Piece)));
}
