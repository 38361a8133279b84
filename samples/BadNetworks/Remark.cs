using System.Text.Json;

namespace BadNetworks;

/// <summary>What the compiler said of each network when this program was built: its error log, a file of JSON (SARIF 2.1).</summary>
/// <param name="Id">The rule.</param>
/// <param name="Title">What the rule is about.</param>
/// <param name="Message">What it says of this network.</param>
/// <param name="Line">Where.</param>
/// <param name="Page">The rule's page.</param>
internal sealed record Remark(string Id, string Title, string Message, int Line, string Page)
{
    /// <summary>One for each rule, in the file that bears its name.</summary>
    public static IReadOnlyList<Remark> ReadAll()
    {
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "said.sarif")));
        JsonElement run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("id").GetString()!);
        return [.. run.GetProperty("results").EnumerateArray()
            .Where(result => rules.ContainsKey(Text(result, "ruleId")) && result.TryGetProperty("locations", out _))
            .Select(result => Of(result, rules[Text(result, "ruleId")]))
            .OfType<Remark>()
            .DistinctBy(remark => remark.Id)
            .OrderBy(remark => remark.Id, StringComparer.Ordinal)];
    }

    /// <summary>The file's text as it was compiled.</summary>
    public string ReadSource()
    {
        using var reader = new StreamReader(typeof(Remark).Assembly.GetManifestResourceStream(Id + ".cs")!);
        return reader.ReadToEnd().TrimEnd();
    }

    /// <summary>Null for what is said in another rule's file.</summary>
    private static Remark? Of(JsonElement result, JsonElement rule)
    {
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        string id = Text(result, "ruleId"), file = Text(place.GetProperty("artifactLocation"), "uri");
        return Path.GetFileNameWithoutExtension(file) == id
            ? new(
                id, Text(rule.GetProperty("shortDescription"), "text"), Text(result.GetProperty("message"), "text"),
                place.GetProperty("region").GetProperty("startLine").GetInt32(), Text(rule, "helpUri"))
            : null;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
