namespace Layerwright.Benchmarks;

/// <summary>Rows of the table that belong together and can be measured alone.</summary>
internal interface ISuite
{
    /// <summary>What the command line calls it by.</summary>
    string Name { get; }

    /// <summary>Measures its rows and adds them, but those the table does not want.</summary>
    void Measure(SpeedTable table);
}
