using FashionMnistSample;
using Layerwright;
using Spectre.Console;

namespace BabysittingSample;

/// <summary>Step 9: the test images, once, and everything in one file.</summary>
internal static class FinalReport
{
    public static void Run(Images images, Trainer<Classifier> trainer, TrainingMonitor monitor, string file)
    {
        Text.Step(9, "Report",
            "Every choice above was made by the validation images, so their accuracy flatters. The test images were kept for this one "
            + "measurement; whoever tunes by them too has nothing left to measure with.");
        Evaluation evaluation = trainer.Evaluate(images.Test);
        AnsiConsole.MarkupLineInterpolated($"[bold]Test accuracy {evaluation["Accuracy"]:p2}[/] on {evaluation.Rows:n0} images, loss {evaluation.Loss:f4}\n");
        TrainingReport.WriteHtml(file, new ReportContent
        {
            Title = "Fashion-MNIST, looked after",
            Description = $"Two hidden layers with BatchNorm and ReLU on {images.Training.Count:n0} images of clothing; rate and penalty from a random search.",
            Record = monitor.Record,
            Findings = monitor.Findings,
            Evaluation = evaluation,
            ClassNames = FashionMnist.ClassNames,
            Mistakes = Mistake.Worst(trainer.Network.CreatePredictor(256), images.Test),
        });
        Text.LookFor("the worst mistakes. Some labels are wrong, some images say nothing; what is left tells which classes need work.");
        AnsiConsole.MarkupLineInterpolated($"Curves, histograms, confusion matrix and mistakes: [bold]{Path.GetFullPath(file)}[/]");
    }
}
