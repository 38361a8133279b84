using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>LW0003 and LW0004: a network has one input, and it stands first; a block has none.</summary>
internal static class InputCheck
{
    /// <summary>Marks the issue that moving the input mends.</summary>
    public const string MoveFirst = "first";

    /// <summary>Judges one chain: the network's own layers or a block's. An issue's attribute is the one in that chain.</summary>
    public static IEnumerable<Issue> Run(NetworkDeclaration declaration, EquatableArray<LayerDeclaration> chain, bool isBlock)
    {
        int inputs = 0;
        for (int i = 0; i < chain.Count; i++)
        {
            if (LayerRoles.RoleOf(chain[i]) != LayerRole.Input)
            {
                continue;
            }

            inputs++;
            string? fault = isBlock ? "stands in a block, but a block takes its shape from where it is used; put the input on the network"
                : inputs > 1 ? "is a second input, and several inputs are not supported yet; keep one"
                : i > 0 ? "must stand before all layers; move it first"
                : null;
            if (fault is not null)
            {
                yield return new Issue(RuleIds.InputNotFirst, chain[i].Attribute, null, EquatableArray.Of(chain[i].Kind, fault))
                {
                    Suggestion = !isBlock && inputs == 1 ? MoveFirst : null,
                };
            }
        }

        if (inputs == 0 && !isBlock && !declaration.HasUnknownAttribute)
        {
            yield return new Issue(RuleIds.MissingInput, declaration.MarkerAttribute, null, EquatableArray.Of(declaration.Type.Name))
            {
                Suggestion = Width(declaration).ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    /// <summary>Any width will do for most networks; where blocks come first, what they put out suits a residual sum.</summary>
    private static int Width(NetworkDeclaration declaration)
    {
        var first = declaration.Layers.FirstOrDefault(layer => LayerRoles.RoleOf(layer) == LayerRole.Hidden);
        if (first is not { Blocks.Count: > 0 })
        {
            return 1;
        }

        var block = declaration.Blocks.FirstOrDefault(candidate => candidate.FullName == first.Blocks[0]);
        int units = block?.Layers.Select(layer => new LayerArguments(layer).Int("units", 0)).LastOrDefault(width => width > 0) ?? 0;
        return Math.Max(1, units);
    }
}
