namespace Layerwright.Testing.Interpretation;

/// <summary>Rows of doubles: what the interpreter computes on.</summary>
public sealed class Matrix(int rows, int columns, double[] values)
{
    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[rows * columns])
    {
    }

    /// <summary>Rows of the batch.</summary>
    public int Rows => rows;

    /// <summary>Elements a row.</summary>
    public int Columns => columns;

    /// <summary>The elements, row after row.</summary>
    public double[] Values => values;

    /// <summary>One element.</summary>
    public double this[int row, int column]
    {
        get => values[(row * columns) + column];
        set => values[(row * columns) + column] = value;
    }

    /// <summary>A matrix from rows of floats.</summary>
    public static Matrix From(int rows, ReadOnlySpan<float> floats)
    {
        var matrix = new Matrix(rows, floats.Length / rows);
        for (int i = 0; i < floats.Length; i++)
        {
            matrix.Values[i] = floats[i];
        }

        return matrix;
    }

    /// <summary>The same elements as other rows: positions as rows of channels, and back.</summary>
    public Matrix Reshape(int newRows) => newRows == rows ? this : new(newRows, values.Length / newRows, values);

    /// <summary>Each element mapped.</summary>
    public Matrix Map(Func<double, double> map) => new(rows, columns, Array.ConvertAll(values, value => map(value)));

    /// <summary>Two matrices of the same shape combined, element by element.</summary>
    public Matrix Zip(Matrix other, Func<double, double, double> combine)
    {
        if (rows != other.Rows || columns != other.Columns)
        {
            throw new ArgumentException($"{rows}×{columns} does not fit {other.Rows}×{other.Columns}.", nameof(other));
        }

        var result = new Matrix(rows, columns);
        for (int i = 0; i < values.Length; i++)
        {
            result.Values[i] = combine(values[i], other.Values[i]);
        }

        return result;
    }

    /// <summary>The largest magnitude.</summary>
    public double Largest => values.Length == 0 ? 0 : values.Max(Math.Abs);
}
