using Layerwright.Runtime;
using Layerwright.Testing.Running;

namespace Layerwright.Tests.Networks;

/// <summary>The state has PyTorch's order and shape however a parameter lies inside.</summary>
[Trait("Kernels", "EveryWidth")]
public class StateLayoutTests
{
    private static readonly ParameterInfo[] s_plain =
    [
        Matrix("conv1.weight", 16, 27, Initializer.Normal(1)),
        Matrix("grouped.weight", 6, 18, Initializer.Uniform(1)),
        Matrix("orthogonal.weight", 5, 18, Initializer.Orthogonal(1)),
        Matrix("dense1.weight", 7, 26, Initializer.Normal(1)),
        Matrix("dense2.weight", 24, 7, Initializer.Normal(1)),
        Vector("batchnorm1.weight", ParameterKind.Vector, 24),
        Vector("batchnorm1.running_mean", ParameterKind.Statistic, 24),
        Matrix("maxout1.weight", 12, 5, Initializer.Normal(1)),
    ];

    private static readonly ParameterInfo[] s_ordered =
    [
        s_plain[0] with { StateShape = [16, 3, 3, 3], InputOrder = [(9, 3)] },
        s_plain[1] with { StateShape = [6, 2, 3, 3], InputOrder = [(9, 2)], Groups = 3 },
        s_plain[2] with { StateShape = [5, 2, 3, 3], InputOrder = [(9, 2)] },
        s_plain[3] with { InputOrder = [(4, 5), (1, 6)] },
        s_plain[4] with { OutputOrder = [(4, 6)] },
        s_plain[5] with { OutputOrder = [(4, 6)] },
        s_plain[6] with { OutputOrder = [(4, 6)] },
        s_plain[7] with { InputOrder = [(1, 5)], OutputOrder = [(2, 3)], Pieces = 2 },
    ];

    [Fact]
    public void What_is_written_is_read_again()
    {
        StateDictionary state = Network(s_ordered).State;
        foreach (StateEntry entry in state.Values)
        {
            float[] values = [.. Enumerable.Range(1, entry.Length).Select(i => (float)i)];

            entry.CopyFrom(values);

            Assert.Equal(values, entry.ToArray());
        }
    }

    [Fact]
    public void Shapes_are_those_of_the_state()
    {
        StateDictionary state = Network(s_ordered).State;

        Assert.Equal([16, 3, 3, 3], state["conv1.weight"].Shape);
        Assert.Equal([6, 2, 3, 3], state["grouped.weight"].Shape);
        Assert.Equal([7, 26], state["dense1.weight"].Shape);
        Assert.Equal([24], state["batchnorm1.running_mean"].Shape);
        Assert.Equal("conv1.weight [16×3×3×3]", state["conv1.weight"].ToString());
    }

    [Fact]
    public void First_values_do_not_depend_on_how_a_parameter_lies_inside() =>
        Assert.Equal(TestNetwork.Flatten(Network(s_plain).State), TestNetwork.Flatten(Network(s_ordered).State));

    [Fact]
    public void A_saved_network_is_loaded_and_a_file_of_other_dimensions_is_refused()
    {
        NetworkCore network = Network(s_ordered), other = Network(s_ordered, seed: 9);
        string file = Path.GetTempFileName();
        try
        {
            NetworkFile.Save(file, network);
            NetworkFile.Load(file, other);
            Assert.Equal(TestNetwork.Flatten(network.State), TestNetwork.Flatten(other.State));

            string message = Assert.Throws<InvalidDataException>(() => NetworkFile.Load(file, Network(s_plain))).Message;
            Assert.Contains("16×3×3×3", message);
            Assert.Contains("16×27", message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void State_is_copied_between_networks_that_keep_it_in_different_orders()
    {
        NetworkCore here = Network(s_ordered[3..7]), there = Network(s_plain[3..7], seed: 9);

        Assert.True(here.CopyFrom(there.State).IsComplete);

        Assert.Equal(TestNetwork.Flatten(there.State), TestNetwork.Flatten(here.State));
    }

    private static NetworkCore Network(ParameterInfo[] parameters, ulong seed = 3)
    {
        string[] names = [.. parameters.Select(parameter => parameter.Key.Split('.')[0]).Distinct()];
        LayerInfo[] layers = [.. names.Select(name =>
            new LayerInfo(name, "Dense", 1, "1", 1, 1) { IsNormalization = name.StartsWith("batchnorm", StringComparison.Ordinal) })];
        return new(
            ((INetworkCode)new Draw(1)).Blueprint with
            {
                Layers = layers,
                Parameters = [.. parameters.Select(parameter => parameter with { Layer = Array.IndexOf(names, parameter.Key.Split('.')[0]) })],
            },
            seed);
    }

    private static ParameterInfo Matrix(string key, int outputs, int inputs, Initializer start) =>
        new(key, 0, ParameterKind.Matrix, outputs, inputs, start);

    private static ParameterInfo Vector(string key, ParameterKind kind, int length) =>
        new(key, 0, kind, length, 1, Initializer.Normal(1));
}
