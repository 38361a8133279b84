using Layerwright.Testing.Compiling;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Random networks of neighbouring seeds, compiled together: fused as users get them, and with fusion switched off.</summary>
public sealed class CompiledSet
{
    private readonly Lazy<LoadedAssembly> _fused;
    private readonly Lazy<LoadedAssembly> _unfused;

    public CompiledSet(IEnumerable<NetworkSpec> networks)
    {
        Networks = [.. networks];
        _fused = new(() => Compile(fuse: true));
        _unfused = new(() => Compile(fuse: false));
    }

    /// <summary>The descriptions, by rising seed.</summary>
    public IReadOnlyList<NetworkSpec> Networks { get; }

    /// <summary>The class that the generator wrote for a description.</summary>
    public Type Fused(NetworkSpec network) => _fused.Value.Type(network.Name);

    /// <summary>The same without fusion.</summary>
    public Type Unfused(NetworkSpec network) => _unfused.Value.Type(network.Name);

    private LoadedAssembly Compile(bool fuse)
    {
        var compilation = SourceCompilation.Create(Networks.Select(network => ($"{network.Name}.cs", SpecWriter.Write(network))));
        return LoadedAssembly.Of(GeneratorRun.Of(compilation, fuse).EnsureClean());
    }
}
