using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Optimizers;

public class OptimizerTests
{
    private const int Batch = 40;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    public static TheoryData<Optimizer> Every => [.. OptimizerSamples.Every];

    [Fact]
    public void Every_optimizer_is_tested() => Assert.Equal(
        typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Optimizer))).ToHashSet(),
        OptimizerSamples.Every.Select(optimizer => optimizer.GetType()).ToHashSet());

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

    [Theory]
    [MemberData(nameof(Every))]
    public void A_multiplier_scales_the_rate_wherever_it_appears(Optimizer optimizer)
    {
        // A layer at half the rate does what it does under an optimizer of half the rate; AdamW's decay is halved too.
        var multiplied = new Classifier(5);
        var slow = new Classifier(5);
        multiplied.Dense2.LearningRateMultiplier = 0.5f;
        foreach (var (network, rule) in new[] { (multiplied, optimizer), (slow, optimizer with { LearningRate = optimizer.LearningRate / 2 }) })
        {
            var step = network.CreateTrainingStep(Batch, 1);
            step.ForwardBackward(s_inputs, s_labels);
            step.Update(rule);
            step.Update(rule);
        }

        Assert.Equal(slow.Dense2.Weight.ToArray(), multiplied.Dense2.Weight.ToArray());
        Assert.NotEqual(slow.Dense1.Weight.ToArray(), multiplied.Dense1.Weight.ToArray());
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void At_a_multiplier_of_0_a_layer_stands_still_while_its_moments_move_on(Optimizer optimizer)
    {
        var network = new Classifier(5);
        var step = network.CreateTrainingStep(Batch, 1);
        float[] before = network.Dense1.Weight.ToArray();
        network.Dense1.LearningRateMultiplier = 0;
        step.ForwardBackward(s_inputs, s_labels);
        step.Update(optimizer);
        step.Update(optimizer);
        Assert.Equal(before, network.Dense1.Weight.ToArray());

        // A turned gradient: what was kept of the others shows.
        network.Dense1.LearningRateMultiplier = 1;
        var late = new Classifier(5);
        var lateStep = late.CreateTrainingStep(Batch, 1);
        lateStep.ForwardBackward(s_inputs, s_labels);
        foreach (var turned in new[] { step, lateStep })
        {
            StateEntry gradient = turned.Gradients["dense1.weight"];
            gradient.CopyFrom([.. gradient.ToArray().Select(g => g * -0.5f)]);
            turned.Update(optimizer);
        }

        float apart = late.Dense1.Weight.ToArray().Zip(network.Dense1.Weight.ToArray(), (a, b) => Math.Abs(a - b)).Max();
        Assert.True(optimizer is Sgd { Momentum: 0 } ? apart == 0 : apart > 1e-3, $"{apart} apart");
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_momentum_set_from_outside_stands_in_for_the_optimizers(Optimizer optimizer)
    {
        var step = new Classifier(5).CreateTrainingStep(Batch, 1);
        step.Momentum = 0.6f;
        Optimizer? same = optimizer switch
        {
            Sgd sgd => sgd with { Momentum = 0.6f },
            Adam adam => adam with { Beta1 = 0.6f },
            AdamW adam => adam with { Beta1 = 0.6f },
            RmsProp rmsProp => rmsProp with { Momentum = 0.6f },
            _ => null,
        };
        if (same is null)
        {
            Assert.Contains("AdaGrad has no momentum",
                Assert.Throws<ArgumentException>(nameof(optimizer), () => step.Step(s_inputs, s_labels, optimizer)).Message);
            return;
        }

        var expected = new Classifier(5).CreateTrainingStep(Batch, 1);
        for (int i = 0; i < 3; i++)
        {
            step.Step(s_inputs, s_labels, optimizer);
            expected.Step(s_inputs, s_labels, same);
        }

        Assert.Equal(TestRows.All(expected.Network.State), TestRows.All(step.Network.State));
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
        Assert.Equal((0.01f, 0.99f, 1e-8f, 0f, 0f),
            (new RmsProp().LearningRate, new RmsProp().Alpha, new RmsProp().Epsilon, new RmsProp().Momentum, new RmsProp().WeightDecay));
        Assert.Equal((0.01f, 1e-10f, 0f), (new AdaGrad().LearningRate, new AdaGrad().Epsilon, new AdaGrad().WeightDecay));
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
        Check("Alpha", () => new RmsProp { Alpha = 1 });
        Check("Momentum", () => new RmsProp { Momentum = -0.1f });
        Check("Epsilon", () => new RmsProp { Epsilon = 0 });
        Check("Epsilon", () => new AdaGrad { Epsilon = float.NaN });

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
                    case RmsProp rmsProp:
                        gradient += decay * Weights[i];
                        _first[i] = (rmsProp.Alpha * _first[i]) + ((1 - (double)rmsProp.Alpha) * gradient * gradient);
                        _second[i] = (rmsProp.Momentum * _second[i]) + (gradient / (Math.Sqrt(_first[i]) + rmsProp.Epsilon));
                        Weights[i] -= rate * _second[i];
                        break;
                    case AdaGrad adaGrad:
                        gradient += decay * Weights[i];
                        _first[i] += gradient * gradient;
                        Weights[i] -= rate * gradient / (Math.Sqrt(_first[i]) + adaGrad.Epsilon);
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
