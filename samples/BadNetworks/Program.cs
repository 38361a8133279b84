using System.Text;
using BadNetworks;

// The gallery from a shell: all rules, or a rule's network with what the compiler says of it.
Console.OutputEncoding = Encoding.UTF8;
IReadOnlyList<Remark> remarks = Remark.ReadAll();
if (args is [var id])
{
    if (remarks.FirstOrDefault(remark => string.Equals(remark.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } shown)
    {
        Console.Error.WriteLine($"There is no network for {id}; without an argument all are listed. Those of errors are in the folder Errors.");
        return 1;
    }

    string[] lines = shown.ReadSource().ReplaceLineEndings("\n").Split('\n');
    for (int line = 1; line <= lines.Length; line++)
    {
        Console.WriteLine($"{(line == shown.Line ? '►' : ' ')} {lines[line - 1]}");
    }

    Console.WriteLine($"\n{shown.Id}, {shown.Title}: {shown.Message}\n{shown.Page}");
    return 0;
}

Console.WriteLine($"{remarks.Count} small networks, and calls, each with one fault that the compiler names:\n");
foreach (Remark remark in remarks)
{
    Console.WriteLine($"{remark.Id}  {remark.Title}");
}

Console.WriteLine($"\n`dotnet run --project samples/BadNetworks -- {remarks[0].Id}` shows one with what is said of it.");
return 0;
