using Layerwright.CodeModel.Common;

namespace Layerwright.Generators;

/// <summary>Full names that another network's differs from only in case: as file names they would be one, and cost every network its file.</summary>
/// <param name="Names">In ordinal order; empty, as a rule.</param>
internal sealed record AlikeNames(EquatableArray<string> Names)
{
    // The first by ordinal name keeps the plain file name; every other one carries a hash.
    public static AlikeNames Of(AllNetworks networks) => new(networks.Declarations
        .Select(declaration => declaration.Type)
        .GroupBy(type => HintName.Of(type, EquatableArray<string>.Empty), StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Select(type => type.FullName).Distinct().OrderBy(name => name, StringComparer.Ordinal).Skip(1))
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray());
}
