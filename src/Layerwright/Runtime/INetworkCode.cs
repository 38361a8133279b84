using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// What the generator writes for a network and the run time calls: prediction, and a training step cut into segments.
/// A segment's rows are independent, so threads share it by row blocks; between segments rows meet (batch statistics).
/// </summary>
/// <remarks>
/// A training step runs forward segments 0 … F−1, the loss, backward segments 0 … B−1 and last the weights. The last
/// forward segment, the loss and the first backward segment run back to back on each block of rows.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetworkCode
{
    /// <summary>Sizes, parameters, buffer plan: the literals of the generated code.</summary>
    NetworkBlueprint Blueprint { get; }

    /// <summary>The network's weights and running statistics.</summary>
    ParameterStore Parameters { get; }

    /// <summary>What is applied to inputs on their way in, or null.</summary>
    IInputTransform? InputTransform { get; }

    /// <summary>The seed the network was made with: dropout draws from it.</summary>
    ulong Seed { get; }

    /// <summary>Reads weights, statistics and normaliser from a file; on failure nothing has changed.</summary>
    void LoadWeights(string path);

    /// <summary>Fills a predictor's own weights from the network's: BatchNorm folded, the rest copied.</summary>
    void Snapshot(in SnapshotBlock block);

    /// <summary>Prediction, all layers, for the block's rows: raw outputs into the plan's output tensor.</summary>
    void Infer(in RowBlock block);

    /// <summary>Applies the loss's activation (softmax, sigmoid) to the block's raw outputs in place.</summary>
    void Activate(in RowBlock block);

    /// <summary>What a training step takes from the parameters before its first segment.</summary>
    void BeforeForward(in BatchStep step);

    /// <summary>One forward segment of training for the block's rows.</summary>
    void Forward<TProbe>(int segment, in RowBlock block, TProbe probe)
        where TProbe : struct, IProbe;

    /// <summary>What happens where rows meet after a forward segment: batch statistics become whole.</summary>
    void AfterForward(int segment, in BatchStep step);

    /// <summary>Loss of the block's rows, and its gradient into the plan's output-gradient tensor.</summary>
    void Loss(in RowBlock block, in LossBlock loss);

    /// <summary>Loss of the block's rows from the outputs of <see cref="Infer"/>, without a gradient.</summary>
    void EvaluateLoss(in RowBlock block, in LossBlock loss);

    /// <summary>One backward segment for the block's rows.</summary>
    void Backward<TProbe>(int segment, in RowBlock block, TProbe probe)
        where TProbe : struct, IProbe;

    /// <summary>What happens where rows meet after a backward segment: gradient sums become whole.</summary>
    void AfterBackward(int segment, in BatchStep step);

    /// <summary>
    /// One chunked task's gradient over a chunk of the batch, for a run of output panels: sums that <see cref="Weights"/> adds up.
    /// </summary>
    void SumChunk(int task, in WeightBlock block)
    {
    }

    /// <summary>Gradients of one task's parameters over the whole batch, for a run of output panels, into the sink.</summary>
    void Weights<TSink>(int task, in WeightBlock block, TSink sink)
        where TSink : struct, IGradientSink<TSink>;
}
