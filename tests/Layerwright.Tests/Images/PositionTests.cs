using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>Networks that give classes for each position are trained, measured and asked as others are.</summary>
public class PositionTests
{
    private const int Rows = 90, Steps = 6, Features = 4, Classes = 3;

    private static readonly Dataset s_tagged = Tagged();

    [Fact]
    public void A_trainer_learns_a_label_for_each_step()
    {
        var trainer = new Trainer<Tagger>(new Tagger(1), new Adam(0.02f))
        {
            BatchSize = 32,
            Metrics = [new Accuracy(), new TopK(2), new F1()],
            ClassWeights = new float[] { 1, 2, 1.5f },
            Threads = 1,
        };

        var (train, rest) = s_tagged.Split(0.8, seed: 3);
        trainer.Fit(train, rest, epochs: 40);
        var found = trainer.Evaluate(rest);

        Assert.InRange(found["Accuracy"], 0.9, 1);
        Assert.Equal(1, new Trainer<Tagger>(trainer.Network, new Sgd(1)) { Metrics = [new TopK(3)] }.Evaluate(rest)["Top-3"]);
        Assert.Equal(rest.Count * Steps - Ignored(rest), found.ConfusionMatrix!.Total);
    }

    [Fact]
    public void Measures_are_means_over_the_positions_that_count()
    {
        var network = new Tagger(5);
        var predictor = network.CreatePredictor(Rows);
        float[] probabilities = new float[Rows * Steps * Classes];
        predictor.Predict(Inputs(s_tagged), probabilities);
        double loss = 0;
        int right = 0, count = 0;
        for (int line = 0; line < Rows * Steps; line++)
        {
            int label = s_tagged.Labels(line / Steps)[line % Steps];
            float[] of = probabilities[(line * Classes)..((line + 1) * Classes)];
            Assert.Equal(1, of.Sum(), 1e-5);
            if (label >= 0)
            {
                loss -= Math.Log(of[label]);
                right += Array.IndexOf(of, of.Max()) == label ? 1 : 0;
                count++;
            }
        }

        var found = new Trainer<Tagger>(network, new Sgd(1)) { BatchSize = 32 }.Evaluate(s_tagged);

        Assert.Equal(loss / count, found.Loss, 1e-5);
        Assert.Equal((double)right / count, found["Accuracy"], 1e-9);
    }

    [Fact]
    public void Accumulated_batches_weigh_by_the_positions_that_count()
    {
        var (whole, parts) = (new Tagger(5), new Tagger(5));
        new Trainer<Tagger>(whole, new Sgd(0.1f)) { BatchSize = 60, Shuffle = false }.Fit(s_tagged, epochs: 2);
        new Trainer<Tagger>(parts, new Sgd(0.1f)) { BatchSize = 20, AccumulationSteps = 3, Shuffle = false }.Fit(s_tagged, epochs: 2);

        Agreement.Check(TestRows.All(whole.State), TestRows.All(parts.State), "weights");
    }

