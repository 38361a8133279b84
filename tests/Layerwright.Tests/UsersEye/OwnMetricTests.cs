using Layerwright.Runtime;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.UsersEye;

/// <summary>A metric of one's own, as the documentation of <see cref="Metric"/> has it.</summary>
public class OwnMetricTests
{
    [Fact]
    public void It_is_measured_beside_the_others()
    {
        Dataset data = Samples.Linear(50);
        var trainer = new Trainer<LinearNet>(new LinearNet(seed: 1), new Sgd(0.1f)) { Metrics = [new WithinOne(), new MeanAbsoluteError()] };
        trainer.Fit(data, epochs: 50);
        Evaluation evaluation = trainer.Evaluate(data);
        Assert.Equal(1, evaluation["Within one"]);
        Assert.StartsWith("50 rows: loss ", evaluation.ToString(), StringComparison.Ordinal);
        Assert.Contains("Within one 1", evaluation.ToString(), StringComparison.Ordinal);
    }

    private sealed record WithinOne : Metric
    {
        public override string Name => "Within one";

        public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) => new Accumulator(outputLength);

        private sealed class Accumulator(int outputLength) : MetricAccumulator
        {
            private int _rows, _near;

            public override double Value => (double)_near / _rows;

            public override void Reset() => (_rows, _near) = (0, 0);

            public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
            {
                for (int i = 0; i < predictions.Length; i += outputLength, _rows++)
                {
                    _near += Math.Abs(predictions[i] - targets[i]) < 1 ? 1 : 0;
                }
            }
        }
    }
}
