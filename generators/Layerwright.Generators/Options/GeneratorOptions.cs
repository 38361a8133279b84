using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Options;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Generators.Options;

/// <summary>What the project says about its generated code. Value-equal: a step behind it runs again only where a setting has changed.</summary>
/// <param name="Comments">How much the code says of itself.</param>
/// <param name="Winograd">Minimal filtering, where a network does not say.</param>
/// <param name="Checks">Write tests of the networks.</param>
internal sealed record GeneratorOptions(CommentLevel Comments = CommentLevel.Full, bool Winograd = true, bool Checks = false)
{
    public static GeneratorOptions Of(AnalyzerConfigOptions project) => new(
        (CommentLevel)Enum.Parse(typeof(CommentLevel), ProjectOptions.Comments.Of(project), ignoreCase: true),
        ProjectOptions.IsTrue(ProjectOptions.Winograd.Of(project)),
        ProjectOptions.IsTrue(ProjectOptions.Checks.Of(project)));

    /// <summary>The network with what it does not say itself.</summary>
    public NetworkDeclaration Complete(NetworkDeclaration network) =>
        network with { Options = network.Options with { Winograd = network.Options.Winograd ?? Winograd } };
}
