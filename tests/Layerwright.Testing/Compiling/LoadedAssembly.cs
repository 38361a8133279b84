using System.Reflection;
using System.Runtime.Loader;

namespace Layerwright.Testing.Compiling;

/// <summary>A compilation, emitted to memory and loaded; everything else it needs is the test's own.</summary>
public sealed class LoadedAssembly
{
    private readonly AssemblyLoadContext _context = new("compiled by a test", isCollectible: true);

    private LoadedAssembly(Stream image) => Assembly = _context.LoadFromStream(image);

    /// <summary>The loaded assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Emits and loads; throws with the errors where it does not compile.</summary>
    public static LoadedAssembly Of(GeneratorRun run)
    {
        using var image = new MemoryStream();
        var result = run.Output.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Take(10);
            throw new InvalidOperationException($"Does not compile:\n{string.Join('\n', errors.Select(GeneratedCode.Describe))}");
        }

        image.Position = 0;
        return new LoadedAssembly(image);
    }

    /// <summary>A type by its metadata name.</summary>
    public Type Type(string name) =>
        Assembly.GetType(name) ?? throw new ArgumentException($"The compiled assembly has no type {name}.", nameof(name));
}
