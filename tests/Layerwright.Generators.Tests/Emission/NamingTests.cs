using Layerwright.Testing.Compiling;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>Classes with unusual names and places compile and run.</summary>
public class NamingTests
{
    private const string Layers = "[Network] [Input(3)] [Dense(4)] [ReLU] [Dense(2)] [SoftmaxCrossEntropy]";

    [Theory]
    [InlineData("class in the global namespace", $"{Layers} public partial class Net;", "Net")]
    [InlineData("keyword class", $"namespace N; {Layers} public partial class @class;", "N.class")]
    [InlineData("keyword namespace", $"namespace @event.@string; {Layers} public partial class @int;", "event.string.int")]
    [InlineData("contextual keyword", $"namespace N; {Layers} public partial class @record;", "N.record")]
    [InlineData("nested", $"namespace N; public partial class Outer {{ public partial struct Middle {{ {Layers} public partial class Net; }} }}", "N.Outer+Middle+Net")]
    [InlineData("nested in a keyword", $"namespace N; public static partial class @static {{ {Layers} public partial class @new; }}", "N.static+new")]
    [InlineData("nested in a record", $"namespace N; public partial record Outer(int X) {{ {Layers} public partial class Net; }}", "N.Outer+Net")]
    [InlineData("nested in a record struct", $"namespace N; public readonly partial record struct Outer {{ {Layers} public partial class Net; }}", "N.Outer+Net")]
    [InlineData("nested in an interface", $"namespace N; public partial interface IOuter {{ {Layers} public partial class Net; }}", "N.IOuter+Net")]
    [InlineData("internal", $"namespace N; {Layers} internal partial class Net;", "N.Net")]
    [InlineData("private, nested", $"namespace N; public partial class Outer {{ {Layers} private partial class Net; }}", "N.Outer+Net")]
    [InlineData("sealed", $"namespace N; {Layers} public sealed partial class Net;", "N.Net")]
    [InlineData("letters beyond ASCII", $"namespace Größe; {Layers} public partial class Überblick数;", "Größe.Überblick数")]
    [InlineData("obsolete", $"namespace N; [Obsolete(\"old\")] {Layers} public partial class Net;", "N.Net")]
    [InlineData("a base class with members named like ours", $"namespace N; public class Base {{ public int State => 1; public void Save(string path) {{ }} }} {Layers} public partial class Net : Base;", "N.Net")]
    [InlineData("lower case", $"{Layers} public partial class net;", "net")]
    [InlineData("keys that are no identifiers", "[Network] [Input(3)] [Dense(4, Key = \"0\")] [Dense(4, Key = \"layer1.0-a b\")] [Dense(2, Key = \"ü.ß\")] [MeanSquaredError] public partial class Net;", "Net")]
    [InlineData("layers named like what generated code uses", "[Network] [Input(3)] [Dense(4, Name = \"NetCode\")] [ReLU(Name = \"block\")] [Dense(4, Name = \"probe\")] [Dense(2, Name = \"Net_\")] [MeanSquaredError] public partial class Net;", "Net")]
    [InlineData("layers named by keywords", "[Network] [Input(3)] [Dense(4, Name = \"class\")] [ReLU(Name = \"if\")] [Dense(2, Name = \"value\")] [MeanSquaredError] public partial class Net;", "Net")]
    [InlineData("in a namespace that hides System", $"namespace N.System; {Layers} public partial class Net;", "N.System.Net")]
    [InlineData("in a namespace that hides the library", $"namespace N.Layerwright.Runtime; {Layers} public partial class Net;", "N.Layerwright.Runtime.Net")]
    [InlineData("block scoped", $"namespace N {{ namespace M {{ {Layers} public partial class Net {{ }} }} }}", "N.M.Net")]
    [InlineData("a base class, a constructor of one's own", $"namespace N; public class Base; {Layers} public partial class Net : Base {{ public Net(string name) : this(5UL) {{ }} }}", "N.Net")]
    public void A_class_named_or_placed_unusually_compiles_without_a_warning(string what, string source, string type)
    {
        var run = GeneratorRun.Of(source);

        run.EnsureClean();
        Assert.True(run.Sources.Count == 1, what);
        Assert.NotNull(LoadedAssembly.Of(run).Type(type));
    }

    [Fact]
    public void Two_parts_of_one_class_emit_once()
    {
        var run = GeneratorRun.Of(
            $"namespace N; {Layers} public partial class Net;",
            "namespace N; public partial class Net { public int Mine => 1; }");

        Assert.Single(run.EnsureClean().Sources);
    }

    [Fact]
    public void Names_that_differ_only_in_case_each_get_their_file()
    {
        var run = GeneratorRun.Of($"{Layers} public partial class Net;", $"{Layers} public partial class NET;", $"{Layers} public partial class net;");

        Assert.Equal(3, run.EnsureClean().Sources.Count);
        Assert.Equal(3, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_name_too_long_for_a_file_is_cut_and_told_apart()
    {
        string longName = new('N', 200);
        var run = GeneratorRun.Of($"{Layers} public partial class {longName}A;", $"{Layers} public partial class {longName}B;");

        Assert.Equal(2, run.EnsureClean().Sources.Count);
        Assert.All(run.Sources.Keys, hint => Assert.InRange(hint.Length, 1, 200));
    }
}
