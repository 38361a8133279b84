using System.Globalization;
using Layerwright.Benchmarks;

namespace Layerwright.Tests.Benchmarks;

public class SpeedTableTests
{
    private const string Behind = "24-8-2 tanh, batch 1, SGD + momentum, 1 thread";

    /// <summary>A hundred operations and ten bytes a second.</summary>
    private static MachineLimit Limit => new(() => 100, _ => 10);

    [Fact]
    public void A_row_names_the_quickest_peer_with_its_setting_and_the_others_behind_it()
    {
        string[] cells = CellsOf(new("work", 2e-3)
        {
            Peers = [new("slow", 8e-3), new("quick", 3e-3, "its setting"), new("middling", 5e-3)],
        });

        Assert.Equal("2.000 ms", cells[1]);
        Assert.Equal("quick 3.000 ms (its setting)", cells[2]);
        Assert.Equal("1.50 ×", cells[3]);
        Assert.Equal("middling 5.000 ms (2.50 ×); slow 8.000 ms (4.00 ×)", cells[4]);
    }

    [Theory]
    [InlineData(1.1, true)]
    [InlineData(0.9, false)]
    public void A_reason_is_given_only_while_a_peer_is_quicker(double ours, bool isBehind)
    {
        string[] cells = CellsOf(new(Behind, ours) { Peers = [new("peer", 1), new("slower", 2)] });

        Assert.Equal(isBehind ? Reasons.Of(Behind) : "", cells[7]);
    }

    [Fact]
    public void A_row_behind_that_nobody_has_profiled_says_so() => Assert.Equal("not looked into yet", Reasons.Of("a new work"));

    [Theory]
    [InlineData(50, 1, 1, 1, "50.0 % of FMA")]
    [InlineData(50, 1, 1, 2, "25.0 % of FMA")]
    [InlineData(50, 8, 1, 1, "80.0 % of memory")]
    [InlineData(50, 8, 2, 2, "20.0 % of memory")]
    public void The_limit_that_binds_is_named_with_our_share_of_it(double operations, double bytes, double seconds, int threads, string share) =>
        Assert.Equal(share, CellsOf(new("work", seconds) { Cost = new(operations, bytes), Threads = threads })[5]);

    [Fact]
    public void What_is_promised_and_not_reached_is_listed_below_the_table()
    {
        SpeedTable table = new(Limit, TextWriter.Null);
        PeerTime[] peers = [new("near", 1.2), new("far", 3)];
        table.Add(new("kept", 1) { Peers = peers, LeastRatio = 1.2, Most = 1 });
        table.Add(new("to a named peer", 1) { Peers = peers, LeastRatio = 4, RatioTo = "far" });
        table.Add(new("share", 1) { Cost = new(50, 0), LeastShare = 0.9 });
        table.Add(new("time", 2) { Most = 1.5 });
        table.Add(new("no such peer", 1) { LeastRatio = 4 });

        string text = TextOf(table);

        Assert.Equal(
            ["- to a named peer: 3.00 × for 4 ×", "- share: 50.0 % for 90 %", "- time: 2.00 s for 1.50 s"],
            text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Contains("≥ 4 × far", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_promise_is_kept_nothing_stands_below()
    {
        SpeedTable table = new(Limit, TextWriter.Null);
        table.Add(new("kept", 1) { Most = 1 });

        Assert.DoesNotContain("not reached", TextOf(table), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("lenet", true)]
    [InlineData("VGG", false)]
    public void Works_are_wanted_by_a_part_of_their_name(string? only, bool isWanted) =>
        Assert.Equal(isWanted, new SpeedTable(Limit, TextWriter.Null, only).Wants("predict LeNet-5, batch 1"));

    [Theory]
    [InlineData(68.2e-9, nameof(Quantity.Time), "68.2 ns")]
    [InlineData(13.7e-6, nameof(Quantity.Time), "13.70 µs")]
    [InlineData(0.0693, nameof(Quantity.Time), "69.300 ms")]
    [InlineData(2.5, nameof(Quantity.Time), "2.50 s")]
    [InlineData(1500, nameof(Quantity.Memory), "1.5 kB")]
    [InlineData(123456789, nameof(Quantity.Memory), "123.5 MB")]
    [InlineData(0.534, nameof(Quantity.Ratio), "0.53 ×")]
    public void Figures_are_written_with_their_units_the_same_in_every_culture(double value, string quantity, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            Assert.Equal(text, QuantityText.Of(value, Enum.Parse<Quantity>(quantity)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Throughput_stands_beside_the_time_of_several_rows() =>
        Assert.Equal("500.00 µs, 128,000 rows/s", CellsOf(new("work", 500e-6) { Rows = 64 })[1]);

    [Fact]
    public void Each_row_is_as_wide_as_the_header()
    {
        SpeedTable table = new(Limit, TextWriter.Null);
        table.Add(new("a work with a long name, longer than its heading", 1) { Cost = new(1, 1), Peers = [new("peer", 0.5)] });

        string[] lines = [.. TextOf(table).Split('\n').Where(line => line.StartsWith('|'))];

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.All(lines, line => Assert.Equal(9, line.Count(letter => letter == '|')));
    }

    private static string[] CellsOf(SpeedRow row)
    {
        StringWriter progress = new();
        new SpeedTable(Limit, progress).Add(row);
        return progress.ToString().TrimEnd('\r', '\n').Split(" | ");
    }

    private static string TextOf(SpeedTable table)
    {
        StringWriter writer = new() { NewLine = "\n" };
        table.Write(writer);
        return writer.ToString();
    }
}
