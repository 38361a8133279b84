namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>A layer in double precision: forward, and the straightforward reverse of it.</summary>
/// <param name="path">The member's name with its blocks: <c>Residual1.Branch.Dense1</c>.</param>
/// <param name="output">What it yields.</param>
internal abstract class Module(string path, Flow output)
{
    public string Path => path;

    public Flow Output => output;

    /// <summary>Whether it is a layer that can be observed; false for what merely holds layers.</summary>
    protected virtual bool IsLayer => true;

    /// <summary>Parameters and statistics, those of inner layers too.</summary>
    public virtual IEnumerable<Parameter> Parameters => [];

    /// <summary>The output; keeps what <see cref="Backward"/> needs.</summary>
    public Matrix Forward(Matrix input, Pass pass)
    {
        var result = pass.Round(Compute(input, pass));
        if (IsLayer)
        {
            pass.Activations[path] = output.Show(result);
        }

        return result;
    }

    /// <summary>The gradient of the input from that of the output; adds to the parameters' gradients.</summary>
    public Matrix Backward(Matrix gradient, Pass pass)
    {
        if (IsLayer)
        {
            pass.Gradients[path] = output.Show(gradient);
        }

        return pass.Round(Differentiate(gradient, pass));
    }

    protected abstract Matrix Compute(Matrix input, Pass pass);

    protected abstract Matrix Differentiate(Matrix gradient, Pass pass);
}
