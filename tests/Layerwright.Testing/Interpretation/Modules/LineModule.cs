namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>A layer that treats every position alike: positions are rows to it, channels its columns.</summary>
internal abstract class LineModule(string path, Flow output) : Module(path, output)
{
    /// <summary>Elements of an output line.</summary>
    public int Columns => Output.Channels;

    protected sealed override Matrix Compute(Matrix input, Pass pass) =>
        ComputeLines(input.Reshape(input.Rows * Output.Positions), pass).Reshape(input.Rows);

    protected sealed override Matrix Differentiate(Matrix gradient, Pass pass) =>
        DifferentiateLines(gradient.Reshape(gradient.Rows * Output.Positions), pass).Reshape(gradient.Rows);

    protected abstract Matrix ComputeLines(Matrix input, Pass pass);

    protected abstract Matrix DifferentiateLines(Matrix gradient, Pass pass);
}
