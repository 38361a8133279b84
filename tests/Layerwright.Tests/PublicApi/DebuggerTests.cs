using System.Diagnostics;
using System.Reflection;
using Layerwright.Tests.UsersEye;

namespace Layerwright.Tests.PublicApi;

/// <summary>What a debugger shows of the objects that a user holds.</summary>
public class DebuggerTests
{
    private static readonly FlowerNet s_net = new(seed: 1);

    [Fact]
    public void Objects_are_one_line()
    {
        Dataset data = FlowerNet.Data(20);
        Assert.Equal("7 entries of 179 numbers", s_net.State.ToString());
        Assert.Equal("FlowerNet predictor: 4 in, 3 out, up to 8 rows", s_net.CreatePredictor(8).ToString());
        Assert.Equal("FlowerNet training step: up to 8 rows, 2 threads", s_net.CreateTrainingStep(8, threads: 2).ToString());
        Assert.StartsWith("FlowerNet trainer: batches of 64, Sgd { LearningRate = 0.5,", new Trainer<FlowerNet>(s_net, new Sgd(0.5f)).ToString(), StringComparison.Ordinal);
        Assert.Equal("ensemble of 1: 4 in, 3 out, up to 1 rows", new Ensemble([s_net.CreatePredictor()]).ToString());
        Assert.Equal("FlowerNet average of 0, decay 0.9", new ParameterAverage<FlowerNet>(0.9f).ToString());
        Assert.Equal("run/e.safetensors", new Checkpointer("run/e.safetensors").ToString());
        Assert.Equal("train: 16 rows of 4, 3 classes; rest: 4 rows of 4, 3 classes", data.Split(0.8, seed: 1).ToString());
        Assert.Equal("train: 10 rows of 4, 3 classes; validation: 10 rows of 4, 3 classes", data.Folds(2, seed: 1).First().ToString());
        Assert.StartsWith("trial 0: rate ", RandomSearch.Deal(new SearchSpace { ["rate"] = new Uniform(0, 1) }, 1).Single().ToString(), StringComparison.Ordinal);
        Inputs inputs = new float[8];
        Targets targets = new[] { 1, 2 };
        Assert.Equal(("8 numbers", "2 labels"), (inputs.ToString(), targets.ToString()));
    }

    [Fact]
    public void A_state_unfolds_into_entries_and_those_into_numbers()
    {
        StateEntry[] entries = (StateEntry[])Unfolded(s_net.State, "Entries");
        Assert.Equal(s_net.State.Keys, entries.Select(entry => entry.Name));
        Assert.Equal([16, 4], (int[])Unfolded(entries[0], "Shape"));
        Assert.Equal(entries[0].ToArray(), (float[])Unfolded(entries[0], "Values"));
    }

    [Fact]
    public void A_data_set_unfolds_into_its_first_rows()
    {
        Dataset data = FlowerNet.Data(150);
        object[] rows = (object[])Unfolded(data, "Rows");
        Assert.Equal(100, rows.Length);
        Assert.Equal("1 versicolor", rows[1].GetType().GetProperty("Text")!.GetValue(rows[1]));
        Assert.Equal(data.Input(1).ToArray(), rows[1].GetType().GetProperty("Input")!.GetValue(rows[1]));
        object[] targets = (object[])Unfolded(Dataset.FromTargets(new float[] { 1 }, new float[] { 0.5f }, 1), "Rows");
        Assert.Equal("target 0.5", targets[0].GetType().GetProperty("Text")!.GetValue(targets[0]));
    }

    [Fact]
    public void A_network_shows_its_size_and_its_seed() =>
        Assert.Equal("4 in, 3 out, 7 entries of 179 numbers, seed 7", new Layerwright.Runtime.NetworkCore(((Layerwright.Runtime.INetworkCode)s_net).Blueprint, 7).ToString());

    [Fact]
    public void Values_that_nobody_made_say_so() => Assert.Equal("nothing", default(MetricValue).ToString());

    /// <summary>What a debugger does: makes the view that the type names, and reads it.</summary>
    private static object Unfolded(object value, string property)
    {
        string view = value.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName;
        object proxy = Activator.CreateInstance(Type.GetType(view)!, value)!;
        return proxy.GetType().GetProperty(property)!.GetValue(proxy)!;
    }
}
