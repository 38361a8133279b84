using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Layerwright.Tests.Data;

public sealed class CsvReaderTests : IDisposable
{
    private const string Flowers = """
        sepal,petal,species
        5.1,1.4,setosa
        7.0,4.7,versicolor
        6.3,6.0,virginica
        4.9,1.5,setosa
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_last_column_is_the_class_and_text_classes_are_numbered_in_their_order()
    {
        Dataset data = Read(Flowers);
        Assert.Equal((4, 2, 3), (data.Count, data.InputLength, data.Classes));
        Assert.Equal(["setosa", "versicolor", "virginica"], data.ClassNames!);
        Assert.Equal([0, 1, 2, 0], Enumerable.Range(0, 4).Select(data.Label));
        Assert.Equal([7.0f, 4.7f], data.Input(1).ToArray());
    }

    [Fact]
    public void A_header_is_found_where_no_cell_of_the_first_line_is_a_number()
    {
        Assert.Equal(2, Read("1,2,a\n3,4,b\n").Count);
        Assert.Equal(2, Read("x,y,class\n1,2,a\n3,4,b\n").Count);
        Assert.Equal(1, Read("1,2,0\n3,4,1\n", new() { HasHeader = true }).Count);
        Assert.Equal(2, Read("2020,2021,kind\n1,2,x\n3,4,y\n", new() { Label = "kind" }).Count);
        Assert.Equal(2, Read("2020,2021,label\n1,2,x\n3,4,y\n", new() { HasHeader = true }).Count);
    }

    [Fact]
    public void A_second_file_takes_the_first_ones_classes()
    {
        IReadOnlyList<string>? names = Read(Flowers).ClassNames;
        Dataset other = Read("6,5,virginica\n", new() { ClassNames = names });
        Assert.Equal((2, 3), (other.Label(0), other.Classes));
        AssertBroken("6,5,rose\n", "line 1, column 3: 'rose' is no class; expected one of setosa, versicolor, virginica", new() { ClassNames = names });
    }

    [Fact]
    public void A_first_line_that_may_be_a_header_or_a_row_is_an_error()
    {
        AssertBroken("2020,2021,label\n1,2,x\n3,4,y\n", "line 1, column 3: 'label' stands in no other line and may name the column; set CsvOptions.HasHeader");
        AssertBroken("2020,2021,kind\n1,2,0\n3,4,1\n5,6,1\n", "line 1, column 3: 'kind' is no number, but most labels are; expected a whole number");
        AssertBroken("2020,2021,kind\n1,2,0\n3,4,1\n5,6,1\n", "if the line names the columns, set CsvOptions.HasHeader");
        AssertBroken("id,2021,2022\n1,2,0\n3,4,1\n", "line 1, column 1: 'id' is no finite number; expected one such as 1.5. If the line names the columns");
        string many = "2020,kind\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},{"abc"[i % 3]}\n"));
        AssertBroken(many, "line 1, column 2: 'kind' stands in no other line");
        Assert.Equal(31, Read(many, new() { HasHeader = false }).Count);
    }

    [Fact]
    public void Columns_are_chosen_by_name_or_place()
    {
        const string Text = "id,kind,width,price\n1,b,2.5,100\n2,a,3.5,200\n";
        Dataset byName = Read(Text, new() { Label = "kind", Ignored = ["id", ^1] });
        Assert.Equal([2.5f], byName.Input(0).ToArray());
        Assert.Equal([1, 0], new[] { byName.Label(0), byName.Label(1) });

        Dataset targets = Read(Text, new() { Targets = ["price"], Ignored = [0, 1] });
        Assert.Equal([2.5f, 100f], [.. targets.Input(0), .. targets.Target(0)]);
    }

    [Fact]
    public void Quotes_hold_delimiters_line_breaks_and_quotes()
    {
        Dataset data = Read("x;\"the \"\"class\"\"\"\r\n 1.5 ;\"a;b\"\r\n\r\n-2e-3;\"two\nlines\"\r\n", new() { Delimiter = ';' });
        Assert.Equal(["a;b", "two\nlines"], data.ClassNames!);
        Assert.Equal((1.5f, -2e-3f), (data.Input(0)[0], data.Input(1)[0]));
    }

    [Fact]
    public void A_compressed_file_is_read_too()
    {
        using (var gzip = new GZipStream(File.Create(_path), CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Flowers));
        }

        Assert.Equal(4, CsvReader.Read(_path).Count);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_an_error_with_their_line()
    {
        // Behind more text than a reader's buffer holds, with and without a byte order mark.
        string before = string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{i},{(i % 2 == 0 ? "größe" : "länge")}\n"));
        foreach (bool mark in new[] { false, true })
        {
            byte[] good = [.. new UTF8Encoding(mark).GetPreamble(), .. Encoding.UTF8.GetBytes(before)];
            File.WriteAllBytes(_path, good);
            Assert.Equal((9_000, 0f), (CsvReader.Read(_path).Count, CsvReader.Read(_path).Input(0)[0]));

            File.WriteAllBytes(_path, [.. good, .. "1,gr"u8, 0xF6, .. "sse\n2,a\n"u8]);
            var thrown = Assert.Throws<InvalidDataException>(() => CsvReader.Read(_path));
            Assert.Equal($"{_path}, line 9001, column 2: bytes that are no UTF-8; expected a text saved as UTF-8.", thrown.Message);
        }
    }

    [Fact]
    public void Class_names_that_cannot_be_told_apart_are_refused()
    {
        AssertRefused(["x", "x", "y"], "CsvOptions.ClassNames hold 'x' 2 times");
        AssertRefused(["x"], "at least two classes");
        AssertRefused([], "at least two classes");
        AssertRefused(["x", ""], "a name for each");

        void AssertRefused(string[] names, string message)
        {
            var thrown = Assert.Throws<ArgumentException>(() => Read("1,x\n2,y\n", new() { ClassNames = names }));
            Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_machines_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(5.1f, Read(Flowers).Input(0)[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Missing_values_are_an_error_unless_a_number_stands_for_them()
    {
        const string Text = "x,y,class\n1,,a\n?,2,b\n";
        AssertBroken(Text, "line 2, column 2 ('y'): no value (''); expected a number, or set CsvOptions.Missing");
        Dataset data = Read(Text, new() { Missing = -1 });
        Assert.Equal([1, -1, -1, 2], [.. data.Input(0), .. data.Input(1)]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("x,class\n", "has a header and nothing behind it")]
    [InlineData("1,2,a\n1,x,b\n", "line 2, column 2: 'x' is no finite number; expected one such as 1.5")]
    [InlineData("1,2,a\n1,1e99,b\n", "line 2, column 2: '1e99' is no finite number")]
    [InlineData("a,b,c\n\n1,2\n", "line 3: 2 cells; expected 3, as the first line has")]
    [InlineData("1,a\n2,\n", "line 2, column 2: no label; expected a class")]
    [InlineData("1,a\n2,a\n", "column 2: every label is 'a'; expected at least two classes")]
    [InlineData("1,0\n2,-1\n", "line 2, column 2: label -1; expected a class from 0 on")]
    [InlineData("1,\"a\n2,b\n", "line 1, column 2: a quote is opened and never closed")]
    [InlineData("1,\"a\"b\n", "line 1, column 2: 'b' follows a closing quote")]
    [InlineData("1\n2\n", "none of its 1 columns is left for features")]
    public void What_is_wrong_is_named_with_its_place(string text, string message) => AssertBroken(text, message);

    [Fact]
    public void A_column_that_does_not_exist_is_named()
    {
        AssertBroken(Flowers, "has no column 'colour'; its header says sepal, petal, species", new() { Label = "colour" });
        AssertBroken(Flowers, "has no column 3: it has 3", new() { Label = 3 });
        AssertBroken("1,2\n", "has no header, so no column 'x'", new() { Label = "x" });
        AssertBroken("x,x\n1,2\n", "has 2 columns 'x'", new() { Label = "x" });
    }

    [Fact]
    public void A_wide_table_is_read_whole()
    {
        // Records longer than the reader's block, cells across its border.
        var text = new StringBuilder();
        for (int row = 0; row < 20; row++)
        {
            text.AppendJoin(',', Enumerable.Range(0, 3000).Select(i => (row + i / 7.0).ToString(CultureInfo.InvariantCulture))).Append(',').Append(row % 3).Append('\n');
        }

        Dataset data = Read(text.ToString());
        Assert.Equal((20, 3000, 3), (data.Count, data.InputLength, data.Classes));
        for (int i = 0; i < 3000; i++)
        {
            Assert.Equal((float)(19 + i / 7.0), data.Input(19)[i], 1e-4f);
        }
    }

    private Dataset Read(string text, CsvOptions? options = null)
    {
        File.WriteAllText(_path, text);
        return CsvReader.Read(_path, options);
    }

    private void AssertBroken(string text, string message, CsvOptions? options = null)
    {
        var thrown = Assert.Throws<InvalidDataException>(() => Read(text, options));
        Assert.StartsWith(_path, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }
}
