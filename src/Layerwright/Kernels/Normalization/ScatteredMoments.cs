namespace Layerwright.Kernels;

/// <summary>Mean and deviation of one group whose elements lie apart.</summary>
internal readonly unsafe struct ScatteredMoments
{
    private readonly double _mean;

    /// <param name="x">The row.</param>
    /// <param name="elements">Where its elements lie.</param>
    /// <param name="first">The group's first.</param>
    /// <param name="epsilon">ε.</param>
    public ScatteredMoments(float* x, in GroupElements elements, int first, float epsilon)
    {
        double sum = 0, square = 0;
        for (int element = first; element < first + elements.Size; element++)
        {
            sum += x[elements.Offset(element)];
        }

        _mean = sum / elements.Size;
        for (int element = first; element < first + elements.Size; element++)
        {
            double difference = x[elements.Offset(element)] - _mean;
            square += difference * difference;
        }

        InverseDeviation = 1 / Math.Sqrt((square / elements.Size) + epsilon);
    }

    /// <summary>1/√(variance + ε).</summary>
    public double InverseDeviation { get; }

    /// <summary>(x − mean) / σ.</summary>
    public double Normalize(float x) => (x - _mean) * InverseDeviation;
}
