using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class UnnormalizedInputTests
{
    private const string Read = "var raw = IdxReader.Read(\"images\", \"labels\");\n";
    private const string Split = Read + "var (part, rest) = raw.Split(0.9, seed: 1);\n";

    [Theory]
    [InlineData(Read + "new Trainer<Net>(new Net(1), new AdamW()).Fit({|LW6001:raw|});")]
    [InlineData(Split + "var trainer = new Trainer<Net>(new Net(1), new AdamW());\ntrainer.Fit({|LW6001:part|}, rest);")]
    [InlineData(Read + "var split = raw.Split(0.9, seed: 1);\nnew Trainer<Net>(new Net(1), new AdamW()).Fit({|LW6001:split.Train|}, split.Rest);")]
    [InlineData("new Trainer<Net>(new Net(1), new AdamW()).Fit({|LW6001:IdxReader.Read(\"images\", \"labels\", 10).AsTrainingSet()|});")]
    [InlineData(Split + "var net = new Net(1) { Normalizer = null };\nvar trainer = new Trainer<Net>(net, new AdamW());\ntrainer.Fit(validation: rest, training: {|LW6001:part|});\nnet.Save(\"net\");")]
    public async Task It_fires_on_what_the_trainer_is_given(string statements) => await DataCode.VerifyAsync("LW6001", DataCode.Method(statements));

    [Theory]
    [InlineData(Split + "var net = new Net(1) { Normalizer = Normalizer.FitPerChannel(part) };\nnew Trainer<Net>(net, new AdamW()).Fit(part, rest);")]
    [InlineData(Split + "var net = new Net(1);\nnet.Normalizer = Normalizer.FitPerChannel(part);\nnew Trainer<Net>(net, new AdamW()).Fit(part, rest);")]
    [InlineData(Split + "var even = Normalizer.FitPerChannel(part).Apply(part);\nnew Trainer<Net>(new Net(1), new AdamW()).Fit(even);")]
    [InlineData(Split + "var net = Net.Load(\"net\");\nnew Trainer<Net>(net, new AdamW()).Fit(part, rest);")]
    [InlineData(Split + "var net = new Net(1);\nnet.LoadWeights(\"net\");\nnew Trainer<Net>(net, new AdamW()).Fit(part, rest);")]
    [InlineData(Split + "var net = new Net(1);\nPrepare(net);\nnew Trainer<Net>(net, new AdamW()).Fit(part, rest);\nstatic void Prepare(Net net) => Console.WriteLine(net);")]
    [InlineData("new Trainer<Net>(new Net(1), new AdamW()).Fit(train, validation);")]
    [InlineData(Read + "var chosen = raw;\nif (raw.Count < 9) { chosen = train; }\nnew Trainer<Net>(new Net(1), new AdamW()).Fit(chosen);")]
    public async Task It_is_silent_where_rows_are_normalised_or_may_be(string statements) => await DataCode.VerifyAsync("LW6001", DataCode.Method(statements));

    [Theory]
    [InlineData("[BatchNorm]\n[Dense(16)]")]
    [InlineData("[Dropout(0.2)]\n[BatchNorm]\n[Dense(16)]")]
    [InlineData("[LayerNorm]\n[Dense(16)]")]
    public async Task A_network_that_begins_with_a_normalisation_takes_raw_rows(string first) => await DataCode.VerifyAsync(
        "LW6001", DataCode.Method(Read + "new Trainer<Net>(new Net(1), new AdamW()).Fit(raw);", DataCode.Network.Replace("[Dense(16)]", first, StringComparison.Ordinal)));

    [Fact]
    public async Task It_is_a_hint_that_shows_the_normaliser()
    {
        var run = await DataCode.VerifyAsync("LW6001", DataCode.Method(Split + "new Trainer<Net>(new Net(1), new AdamW()).Fit({|LW6001:part|}, rest);"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Net trains on part as IdxReader read it, with features far from mean 0 and deviation 1; "
            + "give the network a normaliser (Normalizer = Normalizer.FitPerChannel(part)), or begin it with [BatchNorm]",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
