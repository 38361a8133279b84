using Layerwright.Testing.Compiling;
using Layerwright.Testing.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Checks;

/// <summary><c>LayerwrightChecks</c>: a class of tests for each network.</summary>
public class CheckTests
{
    private const string HintName = "Layerwright-Checks.g.cs";

    private const string Predictor = "namespace Zoo; public class Models { [Network(Training = false)] [Input(4)] [Dense(2)] public partial class Detector; }";

    private const string Policy = "[Network] [Input(4)] [Dense(8)] [Tanh] [Dense(2)] internal partial class Policy;";

    private const string NUnit =
        """
        namespace NUnit.Framework;
        public sealed class TestAttribute : System.Attribute;
        public sealed class TestFixtureAttribute : System.Attribute;
        public sealed class CategoryAttribute(string name) : System.Attribute { public string Name => name; }
        """;

    private const string MSTest =
        """
        namespace Microsoft.VisualStudio.TestTools.UnitTesting;
        public sealed class TestMethodAttribute : System.Attribute;
        public sealed class TestClassAttribute : System.Attribute;
        public sealed class TestCategoryAttribute(string name) : System.Attribute { public string Name => name; }
        """;

    private static readonly ProjectSettings s_on = new(("LayerwrightChecks", "true"));

    private static readonly MetadataReference[] s_xunit =
        [MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(Xunit.v3.IFactAttribute).Assembly.Location)];

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData("yes")] // LW0014 says that this cannot be
    public void Nothing_is_written_unless_asked_for(string value)
    {
        var run = GeneratorRun.Of(Project(Networks.Mlp), settings: new(("LayerwrightChecks", value)));

        Assert.Equal(["Zoo.Mlp.g.cs"], run.Sources.Keys);
    }

    [Fact]
    public void Xunit() => Snapshot.Verify(ChecksAlone(Project(Networks.Mlp, Predictor.Replace("public class", "public partial class", StringComparison.Ordinal), Policy)));

    [Fact]
    public void WithoutAFramework() => Snapshot.Verify(ChecksAlone(SourceCompilation.Create(Networks.Mlp, Policy)));

    [Fact]
    public void NUnit_and_MSTest_get_their_own_attributes()
    {
        string nunit = Checks(SourceCompilation.Create(Networks.Mlp, NUnit)), mstest = Checks(SourceCompilation.Create(Networks.Mlp, MSTest));

        Assert.Contains("[global::NUnit.Framework.TestFixture, global::NUnit.Framework.Category(\"Layerwright\")]\n    public partial class MlpChecks", nunit, StringComparison.Ordinal);
        Assert.Equal(6, nunit.Split("[global::NUnit.Framework.Test]").Length - 1);
        Assert.Contains("UnitTesting.TestClass, global::", mstest, StringComparison.Ordinal);
        Assert.Equal(6, mstest.Split("UnitTesting.TestMethod]").Length - 1);
        Assert.All([nunit, mstest], text => Assert.DoesNotContain("RunAll", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Networks_of_other_projects_are_checked_where_they_can_be_named()
    {
        var library = Library("namespace Other;\n[Network] [Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Open;\n[Network] [Input(4)] [Dense(2)] internal partial class Hidden;");
        var run = GeneratorRun.Of(Project(Networks.Mlp).AddReferences(library), settings: s_on).EnsureClean();

        string text = run.Sources[HintName];
        Assert.Contains("GradientsAgree<global::Other.Open>()", text, StringComparison.Ordinal);
        Assert.Contains("GradientsAgree<global::Zoo.Mlp>()", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<global::Other.Hidden>", text, StringComparison.Ordinal);
        Assert.Contains("// Not of Other.Hidden: this project cannot name it.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Internals_that_are_visible_to_the_project_are_checked()
    {
        var project = Project("class Tests;").WithAssemblyName("Friend");
        var library = Library("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]\n[Network] [Input(4)] [Dense(2)] internal partial class Hidden;");

        Assert.Contains("GradientsAgree<global::Hidden>()", Checks(project.AddReferences(library)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_is_broken_or_private_has_none()
    {
        var run = GeneratorRun.Of(
            Project("[Network] [Input(4)] [Dense(0)] public partial class Broken;\npublic partial class Outer { [Network] [Input(4)] [Dense(2)] private partial class Own; }\n" + Policy),
            settings: s_on);

        Assert.Empty(run.Faults());
        Assert.DoesNotContain("Broken", run.Sources[HintName], StringComparison.Ordinal);
        Assert.Contains("// Not of Outer.Own: ", run.Sources[HintName], StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_networks_is_told_so()
    {
        Assert.Contains("// There is none: ", Checks(Project("class Tests;")), StringComparison.Ordinal);
        Assert.Contains("RunAll", Checks(SourceCompilation.Create("class Tests;")), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_of_the_users_own_keep_their_names()
    {
        string text = Checks(Project(
            Networks.Mlp,
            "namespace Zoo { public class MlpChecks; }",
            Policy,
            "public partial class PolicyChecks { [Xunit.Fact] public void Mine() { } }",
            "namespace Zoo { public partial class A { [Network] [Input(1)] [Dense(1)] public partial class B; } [Network] [Input(1)] [Dense(1)] public partial class A_B; }"));

        Assert.Contains("class MlpChecks2", text, StringComparison.Ordinal);
        Assert.Contains("class PolicyChecks\n", text, StringComparison.Ordinal);
        Assert.Contains("class A_BChecks\n", text, StringComparison.Ordinal);
        Assert.Contains("class A_BChecks2\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Turned_on_and_off_the_networks_stay_as_they_are()
    {
        var off = GeneratorRun.Of(Project(Networks.Mlp, Networks.AroundBlock, Networks.Block));

        var on = off.Again(s_on).EnsureClean();
        Assert.Equal(off.Sources, on.Sources.Where(source => source.Key != HintName).ToDictionary());
        Assert.Equal(2, on.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(off.Sources, on.Again(new ProjectSettings()).Sources);
    }

    [Fact]
    public void They_are_written_again_only_where_a_network_comes_goes_or_changes_its_kind()
    {
        var first = GeneratorRun.Of(Project(Networks.Mlp, "class Unrelated;"), settings: s_on);

        var unrelated = first.Again(first.Input.WithFile("File1.cs", "class Unrelated { int edited; }"));
        Assert.Equal([IncrementalStepRunReason.Unchanged], unrelated.Reasons(TrackingNames.Checks));
        Assert.All(unrelated.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        var wider = first.Again(first.Input.WithFile("File0.cs", Networks.Mlp.Replace("Dense(9)", "Dense(10)", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Unchanged], wider.Reasons(TrackingNames.Checks));

        var lossless = first.Again(first.Input.WithFile("File0.cs", Networks.Mlp.Replace("[SoftmaxCrossEntropy]", "", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Modified], lossless.Reasons(TrackingNames.Checks));
        Assert.DoesNotContain("FirstLossIsThatOfChance", lossless.Sources[HintName], StringComparison.Ordinal);
    }

    [Fact]
    public void Their_plan_holds_no_symbol()
    {
        var run = GeneratorRun.Of(Project(Networks.Mlp, Policy).AddReferences(Library("[Network] [Input(4)] [Dense(2)] public partial class Other;")), settings: s_on);

        var values = run.Result.TrackedSteps[TrackingNames.Checks].SelectMany(step => step.Outputs).Select(output => output.Value).ToList();
        Assert.NotEmpty(values);
        Assert.Empty(values.SelectMany(ModelGraph.Forbidden));
    }

    [Fact]
    public void Without_a_framework_they_run_by_one_call()
    {
        var program = LoadedAssembly.Of(GeneratorRun.Of(SourceCompilation.Create(Networks.Mlp, Policy), settings: s_on).EnsureClean());

        program.Type("LayerwrightChecks").GetMethod("RunAll")!.Invoke(null, null);
    }

    private static CSharpCompilation Project(params string[] sources) => SourceCompilation.Create(sources).AddReferences(s_xunit);

    private static string Checks(CSharpCompilation project) => GeneratorRun.Of(project, settings: s_on).EnsureClean().Sources[HintName];

    /// <summary>The networks' own files have their snapshots elsewhere.</summary>
    private static Dictionary<string, string> ChecksAlone(CSharpCompilation project) => new() { [HintName] = Checks(project) };

    /// <summary>Another project's assembly, as the compiler sees it in a build.</summary>
    private static PortableExecutableReference Library(string source)
    {
        using var image = new MemoryStream();
        Assert.True(GeneratorRun.Of(SourceCompilation.Create(source)).Output.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
