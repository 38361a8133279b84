using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Optimizers;

public class OptimizerTests
{
    private const int Batch = 40;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    public static TheoryData<Optimizer> Every =>
    [
        new Sgd(0.1f),
        new Sgd(0.1f) { WeightDecay = 0.01f },
        new Sgd(0.05f) { Momentum = 0.9f },
        new Sgd(0.05f) { Momentum = 0.9f, Nesterov = true, WeightDecay = 0.01f, DecayAll = true },
        new Adam(0.01f),
        new Adam(0.01f) { WeightDecay = 0.01f, DecayAll = true },
        new AdamW(0.01f),
        new AdamW(0.01f) { Beta1 = 0.8f, Beta2 = 0.99f, Epsilon = 1e-4f, WeightDecay = 0.1f, DecayAll = true },
    ];

    [Theory]
    [MemberData(nameof(Every))]
    public void A_stored_gradient_and_an_update_give_the_bits_of_the_fused_step(Optimizer optimizer)
    {
        var fused = new Classifier(5);
        var stored = new Classifier(5);
        fused.Dense2.LearningRateMultiplier = stored.Dense2.LearningRateMultiplier = 0.5f;
        var fusedStep = fused.CreateTrainingStep(Batch, 1);
        var storedStep = stored.CreateTrainingStep(Batch, 2);
        for (int i = 0; i < 5; i++)
        {
            fusedStep.LearningRateFactor = storedStep.LearningRateFactor = 1 / (1f + i);
            float loss = fusedStep.Step(s_inputs, s_labels, optimizer);
            Assert.Equal(loss, storedStep.ForwardBackward(s_inputs, s_labels));
            storedStep.Update(optimizer);
            Assert.Equal(TestRows.All(fused.State), TestRows.All(stored.State));
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Three_updates_follow_the_formula_in_double_precision(Optimizer optimizer)
    {
        var network = new Classifier(5);
        var step = network.CreateTrainingStep(Batch, 1);
        var expected = network.State.Values.Where(entry => entry.IsTrainable).ToDictionary(
            entry => entry.Name,
            entry => new Formula(optimizer, entry.ToArray(), isDecayed: entry.Shape.Length == 2 || optimizer.DecayAll));
        for (int i = 0; i < 3; i++)
        {
            step.ForwardBackward(s_inputs, s_labels);
            foreach ((string name, Formula formula) in expected)
            {
                formula.Update(step.Gradients[name].ToArray());
            }

            step.Update(optimizer);
        }

        foreach ((string name, Formula formula) in expected)
        {
            Assert.Equal(formula.Weights, network.State[name].ToArray().Select(w => (double)w),
                (a, b) => Math.Abs(a - b) <= 1e-5 * (1 + Math.Abs(a)));
        }
    }

    [Fact]
    public void A_multiplier_of_0_stands_still_while_moments_move_on()
    {
        var network = new Classifier(5);
        var step = network.CreateTrainingStep(Batch, 1);
        float[] before = network.Dense1.Weight.ToArray();
        network.Dense1.LearningRateMultiplier = 0;
        step.ForwardBackward(s_inputs, s_labels);
        step.Update(new Sgd(0.1f) { Momentum = 0.9f, WeightDecay = 0.1f });
        Assert.Equal(before, network.Dense1.Weight.ToArray());

        // With the gradient at 0, only the momentum of the step before can move the weights.
        network.Dense1.LearningRateMultiplier = 1;
        StateEntry gradient = step.Gradients["dense1.weight"];
        gradient.CopyFrom(new float[gradient.Length]);
        step.Update(new Sgd(0.1f) { Momentum = 0.9f });
        Assert.NotEqual(before, network.Dense1.Weight.ToArray());
    }

    [Fact]
    public void Another_type_of_optimizer_starts_its_moments_anew()
    {
        var changed = new Classifier(5);
        var step = changed.CreateTrainingStep(Batch, 1);
        step.ForwardBackward(s_inputs, s_labels);
        step.Update(new Adam(0.01f));
        step.Update(new Adam(0.01f));
        step.Update(new AdamW(0));

        var fresh = new Classifier(5);
        foreach ((string name, StateEntry entry) in changed.State)
        {
            fresh.State[name].CopyFrom(entry.ToArray());
        }

        var freshStep = fresh.CreateTrainingStep(Batch, 1);
        freshStep.ForwardBackward(s_inputs, s_labels);
        foreach ((string name, StateEntry entry) in step.Gradients)
        {
            freshStep.Gradients[name].CopyFrom(entry.ToArray());
        }

        freshStep.Update(new AdamW(0));
        step.Update(new AdamW(0.01f));
        freshStep.Update(new AdamW(0.01f));
        Assert.All(
            fresh.State.Values.Where(entry => entry.IsTrainable),
            entry => Assert.Equal(entry.ToArray(), changed.State[entry.Name].ToArray()));
    }

    [Fact]
    public void Defaults_are_pytorchs()
    {
        Assert.Equal((0.01f, 0f, 0f, false, false),
            (new Sgd().LearningRate, new Sgd().Momentum, new Sgd().WeightDecay, new Sgd().Nesterov, new Sgd().DecayAll));
        Assert.Equal((1e-3f, 0.9f, 0.999f, 1e-8f, 0f),
            (new Adam().LearningRate, new Adam().Beta1, new Adam().Beta2, new Adam().Epsilon, new Adam().WeightDecay));
        Assert.Equal((1e-3f, 0.9f, 0.999f, 1e-8f, 0.01f),
            (new AdamW().LearningRate, new AdamW().Beta1, new AdamW().Beta2, new AdamW().Epsilon, new AdamW().WeightDecay));
    }

    [Fact]
    public void Settings_out_of_their_domain_are_refused_by_name()
    {
        Check("LearningRate", () => new Sgd(-1));
        Check("LearningRate", () => new Adam(float.NaN));
        Check("LearningRate", () => new AdamW() with { LearningRate = float.PositiveInfinity });
        Check("WeightDecay", () => new AdamW { WeightDecay = -0.1f });
        Check("Momentum", () => new Sgd { Momentum = 1 });
        Check("Beta1", () => new Adam { Beta1 = -0.1f });
        Check("Beta2", () => new AdamW { Beta2 = 1 });
        Check("Epsilon", () => new Adam { Epsilon = 0 });

        static void Check(string name, Func<Optimizer> make) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }

    /// <summary>torch.optim's formulas, element by element.</summary>
    private sealed class Formula(Optimizer optimizer, float[] start, bool isDecayed)
    {
        private readonly double[] _first = new double[start.Length], _second = new double[start.Length];
        private int _step;

        public double[] Weights { get; } = Array.ConvertAll(start, value => (double)value);

        public void Update(float[] gradients)
        {
            _step++;
            double rate = optimizer.LearningRate, decay = isDecayed ? optimizer.WeightDecay : 0;
            for (int i = 0; i < gradients.Length; i++)
            {
                double gradient = gradients[i];
                switch (optimizer)
                {
                    case Sgd sgd:
                        gradient += decay * Weights[i];
                        _first[i] = (sgd.Momentum * _first[i]) + gradient;
                        Weights[i] -= rate * (sgd.Nesterov ? gradient + (sgd.Momentum * _first[i]) : _first[i]);
                        break;
                    case Adam adam:
                        Adaptive(i, gradient + (decay * Weights[i]), adam.Beta1, adam.Beta2, adam.Epsilon);
                        break;
                    case AdamW adam:
                        Weights[i] *= 1 - (rate * decay);
                        Adaptive(i, gradient, adam.Beta1, adam.Beta2, adam.Epsilon);
                        break;
                    default:
                        Assert.Fail($"No formula for {optimizer}.");
                        break;
                }
            }
        }

        private void Adaptive(int i, double gradient, double beta1, double beta2, double epsilon)
        {
            _first[i] = (beta1 * _first[i]) + ((1 - beta1) * gradient);
            _second[i] = (beta2 * _second[i]) + ((1 - beta2) * gradient * gradient);
            double mean = _first[i] / (1 - Math.Pow(beta1, _step)), square = _second[i] / (1 - Math.Pow(beta2, _step));
            Weights[i] -= optimizer.LearningRate * mean / (Math.Sqrt(square) + epsilon);
        }
    }
}
