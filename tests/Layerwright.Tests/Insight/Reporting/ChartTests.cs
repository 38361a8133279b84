using Layerwright.Reporting;

namespace Layerwright.Tests.Insight.Reporting;

public sealed class ChartTests
{
    [Theory]
    [InlineData(new[] { 0.0, 0.93 }, new[] { "0.0", "0.2", "0.4", "0.6", "0.8", "1.0" })]
    [InlineData(new[] { -3.0, 7 }, new[] { "−4", "−2", "0", "2", "4", "6", "8" })]
    [InlineData(new[] { 1234.0, 9876 }, new[] { "0", "2,000", "4,000", "6,000", "8,000", "10,000" })]
    public void A_linear_axis_ends_at_round_ticks_around_its_values(double[] values, string[] ticks)
    {
        Axis axis = Axis.Linear(values);

        Assert.Equal(ticks.Select(text => text == "0.0" ? "0" : text), axis.Ticks.Select(tick => tick.Text));
        Assert.All(values, value => Assert.InRange(axis.Place(value), 0, 1));
        Assert.Equal(axis.Low, axis.Ticks[0].Value, 1e-9);
        Assert.Equal(axis.High, axis.Ticks[^1].Value, 1e-9);
    }

    [Fact]
    public void A_logarithmic_axis_holds_whole_decades_and_gives_no_place_to_what_is_not_positive()
    {
        Axis axis = Axis.Logarithmic([3e-6, 0.02, 0, double.NaN]);

        Assert.Equal(["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "0.01", "0.1"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0.5, axis.Place(Math.Sqrt(1e-7)), 1e-9);
        Assert.True(double.IsNaN(axis.Place(0)));
        Assert.True(double.IsNaN(axis.Place(-1)));
    }

    [Fact]
    public void What_single_precision_adds_is_no_reason_for_a_tick_more()
    {
        Assert.Equal(0.003, Axis.Linear([0, 0.003f]).High, 1e-9);
        Assert.Equal(1e-6, Axis.Logarithmic([1e-6f, 1]).Low, 1e-12);
    }

    [Fact]
    public void Values_far_apart_are_shown_by_their_logarithm_and_others_from_zero_on()
    {
        Assert.True(Axis.Fitting([0.01, 2]).IsLogarithmic);
        Assert.False(Axis.Fitting([0.1, 2]).IsLogarithmic);
        Assert.Equal(0, Axis.Fitting([1.9, 2]).Low);
        Assert.False(Axis.Fitting([-1, 2000]).IsLogarithmic);
    }

    [Fact]
    public void A_single_value_and_none_make_an_axis_too()
    {
        Assert.Equal(0.5, Axis.Linear([5]).Place(5), 0.2);
        Assert.Equal(6, Axis.Linear([]).Ticks.Count);
        Assert.InRange(Axis.Logarithmic([1]).Place(1), 0, 1);
        Assert.InRange(Axis.Whole(0, 0).Place(0), 0, 1);
    }

    [Fact]
    public void Labels_are_moved_no_further_than_need_be_and_never_touch()
    {
        Assert.Equal([10, 100, 200], LabelColumn.Spread([10, 100, 200], 220));
        Assert.Equal([100, 115, 130], LabelColumn.Spread([100, 101, 102], 220));
        Assert.Equal([190, 205, 220], LabelColumn.Spread([218, 219, 220], 220));

        var random = new Random(3);
        for (int run = 0; run < 100; run++)
        {
            double[] places = LabelColumn.Spread([.. Enumerable.Range(0, random.Next(1, 15)).Select(_ => 220 * random.NextDouble()).Order()], 220);
            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LabelColumn.Line - 1e-9));
            Assert.InRange(places[^1], 0, 220);
            Assert.InRange(places[0], -1, 220);
        }
    }

    [Fact]
    public void Of_more_labels_than_there_is_room_for_the_outermost_are_kept()
    {
        double[] wanted = [.. Enumerable.Range(0, 50).Select(i => 4.0 * i)];

        IReadOnlyList<int> chosen = LabelColumn.Choose(wanted, 220);

        Assert.Equal(15, chosen.Count);
        Assert.Equal((0, 49), (chosen[0], chosen[^1]));
        Assert.Equal([0, 2], LabelColumn.Choose([3, double.NaN, 9], 220));
    }

    [Fact]
    public void A_long_curve_is_thinned_to_means_that_keep_its_level()
    {
        var series = new Series("loss", [.. Enumerable.Range(0, 1003).Select(i => new Point(i, 2 * i))], Ink.Training);

        Series thinned = series.Thinned(100);

        Assert.Equal(100, thinned.Points.Count);
        Assert.All(thinned.Points, point => Assert.Equal(2 * point.X, point.Y, 1e-9));
        Assert.Same(series, series.Thinned(1003));
        Assert.Equal([new(0.5, 0.5), new(2, 8)], new Series("", [new(0, 0), new(1, 1), new(2, 8), new(3, double.NaN)], Ink.Training).Thinned(2).Points);
    }

    [Fact]
    public void A_histogram_keeps_its_shares_on_another_axis()
    {
        var histogram = new Histogram(-1, 1, [10, 30, 40, 20]);

        double[] same = HistogramShape.Rebin(histogram, -1, 1), wider = HistogramShape.Rebin(histogram, -3, 3);

        Assert.Equal(1, same.Sum(), 1e-12);
        Assert.Equal(0.1, same.Take(HistogramShape.Bins / 4).Sum(), 1e-12);
        Assert.Equal(1, wider.Sum(), 1e-12);
        Assert.Equal(0.4, wider.Take(HistogramShape.Bins / 2).Sum(), 1e-12);
        Assert.Equal(0, wider.Take(HistogramShape.Bins / 3).Sum(), 1e-12);
        Assert.Equal(1, HistogramShape.Rebin(new Histogram(2, 2, [7]), 1, 3).Sum(), 1e-12);
    }

    [Fact]
    public void The_axis_of_histograms_ends_where_values_end()
    {
        Assert.Equal((-0.5, 2.0), HistogramShape.RangeOf([new Histogram(-1, 1, [0, 5, 5, 0]), new Histogram(0, 4, [1, 1, 0, 0])]));
        Assert.Equal((1.0, 3.0), HistogramShape.RangeOf([new Histogram(2, 2, [9])]));
        Assert.Null(HistogramShape.RangeOf([new Histogram(double.NaN, 1, [1]), new Histogram(0, 1, [0, 0])]));
    }

    [Theory]
    [InlineData(0.012345, "0.0123")]
    [InlineData(-1234.4, "−1,234")]
    [InlineData(12.345, "12.3")]
    [InlineData(1e-4, "10⁻⁴")]
    [InlineData(0.00123, "0.00123")]
    [InlineData(1.5e-7, "1.5·10⁻⁷")]
    [InlineData(-2e12, "−2·10¹²")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Figures_are_written_as_a_person_reads_them(double value, string text) => Assert.Equal(text, Figures.Short(value));
}
