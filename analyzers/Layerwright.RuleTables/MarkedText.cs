namespace Layerwright.RuleTables;

/// <summary>A part of a text that is written by this tool, between two marks that a reader does not see.</summary>
/// <param name="name">What the part is called: <c>rules</c>.</param>
internal sealed class MarkedText(string name)
{
    private readonly string _begin = $"<!-- {name}: written by analyzers/Layerwright.RuleTables -->\n", _end = $"<!-- /{name} -->";

    /// <summary>The text with something else between its marks.</summary>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public string Replace(string text, string part)
    {
        int begin = text.IndexOf(_begin, StringComparison.Ordinal), end = text.IndexOf(_end, StringComparison.Ordinal);
        return begin >= 0 && end >= begin
            ? text[..(begin + _begin.Length)] + part + text[end..]
            : throw new InvalidDataException($"The marks '{_begin.Trim()}' and '{_end}' do not stand in the text in this order.");
    }
}
