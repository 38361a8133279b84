using BabysittingSample;
using FashionMnistSample;
using Layerwright;

// CS231n's lecture on looking after a training ("babysitting"), on real images, in the order of the notes.
Terminal.Prepare();
if (Terminal.ReportFile(args, "babysitting.html") is not { } file)
{
    return 1;
}

Images images = Images.Load();
Preprocessing.Run(images);
Architecture.Run(images);
Checks.Run(images);
LearningRateReport rates = LearningRates.Run(images);
TrialResult best = Search.Run(images, rates);
var (trainer, monitor) = Training.Run(images, best);
FinalReport.Run(images, trainer, monitor, file);
return 0;
