namespace Layerwright.CodeModel.Common;

/// <summary>Where the rules are explained: the pages of the repository.</summary>
internal static class RuleLinks
{
    /// <summary>The folder of the pages, under the project's <c>RepositoryUrl</c>.</summary>
    public const string Pages = "https://github.com/layerwright/layerwright/blob/main/analyzers/docs/rules/";

    /// <summary>The table of all rules.</summary>
    public const string Index = Pages + "README.md";

    /// <summary>The page of one rule.</summary>
    public static string Of(string id) => $"{Pages}{id}.md";
}
