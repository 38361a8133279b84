using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>How often a body of code writes locals, parameters, fields and properties.</summary>
internal sealed class SymbolWrites
{
    private readonly Dictionary<ISymbol, int> _counts = new(SymbolEqualityComparer.Default);

    /// <param name="operations">Everything in the body.</param>
    public SymbolWrites(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is not null:
                    Count(declarator.Symbol);
                    break;
                case IAssignmentOperation assignment:
                    Write(assignment.Target);
                    break;
                case IIncrementOrDecrementOperation step:
                    Write(step.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    Write(argument.Value);
                    break;
            }
        }
    }

    /// <summary>True for what may hold one thing here and another there: a parameter comes with a value, all else is written once.</summary>
    public bool Changes(ISymbol symbol) => _counts.TryGetValue(symbol, out int count) && count > (symbol is IParameterSymbol ? 0 : 1);

    private void Write(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Count(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                Count(parameter.Parameter);
                break;
            case IMemberReferenceOperation member:
                Count(member.Member);
                break;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Write(element);
                }

                break;
        }
    }

    private void Count(ISymbol symbol) => _counts[symbol] = (_counts.TryGetValue(symbol, out int count) ? count : 0) + 1;
}
