namespace Layerwright.Runtime;

/// <summary>
/// Gradients into weights: straight from registers (fused), or through the flat array of stored gradients. Both ways feed the
/// same sink, so they give the same bits. Owns what optimizers keep between steps.
/// </summary>
internal sealed unsafe class WeightUpdate
{
    private readonly ParameterStore _parameters;
    private readonly WeightPass _pass;
    private readonly StoredGradients _gradients;
    private readonly PinnedTable<ParameterTerms> _terms;
    private readonly PinnedBuffer _first;
    private readonly PinnedBuffer _second;
    private readonly SinkJob<StoreSink> _storing;
    private readonly Dictionary<Type, object> _jobs = [];
    private Type? _optimizer;
    private bool _isFused;
    private int _threads;

    public WeightUpdate(ParameterStore parameters, WeightPass pass, StoredGradients gradients)
    {
        _parameters = parameters;
        _pass = pass;
        _gradients = gradients;
        _terms = new(parameters.Infos.Length);
        _first = PinnedBuffer.Scratch(parameters.Values.Layout.TrainableLength);
        _second = PinnedBuffer.Scratch(parameters.Values.Layout.TrainableLength);
        _storing = new(pass);
    }

    /// <summary>Updates made since the moments began.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes over what an optimizer keeps in another update of the same parameters.</summary>
    public void Continue(WeightUpdate other)
    {
        other._first.Span.CopyTo(_first.Span);
        other._second.Span.CopyTo(_second.Span);
        _optimizer = other._optimizer;
        Steps = other.Steps;
    }

    /// <summary>Stores the gradients of loss plus penalties.</summary>
    public void Store(float regularization, int threads)
    {
        SetTerms(null, 0, regularization);
        _storing.Sink = new(_parameters.Values.Data, _gradients.Values.Data, _terms.Items);
        WorkerTeam.Run(_storing, _pass.Count, threads);
    }

    /// <summary>Gradients straight into the optimizer's update.</summary>
    public void Fused(Optimizer optimizer, float rateFactor, float regularization, int threads)
    {
        _isFused = true;
        Apply(optimizer, rateFactor, regularization, threads);
    }

    /// <summary>Stored gradients, which hold the penalties already, into the optimizer's update.</summary>
    public void FromStored(Optimizer optimizer, float rateFactor, int threads)
    {
        _isFused = false;
        Apply(optimizer, rateFactor, 0, threads);
    }

    /// <summary>Called back by the optimizer with its rule for this step.</summary>
    public void Run<TRule>(TRule rule)
        where TRule : struct, IUpdateRule
    {
        var sink = new UpdateSink<TRule>(_parameters.Values.Data, _first.Data, _second.Data, _terms.Items, rule);
        UpdateJobs<UpdateSink<TRule>> jobs = Jobs<TRule>();
        if (_isFused)
        {
            jobs.Fused.Sink = sink;
            WorkerTeam.Run(jobs.Fused, _pass.Count, _threads);
        }
        else
        {
            jobs.Flat.Sink = sink;
            WorkerTeam.Run(jobs.Flat, _gradients.Count, _threads);
        }
    }

    private UpdateJobs<UpdateSink<TRule>> Jobs<TRule>()
        where TRule : struct, IUpdateRule
    {
        if (!_jobs.TryGetValue(typeof(TRule), out object? jobs))
        {
            jobs = new UpdateJobs<UpdateSink<TRule>>(_pass, _gradients);
            _jobs.Add(typeof(TRule), jobs);
        }

        return (UpdateJobs<UpdateSink<TRule>>)jobs;
    }

    private void Apply(Optimizer optimizer, float rateFactor, float regularization, int threads)
    {
        _threads = threads;
        if (_optimizer != optimizer.GetType())
        {
            BeginMoments(optimizer);
        }

        SetTerms(optimizer, rateFactor, regularization);
        Steps++;
        optimizer.Apply(this, Steps);
        _parameters.MarkChanged();
    }

    private void BeginMoments(Optimizer optimizer)
    {
        _optimizer = optimizer.GetType();
        Steps = 0;
        if (optimizer.Moments > 0)
        {
            _first.Span.Clear();
        }

        if (optimizer.Moments > 1)
        {
            _second.Span.Clear();
        }
    }

    private void SetTerms(Optimizer? optimizer, float rateFactor, float regularization)
    {
        ReadOnlySpan<ParameterInfo> infos = _parameters.Infos;
        float rate = optimizer is null ? 0 : optimizer.LearningRate * rateFactor;
        for (int i = 0; i < infos.Length; i++)
        {
            ParameterInfo info = infos[i];
            bool isDecayed = optimizer is not null && (info.IsDecayed || optimizer.DecayAll);
            _terms[i] = new(
                _parameters.Values.Layout.Places[i].Offset,
                info.L1 * regularization,
                info.L2 * regularization,
                rate * _parameters.LayerRate(info.Layer),
                isDecayed ? optimizer!.WeightDecay : 0);
        }
    }
}
