using Layerwright.Benchmarks.Peers;
using Layerwright.Runtime;

namespace Layerwright.Benchmarks;

/// <summary>A network that is trained or predicts here and in peers.</summary>
/// <param name="title">What it is called in the table.</param>
/// <param name="describe">Says the same network layer by layer to peers.</param>
internal abstract class BenchmarkNetwork(string title, Action<PeerModel> describe)
{
    /// <summary>Steps after which losses are compared.</summary>
    public const int CheckedSteps = 5;

    /// <summary>What it is called in the table.</summary>
    public string Title => title;

    /// <summary>The class's name, by which works and peers know it.</summary>
    public abstract string Name { get; }

    /// <summary>It normalises over the rows of a batch: one is none.</summary>
    public abstract bool NeedsBatch { get; }

    /// <summary>Training steps.</summary>
    public abstract SpeedWork Step(int rows, Optimizer optimizer, int threads);

    /// <summary>Predictions.</summary>
    public abstract SpeedWork Predict(int rows);

    /// <summary>The network as peers take it, with its weights as they are drawn.</summary>
    public PeerModel Describe()
    {
        PeerModel model = Undescribed();
        describe(model);
        return model;
    }

    /// <summary>Inputs of a batch.</summary>
    public abstract float[] Inputs(int rows);

    /// <summary>The input's shape and the state.</summary>
    protected abstract PeerModel Undescribed();
}

/// <inheritdoc/>
/// <typeparam name="TNetwork">Its class.</typeparam>
internal sealed class BenchmarkNetwork<TNetwork>(string title, Action<PeerModel> describe) : BenchmarkNetwork(title, describe)
    where TNetwork : class, INetwork<TNetwork>
{
    private static readonly NetworkBlueprint Blueprint = Create().Blueprint;

    public override string Name => typeof(TNetwork).Name;

    public override bool NeedsBatch => Blueprint.BatchStatisticsLayer is not null;

    private static bool IsClassifier => Blueprint.Target is TargetKind.Labels or TargetKind.LabelsOrProbabilities;

    public override SpeedWork Step(int rows, Optimizer optimizer, int threads)
    {
        float[] inputs = Inputs(rows);
        Func<TrainingStep<TNetwork>, float> run = IsClassifier
            ? Labelled(inputs, BenchmarkData.Labels[..rows], optimizer)
            : Valued(inputs, BenchmarkData.Inputs[..(rows * Blueprint.OutputLength)], optimizer);
        TrainingStep<TNetwork> step = new(Create(), rows, threads);
        return new(() => run(step), () => [Trained(run, rows, threads)], StepCost.Training(Blueprint, rows, Moments(optimizer)));
    }

    public override SpeedWork Predict(int rows)
    {
        Predictor<TNetwork> predictor = new(Create(), rows);
        float[] inputs = Inputs(rows), outputs = new float[rows * predictor.OutputLength];
        return new(() => predictor.Predict(inputs, outputs), Sample, StepCost.Prediction(Blueprint, rows));

        float[] Sample()
        {
            predictor.Predict(inputs, outputs);
            return BenchmarkData.Pick(outputs);
        }
    }

    public override float[] Inputs(int rows) => BenchmarkData.Inputs[..(rows * Blueprint.InputLength)];

    protected override PeerModel Undescribed()
    {
        int[] shape = Blueprint.InputImage is { } image ? [image.Channels, image.Height, image.Width] : [Blueprint.InputLength];
        return new(StateDictionary.Of(Create().Parameters), IsClassifier, shape);
    }

    private static TNetwork Create() => TNetwork.Create(SpeedWorks.Seed);

    private static Func<TrainingStep<TNetwork>, float> Labelled(float[] inputs, int[] labels, Optimizer optimizer) =>
        step => step.Step(inputs, labels, optimizer);

    private static Func<TrainingStep<TNetwork>, float> Valued(float[] inputs, float[] targets, Optimizer optimizer) =>
        step => step.Step(inputs, targets, optimizer);

    private static float Trained(Func<TrainingStep<TNetwork>, float> run, int rows, int threads)
    {
        TrainingStep<TNetwork> step = new(Create(), rows, threads);
        float loss = 0;
        for (int i = 0; i < CheckedSteps; i++)
        {
            loss = run(step);
        }

        return loss;
    }

    private static int Moments(Optimizer optimizer) => optimizer is Adam ? 2 : 1;
}
