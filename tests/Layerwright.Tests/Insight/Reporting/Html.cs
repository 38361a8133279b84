using System.Xml;
using System.Xml.Linq;

namespace Layerwright.Tests.Insight.Reporting;

/// <summary>Reads a page as XML, which it must be.</summary>
internal static class Html
{
    public static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
