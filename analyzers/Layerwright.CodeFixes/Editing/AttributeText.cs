namespace Layerwright.CodeFixes.Editing;

/// <summary>An attribute to be written, with the comments that come with it.</summary>
/// <param name="Attribute">Name and arguments, without brackets.</param>
/// <param name="Above">Comment lines above it, <c>\n</c> between them, or "".</param>
/// <param name="Behind">What follows it on its line: a comment with the space before it, or "".</param>
internal sealed record AttributeText(string Attribute, string Above, string Behind)
{
    public AttributeText(string attribute)
        : this(attribute, "", "")
    {
    }

    /// <summary>Among others on one line: comments in the form that ends.</summary>
    public string InLine => string.Concat(Comments.Select(comment => $"/* {comment} */ ")) + Attribute;

    private IEnumerable<string> Comments => Above.Split('\n').Append(Behind)
        .Select(comment => comment.Trim().TrimStart('/').Trim())
        .Where(comment => comment.Length > 0);

    /// <summary>On lines of its own, without the last line break.</summary>
    public string OnLines(string indentation, string lineBreak)
    {
        string above = Above.Length == 0 ? "" : string.Concat(Above.Split('\n').Select(line => indentation + line + lineBreak));
        return $"{above}{indentation}[{Attribute}]{Behind}";
    }
}
