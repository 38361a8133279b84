namespace Layerwright;

/// <summary>Where a fit is, but for what is kept for each weight: all that decides the bits of its further steps.</summary>
internal sealed record FitState
{
    /// <summary>The network's class.</summary>
    public required string Network { get; init; }

    public required TrainerSettings Settings { get; init; }

    /// <summary>Rows of the training data.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows of the validation data; null where there is none.</summary>
    public required int? ValidationRows { get; init; }

    /// <summary>Epochs of the whole fit.</summary>
    public required int Epochs { get; init; }

    /// <summary>Epochs of the trainer's fits before this one: shuffles continue.</summary>
    public required int EpochsBefore { get; init; }

    /// <summary>Updates of the weights in this fit.</summary>
    public required long Step { get; init; }

    /// <summary>The loss of the last batch.</summary>
    public required double Loss { get; init; }

    /// <summary>How far the epoch at hand is; nothing of it is done where the last one has just ended.</summary>
    public required EpochPlace Place { get; init; }

    /// <summary>Why the fit ended where nothing can follow; null where training can go on.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Whether the network has the best epoch's weights, and those that training goes on from are beside it.</summary>
    public bool TrainsAside { get; init; }

    public required HistoryState History { get; init; }

    public required BestEpochState Best { get; init; }

    /// <summary>What <see cref="ReduceOnPlateau"/> has seen; null without it.</summary>
    public required PlateauState? Plateau { get; init; }

    public required StepState TrainingStep { get; init; }

    /// <summary>Learning-rate multipliers that are not 1, by the layer's name.</summary>
    public required IReadOnlyDictionary<string, float> LayerRates { get; init; }

    /// <summary>Checkpoints of this fit that there are, this one last: names without folders.</summary>
    public string[] Files { get; init; } = [];

    /// <summary>What observers have gathered.</summary>
    public IReadOnlyList<SavedObserver> Observers { get; init; } = [];
}

/// <summary>What a training step counts.</summary>
/// <param name="MaxBatchSize">Most rows a call.</param>
/// <param name="ForwardPasses">Training passes so far: dropout draws from their number.</param>
/// <param name="Updates">Updates since the optimizer's moments began.</param>
/// <param name="Moments">Numbers kept for each weight: how many the file holds.</param>
internal sealed record StepState(int MaxBatchSize, long ForwardPasses, long Updates, int Moments);
