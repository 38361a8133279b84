namespace Layerwright;

/// <summary>
/// A network whose declaration has errors was used. The compiler shows the same message at the declaration; what it generated
/// in place of the network throws this.
/// </summary>
public sealed class NetworkDeclarationException : InvalidOperationException
{
    /// <summary>States what is wrong with a declaration.</summary>
    /// <param name="ruleId">The rule: <c>LW1011</c>.</param>
    /// <param name="message">Its message.</param>
    public NetworkDeclarationException(string ruleId, string message)
        : base($"{ruleId}: {message}") => RuleId = ruleId;

    /// <summary>The rule: <c>LW1011</c>.</summary>
    public string RuleId { get; }
}
