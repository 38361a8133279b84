using System.Globalization;
using System.Text;
using BabysittingSample;
using FashionMnistSample;
using Layerwright;

// CS231n's lecture on looking after a training ("babysitting"), on real images, in the order of the notes.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
Terminal.PlainTextWhereRedirected();
string file = args is [var path] ? path : "babysitting.html";

Images images = Images.Load();
Preprocessing.Run(images);
Architecture.Run(images);
Checks.Run(images);
LearningRateReport rates = LearningRates.Run(images);
TrialResult best = Search.Run(images, rates);
var (trainer, monitor) = Training.Run(images, best);
FinalReport.Run(images, trainer, monitor, file);
