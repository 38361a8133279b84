namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>What several branches make of the same input, one after the other on the last axis.</summary>
internal sealed class Concat(string path, IReadOnlyList<Module> branches, Flow output) : Module(path, output)
{
    public override IEnumerable<Parameter> Parameters => branches.SelectMany(branch => branch.Parameters);

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        var result = new Matrix(input.Rows, Output.Length);
        ForEach(branch => branch.Forward(input, pass), (outputs, row, i, at) => result[row, at] = outputs[row, i]);
        return result;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        var parts = new Dictionary<Module, Matrix>();
        ForEach(branch => parts[branch] = new Matrix(gradient.Rows, branch.Output.Length), (part, row, i, at) => part[row, i] = gradient[row, at]);
        return branches.Select(branch => branch.Backward(parts[branch], pass)).Aggregate((one, other) => one.Zip(other, (a, b) => a + b));
    }

    // Each element of each branch's matrix with its place in the output's.
    private void ForEach(Func<Module, Matrix> matrixOf, Action<Matrix, int, int, int> visit)
    {
        int start = 0;
        foreach (var branch in branches)
        {
            var matrix = matrixOf(branch);
            int channels = branch.Output.Channels;
            for (int row = 0; row < matrix.Rows; row++)
            {
                for (int i = 0; i < matrix.Columns; i++)
                {
                    visit(matrix, row, i, (i / channels * Output.Channels) + start + (i % channels));
                }
            }

            start += channels;
        }
    }
}
