using System.Globalization;
using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>
/// Programs that start anew: until the first prediction and the first training step (runtime, libraries, weights and compiling
/// included), the most memory then, and what there is to ship. The least of some starts in turns.
/// </summary>
internal sealed class StartSuite(PeerFigures figures) : ISuite
{
    private const int Rounds = 6;
    private const string PyTorch = "PyTorch", Onnx = "ONNX Runtime";

    public string Name => "starts";

    public void Measure(SpeedTable table)
    {
        using StartPrograms programs = new();
        using StartData data = new();
        foreach (string network in new[] { StartData.Mlp, StartData.LeNet })
        {
            foreach (string work in new[] { "predict", "step" })
            {
                Add(table, programs, data, network, work);
            }
        }

        PeerTime[] peers = figures.OnnxRuntimePath is { } library ? [new($"{Onnx}, its library alone", new FileInfo(library).Length)] : [];
        foreach (StartForm form in programs.Forms.Where(form => table.Wants(ToShip(form))))
        {
            table.Add(new(ToShip(form), form.Bytes) { Quantity = Quantity.Memory, Peers = peers });
        }
    }

    private static string ToShip(StartForm form) => $"what there is to ship, {form.Title}";

    private static string Start(string what, StartForm form) => $"start to {what}, {form.Title}";

    private static string Memory(string what, StartForm form) => $"most memory at {what}, {form.Title}";

    private void Add(SpeedTable table, StartPrograms programs, StartData data, string network, string work)
    {
        string what = $"the first {(work == "predict" ? "prediction" : "step, batch 128")}, {(network == StartData.Mlp ? "784-512-256-10" : "LeNet-5")}";
        StartForm[] forms = [.. programs.Forms.Where(form => table.Wants(Start(what, form)) || table.Wants(Memory(what, form)))];
        if (forms.Length == 0)
        {
            return;
        }

        (string Name, Func<FreshProcess> Start)[] peers = [.. Peers(data, network, work)];
        Func<FreshProcess>[] starts = [.. forms.Select(form => (Func<FreshProcess>)(() => form.Start(work, network, data.Folder))), .. peers.Select(peer => peer.Start)];
        FreshProcess?[] best = new FreshProcess?[starts.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < starts.Length; i++)
            {
                best[i] = starts[i]().Best(best[i]);
                PeerFigures.Compare(what, [Number(best[i]!)], [Number(best[0]!)]);
            }
        }

        PeerTime[] Of(Func<FreshProcess, double> value) => [.. peers.Select((peer, i) => new PeerTime(peer.Name, value(best[forms.Length + i]!)))];
        for (int i = 0; i < forms.Length; i++)
        {
            table.Add(new(Start(what, forms[i]), best[i]!.Seconds) { Peers = Of(start => start.Seconds), LeastRatio = 1 });
            table.Add(new(Memory(what, forms[i]), best[i]!.Bytes) { Peers = Of(start => start.Bytes), Quantity = Quantity.Memory });
        }
    }

    private IEnumerable<(string Name, Func<FreshProcess> Start)> Peers(StartData data, string network, string work)
    {
        if (figures.PythonPath is { } python)
        {
            string script = Path.Combine(AppContext.BaseDirectory, "Peers", "starts.py");
            (string, string)[] environment = figures.Blas.Count > 0 ? [("LD_LIBRARY_PATH", figures.Blas[0])] : [];
            yield return (PyTorch, () => FreshProcess.Start(python, [script, work, network, data.Folder], environment));
        }

        if (figures.OnnxRuntimePath is { } library && work == "predict")
        {
            string self = typeof(StartSuite).Assembly.Location;
            yield return ($"{Onnx} in a .NET program", () => FreshProcess.Start(
                "dotnet", [self, "onnx", library, data.Folder, network, data.OutputOf(network)]));
        }
    }

    private static float Number(FreshProcess start) => float.Parse(start.Result, CultureInfo.InvariantCulture);
}
