namespace Layerwright.Tests.Data;

public sealed class CsvLabelTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("0 1 2 1", "0 1 2", "0 1 2 1")]
    [InlineData("1 2 3", "1 2 3", "0 1 2")]
    [InlineData("5 0 9 5", "0 5 9", "1 0 2 1")]
    [InlineData("0.0 1.0 10.0 2.0", "0 1 2 10", "0 1 3 2")]
    [InlineData("1000000 2", "2 1000000", "1 0")]
    [InlineData("0 0", "0 1", "0 0")]
    [InlineData("1 1", "0 1", "1 1")]
    [InlineData("b 1 a", "1 a b", "2 0 1")]
    public void Labels_are_numbered_in_their_order_and_named_as_the_file_names_them(string labels, string names, string classes)
    {
        Dataset data = Read(labels.Split(' '));
        Assert.Equal(names, string.Join(' ', data.ClassNames!));
        Assert.Equal(classes, string.Join(' ', Enumerable.Range(0, data.Count).Select(data.Label)));
        Assert.Equal(data.ClassNames!.Count, data.Classes);
    }

    [Fact]
    public void A_second_file_takes_the_first_ones_numbers_however_it_writes_them()
    {
        IReadOnlyList<string>? names = Read(["0", "1", "7", "10"]).ClassNames;
        Dataset second = Read(["10.0", "7", "7.0"], new() { ClassNames = names });
        Assert.Equal((4, 3, 2, 2), (second.Classes, second.Label(0), second.Label(1), second.Label(2)));
        AssertBroken(["1", "2"], "line 2, column 2: '2' is no class; expected one of 0, 1, 7, 10", new() { ClassNames = names });
    }

    [Fact]
    public void A_misspelt_number_among_numbers_is_an_error_with_its_line()
    {
        string[] labels = [.. Enumerable.Range(0, 30).Select(i => $"{i % 12}"), "1x"];
        AssertBroken(labels, "line 31, column 2: '1x' is no number, but most labels are; expected a whole number; if it is a class, set CsvOptions.ClassNames.");
        Assert.Equal(2, Read(["1", "1", "1x"], new() { ClassNames = ["1", "1x"] }).Classes);
    }

    [Fact]
    public void Numbers_with_a_fraction_are_targets_not_classes()
    {
        AssertBroken(["210.5", "310.25", "99.9"], "line 1, column 2: label 210.5 is no whole number; expected a class");
        AssertBroken(["210.5", "310.25", "99.9"], "CsvOptions.Targets");
        AssertBroken(["1", "0", "-0.5"], "line 3, column 2: label -0.5 is no whole number");
        AssertBroken(["0", "1", "-1"], "line 3, column 2: label -1; expected a class from 0 on");
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(Read(["-1", "1", "1"], new() { ClassNames = ["-1", "1"] }).Label));
    }

    [Fact]
    public void Absurdly_many_classes_are_targets_or_the_rows_own_numbers()
    {
        string[] prices = [.. Enumerable.Range(0, 100).Select(i => $"{1000 + 7 * (i % 51)}")];
        AssertBroken(prices, "column 2: 51 different labels in 100 rows");
        AssertBroken(prices, "name it in CsvOptions.Targets");
        AssertBroken([.. Enumerable.Range(0, 30).Select(i => $"row{i}")], "column 2: 30 different labels in 30 rows");
        AssertBroken([.. Enumerable.Range(0, 30_003).Select(i => $"{i % 10_001}")], "column 2: 10001 different labels in 30003 rows");

        Assert.Equal(50, Read([.. Enumerable.Range(0, 100).Select(i => $"{1000 + 7 * (i % 50)}")]).Classes);
        Assert.Equal(20, Read([.. Enumerable.Range(0, 20).Select(i => $"{i}")]).Classes);
        Assert.Equal(10_000, Read([.. Enumerable.Range(0, 20_000).Select(i => $"{i % 10_000}")]).Classes);
    }

    [Fact]
    public void One_class_is_none()
    {
        AssertBroken(["3", "3"], "column 2: every label is '3'; expected at least two classes");
        AssertBroken(["a", "a"], "column 2: every label is 'a'; expected at least two classes");
    }

    private Dataset Read(string[] labels, CsvOptions? options = null)
    {
        File.WriteAllLines(_path, labels.Select((label, row) => $"{row},{label}"));
        return CsvReader.Read(_path, options);
    }

    private void AssertBroken(string[] labels, string message, CsvOptions? options = null)
    {
        var thrown = Assert.Throws<InvalidDataException>(() => Read(labels, options));
        Assert.StartsWith(_path, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }
}
