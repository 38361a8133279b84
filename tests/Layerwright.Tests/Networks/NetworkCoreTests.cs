using Layerwright.Runtime;

namespace Layerwright.Tests.Networks;

public class NetworkCoreTests
{
    [Fact]
    public void Code_generated_for_another_contract_is_refused_with_both_versions()
    {
        NetworkBlueprint blueprint = ((INetworkCode)new Draw(1)).Blueprint with { ContractVersion = RuntimeContract.Version + 1 };
        string message = Assert.Throws<InvalidOperationException>(() => new NetworkCore(blueprint, 1)).Message;
        Assert.Contains($"Draw was generated for version {RuntimeContract.Version + 1}", message);
        Assert.Contains($"fulfils version {RuntimeContract.Version}", message);
    }

    [Fact]
    public void A_network_for_prediction_only_has_no_training_step()
    {
        Assert.Contains("Training = false", Assert.Throws<NotSupportedException>(() => new TrainingStep<PredictionOnly>(new PredictionOnly(1), 4)).Message);
        Assert.Contains("PredictionOnly", PredictionOnly.Summary.ToString());
    }
}
