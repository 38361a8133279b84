namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>A layer in double precision: forward, and the straightforward reverse of it.</summary>
/// <param name="path">The member's name with its blocks: <c>Residual1.Branch.Dense1</c>.</param>
/// <param name="outputLength">Elements of one row of the output.</param>
internal abstract class Module(string path, int outputLength)
{
    public string Path => path;

    public int OutputLength => outputLength;

    /// <summary>Whether it is a layer that can be observed; false for what merely holds layers.</summary>
    protected virtual bool IsLayer => true;

    /// <summary>Parameters and statistics, those of inner layers too.</summary>
    public virtual IEnumerable<Parameter> Parameters => [];

    /// <summary>The output; keeps what <see cref="Backward"/> needs.</summary>
    public Matrix Forward(Matrix input, Pass pass)
    {
        var output = pass.Round(Compute(input, pass));
        if (IsLayer)
        {
            pass.Activations[path] = output;
        }

        return output;
    }

    /// <summary>The gradient of the input from that of the output; adds to the parameters' gradients.</summary>
    public Matrix Backward(Matrix gradient, Pass pass)
    {
        if (IsLayer)
        {
            pass.Gradients[path] = gradient;
        }

        return pass.Round(Differentiate(gradient, pass));
    }

    protected abstract Matrix Compute(Matrix input, Pass pass);

    protected abstract Matrix Differentiate(Matrix gradient, Pass pass);
}
