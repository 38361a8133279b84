using System.Collections.Immutable;
using System.Numerics.Tensors;
using Microsoft.CodeAnalysis;

namespace Layerwright.Testing.Compiling;

/// <summary>What a user's project refers to: the SDK's reference assemblies and the library with its one dependency.</summary>
public static class ReferenceSet
{
    /// <summary>The reference assemblies of the framework alone: a project that does not know the library.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
        [.. Directory.GetFiles(Repository.ReferenceAssemblies, "*.dll").Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The framework and the library.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. Framework,
        MetadataReference.CreateFromFile(typeof(TensorPrimitives).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location),
    ];
}
