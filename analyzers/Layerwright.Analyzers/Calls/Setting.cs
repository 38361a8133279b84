using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Calls;

/// <summary>One thing that an object is given where it is made: an argument of its constructor or a member of its initialiser.</summary>
/// <param name="Name">The parameter's or member's name; records call both alike.</param>
/// <param name="Value">What is written.</param>
/// <param name="Syntax">The whole argument or assignment: where a diagnostic stands.</param>
internal sealed record Setting(string Name, IOperation Value, SyntaxNode Syntax);
