#pragma warning disable LW4001 // small networks that exercise learned slopes

namespace Layerwright.Tests.Networks;

public class SlopeLayerTests
{
    private const int Batch = 24;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Slopes.InputLength);
    private static readonly float[] s_targets = TestRows.Numbers(Batch * Slopes.OutputLength);

    [Fact]
    public void A_learned_slope_is_a_member_with_its_state()
    {
        var network = new Slopes(1);

        Assert.Equal("PReLU1", network.PReLU1.Name);
        Assert.Same(network.State["prelu1.weight"], network.PReLU1.Slope);
        Assert.Equal([0.25f], network.PReLU1.Slope.ToArray());
        Assert.Equal([.. Enumerable.Repeat(0.25f, 9)], network.Each.Slope.ToArray());
        Assert.Equal([9], network.Each.Slope.Shape.ToArray());
        Assert.IsType<SlopeLayer>(network.Use1["PReLU1"]);
        Assert.Equal(
            ["prelu1.weight [1]", "each.weight [9]", "use1.prelu1.weight [1]"],
            network.State.Values.Select(entry => entry.ToString()).Where(entry => !entry.Contains("dense", StringComparison.Ordinal)));
    }

    [Fact]
    public void Slopes_are_saved_and_loaded()
    {
        var network = new Slopes(1);
        network.PReLU1.Slope.CopyFrom([-0.3f]);
        network.Each.Slope.CopyFrom([.. Enumerable.Range(0, 9).Select(i => i / 8f)]);
        string file = Path.GetTempFileName();
        try
        {
            network.Save(file);
            var loaded = Slopes.Load(file);
            Assert.Equal([-0.3f], loaded.PReLU1.Slope.ToArray());
            Assert.Equal(network.Each.Slope.ToArray(), loaded.Each.Slope.ToArray());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_predictor_takes_slopes_at_its_refresh()
    {
        var network = new Slopes(1);
        var predictor = network.CreatePredictor(Batch);
        float[] before = new float[s_targets.Length], stale = new float[s_targets.Length], after = new float[s_targets.Length];
        predictor.Forward(s_inputs, before);
        network.PReLU1.Slope.CopyFrom([-2f]);
        predictor.Forward(s_inputs, stale);
        predictor.Refresh();
        predictor.Forward(s_inputs, after);

        Assert.Equal(before, stale);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Decay_skips_slopes_unless_it_is_told_to_take_all()
    {
        float[] Trained(float decay, bool all)
        {
            var network = new Slopes(1);
            network.CreateTrainingStep(Batch).Step(s_inputs, s_targets, new Sgd(0.1f) { WeightDecay = decay, DecayAll = all });
            return [.. network.PReLU1.Slope.ToArray(), .. network.Each.Slope.ToArray()];
        }

        Assert.Equal(Trained(0, false), Trained(0.5f, false));
        Assert.NotEqual(Trained(0, true), Trained(0.5f, true));
    }

    [Fact]
    public void A_multiplier_of_0_leaves_slopes_as_they_are()
    {
        var network = new Slopes(1);
        network.PReLU1.LearningRateMultiplier = 0;
        network.CreateTrainingStep(Batch).Step(s_inputs, s_targets, new Sgd(0.1f));

        Assert.Equal([0.25f], network.PReLU1.Slope.ToArray());
        Assert.NotEqual([.. Enumerable.Repeat(0.25f, 9)], network.Each.Slope.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => network.PReLU1.LearningRateMultiplier = -1);
    }

    [Fact]
    public void From_a_negative_slope_training_still_lowers_the_loss()
    {
        var network = new Slopes(1);
        network.PReLU1.Slope.CopyFrom([-0.3f]);
        network.Each.Slope.CopyFrom([.. Enumerable.Repeat(-0.3f, 9)]);
        var step = network.CreateTrainingStep(Batch);
        float first = step.Step(s_inputs, s_targets, new Adam(1e-2f)), last = first;
        for (int i = 0; i < 300; i++)
        {
            last = step.Step(s_inputs, s_targets, new Adam(1e-2f));
        }

        Assert.True(last < first / 10, $"{first} → {last}");
    }
}

[Network]
[Input(5)]
[Dense(9)]
[PReLU]
[Dense(9)]
[PReLU(PerChannel = true, Name = "Each")]
[Use<SlopeBlock>]
[Dense(2)]
[MeanSquaredError]
public partial class Slopes;

[Block]
[Dense(7)]
[PReLU]
public class SlopeBlock;
