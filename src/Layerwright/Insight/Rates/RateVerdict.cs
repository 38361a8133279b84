namespace Layerwright;

/// <summary>What a short training showed of a learning rate.</summary>
public enum RateVerdict
{
    /// <summary>The loss hardly fell: less than 20 % as far as it did at most, with a higher rate.</summary>
    TooLow,

    /// <summary>The loss fell: below the best rate at least 20 %, above it at least 95 % as far as it did at most.</summary>
    Usable,

    /// <summary>The loss fell furthest, not counting rates whose next higher one diverges or raises it.</summary>
    Best,

    /// <summary>The loss ended clearly above that of the best rate, which is lower: it fell less than 95 % as far; or it rose.</summary>
    TooHigh,

    /// <summary>The loss was no longer a finite number.</summary>
    Diverged,
}
