using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary>For each rule a source that it fires on once and no other error rule does.</summary>
internal static class RuleExamples
{
    private const string Inner = "\n[Block]\n[Dense(8)]\n[BatchNorm]\nclass Inner;";

    public static IReadOnlyDictionary<string, string> Sources { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LW0001"] = "[Network]\n[Input(4)]\n[Dense(2)]\nclass Net;",
        ["LW0002"] = "[Network]\n[Input(4)]\n[Dense(2)]\nabstract partial class Net;",
        ["LW0003"] = "[Network]\n[Dense(2)]\npartial class Net;",
        ["LW0004"] = "[Network]\n[Dense(3)]\n[Input(4)]\n[Dense(2)]\npartial class Net;",
        ["LW0005"] = "[Network]\n[Input(4)]\npartial class Net;\n[Dense(2)]\npartial class Net;",
        ["LW0006"] = "[Network]\n[Input(4)]\n[MeanSquaredError]\n[Dense(2)]\npartial class Net;",
        ["LW0007"] = "[Network]\n[Input(4)]\npartial class Net;",
        ["LW0008"] = "[Network]\n[Input(4)]\n[Dense(0)]\npartial class Net;",
        ["LW0009"] = "[Network]\n[Input(4)]\n[Dense(2, Name = \"State\")]\npartial class Net;",
        ["LW0010"] = "[Network]\n[Input(4)]\n[Use<string>]\n[Dense(2)]\npartial class Net;",
        ["LW0011"] = "[Input(4)]\n[Dense(2)]\nclass Net;",
        ["LW0012"] = "[Network]\n[Input(4)]\n[Dense(2)]\npartial class Net { public int Seed; }",
        ["LW0013"] = "[Network]\n[Input(4)]\n[Dense(2)]\npartial class Net { }",
        ["LW1001"] = "[Network]\n[Input(4)]\n[MaxPool2D(2)]\n[Dense(2)]\npartial class Net;",
        ["LW1002"] = "[Network]\n[ImageInput(4, 4, 3)]\n[Dense(2)]\npartial class Net;",
        ["LW1003"] = "[Network]\n[ImageInput(4, 4, 3)]\n[MaxPool2D(5)]\n[Flatten]\n[Dense(2)]\npartial class Net;",
        ["LW1010"] = "[Network]\n[ImageInput(4, 4, 6)]\n[GroupNorm(4)]\n[Flatten]\n[Dense(2)]\npartial class Net;",
        ["LW1011"] = "[Network]\n[Input(4)]\n[Residual<Inner>]\npartial class Net;" + Inner,
        ["LW1012"] = "[Network]\n[Input(4)]\n[Gate<Inner>]\n[Dense(2)]\npartial class Net;" + Inner,
        ["LW1021"] = "[Network]\n[Input(4)]\n[Dense(1)]\n[SoftmaxCrossEntropy]\npartial class Net;",
        ["LW1024"] = "[Network]\n[ImageInput(4, 4, 3)]\n[MaxPool2D(2, Pad = 2)]\n[Flatten]\n[Dense(2)]\npartial class Net;",
        ["LW2001"] = "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n[Sigmoid]\n[Dense(2)]\npartial class Net;",
        ["LW3001"] = "[Network]\n[Input(4)]\n[Dense(8, Init = Init.Xavier)]\n[ReLU]\npartial class Net;",
        ["LW4001"] = "[Network]\n[Input(4)]\n[Dense(8)]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npartial class Net;",
    };

    /// <summary>The project compiled as C# 10.</summary>
    public static Project WithOldLanguage(Project project) =>
        project.WithParseOptions(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp10));
}
