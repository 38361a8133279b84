namespace Layerwright;

/// <summary>A schedule at work in one fit. Allocates nothing after it is made.</summary>
internal sealed class ScheduleRun
{
    private readonly Schedule? _schedule;
    private readonly long _totalSteps, _stepsPerEpoch, _plateauStart;
    private readonly PlateauWatch? _plateau;

    /// <exception cref="ArgumentException">The schedule cycles a momentum that the optimizer does not have.</exception>
    public ScheduleRun(Schedule? schedule, Optimizer optimizer, long totalSteps, long stepsPerEpoch)
    {
        _schedule = schedule;
        _totalSteps = totalSteps;
        _stepsPerEpoch = stepsPerEpoch;
        if (schedule?.Momentum(0, totalSteps, stepsPerEpoch) is not null)
        {
            optimizer.CheckMomentum(nameof(schedule));
        }

        if (schedule?.Plateau is { } plateau)
        {
            _plateau = new(plateau.Settings, optimizer.LearningRate);
            _plateauStart = plateau.FirstStep;
        }
    }

    /// <summary>What it has seen of the fit's losses; null where it looks at none.</summary>
    public PlateauState? State
    {
        get => _plateau?.State;
        set
        {
            if (value is { } state && _plateau is not null)
            {
                _plateau.State = state;
            }
        }
    }

    /// <summary>The factor on the learning rate for a step of the fit, from 0.</summary>
    public float Factor(long step)
    {
        float factor = _schedule?.Factor(step, _totalSteps, _stepsPerEpoch) ?? 1;
        return _plateau is null ? factor : (float)(factor * _plateau.State.Factor);
    }

    /// <summary>What stands in for the optimizer's momentum in a step of the fit, from 0.</summary>
    public float? Momentum(long step) => _schedule?.Momentum(step, _totalSteps, _stepsPerEpoch);

    /// <summary>Takes the loss of an epoch in, after so many steps of the fit.</summary>
    public void EndEpoch(double loss, long steps)
    {
        if (steps > _plateauStart)
        {
            _plateau?.Add(loss);
        }
    }
}
