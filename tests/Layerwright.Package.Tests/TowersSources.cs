namespace Layerwright.Package.Tests;

/// <summary>A library that others use: a block to build with, and a network.</summary>
internal static class TowersSources
{
    public const string Library = """
        using Layerwright;

        namespace Towers;

        /// <summary>Layers to build with.</summary>
        [Block]
        [Dense(16)]
        [BatchNorm]
        [ReLU]
        public class Tower;

        /// <summary>A network to use as it is.</summary>
        [Network]
        [Input(2)]
        [Use<Tower>]
        [Dense(1)]
        [BinaryCrossEntropy]
        public partial class Judge;
        """;

    /// <summary>A program that uses both, and whose own network is not the best.</summary>
    public const string Program = """
        using Layerwright;
        using Towers;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        Console.WriteLine($"judge {Falls(new Judge(seed: 1).CreateTrainingStep(4), new[] { 0f, 1, 1, 0 })}");
        Console.WriteLine($"own {Falls(new Own(seed: 1).CreateTrainingStep(4), new[] { 0, 1, 1, 2 })}");

        string Falls<TNetwork>(TrainingStep<TNetwork> step, Targets targets)
            where TNetwork : class, INetwork<TNetwork>
        {
            var optimizer = new Adam(0.01f);
            float first = step.Step(inputs, targets, optimizer), last = first;
            for (int i = 0; i < 200; i++)
            {
                last = step.Step(inputs, targets, optimizer);
            }

            return last < first / 2 ? "learned" : $"did not learn: {first} to {last}";
        }

        [Network]
        [Input(2)]
        [Use<Tower>]
        [Dense(8)]
        [Sigmoid]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Own;
        """;

    /// <summary>The same in F#, with a trainer.</summary>
    public const string FSharp = """
        open Layerwright
        open Towers

        let inputs = [| 0f; 0f; 0f; 1f; 1f; 0f; 1f; 1f |]
        let targets = [| 0f; 1f; 1f; 0f |]
        let network = Judge(1UL)
        let trainer = Trainer<Judge>(network, Adam(0.05f), BatchSize = 4, Seed = 1UL)
        trainer.Fit(Dataset.FromTargets(inputs, targets, 1), epochs = 200) |> ignore
        let outputs = Array.zeroCreate<float32> 4
        network.CreatePredictor(4).Predict(inputs, outputs)
        let right = Array.map2 (fun output target -> (output > 0.5f) = (target > 0.5f)) outputs targets |> Array.filter id |> Array.length
        printfn "%d of 4 right" right
        """;

    /// <summary>The same in Visual Basic.</summary>
    public const string VisualBasic = """
        Imports System
        Imports System.Linq
        Imports Layerwright
        Imports Towers

        Module Program
            Sub Main()
                Dim inputs As Single() = {0, 0, 0, 1, 1, 0, 1, 1}
                Dim targets As Single() = {0, 1, 1, 0}
                Dim network As New Judge(1UL)
                Dim trainer As New Trainer(Of Judge)(network, New Adam(0.05F)) With {.BatchSize = 4, .Seed = 1UL}
                trainer.Fit(Dataset.FromTargets(inputs, targets, 1), epochs:=200)
                Dim outputs(3) As Single
                network.CreatePredictor(4).Predict(inputs, outputs)
                Dim right = outputs.Zip(targets, Function(output, target) (output > 0.5F) = (target > 0.5F)).Where(Function(same) same).Count()
                Console.WriteLine($"{right} of 4 right")
            End Sub
        End Module
        """;
}
