using System.Globalization;

namespace Layerwright;

/// <summary>What a checkpoint's file is called: a path, in which <c>{epoch}</c> and <c>{step}</c> may stand.</summary>
internal static class CheckpointName
{
    private const string Epoch = "{epoch}", Step = "{step}";

    /// <summary>Whether each checkpoint has a file of its own.</summary>
    public static bool IsPattern(string path) =>
        path.Contains(Epoch, StringComparison.Ordinal) || path.Contains(Step, StringComparison.Ordinal);

    /// <summary>The file of one place in a fit.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <param name="epoch">The epoch at hand, from 1.</param>
    /// <param name="step">Updates made in the fit.</param>
    public static string Of(string path, int epoch, long step) => path
        .Replace(Epoch, epoch.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(Step, step.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It is empty, ends with a folder, or has braces that mean nothing.</exception>
    public static string Checked(string path, string argument)
    {
        ArgumentException.ThrowIfNullOrEmpty(path, argument);
        string name = Path.GetFileName(path);
        if (name.Length == 0)
        {
            throw new ArgumentException($"'{path}' names a folder; a checkpoint is a file, such as '{path}epoch-{Epoch}.safetensors'.", argument);
        }

        if (IsPattern(Path.GetDirectoryName(path) ?? string.Empty))
        {
            throw new ArgumentException($"'{path}' has {Epoch} or {Step} in a folder's name; they may stand in the file's only.", argument);
        }

        int brace = Of(name, 0, 0).IndexOfAny(['{', '}']);
        return brace < 0
            ? path
            : throw new ArgumentException($"'{path}' has braces that mean nothing; what may stand in them is {Epoch} and {Step}.", argument);
    }
}
