namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>What flows from one module to the next.</summary>
/// <param name="Shape">Of one row. Images and sequences lie position after position, channels innermost.</param>
/// <param name="Order">A vector's; images and sequences have none.</param>
internal sealed record Flow(SpecShape Shape, ColumnOrder Order)
{
    public Flow(SpecShape shape)
        : this(shape, ColumnOrder.Free())
    {
    }

    public int Positions => Shape.Positions;

    public int Channels => Shape.Channels;

    public int Length => Shape.Length;

    /// <summary>The same shape with other channels, of which nothing is known yet.</summary>
    public Flow WithChannels(int channels) => new(Shape.WithChannels(channels));

    /// <summary>As the user sees it.</summary>
    public Matrix Show(Matrix computed) => Shape.Rank == 1 ? Order.Show(computed) : computed;

    /// <summary>As modules compute it.</summary>
    public Matrix Hide(Matrix shown) => Shape.Rank == 1 ? Order.Hide(shown) : shown;

    /// <summary>The user's column of a module's column.</summary>
    public int Shown(int column) => Shape.Rank == 1 ? Order.Shown(column) : column;
}
