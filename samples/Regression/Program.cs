using FashionMnistSample;
using Layerwright;
using RegressionSample;

// A regression on a small table, from the CSV file to a report with plots.
Terminal.Prepare();
if (Terminal.ReportFile(args, "regression.html") is not { } file)
{
    return 1;
}

var (training, test) = Patients.Load();
Text.Data(training, test);

SearchResult search = Search.Run(training);
Text.Trials(search);

Recipe recipe = Search.RecipeOf(search.Best);
Model network = recipe.AsEnsemble(members: 10);
Text.Compare([Baselines.Mean, Baselines.LinearLeastSquares, recipe.AsModel, network], training, test);

RegressionPredictions predictions = network.Judge(training, test), line = Baselines.LinearLeastSquares.Judge(training, test);
Text.Verdict(predictions, line);
HtmlReport.Write(file, recipe, training, predictions);
return 0;
