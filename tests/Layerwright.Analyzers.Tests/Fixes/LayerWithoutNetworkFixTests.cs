using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Declaration;

namespace Layerwright.Analyzers.Tests.Fixes;

public class LayerWithoutNetworkFixTests
{
    [Fact]
    public Task It_adds_the_marker_and_what_a_network_needs() => VerifyFix.AloneAsync(
        new LayerWithoutNetworkFix(),
        "Add [Network]",
        """
        /// <summary>A network.</summary>
        [Dense(2)]
        public class Net;
        """,
        """
        /// <summary>A network.</summary>
        [Network]
        [Input(1)]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task It_adds_nothing_but_the_marker_where_nothing_else_is_missing() => VerifyFix.AllInDocumentAsync(
        new LayerWithoutNetworkFix(),
        "LW0011",
        "[Input(4), Dense(2)]\npartial class One;\n\n[System.Serializable]\n[Input(4)]\n[Dense(2)]\npartial class Two;",
        "[Network, Input(4), Dense(2)]\npartial class One;\n\n[System.Serializable]\n[Network]\n[Input(4)]\n[Dense(2)]\npartial class Two;");

    [Theory]
    [InlineData("static class Net;")]
    [InlineData("class Net<T>;")]
    public Task A_class_that_cannot_be_a_network_is_left_alone(string declaration) =>
        VerifyFix.OffersNothingAsync(new LayerWithoutNetworkFix(), $"[Input(4)]\n[Dense(2)]\n{declaration}");
}
