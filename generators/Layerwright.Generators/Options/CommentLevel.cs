namespace Layerwright.Generators.Options;

/// <summary>How much generated code says of itself (<c>LayerwrightComments</c>).</summary>
internal enum CommentLevel
{
    /// <summary>Docs of public members, which are what an IDE shows, and nothing else.</summary>
    None,

    /// <summary>The table at the top and what each method does.</summary>
    Summary,

    /// <summary>Also what each call computes, what is fused, what a number stands for.</summary>
    Full,
}
