using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>LW0006: a network has at most one loss, and it stands last; a block has none.</summary>
internal static class LossCheck
{
    /// <summary>Marks the issue that moving the loss mends.</summary>
    public const string MoveLast = "last";

    /// <summary>Judges one chain: the network's own layers or a block's. An issue's attribute is the one in that chain.</summary>
    public static IEnumerable<Issue> Run(EquatableArray<LayerDeclaration> chain, bool isBlock)
    {
        int losses = 0;
        for (int i = 0; i < chain.Count; i++)
        {
            if (!IsLoss(chain[i]))
            {
                continue;
            }

            losses++;

            // A second loss behind the first is its own fault, not that the first is not last.
            bool isLast = chain.Skip(i + 1).All(IsLoss);
            string? fault = isBlock ? "stands in a block, but the loss belongs to the network; move it there"
                : losses > 1 ? "is a second loss, and a network has one; keep one"
                : !isLast ? "must stand behind all layers: it takes what the network outputs; move it last"
                : null;
            if (fault is not null)
            {
                yield return new Issue(RuleIds.LossNotLast, chain[i].Attribute, null, EquatableArray.Of(chain[i].Kind, fault))
                {
                    Suggestion = !isBlock && losses == 1 ? MoveLast : null,
                };
            }
        }
    }

    private static bool IsLoss(LayerDeclaration layer) => LayerRoles.RoleOf(layer) == LayerRole.Loss;
}
