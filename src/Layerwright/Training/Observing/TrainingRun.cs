using Layerwright.Runtime;

namespace Layerwright;

/// <summary>One fit, as its observers see it.</summary>
public abstract class TrainingRun
{
    private protected TrainingRun(TrainingHistory history, Optimizer optimizer, IBatchSource training, IBatchSource? validation, int epochs, int stepsPerEpoch)
    {
        History = history;
        Optimizer = optimizer;
        Training = training;
        Validation = validation;
        Epochs = epochs;
        StepsPerEpoch = stepsPerEpoch;
    }

    /// <summary>The epochs so far.</summary>
    public TrainingHistory History { get; }

    /// <summary>How gradients change weights.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>What is trained on.</summary>
    public IBatchSource Training { get; }

    /// <summary>What is measured after each epoch, or null.</summary>
    public IBatchSource? Validation { get; }

    /// <summary>Epochs of the whole fit, if it runs to its end.</summary>
    public int Epochs { get; }

    /// <summary>Updates of the weights in one epoch.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>Layers, shapes and parameters of the network.</summary>
    public NetworkSummary Summary => field ??= NetworkSummary.Create(Network.Blueprint);

    /// <summary>The network's present weights and statistics by name; to look at.</summary>
    public abstract StateDictionary State { get; }

    /// <summary>The epoch at hand, from 1.</summary>
    public int Epoch { get; private protected set; }

    /// <summary>Updates made in this fit.</summary>
    public long Step { get; private protected set; }

    /// <summary>The loss of the last batch, penalties included, before its update; NaN before the first.</summary>
    public double Loss { get; private protected set; } = double.NaN;

    /// <summary>The schedule's factor on the learning rate in the update at hand, or the last.</summary>
    public float LearningRateFactor { get; private protected set; } = 1;

    /// <summary>The learning rate of the update at hand, or the last: the optimizer's times the schedule's factor.</summary>
    public float LearningRate => Optimizer.LearningRate * LearningRateFactor;

    /// <summary>Why an observer ended the fit; null while it runs its course.</summary>
    public string? StopReason { get; private set; }

    /// <summary>True where the fit shall end with the weights of its last good epoch.</summary>
    internal bool RestoresWeights { get; private set; }

    /// <summary>The network's code and parameters.</summary>
    internal abstract INetworkCode Network { get; }

    /// <summary>The trained rows of the last batch: their inputs as the data has them or augmentation left them, and their targets.</summary>
    internal abstract Batch Batch { get; }

    /// <summary>The part of <see cref="Loss"/> that is penalties.</summary>
    internal abstract double Penalty { get; }

    /// <summary>Raw outputs of the last batch's training pass, one row after the other.</summary>
    internal abstract ReadOnlySpan<float> Outputs { get; }

    /// <summary>The gradients of the last update; stored only where <see cref="StoresGradients"/> was set before it.</summary>
    internal abstract StateDictionary Gradients { get; }

    /// <summary>Sees activations and gradients of every layer while the next steps run; null for none. The same bits are computed.</summary>
    internal abstract LayerObserver? LayerObserver { get; set; }

    /// <summary>Store the next updates' gradients before they are applied. The same bits are computed, by a pass more over the weights.</summary>
    internal bool StoresGradients { get; set; }

    /// <summary>Checkpoints that this fit wrote before it was resumed, oldest first: full paths.</summary>
    internal IReadOnlyList<string> EarlierCheckpoints { get; private protected set; } = [];

    /// <summary>Epochs of the trainer's fits before this one.</summary>
    internal abstract int EpochsBefore { get; }

    /// <summary>What of the fit a checkpoint would hold now.</summary>
    internal abstract FitPlace Place { get; }

    /// <summary>What writes this fit's checkpoints, at the end of a step or an epoch.</summary>
    /// <exception cref="NotSupportedException">A schedule or metric is of the user's own class.</exception>
    internal abstract CheckpointWriter CreateCheckpointWriter();

    /// <summary>Ends the fit after the step or epoch at hand.</summary>
    /// <param name="reason">Why, for <see cref="TrainingHistory.StopReason"/>.</param>
    /// <param name="restoreWeights">Give the network the weights of the end of the last epoch, or those before the fit, again.</param>
    public void Stop(string reason, bool restoreWeights = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        StopReason ??= reason;
        RestoresWeights |= restoreWeights;
    }

    /// <summary>Loss and metrics of the present weights over a data set, in inference mode. Changes nothing that training reads.</summary>
    /// <param name="data">What to measure on; it must fit the network.</param>
    /// <param name="measurement">Receives the figures; made once for data of as many rows.</param>
    internal abstract void Measure(IBatchSource data, Measurement measurement);

    /// <summary>For example <c>FashionNet, epoch 3 of 10, step 1266</c>.</summary>
    public override string ToString() => $"{Network.Blueprint.Name}, epoch {Epoch} of {Epochs}, step {Step}";
}
