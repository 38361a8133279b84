namespace Layerwright.Tests.Insight.Reporting;

/// <summary>Puts out what is put in, two rows a call.</summary>
internal sealed class Echo(int length) : IPredictor
{
    public int InputLength => length;

    public int OutputLength => length;

    public int MaxBatchSize => 2;

    public void Predict(Inputs inputs, Span<float> outputs) => inputs.Values.CopyTo(outputs);

    public void Forward(Inputs inputs, Span<float> outputs) => throw new NotSupportedException();

    public int Classify(Inputs input) => throw new NotSupportedException();

    public void Classify(Inputs inputs, Span<int> classes) => throw new NotSupportedException();
}
