using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>How many rows a data set has, where it is made here from arrays of a known size.</summary>
internal static class DatasetRows
{
    private const string Dataset = nameof(Dataset);

    /// <summary>The rows; null where they are not known.</summary>
    public static double? Of(CallBody body, IOperation data)
    {
        if (body.TakenFrom(data) is { Part: { } part } taken)
        {
            return Part(body, taken.Value, isTrain: part == 0);
        }

        return body.Trace(data) switch
        {
            IPropertyReferenceOperation { Instance: { } split } property => Part(body, split, property.Property.Name == "Train"),
            IInvocationOperation call when LibraryTypes.IsOrDerives(call.TargetMethod.ContainingType, Dataset) => OfCall(body, call),
            _ => null,
        };
    }

    private static double? OfCall(CallBody body, IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AsTrainingSet" when call.Instance is { } whole => Of(body, whole),
        "FromLabels" => Rows(body, call, "labels", "labelsPerRow"),
        "FromTargets" => Rows(body, call, "targets", "outputLength"),
        _ => null,
    };

    /// <summary>Of what <c>Split</c> gives, the part to train on or the rest: rounded as the run time rounds.</summary>
    private static double? Part(CallBody body, IOperation split, bool isTrain)
    {
        if (body.Trace(split) is not IInvocationOperation { TargetMethod.Name: "Split", Instance: { } whole } call
            || Of(body, whole) is not { } rows
            || body.Number(CallBody.Argument(call, "trainShare")?.Value) is not { } share)
        {
            return null;
        }

        double train = Math.Round(share * rows, MidpointRounding.AwayFromZero);
        return isTrain ? train : rows - train;
    }

    private static double? Rows(CallBody body, IInvocationOperation call, string array, string perRow)
    {
        var width = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == perRow);
        return CallBody.Argument(call, array) is { } values ? Math.Floor((Length(body, values.Value) / body.Number(width?.Value)) ?? double.NaN) : null;
    }

    private static double? Length(CallBody body, IOperation values) => body.Trace(values) switch
    {
        // An array becomes ReadOnlyMemory by that type's own conversion.
        IConversionOperation conversion => Length(body, conversion.Operand),
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => body.Number(array.DimensionSizes[0]),
        _ => null,
    };
}
