using System.Xml.Linq;
using Layerwright.CodeModel.Options;
using Layerwright.Testing;

namespace Layerwright.Generators.Tests.Options;

/// <summary>What the compiler's half reads of a project file, and what the package hands on to it.</summary>
public class ProjectOptionsTests
{
    [Fact]
    public void The_package_makes_every_one_visible_to_the_compiler_and_nothing_else()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "src/Layerwright/buildTransitive/Layerwright.props"));

        var visible = props.Descendants("CompilerVisibleProperty").SelectMany(item => item.Attribute("Include")!.Value.Split(';'));

        Assert.Equal(ProjectOptions.All.Select(option => option.Property).Order(StringComparer.Ordinal), visible.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_begins_alike_has_its_default_among_its_values_and_says_what_it_does() => Assert.All(ProjectOptions.All, option =>
    {
        Assert.StartsWith(ProjectOptions.Prefix, option.Property, StringComparison.Ordinal);
        Assert.Contains(option.Default, option.Values);
        Assert.NotEmpty(option.Meaning);
    });

    [Theory]
    [InlineData("NONE", "none")]
    [InlineData(" summary ", "summary")]
    [InlineData("summary,full", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    public void A_value_is_one_of_the_names_in_any_case(string text, string? value) => Assert.Equal(value, ProjectOptions.Comments.Read(text));
}
