namespace Layerwright.Benchmarks;

/// <summary>What a work needs at least by its definition.</summary>
/// <param name="Operations">Additions and multiplications of numbers; those of the definition, of which minimal filtering does fewer.</param>
/// <param name="Bytes">Distinct bytes that go from memory to the core or back, however often they are used there.</param>
internal readonly record struct WorkCost(double Operations, double Bytes);
