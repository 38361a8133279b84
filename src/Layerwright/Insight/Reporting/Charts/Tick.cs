namespace Layerwright.Reporting;

/// <summary>A value on an axis and what is written beside it.</summary>
internal readonly record struct Tick(double Value, string Text);
