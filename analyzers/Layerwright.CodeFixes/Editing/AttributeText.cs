namespace Layerwright.CodeFixes.Editing;

/// <summary>An attribute to be written, with the comments that come with it.</summary>
/// <param name="Attribute">Name and arguments, without brackets.</param>
/// <param name="Above">Comment lines above it, <c>\n</c> between them, or "".</param>
/// <param name="InFront">Comments that end, before it on its line, or "".</param>
/// <param name="Behind">What follows it on its line: comments with the space before them, or "".</param>
internal sealed record AttributeText(string Attribute, string Above, string InFront, string Behind)
{
    public AttributeText(string attribute)
        : this(attribute, "", "", "")
    {
    }

    /// <summary>Among others on one line: comments in the form that ends.</summary>
    public string InLine => Spaced(CommentText.Inline($"{Above}\n{InFront}\n{Behind}")) + Attribute;

    /// <summary>On lines of its own, without the last line break.</summary>
    public string OnLines(string indentation, string lineBreak)
    {
        string above = Above.Length == 0 ? "" : string.Concat(Above.Split('\n').Select(line => indentation + line + lineBreak));
        return $"{above}{indentation}{Spaced(InFront)}[{Attribute}]{Behind}";
    }

    private static string Spaced(string comments) => comments.Length == 0 ? "" : comments + " ";
}
