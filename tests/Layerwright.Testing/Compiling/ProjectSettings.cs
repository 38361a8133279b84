using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Testing.Compiling;

/// <summary>What a project sets for generators: MSBuild properties that its build makes visible to the compiler.</summary>
/// <param name="properties">Names and values.</param>
public sealed class ProjectSettings(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Properties(properties.ToDictionary(property => "build_property." + property.Name, property => property.Value, AnalyzerConfigOptions.KeyComparer));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
