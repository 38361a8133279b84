using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Layerwright.Testing.Snapshots;

/// <summary>
/// Compares generated files with the accepted ones beside the test, in Verify's file format:
/// <c>TestClass.Test#Hint.g.verified.cs</c>, which starts with <c>//HintName: …</c>; a mismatch leaves <c>.received.cs</c>.
/// </summary>
public static partial class Snapshot
{
    /// <summary>Set to 1, this environment variable accepts what was received; refused where CI is true.</summary>
    public const string AcceptVariable = "LAYERWRIGHT_ACCEPT_SNAPSHOTS";

    /// <summary>Compares generated files, given as texts by hint name, and that no accepted file is left without one.</summary>
    public static void Verify(IReadOnlyDictionary<string, string> sources, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(OnDisk(testFile))!, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        var received = sources.ToDictionary(
            source => $"{stem}#{Path.GetFileNameWithoutExtension(source.Key)}",
            source => Scrub($"//HintName: {source.Key}\n{source.Value}"));
        bool accept = IsAccepting(Environment.GetEnvironmentVariable);
        var mismatches = Compare(stem, received, accept);
        if (mismatches.Count > 0)
        {
            throw new SnapshotMismatchException(
                $"{string.Join('\n', mismatches)}\nSee the .received files; {AcceptVariable}=1 accepts them.");
        }
    }

    /// <summary>Compares one text with the accepted one beside the test: <c>TestClass.Test.verified.txt</c>.</summary>
    public static void VerifyText(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "") =>
        VerifyText(text, (_, _) => false, testFile, test);

    /// <summary>The same, but what is close to the accepted text will do.</summary>
    public static void VerifyText(
        string text, Func<string, string, bool> isClose, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(OnDisk(testFile))!, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        if (CompareFile(stem, ".txt", text, IsAccepting(Environment.GetEnvironmentVariable), isClose) is { } mismatch)
        {
            throw new SnapshotMismatchException($"{mismatch}\nSee the .received file; {AcceptVariable}=1 accepts it.");
        }
    }

    /// <summary>Whether mismatches are accepted; throws where that is asked for in CI.</summary>
    public static bool IsAccepting(Func<string, string?> environment)
    {
        bool accept = environment(AcceptVariable) == "1";
        return accept && string.Equals(environment("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidOperationException($"{AcceptVariable} has no place in CI: snapshots are accepted by people.")
            : accept;
    }

    /// <summary>Compares texts by file stem with the accepted files; returns what differs and, unless accepted, leaves received files.</summary>
    public static IReadOnlyList<string> Compare(string stem, IReadOnlyDictionary<string, string> received, bool accept)
    {
        var mismatches = new List<string>();
        string folder = Path.GetDirectoryName(stem)!;
        foreach (string stale in Directory.GetFiles(folder, $"{Path.GetFileName(stem)}#*.verified.cs")
            .Where(file => !received.ContainsKey(file[..^".verified.cs".Length])))
        {
            if (accept)
            {
                File.Delete(stale);
            }
            else
            {
                mismatches.Add($"{Path.GetFileName(stale)} is accepted, but nothing like it is generated.");
            }
        }

        foreach (var (file, text) in received.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (CompareFile(file, ".cs", text, accept) is { } mismatch)
            {
                mismatches.Add(mismatch);
            }
        }

        return mismatches;
    }

    /// <summary>Replaces what changes with every release: the version inside <c>[GeneratedCode]</c>, in the header and in the code.</summary>
    public static string Scrub(string text) =>
        ((Regex[])[GeneratedCodeVersion(), HeaderVersion(), PackageVersion()]).Aggregate(text, (scrubbed, version) => version.Replace(scrubbed, "$1VERSION$2"));

    /// <summary>Compares a text with an accepted file; null where they are the same, or where it is accepted.</summary>
    private static string? CompareFile(string stem, string extension, string text, bool accept, Func<string, string, bool>? isClose = null)
    {
        string verified = $"{stem}.verified{extension}", received = $"{stem}.received{extension}";
        bool isKnown = File.Exists(verified);
        if (accept || (isKnown && AreSame(Normalize(File.ReadAllText(verified)), Normalize(text), isClose)))
        {
            if (accept)
            {
                File.WriteAllText(verified, Normalize(text));
            }

            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, Normalize(text));
        return isKnown
            ? $"{Path.GetFileName(verified)} differs: {FirstDifference(File.ReadAllText(verified), text)}"
            : $"{Path.GetFileName(verified)} is new.";
    }

    private static bool AreSame(string verified, string text, Func<string, string, bool>? isClose) =>
        verified == text || isClose?.Invoke(verified, text) == true;

    // A build for CI writes source paths from /_/ instead of the repository's root.
    private static string OnDisk(string path) =>
        path.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, path[3..]) : path;

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string verified, string received)
    {
        string[] left = Normalize(verified).Split('\n'), right = Normalize(received).Split('\n');
        int line = 0;
        while (line < Math.Min(left.Length, right.Length) && left[line] == right[line])
        {
            line++;
        }

        return $"line {line + 1}: accepted «{left.ElementAtOrDefault(line)}», received «{right.ElementAtOrDefault(line)}»";
    }

    [GeneratedRegex("""(GeneratedCode(?:Attribute)?\("[^"]*", ")[^"]*("\))""")]
    private static partial Regex GeneratedCodeVersion();

    [GeneratedRegex("""^(// Written by Layerwright )\S+( )""", RegexOptions.Multiline)]
    private static partial Regex HeaderVersion();

    [GeneratedRegex("""(const string PackageVersion = ")[^"]*(";)""")]
    private static partial Regex PackageVersion();
}

/// <summary>A generated file is not the accepted one.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);
