namespace Layerwright.CodeModel.Layers;

/// <summary>Every layer the compiler knows: one line each.</summary>
internal static class LayerRegistry
{
    public static IReadOnlyList<Layer> All { get; } =
    [
        new InputLayer(),
        new ImageInputLayer(),
        new SequenceInputLayer(),
        new FlattenLayer(),
        new ReshapeLayer(),
        new SpatialDropout2DLayer(),
        new DenseLayer(),
        new MaxoutLayer(),
        new DepthwiseConv2DLayer(),
        new Conv2DLayer(),
        new Conv1DLayer(),
        new ConvTranspose2DLayer(),
        new BatchNormLayer(),
        new LayerNormLayer(),
        new RMSNormLayer(),
        new GroupNormLayer(),
        new DropoutLayer(),
        new AlphaDropoutLayer(),
        new ReLULayer(),
        new LeakyReLULayer(),
        new TanhLayer(),
        new SigmoidLayer(),
        new ReLU6Layer(),
        new PReLULayer(),
        new ELULayer(),
        new SELULayer(),
        new GELULayer(),
        new SiLULayer(),
        new MishLayer(),
        new SoftplusLayer(),
        new SoftsignLayer(),
        new HardTanhLayer(),
        new HardSigmoidLayer(),
        new HardSwishLayer(),
        new SoftmaxLayer(),
        new LogSoftmaxLayer(),
        new MaxPool2DLayer(),
        new AveragePool2DLayer(),
        new GlobalAveragePool2DLayer(),
        new GlobalMaxPool2DLayer(),
        new MaxPool1DLayer(),
        new AveragePool1DLayer(),
        new GlobalAveragePool1DLayer(),
        new GlobalMaxPool1DLayer(),
        new Upsample2DLayer(),
        new ZeroPadding2DLayer(),
        new ResidualLayer(),
        new GateLayer(),
        new ConcatLayer(),
        new UseLayer(),
        new RepeatLayer(),
        new SoftmaxCrossEntropyLayer(),
        new BinaryCrossEntropyLayer(),
        new MulticlassHingeLayer(),
        new MeanSquaredErrorLayer(),
        new MeanAbsoluteErrorLayer(),
        new HuberLayer(),
    ];

    private static readonly Dictionary<string, Layer> ByKind = All.ToDictionary(layer => layer.Kind, StringComparer.Ordinal);

    public static bool Knows(string kind) => ByKind.ContainsKey(kind);

    public static Layer Get(string kind) => ByKind[kind];
}
