namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Names and sizes layers as LAYERS says: counted per stem within a chain, keys relative to the block's.</summary>
internal static class ModuleFactory
{
    /// <summary>The layers of a network or block as one module.</summary>
    public static Chain CreateChain(string path, string key, int inputs, IReadOnlyList<LayerSpec> layers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var modules = new List<Module>();
        int length = inputs;
        for (int i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            string name = layer.Name ?? NextName(counts, Stem(layer));
            string prefix = Join(key, layer.Key ?? name.ToLowerInvariant());
            bool isBeforeNorm = i + 1 < layers.Count && layers[i + 1] is BatchNormSpec { Frozen: false };
            var module = Create(Join(path, name), prefix, length, layer, isBeforeNorm);
            modules.Add(module);
            length = module.OutputLength;
        }

        return new Chain(path, inputs, modules);
    }

    private static Module Create(string path, string key, int inputs, LayerSpec layer, bool isBeforeNorm) => layer switch
    {
        DenseSpec dense => new Dense(path, key, inputs, dense.Units, dense, dense.UseBias ?? !isBeforeNorm),
        MaxoutSpec maxout => new Maxout(path, key, inputs, maxout, maxout.UseBias ?? !isBeforeNorm),
        BatchNormSpec norm => new BatchNorm(path, key, inputs, norm),
        RowNormSpec norm => new RowNorm(path, key, inputs, norm),
        DropoutSpec dropout => new Dropout(path, inputs, dropout.Rate),
        ActivationSpec activation => new Activation(path, inputs, ScalarFunction.Of(activation)),
        PReLUSpec slopes => new PReLU(path, key, inputs, slopes.PerChannel),
        SoftmaxSpec softmax => new Softmax(path, inputs, softmax.IsLogarithmic),
        AlphaDropoutSpec dropout => new AlphaDropout(path, inputs, dropout.Rate),
        UseSpec use => CreateChain(path, key, inputs, use.Block.Layers),
        RepeatSpec repeat => CreateRepeat(path, key, inputs, repeat),
        ResidualSpec residual => CreateResidual(path, key, inputs, residual),
        _ => throw new NotSupportedException(layer.ToString()),
    };

    private static Chain CreateRepeat(string path, string key, int inputs, RepeatSpec repeat)
    {
        var copies = new List<Module>();
        int length = inputs;
        for (int i = 0; i < repeat.Times; i++)
        {
            copies.Add(CreateChain($"{path}.{i}", $"{key}.{i}", length, repeat.Block.Layers));
            length = copies[^1].OutputLength;
        }

        return new Chain(path, inputs, copies);
    }

    private static Residual CreateResidual(string path, string key, int inputs, ResidualSpec residual)
    {
        var branch = CreateChain($"{path}.Branch", $"{key}.branch", inputs, residual.Branch.Layers);
        IReadOnlyList<LayerSpec>? shortcut = residual switch
        {
            { Shortcut: { } block } => block.Layers,
            { Projection: true, Branch.Layers: [.., BatchNormSpec] } => [new DenseSpec(branch.OutputLength), new BatchNormSpec()],
            { Projection: true } => [new DenseSpec(branch.OutputLength) { UseBias = false }],
            _ => null,
        };
        var module = shortcut is null ? null : CreateChain($"{path}.Shortcut", $"{key}.shortcut", inputs, shortcut);
        int length = module?.OutputLength ?? inputs;
        return length == branch.OutputLength
            ? new Residual(path, branch, module)
            : throw new ArgumentException($"{path}: the branch yields {branch.OutputLength}, the shortcut {length}.", nameof(residual));
    }

    private static string NextName(Dictionary<string, int> counts, string stem)
    {
        counts[stem] = counts.GetValueOrDefault(stem) + 1;
        return $"{stem}{counts[stem]}";
    }

    private static string Stem(LayerSpec layer) => layer switch
    {
        DenseSpec => "Dense",
        MaxoutSpec => "Maxout",
        BatchNormSpec => "BatchNorm",
        RowNormSpec norm => norm.SubtractsMean ? "LayerNorm" : "RMSNorm",
        DropoutSpec => "Dropout",
        AlphaDropoutSpec => "AlphaDropout",
        ActivationSpec activation => activation.Kind.ToString(),
        PReLUSpec => "PReLU",
        SoftmaxSpec softmax => softmax.IsLogarithmic ? "LogSoftmax" : "Softmax",
        UseSpec => "Use",
        RepeatSpec => "Repeat",
        ResidualSpec => "Residual",
        _ => throw new NotSupportedException(layer.ToString()),
    };

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";
}
