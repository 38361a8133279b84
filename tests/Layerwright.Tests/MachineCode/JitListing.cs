using System.Diagnostics;

namespace Layerwright.Tests.MachineCode;

/// <summary>What the JIT prints while a child process does some work: it prints what it compiles, once.</summary>
internal static class JitListing
{
    /// <summary>Runs the tests of a class in a process of their own.</summary>
    /// <typeparam name="TWork">The class.</typeparam>
    /// <param name="settings">The child's environment, besides where the listing goes.</param>
    public static async Task<string> Take<TWork>(params (string Name, string Value)[] settings)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(TWork).Assembly.Location);
        }

        string listing = Path.GetTempFileName();
        start.ArgumentList.Add("--filter-class");
        start.ArgumentList.Add(typeof(TWork).FullName!);
        foreach (string setting in start.Environment.Keys.Where(IsOfTheJit).ToList())
        {
            start.Environment.Remove(setting);
        }

        foreach (var (name, value) in settings.Append(("DOTNET_JitStdOutFile", listing)))
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process child = Process.Start(start)!;
            Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0, $"The child ended with {child.ExitCode}:{Environment.NewLine}{await output}{await error}");
            return await File.ReadAllTextAsync(listing, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(listing);
        }
    }

    /// <summary>What a developer may have set for something else, and would change the code.</summary>
    private static bool IsOfTheJit(string variable) =>
        ((string[])["DOTNET_T", "DOTNET_Jit", "DOTNET_Enable", "DOTNET_ReadyToRun"]).Any(start => variable.StartsWith(start, StringComparison.Ordinal));
}
