namespace Layerwright.Analyzers;

/// <summary>Keys of what a diagnostic tells its code fix, so that the fix need not infer again.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The value that would be right.</summary>
    public const string Suggestion = nameof(Suggestion);

    /// <summary>Name of the argument that the fix sets or drops, where it may not be written.</summary>
    public const string Argument = nameof(Argument);

    /// <summary>Places, among the type's attributes, of those that the fix changes: numbers with commas between.</summary>
    public const string Attributes = nameof(Attributes);

    /// <summary>Places of weight layers before the marked ones: whose written <c>Init</c> would not suit what the fix puts behind them, or behind which it puts a normalisation.</summary>
    public const string Feeders = nameof(Feeders);

    /// <summary>Set where weights in a block would not suit a rectifier behind them: no edit of the marked class can change their <c>Init</c>.</summary>
    public const string NoRectifier = nameof(NoRectifier);

    /// <summary>Set where no edit of the marked class mends all that the diagnostic stands for.</summary>
    public const string NoFix = nameof(NoFix);

    /// <summary>Set where the fault lies in a block that the marked attribute brings in: no fix edits a block from there.</summary>
    public const string InBlock = nameof(InBlock);
}
