using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class LayerWithoutNetworkTests
{
    [Fact]
    public async Task Layers_without_a_marker_are_marked_once_at_the_first()
    {
        var diagnostic = await Verify.SingleAsync("""
            [System.Obsolete]
            [{|LW0011:Input(4)|}]
            [Dense(0)]
            public class Net;
            """);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public Task A_misspelt_marker_is_the_compilers_to_report() => Verify.DiagnosticsAsync("[Netwrk]\n[Input(4)]\n[Dense(2)]\npartial class Net;");

    [Fact]
    public Task Networks_and_blocks_and_plain_classes_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        public partial class Net;

        [Block]
        [Dense(2)]
        class Inner;

        [System.Obsolete]
        class Plain;
        """);
}
