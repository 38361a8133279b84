using System.Globalization;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>
/// One body of code (a method with its lambdas and local functions, an initialiser, a program's top level) as the rules of calls see
/// it: what is made of the library's types, what is called on them, and what values reach them by way of local variables.
/// </summary>
internal sealed class CallBody
{
    /// <summary>No honest chain of locals is longer; a circle of them (in code that does not compile) is endless.</summary>
    private const int LongestTrace = 64;

    private readonly NetworkTypes _networks;
    private readonly Lazy<LocalValues> _locals;
    private readonly Lazy<SymbolWrites> _writes;
    private readonly Dictionary<IOperation, ObjectValue?> _objects = [];

    /// <param name="operations">Everything in the body, outer before inner, in the order of the text.</param>
    /// <param name="networks">The networks of the compilation.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public CallBody(IReadOnlyList<IOperation> operations, NetworkTypes networks, CancellationToken cancellationToken)
    {
        Operations = operations;
        CancellationToken = cancellationToken;
        _networks = networks;
        _locals = new(() => new LocalValues(operations));
        _writes = new(() => new SymbolWrites(operations));
        Trainings = TrainingReader.Read(this).Where(site => !NetworkTypes.IsNetwork(site.NetworkType) || Network(site.NetworkType) is not null).ToList();
    }

    /// <summary>Everything in the body, outer before inner, in the order of the text.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The places at which a network and an optimizer meet; not those of a network with errors, of which there is enough to say.</summary>
    public IReadOnlyList<TrainingSite> Trainings { get; }

    /// <summary>True for code that makes or calls something of the library: all else is no rule's concern.</summary>
    public static bool IsConcerned(IOperation operation) => operation switch
    {
        IObjectCreationOperation or IWithOperation => LibraryTypes.IsOurs(operation.Type) || LibraryTypes.IsOrDerives(operation.Type, "Schedule"),
        IInvocationOperation call => LibraryTypes.IsOurs(call.TargetMethod.ContainingType) || LibraryTypes.IsOurs(call.Type) || FittingMethods.IsRepeated(call),
        _ => false,
    };

    /// <summary>What a type's network is; null where it is none, or one with errors.</summary>
    public InferredNetwork? Network(ITypeSymbol? type) => _networks.Of(type, CancellationToken);

    /// <summary>Objects of a library's type, or of one that derives from it, that are made or copied here.</summary>
    public IEnumerable<ObjectValue> Objects(string type) => Operations
        .Where(operation => operation is IObjectCreationOperation or IWithOperation && LibraryTypes.IsOrDerives(operation.Type, type))
        .Select(Object)
        .OfType<ObjectValue>();

    /// <summary>Calls of a method of a library's type; of any type where <paramref name="type"/> is null, as generated members are.</summary>
    public IEnumerable<IInvocationOperation> Calls(string? type, string method) => Operations
        .OfType<IInvocationOperation>()
        .Where(call => call.TargetMethod.Name == method && (type is null || LibraryTypes.Is(call.TargetMethod.ContainingType, type)));

    /// <summary>An argument that is written; null where the parameter has its default.</summary>
    public static IArgumentOperation? Argument(IInvocationOperation call, string name) => Written(call.Arguments, name);

    /// <summary>An argument of a constructor that is written; null where the parameter has its default.</summary>
    public static IArgumentOperation? Argument(IObjectCreationOperation creation, string name) => Written(creation.Arguments, name);

    /// <summary>Where a value comes from: through conversions and locals that are written once.</summary>
    public IOperation Trace(IOperation value)
    {
        for (int i = 0; i < LongestTrace; i++)
        {
            if (value is IConversionOperation { Conversion.IsUserDefined: false } conversion)
            {
                value = conversion.Operand;
            }
            else if (value is ILocalReferenceOperation reference && _locals.Value.Of(reference.Local) is { Part: null } written)
            {
                value = written.Value;
            }
            else
            {
                break;
            }
        }

        return value;
    }

    /// <summary>What a local was taken out of, where <c>var (a, b) = …</c> fills it: the whole, and which part it is.</summary>
    public LocalValue? TakenFrom(IOperation value) =>
        Trace(value) is ILocalReferenceOperation reference && _locals.Value.Of(reference.Local) is { Part: not null } part ? part : null;

    /// <summary>True for a symbol that may hold one thing here and another there.</summary>
    public bool Changes(ISymbol symbol) => _writes.Value.Changes(symbol);

    /// <summary>A number that is known when the code is compiled; null for all others.</summary>
    public double? Number(IOperation? value) => value is null ? null
        : ConstantOf(value) ?? Trace(value) switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => -Number(minus.Operand),
            var traced => ConstantOf(traced),
        };

    /// <summary>True for a value that is known to be null (or a type's default).</summary>
    public bool IsNull(IOperation value) =>
        Trace(value) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation { Type.IsReferenceType: true };

    /// <summary>The object a value is, where the code that makes it is here; null where that is not known.</summary>
    public ObjectValue? Object(IOperation? value)
    {
        if (value is null)
        {
            return null;
        }

        var source = Trace(value);
        if (!_objects.TryGetValue(source, out var known))
        {
            _objects[source] = known = source switch
            {
                IObjectCreationOperation { Type: INamedTypeSymbol type } creation => new(type, creation, OfCreation(creation), null, IsWhole: true),
                IWithOperation { Type: INamedTypeSymbol type } copy => OfCopy(copy, type),
                _ => null,
            };
        }

        return known;
    }

    private ObjectValue OfCopy(IWithOperation copy, INamedTypeSymbol type)
    {
        var origin = Object(copy.Operand);
        return new(origin?.Type ?? type, copy, OfInitializer(copy.Initializer).ToList(), origin, origin?.IsWhole ?? false);
    }

    private static List<Setting> OfCreation(IObjectCreationOperation creation) => creation.Arguments
        .Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null })
        .Select(argument => new Setting(argument.Parameter!.Name, argument.Value, argument.Syntax))
        .Concat(OfInitializer(creation.Initializer))
        .ToList();

    private static IEnumerable<Setting> OfInitializer(IObjectOrCollectionInitializerOperation? initializer) =>
        (initializer?.Initializers ?? [])
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation)
            .Select(assignment => new Setting(((IPropertyReferenceOperation)assignment.Target).Property.Name, assignment.Value, assignment.Syntax));

    private static IArgumentOperation? Written(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == name);

    private static double? ConstantOf(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant and not string and not bool and not char }
        ? Convert.ToDouble(constant, CultureInfo.InvariantCulture)
        : null;
}
