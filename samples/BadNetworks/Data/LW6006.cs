namespace BadNetworks.LW6006;

public static class Search
{
    public static SearchSpace Space { get; } = new()
    {
        ["rate"] = new Uniform(1e-4, 1e-1),
        ["dropout rate"] = new Uniform(0.1, 0.6),
    };
}
