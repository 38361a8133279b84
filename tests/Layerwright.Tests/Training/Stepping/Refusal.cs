namespace Layerwright.Tests.Training.Stepping;

/// <summary>An argument that is refused.</summary>
internal static class Refusal
{
    /// <summary>The action throws for this argument, with this in its message.</summary>
    public static void Check<TException>(string argument, string message, Action action)
        where TException : ArgumentException
    {
        var exception = Assert.Throws<TException>(action);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(message, exception.Message);
    }
}
