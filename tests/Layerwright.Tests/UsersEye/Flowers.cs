namespace Layerwright.Tests.UsersEye;

/// <summary>Four features to three classes.</summary>
[Network(InputGradient = true)]
[Input(4)]
[Dense(16)]
[BatchNorm]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class FlowerNet
{
    /// <summary>Three clouds of points, as a user's own data comes: arrays.</summary>
    public static Dataset Data(int rows = 150, int seed = 1)
    {
        var random = new Random(seed);
        var inputs = new float[4 * rows];
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % 3;
            for (int i = 0; i < 4; i++)
            {
                inputs[(4 * row) + i] = (i % 3 == labels[row] ? 2 : 0) + random.NextSingle();
            }
        }

        return Dataset.FromLabels(inputs, labels, 3).WithClassNames(["setosa", "versicolor", "virginica"]);
    }
}
