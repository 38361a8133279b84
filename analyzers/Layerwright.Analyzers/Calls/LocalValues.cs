using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>What local variables hold, where each is written once and for all.</summary>
internal sealed class LocalValues
{
    private readonly Dictionary<ILocalSymbol, LocalValue?> _values = new(SymbolEqualityComparer.Default);

    /// <param name="operations">Everything in a body of code.</param>
    public LocalValues(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            Read(operation);
        }
    }

    /// <summary>What a local holds; null where that is not known or changes.</summary>
    public LocalValue? Of(ILocalSymbol local) => _values.TryGetValue(local, out var value) ? value : null;

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Write(declarator.Symbol, new LocalValue(initializer.Value));
                break;
            case ISimpleAssignmentOperation assignment:
                Write(assignment.Target, new LocalValue(assignment.Value));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                WriteParts(deconstruction);
                break;
            case ICompoundAssignmentOperation compound:
                Write(compound.Target, null);
                break;
            case ICoalesceAssignmentOperation coalesce:
                Write(coalesce.Target, null);
                break;
            case IIncrementOrDecrementOperation step:
                Write(step.Target, null);
                break;
            case IAddressOfOperation address:
                Write(address.Reference, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Write(argument.Value, null);
                break;
        }
    }

    private void WriteParts(IDeconstructionAssignmentOperation deconstruction)
    {
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is ITupleOperation tuple)
        {
            for (int i = 0; i < tuple.Elements.Length; i++)
            {
                Write(tuple.Elements[i], new LocalValue(deconstruction.Value, i));
            }
        }
    }

    private void Write(IOperation target, LocalValue? value)
    {
        switch (target)
        {
            case ILocalReferenceOperation reference:
                Write(reference.Local, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Write(element, null);
                }

                break;
        }
    }

    /// <summary>A second write makes it unknown.</summary>
    private void Write(ILocalSymbol local, LocalValue? value) => _values[local] = _values.ContainsKey(local) ? null : value;
}

/// <summary>What is written into a local.</summary>
/// <param name="Value">The value.</param>
/// <param name="Part">Which part of it, where it is taken apart: <c>var (train, rest) = data.Split(…)</c>.</param>
internal sealed record LocalValue(IOperation Value, int? Part = null);
