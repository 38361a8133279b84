using System.Text;
using System.Text.Json.Nodes;

namespace Layerwright.Tests.Training;

public class BrokenCheckpointTests
{
    private static readonly Dataset s_training = Samples.Spiral(60), s_validation = Samples.Spiral(30, seed: 2);

    /// <summary>A field, what comes in its place, and what the message says of it.</summary>
    [Theory]
    [InlineData("version", "2", "checkpoint.version: expected 1, the one that this version of Layerwright writes, found 2")]
    [InlineData("network", "\"WideNet\"", "expected a checkpoint of SpiralNet, found one of WideNet")]
    [InlineData("epochs", "\"five\"", "checkpoint.epochs: expected a whole number from 0 to 2147483647, found \"five\"")]
    [InlineData("epochs", "1", "checkpoint.history.trainingLoss: expected at most 1 numbers, one an epoch, found [")]
    [InlineData("step", "-1", "checkpoint.step: expected a whole number from 0 to 9223372036854775807, found -1")]
    [InlineData("loss", "true", "checkpoint.loss: expected a number, found true")]
    [InlineData("trainer", "[]", "checkpoint.trainer: expected an object, found []")]
    [InlineData("trainer.optimizer.kind", "\"Lion\"", "checkpoint.trainer.optimizer.kind: expected an optimizer: Sgd, Adam, AdamW, RmsProp or AdaGrad, found \"Lion\"")]
    [InlineData("trainer.optimizer.beta1", "1.5", "Beta1 must be in 0 (included) to 1 (not included)")]
    [InlineData("trainer.optimizer.learningRate", "1e400", "checkpoint.trainer.optimizer.learningRate: expected a number, found 1e400")]
    [InlineData("trainer.schedule.kind", "\"Steps\"", "checkpoint.trainer.schedule.kind: expected a schedule: StepDecay, ExponentialDecay, CosineDecay, OneCycle, ReduceOnPlateau or Warmup, found \"Steps\"")]
    [InlineData("trainer.metrics", "[{\"kind\":\"Luck\"}]", "checkpoint.trainer.metrics[0].kind: expected a metric")]
    [InlineData("trainer.batchSize", "0", "BatchSize")]
    [InlineData("trainer.threads", "5000", "Threads must be 0")]
    [InlineData("trainer.shuffle", "1", "checkpoint.trainer.shuffle: expected true or false, found 1")]
    [InlineData("trainer.classWeights", "[1]", "ClassWeights")]
    [InlineData("trainer.clipping.max", "-1", "Max must be a finite number above 0")]
    [InlineData("trainingStep.moments", "3", "checkpoint.trainingStep.moments: expected 0, 1 or 2, found 3")]
    [InlineData("history.validationLoss", "[1]", "checkpoint.history.validationLoss: expected 2 numbers, one an epoch, found [1]")]
    [InlineData("history.metrics", "[]", "checkpoint.history.metrics: expected 1, one for each metric, found 0")]
    [InlineData("history.bestEpoch", "9", "checkpoint.history.bestEpoch: expected at most 2, found 9")]
    [InlineData("learningRateMultipliers", "{\"Conv7\":2}", "checkpoint.learningRateMultipliers: 'Conv7' is no layer of SpiralNet")]
    [InlineData("endedBy", "\"\"", "checkpoint.endedBy: expected a reason, found \"\"")]
    [InlineData("trainsAside", "1", "checkpoint.trainsAside: expected true or false, found 1")]
    [InlineData("trainsAside", "true", "tensor 'checkpoint.training.")]
    [InlineData("observers", "[{\"name\":\"a\"}]", "checkpoint.observers[0].facts is missing")]
    [InlineData("observers", "[{\"name\":1,\"facts\":{}}]", "checkpoint.observers[0].name: expected text, found 1")]
    [InlineData("files", "[1]", "checkpoint.files: expected a list of texts, found [1]")]
    public void A_field_that_is_not_what_it_must_be_is_named(string field, string value, string message)
    {
        using var folder = new CheckpointFolder();
        string path = Write(folder);
        Bend(path, checkpoint =>
        {
            string[] names = field.Split('.');
            JsonNode parent = names[..^1].Aggregate((JsonNode)checkpoint, (node, name) => node[name]!);
            parent[names[^1]] = value == "1e400" ? JsonNode.Parse("1e400") : JsonNode.Parse(value);
        });

        AssertRefused(path, message);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("trainer.optimizer.beta2")]
    [InlineData("history.bestEpoch")]
    [InlineData("epoch.rows")]
    public void A_field_that_is_missing_is_named(string field)
    {
        using var folder = new CheckpointFolder();
        string path = Write(folder);
        Bend(path, checkpoint =>
        {
            string[] names = field.Split('.');
            names[..^1].Aggregate((JsonNode)checkpoint, (node, name) => node[name]!).AsObject().Remove(names[^1]);
        });

        AssertRefused(path, $"checkpoint.{field} is missing");
    }

