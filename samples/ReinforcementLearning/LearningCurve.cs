namespace ReinforcementLearningSample;

/// <summary>How long each episode of a training was.</summary>
internal sealed class LearningCurve
{
    /// <summary>The problem counts as solved when the mean over so many episodes is so many steps.</summary>
    public const int Window = 100, Goal = 475;

    private const string Blocks = "▁▂▃▄▅▆▇█";

    private readonly int[] _steps = new int[Training.MostEpisodes];
    private long _recent;

    public int Episodes { get; private set; }

    public long Steps { get; private set; }

    /// <summary>Mean steps of the last 100 episodes, of all while there are fewer.</summary>
    public double Mean => (double)_recent / Math.Min(Math.Max(Episodes, 1), Window);

    public bool IsSolved => Episodes >= Window && Mean >= Goal;

    public void Add(int steps)
    {
        _steps[Episodes++] = steps;
        Steps += steps;
        _recent += steps - (Episodes > Window ? _steps[Episodes - 1 - Window] : 0);
    }

    /// <summary>The whole curve in one line: the mean length of each part's episodes.</summary>
    public string Sparkline(int length)
    {
        return string.Concat(Enumerable.Range(0, length).Select(part => Block(Episodes * part / length, Episodes * (part + 1) / length)));

        char Block(int from, int to) => Blocks[(int)Math.Round(_steps[from..Math.Max(to, from + 1)].Average() / Episode.MostSteps * (Blocks.Length - 1))];
    }
}
