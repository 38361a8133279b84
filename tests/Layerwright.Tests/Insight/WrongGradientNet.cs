using Layerwright.Kernels;
using Layerwright.Runtime;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight;

/// <summary>A network of generated code whose backward pass has a fault: one parameter's gradient is multiplied by a number.</summary>
public sealed class WrongGradientNet : INetwork<WrongGradientNet>
{
    private readonly INetworkCode _right;

    public WrongGradientNet(INetworkCode right) => _right = right;

    /// <summary>The parameter's name.</summary>
    public required string Parameter { get; init; }

    /// <summary>1 is right.</summary>
    public required float Factor { get; init; }

    /// <summary>The entries that are wrong, in the order of memory: every so many.</summary>
    public int Every { get; init; } = 1;

    public NetworkBlueprint Blueprint => _right.Blueprint;

    public ParameterStore Parameters => _right.Parameters;

    public IInputTransform? InputTransform => _right.InputTransform;

    public ulong Seed => _right.Seed;

    public static WrongGradientNet Create(ulong seed) => new(new SpiralNet(seed)) { Parameter = "dense1.weight", Factor = 1 };

    public void LoadWeights(string path) => _right.LoadWeights(path);

    public void Snapshot(in SnapshotBlock block) => _right.Snapshot(block);

    public void Infer(in RowBlock block) => _right.Infer(block);

    public void Activate(in RowBlock block) => _right.Activate(block);

    public void BeforeForward(in BatchStep step) => _right.BeforeForward(step);

    public void Forward<TProbe>(int segment, in RowBlock block, TProbe probe)
        where TProbe : struct, IProbe => _right.Forward(segment, block, probe);

    public void AfterForward(int segment, in BatchStep step) => _right.AfterForward(segment, step);

    public void Loss(in RowBlock block, in LossBlock loss) => _right.Loss(block, loss);

    public void EvaluateLoss(in RowBlock block, in LossBlock loss) => _right.EvaluateLoss(block, loss);

    public void Backward<TProbe>(int segment, in RowBlock block, TProbe probe)
        where TProbe : struct, IProbe => _right.Backward(segment, block, probe);

    public void AfterBackward(int segment, in BatchStep step) => _right.AfterBackward(segment, step);

    public void SumChunk(int task, in WeightBlock block) => _right.SumChunk(task, block);

    public void Weights<TSink>(int task, in WeightBlock block, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        _right.Weights(task, block, new WrongSink<TSink>(sink, Array.FindIndex(Blueprint.Parameters, parameter => parameter.Key == Parameter), Factor, Every));

    private readonly struct WrongSink<TSink>(TSink sink, int parameter, float factor, int every, bool isHere = false) : IGradientSink<WrongSink<TSink>>
        where TSink : struct, IGradientSink<TSink>
    {
        public WrongSink<TSink> For(int number) => new(sink.For(number), parameter, factor, every, number == parameter);

        public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            sink.Apply<TInstructions, TVector>(
                isHere && offset / TInstructions.Count % every == 0 ? TInstructions.Multiply(gradient, TInstructions.Broadcast(factor)) : gradient, offset);

        public void Prefetch(nint offset) => sink.Prefetch(offset);

        public void Claim(nint offset) => sink.Claim(offset);
    }
}
