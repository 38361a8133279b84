using System.Diagnostics;

namespace Layerwright;

/// <summary>A state dictionary in a debugger: its entries, without keys beside them.</summary>
internal sealed class StateDictionaryView(StateDictionary state)
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public StateEntry[] Entries => [.. state.Values];
}
