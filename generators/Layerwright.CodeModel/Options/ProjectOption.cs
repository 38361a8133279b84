using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.CodeModel.Options;

/// <summary>A setting of a whole project: an MSBuild property that the compiler hands on.</summary>
/// <param name="Property">Its name in the project file.</param>
/// <param name="Values">What it can be.</param>
/// <param name="Default">What it is where it is not set.</param>
/// <param name="Meaning">What it does, for the table of options.</param>
internal sealed record ProjectOption(string Property, EquatableArray<string> Values, string Default, string Meaning)
{
    /// <summary>What the compiler calls a property's value.</summary>
    public const string KeyPrefix = "build_property.";

    /// <summary>Its name among the compiler's options.</summary>
    public string Key => KeyPrefix + Property;

    /// <summary>The value as <see cref="Values"/> spells it; null where it is none of them.</summary>
    public string? Read(string text)
    {
        string written = text.Trim();
        return Values.FirstOrDefault(value => string.Equals(value, written, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the project says; the default where it says nothing, or what cannot be (LW0014 says so).</summary>
    public string Of(AnalyzerConfigOptions options) =>
        options.TryGetValue(Key, out string? text) && Read(text) is { } value ? value : Default;
}
