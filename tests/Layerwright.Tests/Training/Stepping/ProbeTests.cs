using Layerwright.Kernels;
using Layerwright.Runtime;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

public class ProbeTests
{
    private const int Batch = 70;

    [Fact]
    public void A_probed_step_computes_the_same_bits_and_sees_every_layer()
    {
        float[] inputs = TestRows.Numbers(Batch * Classifier.InputLength);
        int[] labels = TestRows.Labels(Batch, Classifier.OutputLength);
        var plain = new Classifier(1);
        plain.CreateTrainingStep(Batch, 2).Step(inputs, labels, new AdamW());

        var probed = new Classifier(1);
        var step = probed.CreateTrainingStep(Batch, 2);
        var observer = new Recorder(Classifier.Summary.Layers.Count, Batch);
        step.Observer = observer;
        step.Step(inputs, labels, new AdamW());
        Assert.Equal(TestRows.All(plain.State), TestRows.All(probed.State));

        // All but the input and the loss; every row exactly once.
        Assert.All(observer.Activations[1..^1], rows => Assert.Equal(Batch, rows));
        Assert.All(observer.Gradients[1..^1], rows => Assert.Equal(Batch, rows));
        Assert.Equal(step.Outputs.ToArray(), observer.LastActivations[..step.Outputs.Length]);
    }

    private sealed class Recorder(int layers, int batch) : LayerObserver
    {
        private readonly int _last = layers - 2;

        public int[] Activations { get; } = new int[layers];

        public int[] Gradients { get; } = new int[layers];

        public float[] LastActivations { get; } = new float[batch * Classifier.OutputLength];

        public override void Activation(int layer, int firstRow, int rows, Tensor activation)
        {
            Interlocked.Add(ref Activations[layer], rows);
            if (layer == _last)
            {
                activation.CopyTo(rows, LastActivations.AsSpan(firstRow * Classifier.OutputLength));
            }
        }

        public override void Gradient(int layer, int firstRow, int rows, Tensor gradient) => Interlocked.Add(ref Gradients[layer], rows);
    }
}
