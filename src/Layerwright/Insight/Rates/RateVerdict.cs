namespace Layerwright;

/// <summary>What a short training showed of a learning rate.</summary>
public enum RateVerdict
{
    /// <summary>The loss hardly fell: less than 80 % as far as with the best rate, which is higher.</summary>
    TooLow,

    /// <summary>The loss fell at least 80 % as far as with the best rate.</summary>
    Usable,

    /// <summary>The loss fell furthest.</summary>
    Best,

    /// <summary>The loss fell less than 80 % as far as with the best rate, which is lower; or it rose.</summary>
    TooHigh,

    /// <summary>The loss was no longer a finite number.</summary>
    Diverged,
}
