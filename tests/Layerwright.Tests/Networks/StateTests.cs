namespace Layerwright.Tests.Networks;

public class StateTests
{
    [Fact]
    public void Names_and_shapes_are_pytorchs_in_order_of_declaration()
    {
        Assert.Equal(
            [
                "dense1.weight [19×7]", "batchnorm1.weight [19]", "batchnorm1.bias [19]", "batchnorm1.running_mean [19]", "batchnorm1.running_var [19]",
                "dense2.weight [33×19]", "dense2.bias [33]", "dense3.weight [5×33]", "dense3.bias [5]",
            ],
            new Classifier(1).State.Values.Select(entry => entry.ToString()));
        Assert.Contains("residual1.branch.dense1.weight", new Regression(1).State.Keys);
    }

    [Fact]
    public void What_is_copied_in_comes_out_and_is_what_the_network_computes_with()
    {
        var network = new WithoutLoss(1);
        float[] weight = [.. Enumerable.Range(1, 36).Select(i => i / 10f)];
        network.Dense1.Weight.CopyFrom(weight);
        Assert.Equal(weight, network.State["dense1.weight"].ToArray());
        network.Dense1.Bias!.CopyFrom(new float[9]);
        network.Dense2.Weight.CopyFrom([.. Enumerable.Range(0, 18).Select(i => i < 9 ? 1f : -1f)]);
        network.Dense2.Bias!.CopyFrom([0.5f, 0.25f]);

        // x = (1, 0, 0, 0): the first layer gives the first column of its weights, the second sums it.
        var outputs = new float[2];
        network.CreatePredictor().Forward(new[] { 1f, 0, 0, 0 }, outputs);
        float sum = Enumerable.Range(0, 9).Sum(unit => weight[unit * 4]);
        Assert.Equal([sum + 0.5f, -sum + 0.25f], outputs, (a, b) => Math.Abs(a - b) < 1e-4f);
    }

    [Fact]
    public void A_wrong_length_names_entry_expected_and_found()
    {
        StateEntry entry = new Classifier(1).State["dense1.weight"];
        Assert.Contains("'dense1.weight' has 133 elements (19×7); 132 were given", Assert.Throws<ArgumentException>(() => entry.CopyFrom(new float[132])).Message);
        Assert.Contains("134 were given", Assert.Throws<ArgumentException>(() => entry.CopyTo(new float[134])).Message);
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones()
    {
        StateDictionary state = new WithoutLoss(1).State;
        Assert.Contains("dense1.weight, dense1.bias", Assert.Throws<KeyNotFoundException>(() => state["dense9.weight"]).Message);
        Assert.False(state.TryGetValue("dense9.weight", out _));
    }

    [Fact]
    public void The_same_seed_draws_the_same_weights_and_layers_elsewhere_do_not_change_them()
    {
        Assert.Equal(TestRows.All(new Classifier(3).State), TestRows.All(new Classifier(3).State));
        Assert.NotEqual(TestRows.All(new Classifier(3).State), TestRows.All(new Classifier(4).State));
        Assert.NotEqual(new Classifier().Seed, new Classifier().Seed);
        Assert.Equal(new Draw(3).Dense1.Weight.ToArray(), new DrawAfterMore(3).Dense1.Weight.ToArray());
    }

    /// <summary>Runs at every vector width in child processes: weights are drawn in their logical order.</summary>
    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void A_seed_draws_the_same_weights_on_every_machine()
    {
        float[] weights = new Wide(1).Dense2.Weight.ToArray();
        Assert.Equal([-0.01534791f, -0.22906415f, 0.03891163f], [weights[0], weights[131], weights[^1]], (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Weights_start_with_the_deviation_that_their_nonlinearity_needs()
    {
        float[] weights = new Wide(3).Dense2.Weight.ToArray();
        double deviation = Math.Sqrt(weights.Average(w => (double)w * w));
        Assert.Equal(Math.Sqrt(2.0 / 130), deviation, 0.05 * deviation);
        Assert.All(new Wide(3).Dense2.Bias!.ToArray(), bias => Assert.Equal(0, bias));
        Assert.All(new Wide(3).Dense3.Weight.ToArray(), w => Assert.InRange(w, -1 / MathF.Sqrt(70), 1 / MathF.Sqrt(70)));
    }

    [Fact]
    public void Handles_lead_to_the_state_and_blocks_nest()
    {
        var classifier = new Classifier(1);
        Assert.Same(classifier.State["batchnorm1.running_var"], classifier.BatchNorm1.RunningVariance);
        Assert.Null(classifier.Dense1.Bias);
        Assert.Equal((7, 19), (classifier.Dense1.InputLength, classifier.Dense1.OutputLength));
        Assert.Throws<ArgumentOutOfRangeException>(() => classifier.Dense1.LearningRateMultiplier = -1);

        BlockLayer residual = new Regression(1).Residual1;
        NetworkLayer branch = Assert.Single(residual.Layers);
        Assert.Equal("Residual1.Branch", branch.Name);
        var dense = Assert.IsType<WeightLayer>(residual["Branch.Dense2"]);
        Assert.Equal("residual1.branch.dense2.weight", dense.Weight.Name);
        Assert.Contains("Residual1 has no 'Dense9'", Assert.Throws<KeyNotFoundException>(() => residual["Dense9"]).Message);
    }
}
