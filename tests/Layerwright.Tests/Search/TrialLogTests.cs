using System.Text;

namespace Layerwright.Tests.Search;

public sealed class TrialLogTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    private static SearchSpace Space { get; } = new() { ["rate"] = new LogUniform(1e-4, 1), ["größe"] = new IntRange(1, 9) };

    private SearchOptions Options => new() { Seed = 5, LogPath = _path, Parallelism = 1 };

    public void Dispose() => File.Delete(_path);

    private static double Objective(Trial trial) => Math.Pow(Math.Log10(trial["rate"]) + 2, 2) + (100.0 / trial.Epochs) + trial["größe"];

    private static string Bits(SearchResult result) => string.Join('\n', result.Trials.Select(trial => $"{trial} {trial.Objective:R} {trial.IsStopped}"));

    [Theory]
    [InlineData("line1\nline2\nthe last one without an end")]
    [InlineData("one line without an end")]
    [InlineData("one line\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\uFEFFmarked, and of no search")]
    [InlineData("trial,round,seed,rate,objective,stopped\n0,0,1,0.1,2,False\n1,0")]
    [InlineData("trial,\r")]
    public void A_file_that_is_no_log_of_this_search_is_refused_and_stays_byte_for_byte(string text)
    {
        byte[] before = Encoding.UTF8.GetBytes(text);
        File.WriteAllBytes(_path, before);
        string message = Assert.Throws<InvalidDataException>(() => RandomSearch.Run(Space, 3, Objective, Options)).Message;
        Assert.Equal(before, File.ReadAllBytes(_path));
        Assert.StartsWith($"{_path} begins with '", message, StringComparison.Ordinal);
        Assert.Contains("this search's file begins with 'trial,round,seed,", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
    }

    [Fact]
    public void Bytes_that_are_no_text_stay_too_and_long_lines_are_not_shown_whole()
    {
        byte[] before = new byte[5000];
        new Random(1).NextBytes(before);
        File.WriteAllBytes(_path, before);
        Assert.InRange(Assert.Throws<InvalidDataException>(() => RandomSearch.Run(Space, 3, Objective, Options)).Message.Length, 1, 600);
        Assert.Equal(before, File.ReadAllBytes(_path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("trial,round,s")]
    public void An_empty_file_or_a_header_that_was_cut_off_begins_a_log(string text)
    {
        File.WriteAllText(_path, text, new UTF8Encoding(false));
        string expected = Bits(RandomSearch.Run(Space, 3, Objective, Options with { LogPath = null }));
        Assert.Equal(expected, Bits(RandomSearch.Run(Space, 3, Objective, Options)));
        Assert.Equal(expected, Bits(RandomSearch.Run(Space, 3, _ => throw new TimeoutException(), Options)));
    }

    [Theory]
    [InlineData(true, "\n")]
    [InlineData(false, "\r\n")]
    [InlineData(true, "\r\n")]
    public void A_file_that_an_editor_saved_with_a_mark_or_other_line_ends_is_gone_on_with(bool isMarked, string lineEnd)
    {
        string expected = Bits(RandomSearch.Run(Space, 6, Objective, Options with { LogPath = null }));
        int tried = 0;
        Assert.Throws<TimeoutException>(() => RandomSearch.Run(Space, 6, trial => ++tried > 3 ? throw new TimeoutException() : Objective(trial), Options));
        string saved = File.ReadAllText(_path).Replace("\n", lineEnd, StringComparison.Ordinal);

        // Once whole, and once with a line that was cut off.
        foreach (string rest in new[] { "", "3,0,12" })
        {
            File.WriteAllText(_path, saved + rest, new UTF8Encoding(isMarked));
            int again = 0;
            Assert.Equal(expected, Bits(RandomSearch.Run(Space, 6, trial => { again++; return Objective(trial); }, Options)));
            Assert.Equal(3, again);
            Assert.Equal(expected, Bits(RandomSearch.Run(Space, 6, _ => throw new TimeoutException(), Options)));
            Assert.Equal(saved, File.ReadAllText(_path)[..saved.Length]);
            Assert.Equal(7, File.ReadAllLines(_path).Length);
        }
    }

    [Fact]
    public void Other_epochs_or_another_goal_are_refused_and_the_file_is_kept()
    {
        SearchOptions options = Options with { Epochs = [1, 2], Parallelism = 4 };
        RandomSearch.Run(Space, 6, Objective, options);
        byte[] before = File.ReadAllBytes(_path);

        void AssertRefused(string message, int trials, SearchOptions other)
        {
            Assert.Contains(message, Assert.Throws<InvalidDataException>(() => RandomSearch.Run(Space, trials, Objective, other)).Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(_path));
        }

        AssertRefused("trial 0 has round epochs 1; this search's has 50: another seed, space or options", 6, options with { Epochs = [50] });
        AssertRefused("trial 6 has round epochs 2; this search's has 3", 6, options with { Epochs = [1, 3] });
        AssertRefused("trial 0 has goal smallest; this search's has largest", 6, options with { Maximize = true });
        AssertRefused("trial 0 has rule none; this search's has median", 6, options with { StopHopeless = true });
        AssertRefused("trial 6 has round 1; this search's has 0", 40, options);
        AssertRefused("trial 0 has seed", 40, options with { Seed = 6 });
    }

    [Fact]
    public void Rounds_are_added_to_a_file()
    {
        RandomSearch.Run(Space, 6, Objective, Options);
        int again = 0;
        SearchResult more = RandomSearch.Run(Space, 6, trial => { again++; return Objective(trial); }, Options with { Epochs = [1, 3] });
        Assert.Equal(6, again);
        Assert.Equal(Bits(RandomSearch.Run(Space, 6, Objective, Options with { Epochs = [1, 3], LogPath = null })), Bits(more));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(29)]
    [InlineData(41)]
    public void Hopeless_trials_are_the_same_in_a_search_that_goes_on(int finished)
    {
        static double Told(Trial trial)
        {
            double value = 0;
            for (int epoch = 1; epoch <= 5; epoch++)
            {
                value = Math.Abs(Math.Log10(trial["rate"]) + 2) + (trial["größe"] / (3.0 * epoch));
                trial.Report(epoch, value);
            }

            return value;
        }

        SearchOptions options = Options with { StopHopeless = true, Epochs = [5, 5] };
        SearchResult whole = RandomSearch.Run(Space, 30, Told, options with { LogPath = null });
        Assert.InRange(whole.Trials.Count(trial => trial.IsStopped), 10, 50);

        int tried = 0;
        Assert.Throws<TimeoutException>(() => RandomSearch.Run(Space, 30, trial =>
        {
            if (++tried > finished)
            {
                // It dies after it told of its first epoch.
                trial.Report(1, 0);
                throw new TimeoutException();
            }

            return Told(trial);
        }, options));
        Assert.Equal(Bits(whole), Bits(RandomSearch.Run(Space, 30, Told, options)));
        Assert.Equal(Bits(whole), Bits(RandomSearch.Run(Space, 30, _ => throw new TimeoutException(), options)));
    }

    [Fact]
    public void Lines_of_a_log_that_are_none_are_named()
    {
        RandomSearch.Run(Space, 2, Objective, Options);
        string[] lines = File.ReadAllLines(_path);
        void AssertNamed(string message, string line)
        {
            File.WriteAllLines(_path, [lines[0], line, lines[2]]);
            byte[] before = File.ReadAllBytes(_path);
            Assert.Contains(message, Assert.Throws<InvalidDataException>(() => RandomSearch.Run(Space, 2, Objective, Options)).Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(_path));
        }

        AssertNamed("line 2: '0,0'; expected a trial's number and", "0,0");
        AssertNamed("line 2: 'x", "x" + lines[1]);
        AssertNamed("trial 0 ends in ',", lines[1].Replace("False", "Fal", StringComparison.Ordinal));
        AssertNamed("trial 0 ends in '1:x,", lines[1].Replace(",,", ",1:x,", StringComparison.Ordinal));
    }
}