    [Fact]
    public void Files_that_are_no_checkpoints_are_refused()
    {
        using var folder = new CheckpointFolder();
        File.WriteAllText(folder["text"], "These are no weights at all.");
        AssertRefused(folder["text"], "header");

        new SpiralNet(1).Save(folder["saved"]);
        AssertRefused(folder["saved"], "found weights without a fit's state: load them with the network's Load");

        byte[] whole = File.ReadAllBytes(Write(folder));
        foreach (int length in new[] { 0, 7, 100, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(folder["cut"], whole[..length]);
            AssertRefused(folder["cut"], "cut");
        }

        string path = Write(folder);
        AssertRefused(path, "expected a checkpoint of LinearNet, found one of SpiralNet", () => Trainer<LinearNet>.Resume(path));
        Assert.Throws<FileNotFoundException>(() => Trainer<SpiralNet>.Resume(folder["nowhere"]));
        Assert.Throws<ArgumentException>(() => Trainer<SpiralNet>.Resume(""));
    }

    [Theory]
    [InlineData("checkpoint.moment1.dense1.weight", "tensor 'checkpoint.moment1.dense1.weight' (24×2) is missing")]
    [InlineData("checkpoint.moment2.dense3.bias", "tensor 'checkpoint.moment2.dense3.bias' (3) is missing")]
    [InlineData("checkpoint.best_epoch.dense2.weight", "tensor 'checkpoint.best_epoch.dense2.weight' (24×24) is missing")]
    [InlineData("checkpoint.last_epoch.dense2.bias", "tensor 'checkpoint.last_epoch.dense2.bias' (24) is missing")]
    [InlineData("dense2.weight", "tensor 'dense2.weigh_' (24×24) is no part of SpiralNet")]
    public void Numbers_that_are_missing_are_named(string tensor, string message)
    {
        using var folder = new CheckpointFolder();
        string path = Write(folder);
        Replace(path, $"\"{tensor}\"", $"\"{tensor[..^1]}_\"");

        AssertRefused(path, message);
    }

    [Fact]
    public void Numbers_of_another_shape_are_named()
    {
        using var folder = new CheckpointFolder();
        string path = Write(folder);
        Replace(path, "\"checkpoint.moment1.dense1.weight\":{\"dtype\":\"F32\",\"shape\":[24,2]", "\"checkpoint.moment1.dense1.weight\":{\"dtype\":\"F32\",\"shape\":[2,24]");

        AssertRefused(path, "tensor 'checkpoint.moment1.dense1.weight' has the shape 2×24; expected 24×2");
    }

    [Fact]
    public void A_fit_with_other_data_or_epochs_is_refused_and_one_with_the_same_goes_on()
    {
        using var folder = new CheckpointFolder();
        string path = Write(folder);
        Trainer<SpiralNet> trainer = Trainer<SpiralNet>.Resume(path);
        void AssertMessage(string message, Action fit) => Assert.Contains(message, Assert.Throws<ArgumentException>(fit).Message, StringComparison.Ordinal);

        AssertMessage("was on 60 rows; these are 70", () => trainer.Fit(Samples.Spiral(70), s_validation, 5));
        AssertMessage("was with 30 rows of validation data; these are 31 rows", () => trainer.Fit(s_training, Samples.Spiral(31), 5));
        AssertMessage("was for 5 epochs, of which 2 are done, and its schedule spans them: give epochs: 5, not 10", () => trainer.Fit(s_training, s_validation, 10));
        Assert.Equal(5, trainer.Fit(s_training, s_validation, 5).Epochs);

        Bend(path, checkpoint => checkpoint["trainer"]!["schedule"] = null);
        trainer = Trainer<SpiralNet>.Resume(path);
        AssertMessage("was for 5 epochs, of which 2 are done; it cannot go on to 2", () => trainer.Fit(s_training, s_validation, 2));
        Bend(path, checkpoint => checkpoint["epoch"]!["batches"] = 9);
        Assert.Contains("checkpoint.epoch.batches is 9", Assert.Throws<InvalidDataException>(() => Trainer<SpiralNet>.Resume(path).Fit(s_training, s_validation, 5)).Message);
    }

    /// <summary>A checkpoint in the middle of the third of five epochs.</summary>
    private static string Write(CheckpointFolder folder)
    {
        new Trainer<SpiralNet>(new SpiralNet(1), new Adam(0.01f))
        {
            BatchSize = 20,
            Schedule = new CosineDecay(),
            Clipping = new ByNorm(1),
            EarlyStopping = new EarlyStopping(5),
            Observers = [new Checkpointer(folder["step {step}"]) { EverySteps = 7 }],
        }.Fit(s_training, s_validation, epochs: 5);
        return folder["step 7"];
    }

    private static void AssertRefused(string path, string message, Action? resume = null)
    {
        string found = Assert.Throws<InvalidDataException>(resume ?? (() => Trainer<SpiralNet>.Resume(path))).Message;
        Assert.StartsWith($"'{path}'", found, StringComparison.Ordinal);
        Assert.Contains(message, found, StringComparison.Ordinal);
    }

    private static void Bend(string path, Action<JsonObject> change) => Rewrite(path, header =>
    {
        JsonNode root = JsonNode.Parse(header)!;
        JsonObject checkpoint = JsonNode.Parse(root["__metadata__"]!["checkpoint"]!.GetValue<string>())!.AsObject();
        change(checkpoint);
        root["__metadata__"]!["checkpoint"] = checkpoint.ToJsonString();
        return root.ToJsonString();
    });

    private static void Replace(string path, string from, string to) => Rewrite(path, header =>
    {
        Assert.Contains(from, header, StringComparison.Ordinal);
        return header.Replace(from, to, StringComparison.Ordinal);
    });

    private static void Rewrite(string path, Func<string, string> change)
    {
        byte[] file = File.ReadAllBytes(path);
        int length = (int)BitConverter.ToUInt64(file);
        byte[] header = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(file, 8, length)));
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((ulong)header.Length), .. header, .. file[(8 + length)..]]);
    }
}
