using System.Diagnostics;
using System.Globalization;

namespace Layerwright.Benchmarks;

/// <summary>
/// Another process that times work on request, so that its rounds and ours can take turns on one machine. One line each way:
/// "NAME SECONDS" asks for so many seconds of some work, the answer is the time of its quickest run.
/// </summary>
internal sealed class TimingProcess : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts it and waits for its line "ready …".</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public TimingProcess(string file, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        Greeting = Read();
    }

    /// <summary>What it said of itself.</summary>
    public string Greeting { get; }

    /// <summary>Seconds of the quickest run of a work.</summary>
    public double Time(string work, TimeSpan duration) =>
        double.Parse(Ask(string.Create(CultureInfo.InvariantCulture, $"{work} {duration.TotalSeconds}")), CultureInfo.InvariantCulture);

    /// <summary>Its answer to a line.</summary>
    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return Read();
    }

    /// <summary>Ends it: it leaves when nobody asks any more.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Read() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended without an answer.");
}
