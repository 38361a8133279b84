using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Calls;

/// <summary>
/// An object as far as the code at hand tells: trainers, optimizers and schedules cannot be changed once they are made, so what is
/// not written where they are made has its default.
/// </summary>
/// <param name="Type">Its class.</param>
/// <param name="Site">The creation, or the <c>with</c> that copies another.</param>
/// <param name="Own">What is written there.</param>
/// <param name="Origin">What a <c>with</c> copies.</param>
/// <param name="IsWhole">True where the creation is known too: then settings that are not written have their defaults.</param>
internal sealed record ObjectValue(INamedTypeSymbol Type, IOperation Site, IReadOnlyList<Setting> Own, ObjectValue? Origin, bool IsWhole)
{
    /// <summary>The setting that counts: the last one written; null where none is.</summary>
    public Setting? this[string name] =>
        Own.LastOrDefault(setting => string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase)) ?? Origin?[name];

    /// <summary>True where the object is known to have the default.</summary>
    public bool HasDefault(string name) => IsWhole && this[name] is null;
}
