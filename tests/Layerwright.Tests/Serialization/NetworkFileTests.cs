using System.Security.Cryptography;
using Layerwright.Runtime;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Serialization;

public sealed class NetworkFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("layerwright").FullName;

    private string Path => System.IO.Path.Combine(_folder, "network.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_saved_network_loads_with_its_weights_statistics_and_normaliser()
    {
        float[] inputs = TestRows.Numbers(30 * 7);
        var network = new Classifier(1)
        {
            Normalizer = Normalizer.FitStandardize(Dataset.FromLabels(inputs, new int[30], 5).AsTrainingSet()),
        };
        network.CreateTrainingStep(30, 1).Step(inputs, TestRows.Labels(30, 5), new AdamW());
        network.Save(Path);

        Classifier loaded = Classifier.Load(Path);
        Assert.Equal(TestRows.All(network.State), TestRows.All(loaded.State));
        float[] expected = new float[150], found = new float[150];
        network.CreatePredictor(30).Predict(inputs, expected);
        loaded.CreatePredictor(30).Predict(inputs, found);
        Assert.Equal(expected, found);
        Assert.Equal([Path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Saving_twice_writes_the_same_bytes_over_the_old_file()
    {
        new Classifier(1).Save(Path);
        byte[] first = File.ReadAllBytes(Path);
        var loaded = new Classifier(1);
        loaded.LoadWeights(Path);
        loaded.Save(Path);
        Assert.Equal(first, File.ReadAllBytes(Path));
        new Classifier(2).Save(Path);
        Assert.NotEqual(first, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Where_there_is_no_folder_the_error_names_it_and_the_file_that_was_asked_for()
    {
        string folder = System.IO.Path.Combine(_folder, "nowhere"), file = System.IO.Path.Combine(folder, "network.safetensors");
        var error = Assert.Throws<DirectoryNotFoundException>(() => new Classifier(1).Save(file));
        Assert.Equal($"'{file}' cannot be written: there is no folder '{folder}'.", error.Message);
    }

    [Fact]
    public void A_file_keeps_the_seed_and_one_from_elsewhere_gives_a_fresh_one()
    {
        new Classifier(ulong.MaxValue).Save(Path);
        Assert.Equal(ulong.MaxValue, NetworkFile.ReadSeed(Path));
        TensorFile.Of(new Classifier(1).State).Write(Path);
        Assert.NotEqual(NetworkFile.ReadSeed(Path), NetworkFile.ReadSeed(Path));
        File.WriteAllText(Path, "no file of weights");
        Assert.Throws<InvalidDataException>(() => NetworkFile.ReadSeed(Path));
    }

    /// <summary>Runs at every vector width in child processes: the same numbers make the same file.</summary>
    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void A_file_does_not_depend_on_the_machines_vectors()
    {
        var network = new Classifier(1);
        foreach (StateEntry entry in network.State.Values)
        {
            entry.CopyFrom([.. Enumerable.Range(0, entry.Length).Select(i => (i - 50) / 8f)]);
        }

        network.Save(Path);
        Assert.Equal("9FDD3B1440003C47", Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path)))[..16]);
        Classifier loaded = Classifier.Load(Path);
        Assert.Equal(TestRows.All(network.State), TestRows.All(loaded.State));
    }

    [Fact]
    public void A_file_without_a_normaliser_takes_the_networks_away_and_one_from_elsewhere_leaves_it()
    {
        var network = new WithoutLoss(1);
        Normalizer normalizer = Normalizer.FitStandardize(Dataset.FromLabels(TestRows.Numbers(20), new int[5], 2).AsTrainingSet());
        network.Save(Path);
        network.Normalizer = normalizer;
        network.LoadWeights(Path);
        Assert.Null(network.Normalizer);

        network.Normalizer = normalizer;
        TensorFile.Of(network.State).Write(Path);
        network.LoadWeights(Path);
        Assert.Same(normalizer, network.Normalizer);
    }

    [Theory]
    [InlineData("F16", 1e-3f)]
    [InlineData("BF16", 1e-2f)]
    [InlineData("F32", 0f)]
    [InlineData("F64", 0f)]
    public void Other_floating_point_types_are_read(string type, float tolerance)
    {
        var network = new Classifier(1);
        TensorFile file = TensorFile.Of(network.State);
        file.Type = type;
        file.Write(Path);
        var loaded = new Classifier(2);
        loaded.LoadWeights(Path);
        Assert.Equal(TestRows.All(network.State), TestRows.All(loaded.State), (a, b) => Math.Abs(a - b) <= tolerance * Math.Abs(a));
    }

    [Fact]
    public void Pytorchs_batch_counter_is_ignored_and_a_bias_before_batch_normalisation_moves_into_the_running_mean()
    {
        // The same function with a bias: z = W·x + b, normalised with a running mean that includes b.
        var network = new Classifier(1);
        float[] bias = TestRows.Numbers(19, 9);
        TensorFile file = TensorFile.Of(network.State);
        file.Add("dense1.bias", [19], bias);
        file.Replace("batchnorm1.running_mean", [19], [.. network.BatchNorm1.RunningMean!.ToArray().Zip(bias, (mean, b) => mean + b)]);
        file.AddCounter("batchnorm1.num_batches_tracked");
        file.Write(Path);

        var loaded = new Classifier(2);
        loaded.LoadWeights(Path);
        float[] inputs = TestRows.Numbers(70), expected = new float[50], found = new float[50];
        network.CreatePredictor(10).Forward(inputs, expected);
        loaded.CreatePredictor(10).Forward(inputs, found);
        Assert.Equal(expected, found, (a, b) => Math.Abs(a - b) <= 1e-5f);
    }

    [Fact]
    public void Files_of_a_network_that_trains_and_of_one_whose_normalisation_is_frozen_load_into_each_other()
    {
        var trained = new NoBiasBeforeNorm(1);
        trained.CreateTrainingStep(9, 1).Step(TestRows.Numbers(9 * 4), TestRows.Numbers(9 * 2, 3), new Sgd(0.1f));
        trained.Save(Path);
        var frozen = new FrozenBeforeHead(2);
        frozen.LoadWeights(Path);
        Assert.Equal(new float[6], frozen.Dense1.Bias!.ToArray());
        Assert.Equal(Outputs(trained.CreatePredictor(9)), Outputs(frozen.CreatePredictor(9)), Near);

        frozen.Dense1.Bias!.CopyFrom([1, -2, 3, 0, 1, 2]);
        frozen.Save(Path);
        var thawed = new NoBiasBeforeNorm(3);
        thawed.LoadWeights(Path);
        Assert.Equal(Outputs(frozen.CreatePredictor(9)), Outputs(thawed.CreatePredictor(9)), Near);

        // A bias may be absent only with all the rest there.
        TensorFile file = TensorFile.Of(trained.State);
        file.Remove("batchnorm1.running_mean");
        file.Write(Path);
        float[] before = TestRows.All(frozen.State);
        Assert.Contains("'batchnorm1.running_mean' (6)", Assert.Throws<InvalidDataException>(() => frozen.LoadWeights(Path)).Message);
        Assert.Equal(before, TestRows.All(frozen.State));

        static bool Near(float a, float b) => Math.Abs(a - b) <= 1e-5f;
        static float[] Outputs(IPredictor predictor)
        {
            var outputs = new float[9 * 2];
            predictor.Forward(TestRows.Numbers(9 * 4, 5), outputs);
            return outputs;
        }
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "empty", "the file has 0 bytes" },
        { "text", "header claims" },
        { "oversized header", "100000000 are allowed" },
        { "header beyond the end", "the file is truncated: the header claims" },
        { "no json", "no safetensors header" },
        { "json list", "no safetensors header" },
        { "duplicate name", "no safetensors header" },
        { "truncated data", "the file is truncated: tensor 'dense3.bias' ends at byte" },
        { "trailing bytes", "3 bytes follow the last tensor" },
        { "overlap", "overlaps tensor" },
        { "gap", "leaves a gap behind tensor" },
        { "backward offsets", "data offsets [8, 4]" },
        { "wrong size", "'dense1.weight' of type F32 and shape 19×7 needs 532 bytes" },
        { "huge shape", "'dense1.weight' of type F32 and shape" },
        { "negative shape", "has the shape [-19,7]; expected whole numbers from 0 to 2147483647" },
        { "fractional shape", "'dense1.weight' has the shape [19,7.5]; expected whole numbers" },
        { "dimension beyond int", "'dense1.weight' has the shape [19,4294967296]; expected whole numbers" },
        { "no shape", "'dense1.weight' has no shape; expected a list of whole numbers" },
        { "no type", "'dense1.weight' has no dtype; expected a string" },
        { "no offsets", "'dense1.weight' has no data_offsets; expected a list" },
        { "no object", "'more' is 3; expected dtype, shape and data_offsets" },
        { "unknown type", "unknown element type 'Q4'" },
        { "integers", "'dense2.weight' is of type I32; weights are read from" },
        { "missing tensor", "tensor 'dense2.bias' (33) of Classifier is missing" },
        { "other shape", "tensor 'dense2.weight' has the shape 19×33; Classifier expects 33×19" },
        { "unknown tensor", "tensor 'dense9.weight' (3×3) is no part of Classifier" },
        { "bias elsewhere", "tensor 'batchnorm9.bias' (19) is no part of Classifier" },
        { "unknown normaliser", "'mystery'" },
        { "normaliser without values", "lacks" },
        { "normaliser without kind", "belongs to a normaliser" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_or_foreign_file_is_refused_with_a_reason_and_changes_nothing(string what, string message)
    {
        BrokenFiles.Write(what, new Classifier(1), Path);
        var network = new Classifier(2);
        float[] before = TestRows.All(network.State);

        string found = Assert.Throws<InvalidDataException>(() => network.LoadWeights(Path)).Message;
        Assert.Contains($"'{Path}'", found);
        Assert.Contains(message, found);
        Assert.Equal(before, TestRows.All(network.State));
        Assert.Null(network.Normalizer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_file_with_any_bytes_changed_loads_whole_or_not_at_all(int seed)
    {
        new Classifier(1).Save(Path);
        byte[] good = File.ReadAllBytes(Path);
        int header = (int)BitConverter.ToUInt64(good) + sizeof(ulong);
        var random = new Random(seed);
        int refused = 0;
        for (int attempt = 0; attempt < 400; attempt++)
        {
            byte[] bytes = [.. good];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int place = random.Next(header);
                bytes[place] = random.Next(2) == 0 ? (byte)random.Next(256) : bytes[random.Next(header)];
            }

            File.WriteAllBytes(Path, random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            var network = new Classifier(2);
            float[] before = TestRows.All(network.State);
            try
            {
                network.LoadWeights(Path);
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.Equal(before, TestRows.All(network.State));
            }
        }

        Assert.InRange(refused, 200, 400);
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file_and_nothing_else()
    {
        new Classifier(1).Save(Path);
        byte[] before = File.ReadAllBytes(Path);
        string folder = System.IO.Path.Combine(_folder, "taken");
        Directory.CreateDirectory(folder);
        Assert.ThrowsAny<Exception>(() => new Classifier(2).Save(folder));
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal([Path], Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Throws<FileNotFoundException>(() => Classifier.Load(System.IO.Path.Combine(_folder, "absent")));
    }
}
