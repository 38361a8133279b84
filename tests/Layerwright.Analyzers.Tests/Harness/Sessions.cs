namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Sources of code that trains: a small network without fault, and a method.</summary>
internal static class Sessions
{
    /// <summary>A network that no rule has anything to say about.</summary>
    public const string Digits = "[Network]\n[Input(784)]\n[Dense(256)]\n[BatchNorm]\n[ReLU]\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Digits;\n";

    /// <summary>The same with penalties.</summary>
    public static string PenalizedDigits { get; } = Digits
        .Replace("[Dense(256)]", "[Dense(256, L2 = 1e-4)]", StringComparison.Ordinal)
        .Replace("[Dense(10)]", "[Dense(10, L2 = 0.001)]", StringComparison.Ordinal);

    /// <summary>Statements in a method that has data and a network: <c>data</c>, <c>test</c>, <c>net</c>.</summary>
    public static string Of(string statements, string? network = null) =>
        $"{network ?? Digits}\npublic static class Session\n{{\n    public static void Run(TrainingSet data, Dataset test, Digits net)\n    {{\n        {statements}\n    }}\n}}\n";
}
