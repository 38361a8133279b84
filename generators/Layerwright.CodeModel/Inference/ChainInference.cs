using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Checks;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>Walks chains of layers, giving names and shapes; blocks are inferred anew at each place of use.</summary>
internal sealed class ChainInference(NetworkDeclaration network, List<Issue> issues)
{
    /// <summary>Beyond this many layers a declaration is taken for a slip (repetitions of repetitions), and nothing more is expanded.</summary>
    private const int MostLayers = 10_000;

    private readonly Dictionary<string, BlockDeclaration> _blocks =
        network.Blocks.ToDictionary(block => block.FullName, StringComparer.Ordinal);
    private readonly Stack<string> _entered = new();
    private int _layerCount;
    private readonly SizeLimit _size = new();

    public InferredChain InferRoot() => Infer(network.Layers, Shape.Unknown, new Place("", "", null, -1, ""));

    private InferredChain Infer(EquatableArray<LayerDeclaration> declarations, Shape input, Place place)
    {
        var known = declarations.Where(declaration => LayerRegistry.Knows(declaration.Kind)).ToEquatableArray();
        var names = LayerNaming.Assign(known);
        CheckNames(known, names, place);
        var layers = new List<InferredLayer>();
        var shape = input;
        for (int i = 0; i < known.Count; i++)
        {
            if (++_layerCount > MostLayers)
            {
                TooMany(known[i], names[i], place);
                break;
            }

            var layer = InferLayer(known[i], names[i], shape, place);
            layers.Add(layer);
            shape = layer.Output;
        }

        var first = layers.Count > 0 && layers[0].Layer.Role == LayerRole.Input ? layers[0].Output : input;
        return new InferredChain(layers.ToEquatableArray(), first, shape, place.Block);
    }

    private void CheckNames(EquatableArray<LayerDeclaration> layers, EquatableArray<string> names, Place place)
    {
        var named = layers.Select((layer, i) => new NamedLayer(names[i], layer.Attribute, new LayerArguments(layer).Text("Name") is not null));
        bool isRoot = place.RootAttribute < 0 && !network.IsBlock;
        issues.AddRange(NameCheck.Run(named.ToList(), isRoot ? network.Type.Name : null)
            .Concat(KeyCheck.Run(layers, names))
            .Select(place.Locate));
    }

    private InferredLayer InferLayer(LayerDeclaration declaration, string name, Shape input, Place place)
    {
        var layer = LayerRegistry.Get(declaration.Kind);
        var arguments = new LayerArguments(declaration);
        var sink = place.IssuesOf(issues, declaration, name);
        layer.Check(arguments, sink);

        string path = place.Path + name;
        string key = place.Key + (arguments.Text("Key") ?? name.ToLowerInvariant());
        var branches = layer.InferBranches(new BranchInference(
            declaration,
            input,
            (index, from, part, keyPart) => InferBlock(declaration, index, from, place.Inside(declaration, path, key, part, keyPart)),
            (made, from, part, keyPart) => Infer(made, from, place.Inside(declaration, path, key, part, keyPart))))
            .ToEquatableArray();
        var output = branches.Count > 0 || declaration.Blocks.Count > 0
            ? layer.InferOutput(arguments, input, branches, sink)
            : layer.Role == LayerRole.Input || !input.IsUnknown ? layer.Infer(arguments, input, sink) : Unknown(layer, arguments, sink);
        _size.Add(layer, declaration, input, output, sink);
        return new InferredLayer(declaration, name, path, key, input, output, branches, EquatableArray<ParameterDeclaration>.Empty);
    }

    // Nothing is known of the input: only what the layer itself fixes is, and no shape issue is raised.
    private static Shape Unknown(Layer layer, LayerArguments arguments, LayerIssues sink) =>
        layer.IsAffine ? layer.Infer(arguments, Shape.Unknown, sink) : Shape.Unknown;

    private InferredChain? InferBlock(LayerDeclaration user, int index, Shape input, Place inside)
    {
        if (index >= user.Blocks.Count || !_blocks.TryGetValue(user.Blocks[index], out var block) || _entered.Contains(block.FullName))
        {
            return null;
        }

        _entered.Push(block.FullName);
        var chain = Infer(block.Layers, input, inside with { Block = block.FullName, BlockName = block.DisplayName });
        _entered.Pop();
        return chain;
    }

    private void TooMany(LayerDeclaration declaration, string name, Place place)
    {
        if (_layerCount == MostLayers + 1)
        {
            place.IssuesOf(issues, declaration, name).Add(
                RuleIds.BadArgument, "times", "1", name, "times", $"more than {MostLayers} layers in all", "smaller, such as 1");
        }
    }

    /// <summary>Where a chain stands: its prefix of names and keys, and how its issues find their attribute.</summary>
    /// <param name="Path">Prefix of layer paths, with its dot.</param>
    /// <param name="Key">Prefix of state keys, with its dot.</param>
    /// <param name="Block">Metadata name of the block the chain is, or null.</param>
    /// <param name="RootAttribute">The network's attribute that brings the chain in; −1 in the network's own chain.</param>
    /// <param name="BlockName">The block's short name.</param>
    private sealed record Place(string Path, string Key, string? Block, int RootAttribute, string BlockName)
    {
        public LayerIssues IssuesOf(List<Issue> issues, LayerDeclaration declaration, string name) => Block is null
            ? new LayerIssues(issues, name, RootAttribute < 0 ? declaration.Attribute : RootAttribute, null, -1)
            : new LayerIssues(issues, $"{BlockName}.{name}", RootAttribute, Block, declaration.Attribute);

        /// <summary>An issue found in the chain, as seen from the network's class.</summary>
        public Issue Locate(Issue issue) => Block is null
            ? issue
            : issue with { Attribute = RootAttribute, Block = Block, BlockAttribute = issue.Attribute };

        public Place Inside(LayerDeclaration user, string path, string key, string part, string keyPart) => this with
        {
            Path = part.Length == 0 ? path + "." : $"{path}.{part}.",
            Key = keyPart.Length == 0 ? key + "." : $"{key}.{keyPart}.",
            RootAttribute = RootAttribute < 0 ? user.Attribute : RootAttribute,
        };
    }
}
