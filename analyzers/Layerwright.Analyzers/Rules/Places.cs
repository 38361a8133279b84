using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.Analyzers.Rules;

/// <summary>Turns a layer at one place of use into the place of a diagnostic.</summary>
internal static class Places
{
    /// <summary>A finding on a layer, or where branches meet on the one that brings them in: on its attribute, or on the one that brings its block in, with the block's as additional location.</summary>
    public static Finding Finding(string id, FlowNode node, string? argument, params string[] values) =>
        new(new Issue(id, node.RootAttribute, argument, EquatableArray.Of(values))
        {
            Block = node.Block,
            BlockAttribute = node.BlockAttribute,
        });
}
