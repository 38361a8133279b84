using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Rules.Data;

/// <summary>What the tests of data rules are written around: a network that no other rule has a word for, and a method.</summary>
internal static class DataCode
{
    public const string Network = """
        [Network]
        [Input(4)]
        [Dense(16)]
        [BatchNorm]
        [ReLU]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        """;

    /// <summary>A method with these statements; data sets come as parameters and fields.</summary>
    public static string Method(string statements, string network = Network) => $$"""
        {{network}}
        public class Program(Dataset kept)
        {
            private readonly Dataset _kept = kept;
            private static readonly float[] s_rates = [1e-4f, 1e-3f, 1e-2f];

            public Dataset Kept => _kept;

            public void Run(Dataset data, TrainingSet train, Dataset validation, Dataset test)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    /// <summary>One rule says of legal code what is marked in it.</summary>
    public static async Task<AnalyzerRun> VerifyAsync(string id, string marked)
    {
        var run = await Verify.OnlyAsync(id, marked);
        Assert.Empty(run.Errors);
        return run;
    }
}
