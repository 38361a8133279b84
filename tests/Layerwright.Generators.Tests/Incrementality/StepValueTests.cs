using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Layerwright.Generators.Tests.Incrementality;

/// <summary>What steps yield: for each value type, a compiler just started compiles some forty of the driver's generic methods anew.</summary>
public class StepValueTests
{
    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void Every_step_of_ours_yields_a_class_or_a_pair_or_an_array_of_classes(string checks)
    {
        var run = GeneratorRun.Of(SourceCompilation.Create(Networks.AroundBlock, Networks.Block, Networks.Mlp), settings: new(("LayerwrightChecks", checks)));

        var types = Values(run).Where(IsOurs).Distinct().ToList();

        Assert.Contains(typeof(Surroundings), types);
        Assert.Contains(types, type => type.IsValueType);
        Assert.All(types.Where(type => type.IsValueType), type =>
        {
            Assert.StartsWith("System.", type.Namespace + ".", StringComparison.Ordinal);
            Assert.DoesNotContain(type.GetGenericArguments(), part => part.IsValueType);
        });
    }

    /// <summary>Types of everything that a step behind an output has yielded; the outputs themselves are the driver's.</summary>
    private static IEnumerable<Type> Values(GeneratorRun run)
    {
        HashSet<IncrementalGeneratorRunStep> seen = [];
        Stack<IncrementalGeneratorRunStep> open = new(run.Result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(Behind));
        while (open.TryPop(out var step))
        {
            if (seen.Add(step))
            {
                foreach (var (value, _) in step.Outputs)
                {
                    if (value is not null)
                    {
                        yield return value.GetType();
                    }
                }

                foreach (var before in Behind(step))
                {
                    open.Push(before);
                }
            }
        }
    }

    private static IEnumerable<IncrementalGeneratorRunStep> Behind(IncrementalGeneratorRunStep step) => step.Inputs.Select(input => input.Source);

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("Layerwright", StringComparison.Ordinal) || (type.IsGenericType && type.GetGenericArguments().Any(IsOurs));
}
