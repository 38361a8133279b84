using System.CommandLine;

namespace FashionMnistSample;

/// <summary>What the command line can change.</summary>
internal sealed record Settings(string Model, DirectoryInfo Data, int? Epochs, ulong Seed, int? BatchSize, int Threads)
{
    /// <summary>The command line as a command that runs <paramref name="run"/> with what was asked for.</summary>
    public static RootCommand CreateCommand(Func<Settings, CancellationToken, int> run)
    {
        var model = new Option<string>("--model")
        {
            Description = "The network: fully connected, convolutional or residual.",
            DefaultValueFactory = _ => "mlp",
        }.AcceptOnlyFromAmong([.. Models.Sessions.Keys]);
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder with the four original files of Fashion-MNIST. Default: the 12,000 images that ship with the sample.",
            HelpName = "DIR",
        }.AcceptExistingOnly();
        var epochs = Number<int?>("--epochs", "Passes over the training images. Default: 10 for mlp, else 6.", null, least: 1);
        var batch = Number<int?>("--batch", "Images a training step. Default: 128 for mlp, else 64.", null, least: 2);
        var threads = Number("--threads", "Threads to train with; 0: one for each core.", 0, least: 0);
        var seed = new Option<ulong>("--seed")
        {
            Description = "Decides the first weights and the order of images: the same seed gives the same network.",
            HelpName = "N",
            DefaultValueFactory = _ => 42,
        };

        var command = new RootCommand("Trains a network that the C# compiler wrote to recognise clothing.") { model, data, epochs, seed, batch, threads };
        command.SetAction((parsed, cancellation) => Task.Run(() => run(
            new(
                parsed.GetValue(model)!, parsed.GetValue(data) ?? FashionMnist.Shipped, parsed.GetValue(epochs), parsed.GetValue(seed),
                parsed.GetValue(batch), parsed.GetValue(threads)),
            cancellation), CancellationToken.None));
        return command;
    }

    private static Option<TNumber> Number<TNumber>(string name, string description, TNumber value, int least)
    {
        var option = new Option<TNumber>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int given) && given < least)
            {
                result.AddError($"{name} must be at least {least}, not {given}.");
            }
        });
        return option;
    }
}
