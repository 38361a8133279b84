using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that writes the value the analyzer suggests into the marked argument.</summary>
public abstract class ArgumentFix : LayerFix
{
    private readonly string _id;

    private protected ArgumentFix(string id)
        : base(id)
    {
        _id = id;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion is { } value && !target.IsInBlock && Argument(target) is { } argument
            ? [new(Title(Name(target, argument), Text(target, argument, value)), _id)]
            : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Suggestion is { } value && Argument(target) is { } argument
            ? In(target, argument.SyntaxTree, [ArgumentText.Replace(argument, Text(target, argument, value))]).ToList()
            : [];
        return Task.FromResult(edits);
    }

    /// <summary>What a person reads.</summary>
    /// <param name="argument">The argument's name as it is declared.</param>
    /// <param name="value">The value as it will be written.</param>
    private protected abstract string Title(string argument, string value);

    /// <summary>The marked argument.</summary>
    private protected static AttributeArgumentSyntax? Argument(FixTarget target) => target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>();

    private static string Name(FixTarget target, AttributeArgumentSyntax argument)
    {
        if ((argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText is { } written)
        {
            return written;
        }

        int index = target.Attribute!.ArgumentList!.Arguments.IndexOf(argument);
        return target.DataOf(target.Attribute)?.AttributeConstructor?.Parameters.ElementAtOrDefault(index)?.Name ?? "";
    }

    /// <summary>The value as it is written: an enum's by its member.</summary>
    private static string Text(FixTarget target, AttributeArgumentSyntax argument, string value) =>
        target.Model.GetTypeInfo(argument.Expression, target.CancellationToken).ConvertedType is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
        && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => $"{member.ConstantValue}" == value) is { } member
            ? $"{LayerNames.Type(target.Model, argument.SpanStart, type.Name)}.{member.Name}"
            : value;
}
