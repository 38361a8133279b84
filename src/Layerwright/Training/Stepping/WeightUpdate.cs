using System.Runtime.InteropServices;
using Layerwright.Kernels;

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
    private readonly SinkJob<AccumulateSink> _accumulating;
    private readonly GradientNorm _norm;
    private readonly RowUpdate _row;
    private readonly Dictionary<Type, object> _jobs = [];
    private object? _lastJobs;
    private Type? _optimizer;
    private TermsKey _key;
    private bool _isFused;
    private bool _isRow;
    private KernelRecording? _recorded;
    private bool _shapesGradients;
    private int _threads;

    public WeightUpdate(ParameterStore parameters, WeightPass pass, StoredGradients gradients, RowUpdate row)
    {
        _parameters = parameters;
        _pass = pass;
        _gradients = gradients;
        _terms = new(parameters.Infos.Length);
        _first = PinnedBuffer.Scratch(parameters.Values.Layout.TrainableLength);
        _second = PinnedBuffer.Scratch(parameters.Values.Layout.TrainableLength);
        _storing = new(pass);
        _accumulating = new(pass);
        _norm = new(gradients);
        _row = row;
    }

    private StateDictionary[] MomentsByName => field ??=
    [
        StateDictionary.OfTrainable(_parameters.Infos, new WeightArray(_parameters.Values.Layout, _first)),
        StateDictionary.OfTrainable(_parameters.Infos, new WeightArray(_parameters.Values.Layout, _second)),
    ];

    /// <summary>Updates made since the moments began.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes over what an optimizer keeps in another update of the same parameters.</summary>
    public void Continue(WeightUpdate other)
    {
        other._first.Span.CopyTo(_first.Span);
        other._second.Span.CopyTo(_second.Span);
        _optimizer = other._optimizer;
        _recorded = null;
        Steps = other.Steps;
    }

    /// <summary>
    /// What the last optimizer keeps, by PyTorch's names: one dictionary a moment, as many as it has and are not zero altogether.
    /// </summary>
    public IReadOnlyList<StateDictionary> Moments(Optimizer optimizer)
    {
        if (_optimizer != optimizer.GetType())
        {
            return [];
        }

        int count = optimizer.Moments;
        while (count > 0 && !MemoryMarshal.AsBytes((count == 1 ? _first : _second).Span).ContainsAnyExcept((byte)0))
        {
            count--;
        }

        return MomentsByName[..count];
    }

    /// <summary>Goes on after so many updates of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">Updates it has made.</param>
    /// <param name="moments">Writes what it keeps into these; what is left out is zero.</param>
    public void Resume(Optimizer optimizer, long steps, Action<IReadOnlyList<StateDictionary>> moments)
    {
        BeginMoments(optimizer);
        moments(MomentsByName);
        Steps = steps;
    }

    /// <summary>Stores the gradients of a share of the loss plus penalties.</summary>
    public void Store(float regularization, float share, int threads)
    {
        SetTerms(default, regularization, 1);
        _storing.Sink = new(_parameters.Values.Data, _gradients.Values.Data, _terms.Items, share);
        WorkerTeam.Run(_storing, _pass.Count, threads);
    }

    /// <summary>Adds the gradients of a share of the loss to those stored.</summary>
    public void Accumulate(float share, int threads)
    {
        SetTerms(default, 0, 1);
        _accumulating.Sink = new(_gradients.Values.Data, _terms.Items, share);
        WorkerTeam.Run(_accumulating, _pass.Count, threads);
    }

    /// <summary>Gradients of loss plus penalties into the optimizer's update: from registers, unless they must be stored first.</summary>
    public void Fused(in UpdateSettings settings, float regularization, int threads)
    {
        // Two moments with penalties or clipping are more than the JIT inlines 16 times in a tile: a pass over stored gradients is
        // quicker, and gives the same bits.
        SetTerms(settings, regularization, 1);
        if (settings.Clipping is { NeedsNorm: true } || (_shapesGradients && settings.Optimizer!.Moments > 1))
        {
            Store(regularization, 1, threads);
            FromStored(settings, threads);
            return;
        }

        _isFused = true;
        Apply(settings, threads);
    }

    /// <summary>The same of a single row: kernels are recorded, and stay so as long as the settings and the optimizer's rule do.</summary>
    public void FusedRow(in UpdateSettings settings, float regularization)
    {
        if (_recorded is { } recorded && _key.Matches(settings, regularization, 1, _parameters.RateVersion))
        {
            Steps++;
            recorded.Run();
            _parameters.MarkChanged();
            return;
        }

        _isRow = true;
        Fused(settings, regularization, 1);
        _isRow = false;
    }

    /// <summary>Stored gradients, which hold the penalties already, into the optimizer's update.</summary>
    public void FromStored(in UpdateSettings settings, int threads)
    {
        _isFused = false;
        SetTerms(settings, 0, settings.Clipping is { NeedsNorm: true } clipping ? clipping.Scale(_norm.Of(threads)) : 1);
        Apply(settings, threads);
    }

    /// <summary>Called back by the optimizer with its rule for this step.</summary>
    public void Run<TRule>(TRule rule)
        where TRule : struct, IUpdateRule
    {
        UpdateJobs<TRule> jobs = Jobs<TRule>();
        if (_shapesGradients)
        {
            Run(jobs.Shaped, rule);
        }
        else
        {
            Run(jobs.Plain, rule);
        }
    }

    private void Run<TRule, TGradients>(GradientJobs<UpdateSink<TRule, TGradients>> jobs, TRule rule)
        where TRule : struct, IUpdateRule
        where TGradients : struct
    {
        var sink = new UpdateSink<TRule, TGradients>(_parameters.Values.Data, _first.Data, _second.Data, _terms.Items, rule, _threads > 1);
        if (_isFused && _isRow && !TRule.ChangesWithSteps)
        {
            _row.Record(jobs.Row, sink);
            _recorded = jobs.Row;
            _recorded.Run();
        }
        else if (_isFused)
        {
            jobs.Fused.Sink = sink;
            _pass.BeginUpdate();
            WorkerTeam.Run(jobs.Fused, _pass.UpdateCount, _threads);
        }
        else
        {
            jobs.Flat.Sink = sink;
            WorkerTeam.Run(jobs.Flat, _gradients.Count, _threads);
        }
    }

    private UpdateJobs<TRule> Jobs<TRule>()
        where TRule : struct, IUpdateRule
    {
        if (_lastJobs is UpdateJobs<TRule> last)
        {
            return last;
        }

        if (!_jobs.TryGetValue(typeof(TRule), out object? jobs))
        {
            jobs = new UpdateJobs<TRule>(_pass, _gradients);
            _jobs.Add(typeof(TRule), jobs);
        }

        _lastJobs = jobs;
        return (UpdateJobs<TRule>)jobs;
    }

    private void Apply(in UpdateSettings settings, int threads)
    {
        _threads = threads;
        Optimizer optimizer = settings.Optimizer!;
        if (_optimizer != optimizer.GetType())
        {
            BeginMoments(optimizer);
        }

        Steps++;
        try
        {
            optimizer.Apply(this, Steps, settings.Momentum);
        }
        finally
        {
            _parameters.MarkChanged();
        }
    }

    private void BeginMoments(Optimizer optimizer)
    {
        _optimizer = optimizer.GetType();
        _recorded = null;
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

    /// <summary>What the update does to each parameter; nothing is done where it would be the same as before.</summary>
    private void SetTerms(in UpdateSettings settings, float regularization, float scale)
    {
        if (_key.Matches(settings, regularization, scale, _parameters.RateVersion))
        {
            return;
        }

        _key = new(settings, regularization, scale, _parameters.RateVersion);
        _recorded = null;
        ReadOnlySpan<ParameterInfo> infos = _parameters.Infos;
        Optimizer? optimizer = settings.Optimizer;
        float rate = optimizer is null ? 0 : optimizer.LearningRate * settings.RateFactor;
        _shapesGradients = false;
        for (int i = 0; i < infos.Length; i++)
        {
            ParameterInfo info = infos[i];
            bool isDecayed = optimizer is not null && (info.IsDecayed || optimizer.DecayAll);
            _terms[i] = new(
                _parameters.Values.Layout.Places[i].Offset,
                info.L1 * regularization,
                info.L2 * regularization,
                rate * _parameters.LayerRate(info.Layer),
                isDecayed ? optimizer!.WeightDecay : 0,
                scale,
                settings.Clipping?.Bound ?? float.PositiveInfinity);
            _shapesGradients |= _terms[i].ShapesGradient;
        }
    }
}
