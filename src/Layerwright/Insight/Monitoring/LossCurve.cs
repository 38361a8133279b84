namespace Layerwright;

/// <summary>The loss and the learning rate over the steps: the first of them singly, later ones as means of as many as memory asks for.</summary>
internal sealed class LossCurve
{
    private const int SinglePoints = 256, MostPoints = 1024;

    // In full at once: a step allocates nothing.
    private readonly List<StepRecord> _points = new(MostPoints);
    private long _perPoint = 1, _pending;
    private double _sum;
    private StepRecord _first;

    /// <summary>The curve until now.</summary>
    public StepRecord[] ToArray() => _pending > 0 ? [.. _points, Mean()] : [.. _points];

    /// <summary>Adds an update.</summary>
    public void Add(StepRecord step)
    {
        _first = _pending == 0 ? step : _first;
        _sum += step.Loss;
        _pending++;
        if (_pending >= (_points.Count < SinglePoints ? 1 : _perPoint))
        {
            _points.Add(Mean());
            _pending = 0;
            _sum = 0;
            if (_points.Count == MostPoints)
            {
                Halve();
            }
        }
    }

    /// <summary>Keeps the curve, or takes it over.</summary>
    public void Exchange(RecordStream stream)
    {
        stream.Take(_points, default, Exchange);
        _perPoint = stream.Take(_perPoint);
        _pending = stream.Take(_pending);
        _sum = stream.Take(_sum);
        _first = Exchange(stream, _first);
    }

    private static StepRecord Exchange(RecordStream stream, StepRecord point) =>
        new(stream.Take(point.Step), stream.Take(point.Loss), stream.Take(point.LearningRate));

    private StepRecord Mean() => _first with { Loss = _sum / _pending };

    /// <summary>Makes one point of each two behind the single ones.</summary>
    private void Halve()
    {
        int end = SinglePoints;
        for (int i = SinglePoints; i < MostPoints; i += 2)
        {
            _points[end++] = _points[i] with { Loss = (_points[i].Loss + _points[i + 1].Loss) / 2 };
        }

        _points.RemoveRange(end, _points.Count - end);
        _perPoint *= 2;
    }
}
