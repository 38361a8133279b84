using Layerwright.Testing.Running;

namespace Layerwright.Tests.MachineCode;

/// <summary>What the JIT prints while a child process does some work: it prints what it compiles, once.</summary>
internal static class JitListing
{
    /// <summary>Runs the tests of a class in a process of their own.</summary>
    /// <typeparam name="TWork">The class.</typeparam>
    /// <param name="settings">The child's environment, besides where the listing goes.</param>
    public static async Task<string> Take<TWork>(params (string Name, string Value)[] settings)
    {
        string listing = Path.GetTempFileName();
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfTheJit).ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in settings.Append(("DOTNET_JitStdOutFile", listing)))
        {
            environment[name] = value;
        }

        try
        {
            await ChildRun.RunAsync(
                typeof(TWork).Assembly, ["--filter-class", typeof(TWork).FullName!], environment, TestContext.Current.CancellationToken);
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
