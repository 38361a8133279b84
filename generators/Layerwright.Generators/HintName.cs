using System.Globalization;
using System.Text;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.Generators;

/// <summary>Names generated files after the full metadata name. File systems and Roslyn compare them ignoring case.</summary>
internal static class HintName
{
    private const int LongestReadable = 150;

    /// <summary>
    /// <c>Namespace.Outer+Net.g.cs</c>; cut, and with a short hash of the whole name, where it is too long for a file.
    /// </summary>
    /// <param name="type">The network's class.</param>
    /// <param name="alike">Full names that another network's differs from only in case: they carry the hash of their exact spelling.</param>
    public static string Of(TypeDeclaration type, EquatableArray<string> alike)
    {
        var readable = new StringBuilder(type.FullName.Length);
        foreach (char character in type.FullName)
        {
            readable.Append(char.IsLetterOrDigit(character) || character is '.' or '_' or '+' ? character : '_');
        }

        bool isLong = readable.Length > LongestReadable;
        if (isLong || alike.Contains(type.FullName))
        {
            readable.Length = isLong ? LongestReadable : readable.Length;
            readable.Append('.').Append(Hash(type.FullName));
        }

        return readable.Append(".g.cs").ToString();
    }

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
