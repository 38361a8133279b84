using System.Numerics.Tensors;

namespace Layerwright.Tests.UsersEye;

/// <summary>Tensors of System.Numerics.Tensors go in and come out.</summary>
public class TensorTests
{
    private static readonly FlowerNet s_net = new(seed: 1);

    [Fact]
    public void Prediction_takes_tensors_and_writes_into_them()
    {
        Dataset data = FlowerNet.Data(6);
        var rows = new float[6 * 4];
        data.CopyInputs([0, 1, 2, 3, 4, 5], rows);
        var expected = new float[6 * 3];
        Predictor<FlowerNet> predictor = s_net.CreatePredictor(maxBatchSize: 6);
        predictor.Predict(rows, expected);

        Tensor<float> inputs = Tensor.Create(rows, [6, 2, 2]), outputs = Tensor.Create(new float[18], [6, 3]);
        predictor.Predict(inputs, outputs.AsTensorSpan());
        Assert.Equal(expected, outputs.ToArray());

        predictor.Predict(inputs.AsTensorSpan(), expected);
        Assert.Equal(outputs.ToArray(), expected);
        predictor.Forward(inputs.AsReadOnlyTensorSpan(), outputs.AsTensorSpan());
        predictor.Forward(rows, expected);
        Assert.Equal(expected, outputs.ToArray());

        var classes = new int[6];
        predictor.Classify(rows, classes);
        Tensor<int> mask = Tensor.Create(new int[6], [2, 3]);
        predictor.Classify(inputs, mask.AsTensorSpan());
        Assert.Equal(classes, mask.ToArray());
    }

    [Fact]
    public void Numbers_may_be_written_where_they_go_in()
    {
        Predictor<FlowerNet> predictor = s_net.CreatePredictor(maxBatchSize: 2);
        float[] expected = new float[6], outputs = new float[6];
        predictor.Predict(new[] { 0.1f, 0.2f, 0.3f, 0.4f, 5, 6, 7, 8 }, expected);
        float[] second = [5, 6, 7, 8];

        predictor.Predict([0.1f, 0.2f, 0.3f, 0.4f, .. second], outputs);
        Assert.Equal(expected, outputs);
        Assert.Equal(predictor.Classify(second), predictor.Classify([5, 6, 7, 8]));
        var fault = Assert.Throws<ArgumentException>(() => predictor.Classify([5, 6, 7]));
        Assert.Contains("3 numbers are no whole number of rows", fault.Message, StringComparison.Ordinal);

        float sum = 0;
        Inputs inputs = second;
        foreach (float value in inputs)
        {
            sum += value;
        }

        Assert.Equal(26, sum);
    }

    [Fact]
    public void Training_takes_tensors()
    {
        var inputs = Tensor.Create(Enumerable.Range(0, 16).Select(i => i / 16f).ToArray(), [4, 4]);
        var labels = Tensor.Create(new[] { 0, 1, 2, 0 }, [4]);
        TrainingStep<FlowerNet> one = new FlowerNet(seed: 3).CreateTrainingStep(4), other = new FlowerNet(seed: 3).CreateTrainingStep(4);
        float[] numbers = [.. inputs];

        Assert.Equal(one.ForwardBackward(numbers, new[] { 0, 1, 2, 0 }), other.ForwardBackward(inputs, labels));
        Assert.Equal(one.ForwardBackward(numbers, new[] { 0, 1, 2, 0 }), other.ForwardBackward(inputs.AsTensorSpan(), labels.AsTensorSpan()));
        Assert.Equal(one.EvaluateLoss(numbers, new[] { 0, 1, 2, 0 }), other.EvaluateLoss(inputs.AsReadOnlyTensorSpan(), labels.AsReadOnlyTensorSpan()));

        one.Forward(numbers);
        other.Forward(inputs);
        one.Backward(one.Outputs.ToArray());
        other.Backward(new ReadOnlyTensorSpan<float>(other.Outputs.ToArray(), [4, 3]));
        Assert.Equal(one.Gradients["dense1.weight"].ToArray(), other.Gradients["dense1.weight"].ToArray());
    }

    [Fact]
    public void Weights_come_out_and_go_in_with_their_shape()
    {
        StateEntry entry = new FlowerNet(seed: 2).Dense1.Weight;
        Tensor<float> weights = entry.ToTensor();
        Assert.Equal([16, 4], weights.Lengths.ToArray());
        Assert.Equal(entry.ToArray()[(4 * 3) + 1], weights[3, 1]);

        weights[3, 1] = 7;
        entry.CopyFrom(weights);
        Tensor<float> back = Tensor.Create(new float[64], [16, 4]);
        entry.CopyTo(back.AsTensorSpan());
        Assert.Equal(7, back[3, 1]);
        Assert.Equal(weights.ToArray(), back.ToArray());
    }

    [Fact]
    public void Another_shape_is_refused_and_named()
    {
        StateEntry entry = new FlowerNet(seed: 2).Dense1.Weight;
        var thrown = Assert.Throws<ArgumentException>("source", () => entry.CopyFrom(Tensor.Create(new float[64], [4, 16])));
        Assert.Contains("'dense1.weight' is of 16×4; the tensor is of 4×16", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_with_gaps_is_refused_and_described()
    {
        var thrown = Assert.Throws<ArgumentException>("values", () =>
        {
            var wide = new ReadOnlyTensorSpan<float>(new float[32], [4, 4], [8, 1]);
            s_net.CreatePredictor(4).Predict(wide, new float[12]);
        });
        Assert.Contains("A tensor of 4×4 with strides 8, 1 has gaps", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_cost_no_allocation()
    {
        Predictor<FlowerNet> predictor = s_net.CreatePredictor(maxBatchSize: 4);
        Tensor<float> inputs = Tensor.Create(new float[16], [4, 4]), outputs = Tensor.Create(new float[12], [4, 3]);
        predictor.Predict(inputs, outputs.AsTensorSpan());
        long before = GC.GetAllocatedBytesForCurrentThread();
        predictor.Predict(inputs, outputs.AsTensorSpan());
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
