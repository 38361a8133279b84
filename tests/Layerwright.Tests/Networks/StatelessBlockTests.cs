namespace Layerwright.Tests.Networks;

public partial class StatelessBlockTests
{
    [Fact]
    public void A_block_without_weights_has_no_member_and_computes()
    {
        var net = new Bent(seed: 1);
        float[] input = [-1, 2, 0.5f], outputs = new float[2], direct = new float[2];
        net.CreatePredictor().Forward(input, outputs);

        // Residual of a ReLU: twice what is positive, the rest as it is.
        float[] weight = net.Dense1.Weight.ToArray();
        float[] bent = [-1, 4, 1];
        for (int output = 0; output < 2; output++)
        {
            direct[output] = (weight[output * 3] * bent[0]) + (weight[(output * 3) + 1] * bent[1]) + (weight[(output * 3) + 2] * bent[2]);
            Assert.Equal(direct[output], outputs[output], 1e-5f);
        }

        Assert.Null(typeof(Bent).GetProperty("Residual1"));
    }

    [Network]
    [Input(3)]
    [Residual<Rectified>]
    [Dense(2)]
    private sealed partial class Bent;

    [Block]
    [ReLU]
    private sealed class Rectified;
}
