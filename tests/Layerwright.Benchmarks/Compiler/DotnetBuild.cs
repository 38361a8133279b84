using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>The SDK's commands, each in a process of its own that leaves no server behind.</summary>
internal static class DotnetBuild
{
    /// <summary>What the command printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process command = Process.Start(start)!;
        string output = command.StandardOutput.ReadToEnd();
        command.WaitForExit();
        return command.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}\n{output}");
    }
}
