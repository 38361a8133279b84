using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>Placeholder of the contract; see the Runtime room's work.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterStore
{
}
