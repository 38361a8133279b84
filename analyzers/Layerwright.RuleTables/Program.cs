using Layerwright.RuleTables;

// Rewrites everything that the repository says of its rules and that the rules know themselves. With --check nothing is written,
// and the exit code says whether something would be.
bool isCheck = args.Contains("--check");
string root = RepositoryFiles.FindRoot(AppContext.BaseDirectory);
var stale = RuleDocuments.Of(root).Where(document => document.IsStale).ToList();
foreach (var document in stale)
{
    Console.WriteLine($"{(isCheck ? "stale" : "written")}: {Path.GetRelativePath(root, document.Path)}");
    if (!isCheck)
    {
        File.WriteAllText(document.Path, document.Text);
    }
}

if (isCheck && stale.Count > 0)
{
    Console.WriteLine("Run: dotnet run --project analyzers/Layerwright.RuleTables -p:RunAnalyzers=false");
}

return isCheck && stale.Count > 0 ? 1 : 0;
