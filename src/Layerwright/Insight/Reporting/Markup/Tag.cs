using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Elements and attributes of a page, in few words.</summary>
internal static class Tag
{
    public static XElement Of(string name, params object?[] content) => new(name, content);

    /// <summary>An element with a class.</summary>
    public static XElement Classed(string name, string @class, params object?[] content) => new(name, Class(@class), content);

    public static XAttribute Class(string value) => new("class", value);

    public static XAttribute Attribute(string name, string value) => new(name, value);

    /// <summary>An attribute that is a length or a place, in hundredths of a pixel.</summary>
    public static XAttribute Attribute(string name, double value) => new(name, Number(value));

    public static XAttribute Percent(string name, double share) => new(name, Number(100 * share) + "%");

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>
    /// Makes a tree readable for both parsers: a browser takes <c>&lt;p /&gt;</c> for an open paragraph, so only void elements
    /// close themselves; and no document may hold control characters or half a surrogate pair.
    /// </summary>
    public static void Normalize(XElement root)
    {
        foreach (XElement element in root.DescendantsAndSelf())
        {
            foreach (XAttribute attribute in element.Attributes())
            {
                attribute.Value = Legal(attribute.Value);
            }

            if (element.IsEmpty && element.Name.LocalName is not ("meta" or "img" or "wbr"))
            {
                element.Value = string.Empty;
            }
        }

        foreach (XText text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = Legal(text.Value);
        }
    }

    private static string Legal(string text)
    {
        int bad = FirstIllegal(text);
        if (bad < 0)
        {
            return text;
        }

        char[] legal = text.ToCharArray();
        for (; bad >= 0; bad = FirstIllegal(legal))
        {
            legal[bad] = '\uFFFD';
        }

        return new string(legal);
    }

    private static int FirstIllegal(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
