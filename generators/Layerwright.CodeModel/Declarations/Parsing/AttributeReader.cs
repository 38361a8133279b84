using System.Collections.Immutable;
using System.Globalization;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.CodeModel.Declarations.Parsing;

/// <summary>Copies what an attribute says into plain values.</summary>
internal static class AttributeReader
{
    /// <summary>Reads one layer attribute.</summary>
    /// <param name="attribute">An attribute whose class is a layer's.</param>
    /// <param name="index">Its place among the class's attributes.</param>
    /// <param name="blocks">The full name of each type argument's block.</param>
    public static LayerDeclaration ReadLayer(AttributeData attribute, int index, EquatableArray<string> blocks)
    {
        bool isMalformed = attribute.AttributeConstructor is null;
        int count = PositionalCount(attribute) + attribute.NamedArguments.Length;
        if (count == 0)
        {
            return new(KnownAttributes.Kind(attribute.AttributeClass!), index, EquatableArray<Argument>.Empty, blocks) { IsMalformed = isMalformed };
        }

        var arguments = ImmutableArray.CreateBuilder<Argument>(count);
        foreach (var (name, constant) in Written(attribute))
        {
            isMalformed |= constant.Kind == TypedConstantKind.Error;
            arguments.Add(new Argument(name, Value(constant)));
        }

        return new(KnownAttributes.Kind(attribute.AttributeClass!), index, new(arguments.MoveToImmutable()), blocks) { IsMalformed = isMalformed };
    }

    /// <summary>Reads the arguments of <c>[Network]</c>.</summary>
    public static NetworkOptions ReadOptions(AttributeData? attribute)
    {
        var options = new NetworkOptions();
        if (attribute is null)
        {
            return options;
        }

        foreach (var (name, constant) in Written(attribute))
        {
            if (Value(constant) is bool value)
            {
                options = name switch
                {
                    nameof(NetworkOptions.InputGradient) => options with { InputGradient = value },
                    nameof(NetworkOptions.Training) => options with { Training = value },
                    nameof(NetworkOptions.Winograd) => options with { Winograd = value },
                    _ => options,
                };
            }
        }

        return options;
    }

    private static IEnumerable<(string Name, TypedConstant Value)> Written(AttributeData attribute)
    {
        for (int i = 0; i < PositionalCount(attribute); i++)
        {
            yield return (attribute.AttributeConstructor!.Parameters[i].Name, attribute.ConstructorArguments[i]);
        }

        foreach (var argument in attribute.NamedArguments)
        {
            yield return (argument.Key, argument.Value);
        }
    }

    private static int PositionalCount(AttributeData attribute) =>
        attribute.AttributeConstructor is { } constructor ? Math.Min(constructor.Parameters.Length, attribute.ConstructorArguments.Length) : 0;

    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Enum => EnumValue(constant.Value),
        TypedConstantKind.Primitive => constant.Value switch
        {
            int or double or bool or string => constant.Value,
            float number => (double)number,
            byte or sbyte or short or ushort or uint or long or ulong => Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture),
            _ => null,
        },
        _ => null,
    };

    private static object? EnumValue(object? value) => value is null or int ? value : Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
