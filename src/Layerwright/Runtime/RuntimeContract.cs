using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>The contract between generated code and this library.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuntimeContract
{
    /// <summary>The version this library fulfils: 1 until a package has been published, one more with each change after.</summary>
    public const int Version = 1;
}
