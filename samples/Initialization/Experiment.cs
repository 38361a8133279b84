using Layerwright;

namespace InitializationSample;

/// <summary>A network to look into.</summary>
/// <param name="Nonlinearity">What follows each of its layers.</param>
/// <param name="Weights">What they are drawn from.</param>
/// <param name="Lesson">What to look for.</param>
/// <param name="Run">Makes it and sends the data through.</param>
internal sealed record Experiment(string Nonlinearity, string Weights, string Lesson, Func<Dataset, Passage> Run)
{
    private const ulong Seed = 1;

    /// <summary>The lecture's, in its order, each for both nonlinearities.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("tanh", "small, N(0, 0.01²)",
            "Each layer adds up 500 products and still ends at a fifth of its input: after ten there is nothing left, and the "
            + "gradient of a weight is a product with that nothing.",
            data => Passage.Of(new SmallTanh(Seed), data)),
        new("tanh", "large, N(0, 1)",
            "Sums of 500 products have a deviation of 22: nearly every unit sits at −1 or 1, where tanh is flat. Most gradients are 0 "
            + "there, and the few that pass are multiplied by large weights.",
            data => Passage.Of(new LargeTanh(Seed), data)),
        new("tanh", "Xavier",
            "The variance 2/(in + out) keeps sums as wide as inputs, forward and back: all ten layers have a bell that is neither a "
            + "spike nor two horns.",
            data => Passage.Of(new XavierTanh(Seed), data)),
        new("tanh", "He",
            "Twice the variance that tanh needs: it squeezes the excess, so signals live on, but more units lie near the bounds.",
            data => Passage.Of(new HeTanh(Seed), data)),
        new("ReLU", "small, N(0, 0.01²)",
            "As with tanh, and sooner: ReLU also cuts half of what is left.",
            data => Passage.Of(new SmallReLU(Seed), data)),
        new("ReLU", "large, N(0, 1)",
            "No bound holds ReLU: every layer is some 16 times as large as the one before, and so is the loss's gradient on its way back.",
            data => Passage.Of(new LargeReLU(Seed), data)),
        new("ReLU", "Xavier",
            "Right for linear units, but half of these are cut to 0: the deviation falls by √½ a layer. Ten layers still learn like "
            + "this, thirty would not.",
            data => Passage.Of(new XavierReLU(Seed), data)),
        new("ReLU", "He",
            "2/in makes up for the half that is cut: the tenth layer sees what the first saw. This is what Init.Auto takes before ReLU.",
            data => Passage.Of(new HeReLU(Seed), data)),
    ];

    public string Title => $"{Nonlinearity}, {Weights}";
}
