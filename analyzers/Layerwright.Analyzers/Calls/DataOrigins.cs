using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>Follows data sets through a body of code: locals, splits, views, normalisers' copies.</summary>
internal static class DataOrigins
{
    public const string Dataset = nameof(Dataset);
    public const string Normalizer = nameof(Normalizer);

    private const string Split = nameof(Split);
    private const string Subset = nameof(Subset);
    private const string AsTrainingSet = nameof(AsTrainingSet);
    private const string Apply = nameof(Apply);
    private const string Train = nameof(Train);

    /// <summary>No honest chain is longer; a circle of locals (in code that does not compile) is endless.</summary>
    private const int LongestChain = 64;

    /// <summary>Where a data set's rows come from; null where that is not known or changes.</summary>
    public static DataOrigin? Origin(this CallBody body, IOperation? value) => value is null ? null : Origin(body, value, 0);

    /// <summary>The call that made the data of which a value shows all rows or some, as they were made; null where that is not here, or where they were changed.</summary>
    public static IInvocationOperation? Source(this CallBody body, IOperation value)
    {
        var source = body.Trace(value);
        for (int i = 0; i < LongestChain; i++)
        {
            if (body.TakenFrom(source) is { } part)
            {
                source = body.Trace(part.Value);
            }
            else if (source is IPropertyReferenceOperation { Instance: { } split } && LibraryTypes.Is(split.Type, "DataSplit"))
            {
                source = body.Trace(split);
            }
            else if (source is IInvocationOperation { Instance: { } whole } view && IsView(view))
            {
                source = body.Trace(whole);
            }
            else
            {
                break;
            }
        }

        return source as IInvocationOperation;
    }

    private static DataOrigin? Origin(CallBody body, IOperation value, int depth)
    {
        if (depth > LongestChain)
        {
            return null;
        }

        if (body.TakenFrom(value) is { } taken)
        {
            return Part(body, taken.Value, taken.Part!.Value, depth);
        }

        switch (body.Trace(value))
        {
            case ILocalReferenceOperation local:
                return body.Changes(local.Local) ? null : new DataOrigin([local.Local]);
            case IParameterReferenceOperation parameter:
                return body.Changes(parameter.Parameter) ? null : new DataOrigin([parameter.Parameter]);
            case IPropertyReferenceOperation { Instance: { } split } property when LibraryTypes.Is(split.Type, "DataSplit"):
                return Part(body, split, property.Property.Name == Train ? 0 : 1, depth);
            case IMemberReferenceOperation member:
                return OfMember(body, member, depth);
            case IInvocationOperation call:
                return OfCall(body, call, depth);
            case IObjectCreationOperation creation:
                return new DataOrigin([creation]);
            default:
                return null;
        }
    }

    /// <summary>A field or property: the same as long as nobody here writes it, and of the same object.</summary>
    private static DataOrigin? OfMember(CallBody body, IMemberReferenceOperation member, int depth)
    {
        if (body.Changes(member.Member))
        {
            return null;
        }

        return member.Instance is null or IInstanceReferenceOperation
            ? new DataOrigin([member.Member])
            : Origin(body, member.Instance, depth + 1)?.Then(member.Member);
    }

    private static DataOrigin? OfCall(CallBody body, IInvocationOperation call, int depth)
    {
        if (call.Instance is { } whole && IsView(call))
        {
            var origin = Origin(body, whole, depth + 1);
            return call.TargetMethod.Name == Subset ? origin?.Then(call) : origin;
        }

        // A normaliser's copy has the same rows at another scale.
        return call.TargetMethod.Name == Apply && LibraryTypes.IsOrDerives(call.TargetMethod.ContainingType, Normalizer) && call.Arguments.Length == 1
            ? Origin(body, call.Arguments[0].Value, depth + 1)
            : new DataOrigin([call]);
    }

    /// <summary>A part of what a call returns: of a split, of a tuple.</summary>
    private static DataOrigin? Part(CallBody body, IOperation whole, int part, int depth) => body.Trace(whole) switch
    {
        IInvocationOperation { Instance: { } data, TargetMethod.Name: Split } split when IsDataset(data.Type) =>
            Origin(body, data, depth + 1)?.Then(new DataPart(split, part)),
        IInvocationOperation call => new DataOrigin([new DataPart(call, part)]),
        ITupleOperation tuple when part < tuple.Elements.Length => Origin(body, tuple.Elements[part], depth + 1),
        var other => Origin(body, other, depth + 1)?.Then(new DataPart(Split, part)),
    };

    /// <summary>Shows rows of a data set as they are, all or some.</summary>
    private static bool IsView(IInvocationOperation call) =>
        IsDataset(call.Instance?.Type) && call.TargetMethod.Name is Split or Subset or AsTrainingSet;

    private static bool IsDataset(ITypeSymbol? type) => LibraryTypes.IsOrDerives(type, Dataset);
}
