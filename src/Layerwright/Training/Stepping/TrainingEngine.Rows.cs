namespace Layerwright.Runtime;

/// <content>Steps of a single row.</content>
internal sealed unsafe partial class TrainingEngine
{
    /// <summary>Whether <see cref="TrainRow"/> does what <see cref="Train"/> would do with a row of weight one.</summary>
    public bool TrainsRows => _row is not null && Observer is null && ClassWeights is null;

    /// <summary>A step of a single row, by recorded kernels.</summary>
    public float TrainRow(ReadOnlySpan<float> input, Targets targets, Optimizer optimizer)
    {
        HasForward = false;
        HasGradients = false;
        _backwardRows = 0;
        ForwardPasses++;
        _copies.Refresh(threads: 1);
        _row!.Forward(input);
        _segments.CopyOutputs(_row.Block);
        _row.Backward(targets);
        float loss = TakeLoss(_blueprint.OutputPositions, rows: 1);
        _segments.CopyInputGradient(_row.Block);
        _backwardRows = 1;
        _update.FusedRow(Settings(optimizer), RegularizationFactor);
        GC.KeepAlive(this);
        return loss;
    }
}
