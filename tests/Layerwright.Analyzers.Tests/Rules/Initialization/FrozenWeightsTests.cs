using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

/// <summary>Frozen weights are there to be loaded: how they would start says nothing.</summary>
public class FrozenWeightsTests
{
    [Theory]
    [InlineData("LW3001", "Init = Init.LeCun", "ReLU")]
    [InlineData("LW3002", "Init = Init.He", "Tanh")]
    [InlineData("LW3004", "Init = Init.He", "SELU")]
    [InlineData("LW3006", "Init = Init.Normal, InitScale = 0.001", "Tanh")]
    [InlineData("LW3007", "Init = Init.Normal, InitScale = 1", "Tanh")]
    [InlineData("LW3008", "BiasInit = 0.1", "Tanh")]
    public async Task No_start_of_theirs_is_judged(string id, string start, string activation)
    {
        string Net(string frozen) => $"[Network]\n[Input(100)]\n{string.Concat(Enumerable.Repeat($"[Dense(100, {start}{frozen})]\n[{activation}]\n", 4))}[Dense(2)]\npublic partial class Net;";
        var run = await Layerwright.Testing.Analyzers.AnalyzerRun.OfAsync(
            Layerwright.Testing.Analyzers.TestWorkspace.Create(Net("")).Projects.Single());
        Assert.Contains(run.Analyzers, diagnostic => diagnostic.Id == id);
        await Verify.OnlyAsync(id, Net(", Frozen = true"));
    }
}
