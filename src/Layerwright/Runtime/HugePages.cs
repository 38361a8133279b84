using System.Runtime.InteropServices;

namespace Layerwright.Runtime;

/// <summary>
/// Asks Linux for huge pages under large buffers before they are first written. A training step of a convolutional network streams
/// through more memory than the processor keeps translations of small pages for; with huge ones a small ResNet's step takes 7 % less.
/// Where the system does not know the call, or declines, nothing differs but the time. What lies in such memory later gets it by 2 MB too.
/// </summary>
internal static unsafe class HugePages
{
    /// <summary>Bytes of a huge page on x64, and on Arm64 with pages of 4 kB.</summary>
    private const nuint PageSize = 2 << 20;

    /// <summary>Linux's number for "huge pages would be worth it here".</summary>
    private const int WouldBeWorthIt = 14;

    private static bool isKnown = OperatingSystem.IsLinux();

    /// <summary>Asks for the whole huge pages within a range.</summary>
    /// <param name="start">The first byte.</param>
    /// <param name="bytes">Length of the range.</param>
    public static void Advise(void* start, nuint bytes)
    {
        nuint first = ((nuint)start + PageSize - 1) & ~(PageSize - 1), end = ((nuint)start + bytes) & ~(PageSize - 1);
        if (!isKnown || end <= first)
        {
            return;
        }

        try
        {
            // The answer does not matter: it is advice.
            _ = Advise((void*)first, end - first, WouldBeWorthIt);
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException)
        {
            isKnown = false;
        }
    }

    [DllImport("libc", EntryPoint = "madvise", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(void* start, nuint length, int advice);
}
