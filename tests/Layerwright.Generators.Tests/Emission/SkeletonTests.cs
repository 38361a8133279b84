using System.Reflection;
using Layerwright.Testing.Compiling;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>A broken declaration still gives every member a program may use; they throw what the diagnostic says.</summary>
public class SkeletonTests
{
    private const string Program =
        """
        public static class Program
        {
            public static string Use(Broken network, float[] rows)
            {
                network.CreatePredictor(8).Predict(rows, rows);
                network.CreateTrainingStep(8, threads: 2).ForwardBackward(rows, rows);
                network.Save("file");
                network.LoadWeights("file");
                network.CopyFrom(network.State);
                network.Normalizer = null;
                return Broken.Load("file").State.Count + Broken.InputLength + Broken.OutputLength + Broken.ParameterCount
                    + Broken.Summary.ToString() + network.Seed + new Broken(3).Dense1.Name;
            }
        }
        """;

    [Theory]
    [InlineData("LW0003", "[Dense(3)] [MeanSquaredError]")]
    [InlineData("LW0006", "[Input(2)] [MeanSquaredError] [Dense(3)]")]
    [InlineData("LW0007", "[Input(2)]")]
    [InlineData("LW0008", "[Input(2)] [Dense(-3)] [MeanSquaredError]")]
    [InlineData("LW0009", "[Input(2)] [Dense(4)] [Dense(3, Name = \"dense1\")] [MeanSquaredError]")]
    [InlineData("LW0010", "[Input(2)] [Dense(4)] [Use<string>] [MeanSquaredError]")]
    [InlineData("LW1011", "[Input(2)] [Dense(4)] [Residual<Wider>] [MeanSquaredError]")]
    [InlineData("LW1021", "[Input(2)] [Dense(1)] [SoftmaxCrossEntropy]")]
    public void A_broken_network_throws_what_the_diagnostic_says(string rule, string layers)
    {
        var run = GeneratorRun.Of($"[Network] {layers} public partial class Broken;", "[Block] [Dense(9)] public class Wider;").EnsureClean();
        var type = LoadedAssembly.Of(run).Type("Broken");

        var thrown = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(type, 1UL)).InnerException;

        var exception = Assert.IsType<NetworkDeclarationException>(thrown);
        Assert.Contains(rule, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_uses_a_broken_network_has_no_further_error() =>
        GeneratorRun.Of("[Network] [Input(2)] [Dense(4)] [ReLU] [Dense(0)] [MeanSquaredError] public partial class Broken;", Program).EnsureClean();

    [Fact]
    public void A_broken_network_leaves_the_others_alone()
    {
        var alone = GeneratorRun.Of(Networks.Mlp);

        var both = GeneratorRun.Of(Networks.Mlp, "[Network] [Input(2)] [Dense(0)] public partial class Broken;").EnsureClean();

        Assert.Equal(alone.Source, both.Sources["Zoo.Mlp.g.cs"]);
    }

    [Fact]
    public void A_member_of_the_users_that_collides_is_left_out_and_the_rest_works()
    {
        var run = GeneratorRun.Of("[Network] [Input(2)] [Dense(3)] [MeanSquaredError] public partial class Net { public int State => 7; public void Save(string path) { } }").EnsureClean();

        var network = Activator.CreateInstance(LoadedAssembly.Of(run).Type("Net"), 1UL)!;

        Assert.Equal(7, network.GetType().GetProperty("State")!.GetValue(network));
        Assert.NotNull(network.GetType().GetProperty("Dense1")!.GetValue(network));
    }
}
