using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>README.md, in the parts that tests hold it to.</summary>
internal static partial class Readme
{
    private const string FirstNetwork = "The first network", GeneratedCode = "Reading the generated code";

    /// <summary>What the blocks between the programs speak of.</summary>
    private const string Surroundings = """
        using Layerwright;

        internal static class Surroundings
        {
            public static readonly TrainingSet training = Points(400, 1).AsTrainingSet();
            public static readonly Dataset validation = Points(100, 2);
            public static readonly SpiralNet network = new(seed: 1) { Normalizer = Normalizer.FitStandardize(training) };

            private static Dataset Points(int count, int seed)
            {
                var random = new System.Random(seed);
                var labels = new int[count];
                var points = new float[2 * count];
                for (int i = 0; i < count; i++)
                {
                    labels[i] = i % 3;
                    points[2 * i] = random.NextSingle() + labels[i];
                    points[2 * i + 1] = random.NextSingle();
                }

                return Dataset.FromLabels(points, labels, 3);
            }
        }
        """;

    public static string Text { get; } = File.ReadAllText(Path.Combine(BuildSettings.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");

    /// <summary>Every fenced block, in order.</summary>
    public static IReadOnlyList<ReadmeBlock> Blocks { get; } = [.. BlocksOf(Text)];

    /// <summary>The first network's program.</summary>
    public static string Example => CodeUnder(FirstNetwork);

    /// <summary>The parts of the excerpt; a line of <c>// …</c> stands for what is left out between two.</summary>
    public static IEnumerable<string> Excerpts =>
        CodeUnder(GeneratedCode).Split("// …").Select(part => part.Trim('\n', ' ')).Where(part => part.Length > 0);

    /// <summary>All C# of a user's, each block as a file of its own; <c>Pieces.Run()</c> runs them in order.</summary>
    public static IReadOnlyList<(string File, string Text)> Pieces
    {
        get
        {
            var blocks = Blocks.Where(block => block.Language == "csharp" && block.Heading != GeneratedCode).ToList();
            var names = blocks.Select((_, index) => $"Piece{index + 1}").ToList();
            string runs = string.Concat(names.Select(name => $" {name}.Run();"));
            return
            [
                ("Surroundings.cs", Surroundings),
                ("Pieces.cs", $"internal static class Pieces {{ public static void Run() {{{runs} }} }}"),
                .. blocks.Zip(names, (block, name) => (name + ".cs", block.ToFile(name))),
            ];
        }
    }

    /// <summary>The text from a heading to the next of its rank.</summary>
    public static string Section(string heading)
    {
        int start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"README.md has no section '{heading}'.");
        int end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Text[start..(end < 0 ? Text.Length : end)];
    }

    /// <summary>The fenced blocks of a page.</summary>
    public static IEnumerable<ReadmeBlock> BlocksOf(string page)
    {
        string heading = "";
        foreach (Match part in HeadingOrBlock().Matches(page))
        {
            if (part.Groups["heading"].Success)
            {
                heading = part.Groups["heading"].Value;
            }
            else
            {
                yield return new(heading, part.Groups["language"].Value, part.Groups["code"].Value);
            }
        }
    }

    private static string CodeUnder(string heading) => Blocks.First(block => block.Heading == heading && block.Language == "csharp").Code;

    [GeneratedRegex(@"^#+ (?<heading>[^\n]+)$|^```(?<language>\w*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex HeadingOrBlock();
}
