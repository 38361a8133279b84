using System.CommandLine;

namespace ReinforcementLearningSample;

/// <summary>What the command line can change.</summary>
internal sealed record Settings(int Seed, int Seeds, string File)
{
    /// <summary>The command line as a command that runs <paramref name="run"/> with what was asked for.</summary>
    public static RootCommand CreateCommand(Func<Settings, int> run)
    {
        var seed = Number("--seed", "Decides first weights, starts and actions: the same seed gives the same policy.", 1);
        var seeds = Number("--seeds", "Trains with so many seeds from --seed on, on all cores, and compares.", 1);
        var file = new Option<string>("--save")
        {
            Description = "Where the policy is saved.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "cart-pole.safetensors",
        };
        file.Validators.Add(result =>
        {
            string? folder = result.GetValueOrDefault<string>() is { Length: > 0 } path ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
            if (!Directory.Exists(folder))
            {
                result.AddError($"--save names a file in a folder that exists; there is none at '{folder}'.");
            }
        });

        var command = new RootCommand("Learns to balance a pole on a cart by trying.") { seed, seeds, file };
        command.SetAction(parsed => run(new(parsed.GetValue(seed), parsed.GetValue(seeds), parsed.GetValue(file)!)));
        return command;
    }

    private static Option<int> Number(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int given) && given < 1)
            {
                result.AddError($"{name} must be at least 1, not {given}.");
            }
        });
        return option;
    }
}
