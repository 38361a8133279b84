namespace Layerwright.Analyzers;

/// <summary>Where a rule is explained: one page per rule.</summary>
internal static class HelpLinks
{
    /// <summary>The folder of the pages in the repository, under the project's <c>RepositoryUrl</c>.</summary>
    public const string Base = "https://github.com/layerwright/layerwright/blob/main/analyzers/docs/rules/";

    public static string For(string id) => Base + id + ".md";
}
