using System.Diagnostics;

namespace EmbeddedSample;

/// <summary>What the program costs: room, time, memory.</summary>
internal static class Costs
{
    /// <summary>Since the operating system made the process; runtime, library and weights are loaded in this time.</summary>
    public static TimeSpan SinceStart => DateTime.Now - Process.GetCurrentProcess().StartTime;

    /// <summary>Memory that the process holds, the runtime's included.</summary>
    public static long WorkingSet => Environment.WorkingSet;

    /// <summary>Files of the program's folder and their bytes.</summary>
    public static (int Files, long Bytes) Folder()
    {
        FileInfo[] files = new DirectoryInfo(AppContext.BaseDirectory).GetFiles("*", SearchOption.AllDirectories);
        return (files.Length, files.Sum(file => file.Length));
    }

    /// <summary>Mean time of a call, and bytes that all measured calls together allocated.</summary>
    /// <param name="call">What is called; first for half a second that does not count, in which the runtime compiles it for this machine.</param>
    /// <param name="times">How often it is measured.</param>
    public static (TimeSpan Time, long Bytes) Measure(Action call, int times)
    {
        var warmUp = Stopwatch.StartNew();
        while (warmUp.ElapsedMilliseconds < 500)
        {
            call();
        }

        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
        {
            call();
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return (time / times, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
