using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright.Tests.Runtime;

/// <summary>What Linux has been asked for shows in its list of the process's memory: "hg" among a mapping's flags.</summary>
public sealed class HugePageTests
{
    private const string Mappings = "/proc/self/smaps";

    [Fact]
    public void A_large_buffer_asks_for_huge_pages()
    {
        SkipWhereUnknown();
        PinnedBuffer buffer = PinnedBuffer.Scratch(16 << 20);

        Assert.Contains("hg", FlagsAt(Middle(buffer)));
        GC.KeepAlive(buffer);
    }

    private static unsafe ulong Middle(PinnedBuffer buffer) => (ulong)(buffer.Data + (buffer.Length / 2));

    private static void SkipWhereUnknown() =>
        Assert.SkipUnless(File.Exists("/sys/kernel/mm/transparent_hugepage/enabled") && File.Exists(Mappings), "Huge pages are Linux's.");

    /// <summary>The flags of the mapping that holds an address.</summary>
    private static string[] FlagsAt(ulong address)
    {
        bool isHere = false;
        foreach (string line in File.ReadLines(Mappings))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "VmFlags:")
            {
                if (isHere)
                {
                    return words;
                }
            }
            else if (words[0].Split('-') is [var first, var end] && TryRead(first, out ulong start) && TryRead(end, out ulong behind))
            {
                isHere = start <= address && address < behind;
            }
        }

        throw new InvalidOperationException($"No mapping of {Mappings} holds {address:x}.");
    }

    private static bool TryRead(string text, out ulong value) => ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out value);
}
