using System.Globalization;
using System.Text;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.Generators;

/// <summary>Names generated files after the full metadata name. File systems and Roslyn compare them ignoring case.</summary>
internal static class HintName
{
    private const int LongestReadable = 150;

    /// <summary>
    /// <c>Namespace.Outer+Net.g.cs</c>; cut, and with a short hash of the whole name, where it is too long for a file.
    /// </summary>
    public static string Of(TypeDeclaration type)
    {
        var readable = new StringBuilder(type.FullName.Length);
        foreach (char character in type.FullName)
        {
            readable.Append(char.IsLetterOrDigit(character) || character is '.' or '_' or '+' ? character : '_');
        }

        if (readable.Length > LongestReadable)
        {
            readable.Length = LongestReadable;
            readable.Append('.').Append(Hash(type.FullName));
        }

        return readable.Append(".g.cs").ToString();
    }

    /// <summary>The name with the hash of its exact spelling.</summary>
    public static string WithHash(TypeDeclaration type) =>
        Of(type).Replace(".g.cs", $".{Hash(type.FullName)}.g.cs");

    // FNV-1a: stable across processes, which string.GetHashCode is not.
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