    [Fact]
    public void Classify_gives_a_class_for_each_position()
    {
        var predictor = new Tagger(5).CreatePredictor(Rows);
        float[] probabilities = new float[Rows * Steps * Classes];
        predictor.Predict(Inputs(s_tagged), probabilities);
        int[] classes = new int[Rows * Steps];
        predictor.Classify(Inputs(s_tagged), classes);

        Assert.Equal(probabilities.Chunk(Classes).Select(of => Array.IndexOf(of, of.Max())), classes);
        var many = Assert.Throws<InvalidOperationException>(() => predictor.Classify(s_tagged.Input(0)));
        Assert.Contains("each of 6 positions", many.Message, StringComparison.Ordinal);
        var room = Assert.Throws<ArgumentException>(() => predictor.Classify(s_tagged.Input(0), new int[5]));
        Assert.Contains("1 rows of 6 classes need 6 numbers; there is room for 5", room.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_wrong_number_or_value_are_told_what_is_expected()
    {
        var step = new Tagger(1).CreateTrainingStep(4);
        float[] inputs = new float[2 * Steps * Features];
        var number = Assert.Throws<ArgumentException>(() => step.ForwardBackward(inputs, new int[2]));
        Assert.Contains("int labels, 6 a row (one for each position)", number.Message, StringComparison.Ordinal);
        Assert.Contains("12 for these inputs; these are 2", number.Message, StringComparison.Ordinal);

        int[] labels = new int[12];
        labels[8] = 3;
        var value = Assert.Throws<ArgumentOutOfRangeException>(() => step.ForwardBackward(inputs, labels));
        Assert.Contains("row 1, position 2, is 3; Tagger has 3 classes, 0 to 2, and -1 is ignored", value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_sets_that_do_not_fit_are_told_what_is_expected()
    {
        var tagger = new Trainer<Tagger>(new Tagger(1), new Sgd(1));
        var one = Assert.Throws<ArgumentException>(() => tagger.Evaluate(Dataset.FromLabels(new float[48], new int[2], 3)));
        Assert.Contains("6 a row (one for each position)", one.Message, StringComparison.Ordinal);
        Assert.Contains("has 1 a row", one.Message, StringComparison.Ordinal);

        var planes = new Trainer<PlaneClassifier>(new PlaneClassifier(1), new Sgd(1));
        var layout = Assert.Throws<ArgumentException>(() => planes.Evaluate(Dataset.FromLabels(new float[60], new int[2], 3, new ImageShape(3, 5, 2))));
        Assert.Contains("takes images of 3×5×2 (channels first); rows of this data set are images of 3×5×2.", layout.Message, StringComparison.Ordinal);

        var labels = Assert.Throws<ArgumentException>(() => Dataset.FromLabels(new float[60], new int[7], 3, labelsPerRow: 3));
        Assert.Contains("7 labels are no whole number of rows of 3", labels.Message, StringComparison.Ordinal);
        var single = Assert.Throws<InvalidOperationException>(() => s_tagged.Label(0));
        Assert.Contains("6 labels each", single.Message, StringComparison.Ordinal);
        Assert.Equal("90 rows of 24, 6 labels of 3 classes", s_tagged.ToString());
    }

    [Fact]
    public void Planes_have_a_normaliser_of_their_own()
    {
        var shape = new ImageShape(3, 5, 2);
        float[] last = TestRows.Numbers(40 * 30);
        float[] first = [.. Enumerable.Range(0, last.Length).Select(i => last[(i / 30 * 30) + (i % 15 * 2) + (i % 30 / 15)])];
        var ofLast = Dataset.FromLabels(last, new int[40], 2, shape).AsTrainingSet();
        var ofFirst = Dataset.FromLabels(first, new int[40], 2, shape with { Layout = ImageLayout.ChannelsFirst }).AsTrainingSet();
        var (byPixel, byPlane) = (Normalizer.FitPerChannel(ofLast), Normalizer.FitPerChannel(ofFirst));

        float[] normal = byPlane.Apply(ofFirst).Input(3).ToArray(), expected = byPixel.Apply(ofLast).Input(3).ToArray();
        Agreement.Check([.. Enumerable.Range(0, 30).Select(i => expected[(i % 15 * 2) + (i / 15)])], normal, "normalised");

        var network = new PlaneClassifier(1) { Normalizer = byPlane };
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        network.Save(path);
        var loaded = PlaneClassifier.Load(path);
        File.Delete(path);
        float[] saved = ofFirst.Input(3).ToArray();
        loaded.Normalizer!.Apply(saved);
        Assert.Equal(normal, saved);
        var wrong = Assert.Throws<ArgumentException>(() => network.Normalizer = byPixel);
        Assert.Contains("takes images of 3×5×2 (channels first); this normaliser was fitted on images of 2 channels, channels last", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_trains_where_its_positions_make_a_variance()
    {
        var alone = Assert.Throws<ArgumentException>(() => new OnePixel(1).CreateTrainingStep(2).ForwardBackward(new float[4], new float[4]));
        Assert.Contains("BatchNorm1 normalises over the batch", alone.Message, StringComparison.Ordinal);
        Assert.True(float.IsFinite(new TwoPixels(1).CreateTrainingStep(2).ForwardBackward(TestRows.Numbers(8), new float[8])));

        // A remainder of one row is trained too: every row of the epoch moves the running statistics.
        var data = Dataset.FromTargets(TestRows.Numbers(5 * 8), new float[5 * 8], 8);
        var (all, four) = (new TwoPixels(1), new TwoPixels(1));
        new Trainer<TwoPixels>(all, new Sgd(0)) { BatchSize = 4, Shuffle = false }.Fit(data, epochs: 1);
        new Trainer<TwoPixels>(four, new Sgd(0)) { BatchSize = 4, Shuffle = false, DropLast = true }.Fit(data, epochs: 1);
        Assert.NotEqual(all.State["batchnorm1.running_mean"].ToArray(), four.State["batchnorm1.running_mean"].ToArray());
    }

    private static int Ignored(Dataset data) => Enumerable.Range(0, data.Count).Sum(row => data.Labels(row).Count(-1));

    private static float[] Inputs(Dataset data) => [.. Enumerable.Range(0, data.Count).SelectMany(row => data.Input(row).ToArray())];

    /// <summary>The label of a step is which of its first three features is largest; some are left out.</summary>
    private static Dataset Tagged()
    {
        float[] inputs = TestRows.Numbers(Rows * Steps * Features);
        int[] labels = [.. inputs.Chunk(Features).Select((step, line) => line % 11 == 0 ? -1 : Array.IndexOf(step, step.Take(Classes).Max()))];
        return Dataset.FromLabels(inputs, labels, Classes, ignoreLabel: -1, labelsPerRow: Steps);
    }
}
