using System.Globalization;

namespace Layerwright.Benchmarks;

/// <summary>The other side of <see cref="TimingProcess"/>: this program as the process that is asked.</summary>
internal static class TimingServer
{
    public static void Run()
    {
        SpeedWorks works = new();
        Console.WriteLine("ready");
        while (Console.ReadLine()?.Split(' ') is [string work, string seconds])
        {
            TimeSpan turn = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
            Console.WriteLine(works[work].Quickest(turn).ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
