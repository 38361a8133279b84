using System.Collections.Immutable;
using System.Globalization;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.CodeModel.Declarations.Parsing;

/// <summary>
/// Reads a class's layers and every block that they reach, through other blocks, files and assemblies. What it returns has no
/// circles: a block that contains itself is cut there. Finds LW0010.
/// </summary>
internal sealed class BlockCollector(INamedTypeSymbol root, CancellationToken cancellationToken)
{
    // Everything after this stage walks blocks recursively too.
    private const int MaxDepth = 64;

    private readonly Dictionary<string, BlockDeclaration> _blocks = new(StringComparer.Ordinal);
    private readonly List<INamedTypeSymbol> _open = [];
    private readonly List<Issue> _issues = [];

    // The root's attribute through which the collector came to where it is.
    private int _rootAttribute = -1;

    /// <summary>By name, so that they do not tell who used them first.</summary>
    public EquatableArray<BlockDeclaration> Blocks => _blocks.Count == 0
        ? EquatableArray<BlockDeclaration>.Empty
        : _blocks.Values.OrderBy(block => block.FullName, StringComparer.Ordinal).ToEquatableArray();

    public IReadOnlyList<Issue> Issues => _issues;

    /// <summary>The root's own layers.</summary>
    public EquatableArray<LayerDeclaration> ReadRoot() => ReadLayers(root, null);

    private EquatableArray<LayerDeclaration> ReadLayers(INamedTypeSymbol type, string? block)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _open.Add(type.OriginalDefinition);
        var layers = ImmutableArray.CreateBuilder<LayerDeclaration>();
        var attributes = type.GetAttributes();
        for (int i = 0; i < attributes.Length; i++)
        {
            if (!KnownAttributes.IsLayer(attributes[i].AttributeClass))
            {
                continue;
            }

            if (block is null)
            {
                _rootAttribute = i;
            }

            layers.Add(AttributeReader.ReadLayer(attributes[i], i, ReadBlocks(attributes[i].AttributeClass!.TypeArguments, i, block)));
        }

        if (block is not null && TypeChecks.Split(type, attributes) is { } split)
        {
            AddIssue(split, split.Attribute, block);
        }

        _open.RemoveAt(_open.Count - 1);
        return new(layers.ToImmutable());
    }

    private EquatableArray<string> ReadBlocks(ImmutableArray<ITypeSymbol> arguments, int attribute, string? user) => arguments.IsEmpty
        ? EquatableArray<string>.Empty
        : arguments.Select(argument => ReadBlock(argument, attribute, user)).ToEquatableArray();

    /// <summary>Reads the block of a type argument and returns its full name, or <see cref="LayerDeclaration.NoBlock"/>.</summary>
    private string ReadBlock(ITypeSymbol argument, int attribute, string? user)
    {
        if (argument.TypeKind == TypeKind.Error)
        {
            return LayerDeclaration.NoBlock; // the compiler has said so
        }

        if (argument is not INamedTypeSymbol { TypeKind: TypeKind.Class } block)
        {
            Bad(argument, attribute, user, "it is not a class with layers");
            return LayerDeclaration.NoBlock;
        }

        int open = _open.FindIndex(type => SymbolEqualityComparer.Default.Equals(type, block.OriginalDefinition));
        if (open >= 0)
        {
            string circle = string.Join(" → ", _open.Skip(open).Append(block).Select(type => type.Name));

            // A circle through the root is the root's own fault, whichever block closes it.
            bool isRoots = open == 0;
            Bad(block, isRoots ? _rootAttribute : attribute, isRoots ? null : user, $"it would contain itself ({circle})");
            return LayerDeclaration.NoBlock;
        }

        if (_open.Count > MaxDepth)
        {
            Bad(block, attribute, user, $"blocks are nested deeper than {MaxDepth.ToString(CultureInfo.InvariantCulture)}");
            return LayerDeclaration.NoBlock;
        }

        string name = TypeReader.BlockName(block, root);
        if (!block.GetAttributes().Any(candidate => KnownAttributes.IsBlock(candidate.AttributeClass)))
        {
            Bad(block, attribute, user, "it has no [Block]");
        }

        if (!_blocks.ContainsKey(name))
        {
            _blocks[name] = new BlockDeclaration(name, block.Name, EquatableArray<LayerDeclaration>.Empty);
            _blocks[name] = new BlockDeclaration(name, block.Name, ReadLayers(block.OriginalDefinition, name));
        }

        return name;
    }

    private void Bad(ITypeSymbol argument, int attribute, string? user, string reason)
    {
        string name = argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        AddIssue(new Issue(RuleIds.BadBlock, attribute, null, EquatableArray.Of(name, reason)), attribute, user);
    }

    private void AddIssue(Issue issue, int attribute, string? block) =>
        _issues.Add(block is null ? issue : issue with { Attribute = _rootAttribute, Block = block, BlockAttribute = attribute });
}
