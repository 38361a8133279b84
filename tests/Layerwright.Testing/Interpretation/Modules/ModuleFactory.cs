namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Names and sizes layers as LAYERS says: counted per stem within a chain, keys relative to the block's.</summary>
internal static class ModuleFactory
{
    /// <summary>The layers of a network or block as one module.</summary>
    public static Chain CreateChain(string path, string key, Flow input, IReadOnlyList<LayerSpec> layers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var modules = new List<Module>();
        var flow = input;
        for (int i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            string name = layer.Name ?? NextName(counts, Stem(layer));
            string prefix = Join(key, layer.Key ?? name.ToLowerInvariant());
            bool isBeforeNorm = i + 1 < layers.Count && layers[i + 1] is BatchNormSpec { Frozen: false };
            var module = Create(Join(path, name), prefix, flow, layer, isBeforeNorm);
            modules.Add(module);
            flow = module.Output;
        }

        return new Chain(path, input, modules);
    }

    private static Module Create(string path, string key, Flow flow, LayerSpec layer, bool isBeforeNorm) => layer switch
    {
        DenseSpec dense => new Dense(path, key, flow, dense.Units, dense, dense.UseBias ?? !isBeforeNorm),
        MaxoutSpec maxout => new Maxout(path, key, flow, maxout, maxout.UseBias ?? !isBeforeNorm),
        BatchNormSpec norm => new BatchNorm(path, key, flow, norm),
        RowNormSpec norm => new RowNorm(path, key, flow, norm),
        DropoutSpec dropout => new Dropout(path, flow, dropout.Rate),
        ActivationSpec activation => new Activation(path, flow, ScalarFunction.Of(activation)),
        PReLUSpec slopes => new PReLU(path, key, flow, slopes.PerChannel),
        SoftmaxSpec softmax => new Softmax(path, flow, softmax.IsLogarithmic),
        AlphaDropoutSpec dropout => new AlphaDropout(path, flow, dropout.Rate),
        UseSpec use => CreateChain(path, key, flow, use.Block.Layers),
        RepeatSpec repeat => CompositeFactory.Repeat(path, key, flow, repeat),
        ResidualSpec residual => CompositeFactory.Residual(path, key, flow, residual),
        GateSpec gate => CompositeFactory.Gate(path, key, flow, gate),
        ConcatSpec concat => CompositeFactory.Concat(path, key, flow, concat),
        WeightSpec convolution => SpatialFactory.Convolution(path, key, flow, convolution, convolution.UseBias ?? !isBeforeNorm),
        _ => SpatialFactory.Create(path, key, flow, layer),
    };

    private static string NextName(Dictionary<string, int> counts, string stem)
    {
        counts[stem] = counts.GetValueOrDefault(stem) + 1;
        return $"{stem}{counts[stem]}";
    }

    private static string Stem(LayerSpec layer) => layer switch
    {
        RowNormSpec norm => norm.SubtractsMean ? "LayerNorm" : "RMSNorm",
        ActivationSpec activation => activation.Kind.ToString(),
        SoftmaxSpec softmax => softmax.IsLogarithmic ? "LogSoftmax" : "Softmax",
        Conv2DSpec => "Conv",
        DepthwiseConv2DSpec => "Depthwise",
        ConvTranspose2DSpec => "ConvTranspose",
        PoolSpec pool => $"{pool.Kind}Pool{(pool.Is1D ? "1D" : "2D")}",
        GlobalPoolSpec pool => $"Global{pool.Kind}Pool{(pool.Is1D ? "1D" : "2D")}",
        _ => layer.GetType().Name[..^"Spec".Length],
    };

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";
}
