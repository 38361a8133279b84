namespace Layerwright.Package.Tests;

/// <summary>A package that was made.</summary>
/// <param name="File">Its path.</param>
/// <param name="Said">What the packing said.</param>
internal sealed record Packing(string File, string Said)
{
    /// <summary>
    /// False where the ahead-of-time compiler could not be restored, and the packing says so. One that was restored and is not found
    /// fails it.
    /// </summary>
    public bool HasCompiledAhead => !Said.Contains("none that are compiled ahead", StringComparison.Ordinal);
}
