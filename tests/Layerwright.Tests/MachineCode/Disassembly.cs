using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Tests.MachineCode;

/// <summary>Reads what the JIT prints of the methods that it compiled for good at once.</summary>
internal static partial class Disassembly
{
    /// <summary>The methods of a listing, in its order.</summary>
    public static IEnumerable<CompiledMethod> Read(string listing)
    {
        MatchCollection heads = Head().Matches(listing);
        for (int i = 0; i < heads.Count; i++)
        {
            if (heads[i].Groups["tier"].Value == "FullOpts")
            {
                int end = i + 1 < heads.Count ? heads[i + 1].Index : listing.Length;
                yield return Method(heads[i].Groups["name"].Value, listing[(heads[i].Index + heads[i].Length)..end]);
            }
        }
    }

    private static CompiledMethod Method(string name, string text)
    {
        var labels = new Dictionary<string, int>();
        var blocks = new List<CodeBlock>();
        foreach (string line in text.Split('\n'))
        {
            if (Label().Match(line) is { Success: true } label)
            {
                labels[label.Groups[1].Value] = blocks.Count;
                blocks.Add(new([]));
            }
            else if (line.StartsWith("       ", StringComparison.Ordinal) && blocks.Count > 0)
            {
                // A jump in the middle of what is printed as one block ends it.
                if (blocks[^1].Instructions is [.., ['j', ..]])
                {
                    blocks.Add(new([]));
                }

                blocks[^1].Instructions.Add(line.Trim());
            }
        }

        Connect(blocks, labels);
        return new(name, int.Parse(Size().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), blocks);
    }

    private static void Connect(List<CodeBlock> blocks, Dictionary<string, int> labels)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            string last = blocks[i].Instructions.LastOrDefault() ?? string.Empty;
            if (Jump().Match(last) is { Success: true } jump && labels.TryGetValue(jump.Groups[1].Value, out int target))
            {
                blocks[i].Next.Add(target);
            }

            if (i + 1 < blocks.Count && !last.StartsWith("jmp", StringComparison.Ordinal) && !last.StartsWith("ret", StringComparison.Ordinal))
            {
                blocks[i].Next.Add(i + 1);
            }
        }
    }

    [GeneratedRegex(@"^; Assembly listing for method (?<name>.+) \((?<tier>[^()]+)\)\r?$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(G_M\w+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^j\w+\s+(?:SHORT )?(G_M\w+)")]
    private static partial Regex Jump();

    [GeneratedRegex(@"^; Total bytes of code (\d+)", RegexOptions.Multiline)]
    private static partial Regex Size();
}
