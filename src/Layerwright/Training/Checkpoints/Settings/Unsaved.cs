namespace Layerwright;

/// <summary>Why a setting cannot go into a checkpoint.</summary>
internal static class Unsaved
{
    /// <summary>It is of a class that only the user's program knows.</summary>
    public static NotSupportedException Because(string what, object setting) => new(
        $"The {what} is {setting.GetType().FullName}, a class of your own: a checkpoint holds Layerwright's own only, "
        + "and without it the fit could not be resumed with the same bits. Train without a Checkpointer, or with one of Layerwright's.");
}
