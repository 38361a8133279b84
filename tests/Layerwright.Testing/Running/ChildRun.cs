using System.Diagnostics;
using System.Reflection;

namespace Layerwright.Testing.Running;

/// <summary>Runs tests of the assembly at hand again in a process of its own: where settings of the runtime, which a process has once, are the question.</summary>
public static class ChildRun
{
    /// <summary>Runs them and waits.</summary>
    /// <param name="tests">The assembly at hand.</param>
    /// <param name="arguments">Which of its tests, as on the command line.</param>
    /// <param name="settings">Environment variables; null takes one away.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">A test failed, or the process did; the message has what it printed.</exception>
    public static async Task RunAsync(
        Assembly tests, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(tests.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string? value) in settings)
        {
            start.Environment[name] = value;
        }

        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(cancellation), error = child.StandardError.ReadToEndAsync(cancellation);
        await child.WaitForExitAsync(cancellation);
        if (child.ExitCode != 0)
        {
            throw new InvalidOperationException($"The child ended with {child.ExitCode}:{Environment.NewLine}{await output}{await error}");
        }
    }
}
