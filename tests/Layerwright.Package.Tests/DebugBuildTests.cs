using System.Diagnostics;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Layerwright.Package.Tests;

/// <summary>
/// A Debug build, which neither optimises nor inlines the user's assembly, computes at the speed of a Release build. The cause is
/// asserted here, instruction by instruction; the benchmark <c>debug</c> measures the effect.
/// </summary>
[Trait("Category", "Package")]
public sealed class DebugBuildTests(PackageFixture fixture)
{
    private const string Kernels = "Layerwright.Kernels";

    [Fact(Explicit = true)]
    public async Task A_Debug_build_is_clean_of_warnings_of_trimming_and_leaves_every_loop_and_every_kernel_to_the_optimised_library()
    {
        var consumer = await fixture.CreateConsumerAsync("Stripes", StripesSources.Files);
        (await consumer.BuildAsync("-warnaserror", "-p:IsAotCompatible=true")).Succeeds();
        string output = Path.Combine(consumer.Folder, "bin", "Debug", "net10.0");
        var run = (await consumer.RunAsync(Path.Combine(output, "Stripes.dll"))).Succeeds();
        Assert.Equal(StripesSources.Expected, run.Output.Trim());

        using var program = AssemblyDefinition.ReadAssembly(Path.Combine(output, "Stripes.dll"));
        using var library = AssemblyDefinition.ReadAssembly(Path.Combine(output, "Layerwright.dll"));
        Assert.False(IsOptimized(program));
        Assert.True(IsOptimized(library));

        var types = program.MainModule.GetTypes().ToLookup(type => type.FullName.Contains("StripesNet", StringComparison.Ordinal));
        var generated = types[true].SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();
        Assert.Contains(types[false].SelectMany(type => type.Methods).Where(method => method.HasBody), HasLoop);
        Assert.DoesNotContain(generated, HasLoop);

        var calls = generated.SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>()
            .Where(method => method.DeclaringType.Namespace == Kernels).ToList();
        Assert.InRange(calls.Count, 20, 1000);
        Assert.Contains(calls.SelectMany(TypeArguments), type => type.Namespace == Kernels);
        Assert.DoesNotContain(calls.SelectMany(TypeArguments), type => type.Scope == program.MainModule);
    }

    private static bool IsOptimized(AssemblyDefinition assembly)
    {
        var attribute = assembly.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == nameof(DebuggableAttribute));
        var modes = (DebuggableAttribute.DebuggingModes?)(int?)attribute?.ConstructorArguments[0].Value ?? default;
        return !modes.HasFlag(DebuggableAttribute.DebuggingModes.DisableOptimizations);
    }

    // A loop is a jump backward.
    private static bool HasLoop(MethodDefinition method) => method.Body.Instructions.Any(instruction => instruction.Operand switch
    {
        Instruction target => target.Offset <= instruction.Offset,
        Instruction[] targets => targets.Any(target => target.Offset <= instruction.Offset),
        _ => false,
    });

    /// <summary>The types that a method and its class are instantiated over, those within them included; type parameters have none.</summary>
    private static IEnumerable<TypeReference> TypeArguments(MethodReference method) =>
        Arguments(method as IGenericInstance).Concat(Arguments(method.DeclaringType as IGenericInstance));

    private static IEnumerable<TypeReference> Arguments(IGenericInstance? instance) => instance is null
        ? []
        : instance.GenericArguments.Where(type => type is not GenericParameter).SelectMany(type => Arguments(type as IGenericInstance).Append(type.GetElementType()));
}
