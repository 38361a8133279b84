using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>A program started anew: how long until its first result, and what memory it then has taken.</summary>
/// <param name="Seconds">From the call that makes the process to the line with its result.</param>
/// <param name="Bytes">The most memory that it has held.</param>
/// <param name="Result">The line.</param>
internal sealed record FreshProcess(double Seconds, long Bytes, string Result)
{
    /// <summary>Starts a program, waits for its line, looks at its memory and lets it end.</summary>
    /// <exception cref="InvalidOperationException">It ended without a result.</exception>
    public static FreshProcess Start(string file, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo info = new(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            info.Environment[name] = value;
        }

        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(info)!;
        string? line = process.StandardOutput.ReadLine();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long bytes = line is null ? 0 : process.PeakWorkingSet64;
        process.StandardInput.Close();
        process.WaitForExit();
        return line is not null && process.ExitCode == 0
            ? new(seconds, bytes, line)
            : throw new InvalidOperationException($"{file} {string.Join(' ', info.ArgumentList)} ended without a result.");
    }

    /// <summary>The least of both of two starts.</summary>
    public FreshProcess Best(FreshProcess? other) =>
        other is null ? this : this with { Seconds = Math.Min(Seconds, other.Seconds), Bytes = Math.Min(Bytes, other.Bytes) };
}
