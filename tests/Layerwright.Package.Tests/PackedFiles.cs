using System.IO.Compression;
using System.Xml.Linq;

namespace Layerwright.Package.Tests;

/// <summary>The files in a package.</summary>
internal sealed class PackedFiles(string path)
{
    /// <summary>Names in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; } = ReadNames(path);

    public byte[] Bytes(string name)
    {
        using var package = ZipFile.OpenRead(path);
        var entry = package.GetEntry(name);
        Assert.True(entry is not null, $"{Path.GetFileName(path)} holds no {name}.");
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public string Text(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(name)));
        return reader.ReadToEnd();
    }

    /// <summary>What the package says of itself.</summary>
    public XElement Metadata() =>
        XDocument.Parse(Text(Names.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!.Elements().Single();

    private static string[] ReadNames(string path)
    {
        using var package = ZipFile.OpenRead(path);
        return [.. package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }
}
