using Layerwright.Testing.Compiling;
using Layerwright.Testing.Running;
using Microsoft.CodeAnalysis;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>Blocks come from wherever their symbols are: other files, other assemblies.</summary>
public class ForeignBlockTests
{
    private const string Block = "namespace Shared; [Block] [Dense(7, Key = \"fc\")] [BatchNorm] [Tanh] public class Tower;";

    private const string Network = "[Network] [Input(3)] [Use<Shared.Tower>] [Residual<Shared.Tower>] [Dense(2)] [MeanSquaredError] public partial class Net;";

    [Fact]
    public void A_block_of_another_assembly_is_inlined_like_one_of_ones_own()
    {
        var library = SourceCompilation.Create(Block);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());

        var foreign = GeneratorRun.Of(SourceCompilation.Create(Network).AddReferences(reference)).EnsureClean();

        Assert.Equal(GeneratorRun.Of(Network, Block).EnsureClean().Sources["Net.g.cs"], foreign.Source);
    }

    [Fact]
    public void Keys_of_a_blocks_layers_carry_the_place_of_use()
    {
        var compiled = LoadedAssembly.Of(GeneratorRun.Of(Network, Block).EnsureClean());

        Assert.Equal(
            [
                "use1.fc.weight", "use1.batchnorm1.weight", "use1.batchnorm1.bias", "use1.batchnorm1.running_mean", "use1.batchnorm1.running_var",
                "residual1.branch.fc.weight", "residual1.branch.batchnorm1.weight", "residual1.branch.batchnorm1.bias",
                "residual1.branch.batchnorm1.running_mean", "residual1.branch.batchnorm1.running_var", "dense1.weight", "dense1.bias",
            ],
            TestNetwork.Create(compiled.Type("Net"), 1).State.Keys);
    }
}
