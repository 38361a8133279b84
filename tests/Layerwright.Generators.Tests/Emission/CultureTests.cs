using System.Globalization;
using Layerwright.Testing.Compiling;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>The same bytes wherever the compiler runs.</summary>
public class CultureTests
{
    private const string Source =
        """
        [Network]
        [Input(12)]
        [Dense(9, InitScale = 0.75, BiasInit = -1.5, L1 = 1e-7, L2 = 0.0001, Name = "Filling")]
        [BatchNorm(Momentum = 0.125, Epsilon = 1e-6)]
        [LeakyReLU(0.015625)]
        [Dropout(0.35)]
        [Dense(4, Name = "Indices")]
        [SoftmaxCrossEntropy]
        public partial class Figures;
        """;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fi-FI")]
    public void Generated_code_does_not_depend_on_the_culture(string name)
    {
        string invariant = GeneratorRun.Of(Source).EnsureClean().Source;
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            Assert.NotEqual("-1.5", (-1.5).ToString(CultureInfo.CurrentCulture));

            Assert.Equal(invariant, GeneratorRun.Of(Source).EnsureClean().Source);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void Generated_code_is_the_same_every_time() =>
        Assert.Equal(GeneratorRun.Of(Source).Source, GeneratorRun.Of(Source).Source);
}
