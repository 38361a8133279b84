using Layerwright;

namespace InitializationSample;

/// <summary>A network to look into.</summary>
/// <param name="Nonlinearity">What follows each of its layers.</param>
/// <param name="Weights">Its initialisation's name.</param>
/// <param name="Distribution">What weights are drawn from.</param>
/// <param name="Lesson">What to look for.</param>
/// <param name="Run">Makes it and sends rows through.</param>
internal sealed record Experiment(string Nonlinearity, string Weights, string Distribution, string Lesson, Func<Dataset, Passage> Run)
{
    private const ulong Seed = 1;

    /// <summary>The lecture's, in its order, for both nonlinearities.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("tanh", "small", "N(0, 0.01²)",
            "A sum of 500 products with such weights is a fifth as wide as what it adds up: after ten layers nothing is left. A weight's "
            + "gradient is a product with that nothing, so the weights hardly move, and what goes back is as small.",
            data => Passage.Of(new SmallTanh(Seed), data)),
        new("tanh", "large", "N(0, 1)",
            "Sums of 500 products have a deviation of 22: nearly every unit sits at −1 or 1, where tanh is flat and lets no gradient through. "
            + "The few units between pass theirs on, times weights that are large: gradients are mostly nothing and now and then enormous.",
            data => Passage.Of(new LargeTanh(Seed), data)),
        new("tanh", "Xavier", "N(0, 2/(in + out))",
            "This variance keeps sums as wide as inputs, forward and back. What tanh itself squeezes is all that is lost: neither a spike "
            + "nor two horns in any layer.",
            data => Passage.Of(new XavierTanh(Seed), data)),
        new("tanh", "He", "N(0, 2/in)",
            "Twice the variance that a sum needs. tanh squeezes the excess, so signals keep their width even better, at the price of units "
            + "near the bounds in the first layers.",
            data => Passage.Of(new HeTanh(Seed), data)),
        new("ReLU", "small", "N(0, 0.01²)",
            "As with tanh, and sooner: ReLU also cuts half of what is left.",
            data => Passage.Of(new SmallReLU(Seed), data)),
        new("ReLU", "large", "N(0, 1)",
            "No bound holds ReLU: every layer puts out some 16 times what the one before did, and gradients grow as much on their way back. "
            + "In the histograms everything lies beyond the axis.",
            data => Passage.Of(new LargeReLU(Seed), data)),
        new("ReLU", "Xavier", "N(0, 2/(in + out))",
            "Right for linear units, but half of these are cut to 0: signals shrink by √½ a layer, and gradients too. Ten layers still learn "
            + "like this; He et al. saw thirty that did not.",
            data => Passage.Of(new XavierReLU(Seed), data)),
        new("ReLU", "He", "N(0, 2/in)",
            "The doubled variance makes up for the half that is cut: the tenth layer looks like the first. This is what Init.Auto draws "
            + "before ReLU.",
            data => Passage.Of(new HeReLU(Seed), data)),
    ];

    public string Title => $"{Nonlinearity}, {Weights}";
}
