using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Declarations;

/// <summary>What the user wrote, copied out of Roslyn's symbols: the compiler's input. Value-equal, holds no symbol.</summary>
/// <param name="Type">The class and what surrounds it.</param>
/// <param name="Options">Arguments of <c>[Network]</c>.</param>
/// <param name="Layers">Inputs, layers and losses in the order of declaration.</param>
/// <param name="Blocks">Every block that is reached, through blocks too, sorted by <see cref="BlockDeclaration.FullName"/>.</param>
/// <param name="UserMembers">Names of the class's members that the user wrote (constructors by signature: <c>.ctor()</c>, <c>.ctor(ulong)</c>).</param>
/// <param name="Issues">What is wrong with the class itself (LW0001, LW0002, LW0005, LW0010, LW0013): all that only Roslyn can see.</param>
internal sealed record NetworkDeclaration(
    TypeDeclaration Type,
    NetworkOptions Options,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<BlockDeclaration> Blocks,
    EquatableArray<string> UserMembers,
    EquatableArray<Issue> Issues)
{
    /// <summary>True where the class is a <c>[Block]</c> that is judged alone: it has no input and no loss of its own, and nothing is generated.</summary>
    public bool IsBlock { get; init; }

    /// <summary>Place of <c>[Network]</c> or <c>[Block]</c> among the class's attributes; −1 where there is neither.</summary>
    public int MarkerAttribute { get; init; } = -1;

    /// <summary>True where the class carries an attribute that the compiler does not know: it may be a misspelt layer, so nothing is said to be missing.</summary>
    public bool HasUnknownAttribute { get; init; }
}

/// <summary>The network's class.</summary>
/// <param name="Namespace">Its namespace as it is written in code, or "" for the global one.</param>
/// <param name="ContainingTypes">Declarations of the types around it, outermost first: <c>partial class Outer</c>, keyword names escaped.</param>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="FullName">Its metadata name with namespace and containing types (<c>+</c> between nested ones): the hint name's stem.</param>
internal sealed record TypeDeclaration(string Namespace, EquatableArray<string> ContainingTypes, string Name, string FullName);

/// <summary>Arguments of <c>[Network]</c>.</summary>
/// <param name="InputGradient">Also yield the gradient of the input.</param>
/// <param name="Training">False: prediction only.</param>
/// <param name="Winograd">Minimal filtering where it is quicker; null where the project decides.</param>
internal sealed record NetworkOptions(bool InputGradient = false, bool Training = true, bool? Winograd = null);

/// <summary>A class marked <c>[Block]</c> (or that should be), as data.</summary>
/// <param name="FullName">Metadata name with namespace.</param>
/// <param name="DisplayName">Its short name, for messages.</param>
/// <param name="Layers">Its layers in order.</param>
internal sealed record BlockDeclaration(string FullName, string DisplayName, EquatableArray<LayerDeclaration> Layers);

/// <summary>One layer attribute as written.</summary>
/// <param name="Kind">The attribute's name without <c>Attribute</c>: <c>Dense</c>, <c>Residual</c>.</param>
/// <param name="Attribute">Its place among all attributes of the class (<c>ISymbol.GetAttributes()</c>): how a diagnostic finds its syntax again.</param>
/// <param name="Arguments">The arguments that are written, positional ones under their parameter's name.</param>
/// <param name="Blocks">Type arguments: full names of blocks. One that is not in <see cref="NetworkDeclaration.Blocks"/> (<see cref="NoBlock"/>) is no
/// block, or would close a circle: LW0010 or the compiler has said so.</param>
internal sealed record LayerDeclaration(
    string Kind, int Attribute, EquatableArray<Argument> Arguments, EquatableArray<string> Blocks)
{
    /// <summary>Stands for a type argument that brings no layers.</summary>
    public const string NoBlock = "";

    /// <summary>True where the compiler could not bind the attribute (and says so): arguments may be missing.</summary>
    public bool IsMalformed { get; init; }
}

/// <summary>One written argument.</summary>
/// <param name="Name">Parameter or property name; compared ignoring case (<c>rate</c>, <c>UseBias</c>).</param>
/// <param name="Value">int, double, bool, string, an enum's underlying int, or null where the compiler could not read it.</param>
internal sealed record Argument(string Name, object? Value);

/// <summary>Something wrong, found by parsing or inference: what the analyzers turn into a diagnostic.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Attribute">The attribute that must change, as in <see cref="LayerDeclaration.Attribute"/>; −1 for the class itself.</param>
/// <param name="Argument">The argument in it that must change, or null.</param>
/// <param name="Values">What the rule's message says in its {0}, {1}, …</param>
internal sealed record Issue(string Id, int Attribute, string? Argument, EquatableArray<string> Values)
{
    /// <summary>The block that holds the fault, where the attribute is the one that brings it in; null otherwise.</summary>
    public string? Block { get; init; }

    /// <summary>The attribute in <see cref="Block"/>, an additional location.</summary>
    public int BlockAttribute { get; init; } = -1;

    /// <summary>The member concerned (LW0012), or null.</summary>
    public string? Member { get; init; }

    /// <summary>The value that would be right, for the fix; null where there is none.</summary>
    public string? Suggestion { get; init; }
}
