namespace Layerwright.Tests.Training;

/// <summary>A class has the same number in all data of a network.</summary>
public class TrainerClassNameTests
{
    private static Dataset Unnamed { get; } = Samples.Spiral(60);

    private static Dataset Abc { get; } = Unnamed.WithClassNames(["a", "b", "c"]);

    private static Dataset Acb { get; } = Unnamed.WithClassNames(["a", "c", "b"]);

    private static Dataset Two { get; } = Dataset.FromLabels(new float[] { 0, 1, 1, 0 }, new[] { 0, 1 }, 2).WithClassNames(["a", "c"]);

    [Fact]
    public void Validation_data_of_other_classes_is_refused_with_both_lists()
    {
        foreach ((Dataset validation, string names) in new[] { (Acb, "a, c, b"), (Two, "a, c") })
        {
            var thrown = Assert.Throws<ArgumentException>("validation", () => Trainer().Fit(Abc, validation, epochs: 1));

            Assert.Contains($"This data set's classes are {names}; those trained on are a, b, c.", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Data_to_evaluate_has_the_classes_of_the_data_trained_on_last()
    {
        var trainer = Trainer();
        trainer.Evaluate(Acb);
        trainer.Fit(Abc, epochs: 1);

        trainer.Evaluate(Abc);
        Assert.Contains("a, c, b; those trained on are a, b, c", Assert.Throws<ArgumentException>("data", () => trainer.Evaluate(Acb)).Message, StringComparison.Ordinal);
        trainer.Fit(Acb, epochs: 1);
        trainer.Evaluate(Acb);
    }

    [Fact]
    public void Where_one_side_names_no_classes_nobody_can_tell()
    {
        var trainer = Trainer();

        trainer.Fit(Abc, Unnamed, epochs: 1);
        trainer.Evaluate(Unnamed);
        trainer.Fit(Unnamed, Acb, epochs: 1);
        trainer.Evaluate(Abc);
    }

    private static Trainer<SpiralNet> Trainer() => new(new SpiralNet(1), new Sgd(0.01f));
}
