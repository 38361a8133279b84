using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.Analyzers.Rules;

/// <summary>What a fix does to one argument of a layer.</summary>
/// <param name="Name">The argument, by its parameter's or property's name.</param>
/// <param name="Value">A whole number or an enumeration's member; null: the argument goes and its default holds.</param>
internal sealed record ArgumentChange(string Name, object? Value)
{
    private const char Between = ';', Is = '=';

    /// <summary>The value as C# writes it.</summary>
    private string Code => Value is Enum member ? $"{member.GetType().Name}.{member}" : string.Format(CultureInfo.InvariantCulture, "{0}", Value);

    /// <summary>The changes as a diagnostic hands them to its fix; null where there are none.</summary>
    public static string? Write(IReadOnlyCollection<ArgumentChange> changes) => changes.Count == 0
        ? null
        : string.Join(Between.ToString(), changes.Select(change => change.Value is null ? change.Name : $"{change.Name}{Is}{change.Code}"));

    /// <summary>The changes as the fix reads them: what each argument becomes, null for one that goes.</summary>
    public static IReadOnlyList<(string Name, string? Code)> Read(string text) =>
        text.Split(Between).Select(change => change.Split(Is)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : null)).ToList();

    /// <summary>What the changes write, for a message: <c>Stride = 2, Pad = 1</c>.</summary>
    public static string InWords(IEnumerable<ArgumentChange> changes) =>
        string.Join(", ", changes.Where(change => change.Value is not null).Select(change => $"{change.Name} = {change.Code}"));

    /// <summary>The layer with its arguments changed.</summary>
    public static LayerDeclaration Apply(LayerDeclaration layer, IReadOnlyList<ArgumentChange> changes) => layer with
    {
        Arguments = layer.Arguments
            .Where(argument => !changes.Any(change => string.Equals(change.Name, argument.Name, StringComparison.OrdinalIgnoreCase)))
            .Concat(changes.Where(change => change.Value is not null).Select(change => new Argument(change.Name, Plain(change.Value!))))
            .ToEquatableArray(),
    };

    private static object Plain(object value) => value is Enum ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : value;
}
