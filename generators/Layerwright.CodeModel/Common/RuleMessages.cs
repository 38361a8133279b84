namespace Layerwright.CodeModel.Common;

/// <summary>
/// What each rule says: what, where, and the value that would be right. Formats over <c>Issue.Values</c>. Here and not in the
/// analyzers because the exception of a broken network's skeleton says the same.
/// </summary>
internal static class RuleMessages
{
    private static readonly Dictionary<string, string> _formats = new(StringComparer.Ordinal)
    {
        // type, types to make partial
        [RuleIds.NotPartial] = "The code of '{0}' is generated into its other half: make {1} partial",

        // type, what it is
        [RuleIds.UnsupportedType] = "'{0}' is {1}; a network is a plain partial class: not static, abstract, generic, a record or file-local, and without a primary constructor or required members",

        // type
        [RuleIds.MissingInput] = "'{0}' has no input; put [Input(features)] before its layers",

        // attribute, what is wrong with its place
        [RuleIds.InputNotFirst] = "[{0}] {1}",

        // type, number of parts
        [RuleIds.SplitDeclaration] = "The layers of '{0}' stand on {1} partial declarations, so their order is undefined; put all of them on one",

        // attribute, what is wrong with its place
        [RuleIds.LossNotLast] = "[{0}] {1}",

        // type
        [RuleIds.EmptyNetwork] = "'{0}' has no layers between input and loss; declare at least one, such as [Dense(10)]",

        // layer, argument, found, domain with a right value
        [RuleIds.BadArgument] = "{1} of {0} is {2}; it must be {3}",

        // name or key, what is wrong with it, right one
        [RuleIds.BadName] = "'{0}' {1}; use '{2}'",

        // type argument, why not
        [RuleIds.BadBlock] = "'{0}' cannot be used as a block: {1}",

        // type
        [RuleIds.LayerWithoutNetwork] = "'{0}' has layers but neither [Network] nor [Block], so nothing is generated from them; add [Network]",

        // member
        [RuleIds.MemberCollision] = "'{0}' is the name of a member that is generated for this network; give yours another name",

        // needed, found
        [RuleIds.LanguageVersion] = "The generated code needs C# {0}, but this project is compiled as C# {1}; set LangVersion to {0} or later",

        // layer, input's shape, what it takes
        [RuleIds.WrongRank] = "{0} gets {1}; it takes {2}",

        // layer, input's shape
        [RuleIds.MissingFlatten] = "{0} gets {1}, an image; insert [Flatten] or [GlobalAveragePool2D] before it",

        // layer, input's positions, kernel or window, its size, remedy
        [RuleIds.KernelTooLarge] = "{0} gets {1} input but its {2} is {3}; {4}",

        // layer, argument, groups, what they do not divide, right value
        [RuleIds.GroupsDoNotDivide] = "{1} of {0} is {2}, which does not divide {3}; use {4}",

        // layer, branch's shape, shortcut or input, its shape, remedy
        [RuleIds.ResidualShape] = "The branch of {0} puts out {1} but its {2} is {3}, so they cannot be added; {4}",

        // layer, what does not fit, remedy
        [RuleIds.ConcatShape] = "{0} {1}; {2}",

        // layer, argument, padding, window, right value
        [RuleIds.PoolPaddingTooLarge] = "{1} of {0} is {2}, more than half of its window of {3}; use at most {4}",

        // loss, output shape
        [RuleIds.OutputLossMismatch] = "[{0}] chooses between classes, but the network has {1} output; use [BinaryCrossEntropy], or one output per class",
    };

    /// <summary>The format of a rule's message.</summary>
    public static string Format(string id) => _formats[id];
}
