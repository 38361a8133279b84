namespace Layerwright.Runtime;

/// <summary>What the terms of an update follow from: while it stays the same, so do they. No terms match the default.</summary>
internal readonly struct TermsKey(in UpdateSettings settings, float regularization, float scale, int rateVersion)
{
    private readonly UpdateSettings _settings = settings;
    private readonly float _regularization = regularization;
    private readonly float _scale = scale;
    private readonly int _rateVersion = rateVersion;
    private readonly bool _isSet = true;

    /// <summary>Whether it is that of such an update. Optimizers and clipping do not change: one reference means one setting.</summary>
    public bool Matches(in UpdateSettings settings, float regularization, float scale, int rateVersion) =>
        _isSet
        && ReferenceEquals(_settings.Optimizer, settings.Optimizer)
        && ReferenceEquals(_settings.Clipping, settings.Clipping)
        && _settings.RateFactor == settings.RateFactor
        && _settings.Momentum == settings.Momentum
        && _regularization == regularization
        && _scale == scale
        && _rateVersion == rateVersion;
}
