using System.Reflection;
using Layerwright.Testing.Compiling;

namespace Layerwright.Tests.Promises;

/// <summary>A layer is one room: an attribute, a layer in the compiler, and a case that holds its numbers.</summary>
public class RoomTests
{
    // What PyTorch has no module for; random networks hold them.
    private static readonly string[] s_withoutOracle = ["Input", "Use", "Repeat"];

    private static readonly string[] s_attributes =
    [
        .. typeof(LayerAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(KindOf).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_layer_attribute_has_its_layer_in_the_compiler_and_the_other_way_round() =>
        Assert.Equal(s_attributes, LayerKinds.All.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_layer_that_PyTorch_has_stands_in_an_oracle_case()
    {
        var used = typeof(Oracles.MlpRelu).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Oracles.MlpRelu).Namespace)
            .SelectMany(type => type.GetCustomAttributes<LayerAttribute>())
            .Select(attribute => KindOf(attribute.GetType())).Distinct();

        Assert.Empty(s_attributes.Except(used).Except(s_withoutOracle));
        Assert.Empty(s_withoutOracle.Except(s_attributes));
    }

    [Fact]
    public void Every_layer_attribute_may_stand_several_times_on_a_class()
    {
        foreach (var type in typeof(LayerAttribute).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract))
        {
            var usage = type.GetCustomAttribute<AttributeUsageAttribute>();
            Assert.True(usage is { AllowMultiple: true, Inherited: false, ValidOn: AttributeTargets.Class }, type.Name);
            Assert.True(type.IsSealed, type.Name);
        }
    }

    private static string KindOf(Type attribute) => attribute.Name.Split('`')[0][..^"Attribute".Length];
}
