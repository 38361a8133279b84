using Layerwright.Testing.Compiling;

namespace Layerwright.Package.Tests;

/// <summary>Projects as their owners have set them up: the compiler's version and switches, names, the machine's culture.</summary>
[Trait("Category", "Package")]
public sealed class ProjectSettingsTests(PackageFixture fixture)
{
    private const string Culture = "tr-TR";

    private static readonly string s_program = $"using System;\nusing System.IO;\nusing System.Linq;\n{Sources.TrainXor}\nConsole.WriteLine(System.Globalization.CultureInfo.CurrentCulture);\n";

    [Fact(Explicit = true)]
    public async Task The_oldest_and_the_newest_language_settings_and_another_culture_give_the_same_code_without_a_warning()
    {
        var folder = await fixture.CreateFolderAsync("Übung 1 (größer)");
        Write(folder, "Oldest", s_program, """
            <LangVersion>12</LangVersion><Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>
            <RootNamespace>1. Übung-größer</RootNamespace>
            """);
        Write(folder, "Newest", s_program, """
            <LangVersion>preview</LangVersion><CheckForOverflowUnderflow>true</CheckForOverflowUnderflow><Features>strict</Features>
            <AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><NoWarn>CS1591;CA1050;CA1303;CA1515;CA1716;CA1852;CA1861;CA2007;CA5394</NoWarn>
            <AssemblyName>Newest</AssemblyName><GenerateDocumentationFile>true</GenerateDocumentationFile>
            """);
        folder.Write("All.slnx", """<Solution><Project Path="Oldest/Oldest.csproj" /><Project Path="Newest/Newest.csproj" /></Solution>""");

        (await folder.RunInCultureAsync("tr_TR.UTF-8", "build", "All.slnx", "-warnaserror", "-p:EmitCompilerGeneratedFiles=true")).Succeeds();

        string expected = GeneratorRun.Of(Sources.Xor).Source;
        foreach (string name in (string[])["Oldest", "Newest"])
        {
            string file = Assert.Single(folder.GeneratedFiles(name));
            Assert.Equal(expected, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var run = (await folder.RunInCultureAsync("tr_TR.UTF-8", folder.BuiltFile(name, "Debug"))).Succeeds();
            Assert.Equal(["learned, 4 of 4 right", Culture], run.Output.Trim().Split('\n').Select(line => line.Trim()));
        }
    }

    [Fact(Explicit = true)]
    public async Task A_language_version_that_is_too_old_is_the_only_error_and_says_which_is_needed()
    {
        var folder = await fixture.CreateFolderAsync("Outdated");
        Write(folder, "Outdated", "System.Console.WriteLine(typeof(Xor));", "<LangVersion>11</LangVersion>");
        folder.Write("Outdated/Xor.cs", Sources.Xor.Replace("class Xor;", "class Xor { }", StringComparison.Ordinal));
        var build = await folder.RunAsync("build", "Outdated");
        Assert.NotEqual(0, build.ExitCode);
        var errors = build.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct();
        Assert.Contains("error LW0013: The generated code needs C# 12, but this project is compiled as C# 11;", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task A_program_of_one_file_that_names_the_package_in_a_directive_runs()
    {
        // Such programs are compiled ahead of time when published, for which the SDK restores packs of its own.
        var folder = await fixture.CreateFolderAsync("SingleFile");
        folder.Write("xor.cs", $"#:package Layerwright@{fixture.Version}\n#:property PublishAot=false\n{Sources.TrainXor}\n{Sources.Xor.Replace("using Layerwright;\n", "", StringComparison.Ordinal)}");
        var run = (await folder.RunAsync("run", "xor.cs")).Succeeds();
        Assert.Equal("learned, 4 of 4 right", run.Output.Trim());
    }

    private static void Write(ConsumerFolder folder, string name, string program, string properties)
    {
        folder.Write($"{name}/{name}.csproj", new ProjectFile(folder.Package) { Properties = properties }.ToString());
        folder.Write($"{name}/Xor.cs", Sources.Xor);
        folder.Write($"{name}/Program.cs", program);
    }
}
