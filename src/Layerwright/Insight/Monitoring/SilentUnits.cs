using Layerwright.Kernels;

namespace Layerwright;

/// <summary>
/// Which units of a layer had no positive value in the rows of a window of steps. Only units that are still silent are looked at, so that a healthy layer
/// costs next to nothing.
/// </summary>
internal sealed unsafe class SilentUnits
{
    /// <summary>Rows after which a silent unit counts as dead.</summary>
    public const int RowsNeeded = 1000;

    private readonly int _positions;
    private readonly byte[] _isHeard;
    private readonly int[] _silent;
    private int _count;
    private int _rows;

    /// <param name="units">Units of the layer, of an image its channels.</param>
    /// <param name="positions">Lines of a row.</param>
    public SilentUnits(int units, int positions)
    {
        _positions = positions;
        _isHeard = new byte[units];
        _silent = new int[units];
    }

    /// <summary>The share of silent units in the last window that was whole; null before.</summary>
    public double? Share { get; private set; }

    /// <summary>Whether the window still needs rows.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Begins a window.</summary>
    public void Begin()
    {
        IsListening = true;
        _rows = 0;
        _count = _silent.Length;
        Array.Clear(_isHeard);
        for (int i = 0; i < _count; i++)
        {
            _silent[i] = i;
        }
    }

    /// <summary>Looks at rows of the layer's output; called by several threads, for different rows.</summary>
    public void Look(int rows, Tensor activation)
    {
        for (int i = 0; i < _count; i++)
        {
            int unit = _silent[i];
            float* value = activation.Data + unit;
            for (int line = 0; line < rows * _positions && Volatile.Read(ref _isHeard[unit]) == 0; line++)
            {
                if (value[(nint)line * activation.Stride] > 0)
                {
                    Volatile.Write(ref _isHeard[unit], 1);
                }
            }
        }
    }

    /// <summary>Keeps the window and what came of the last one, or takes them over.</summary>
    public void Exchange(RecordStream stream)
    {
        Share = stream.Take(Share);
        IsListening = stream.Take(IsListening);
        _rows = stream.Take(_rows);
        _count = stream.TakeCount(_count, _silent.Length);
        for (int i = 0; i < _silent.Length; i++)
        {
            _silent[i] = Math.Clamp(stream.Take(_silent[i]), 0, _silent.Length - 1);
            _isHeard[i] = stream.Take(_isHeard[i] != 0) ? (byte)1 : (byte)0;
        }
    }

    /// <summary>All rows of a step were looked at.</summary>
    public void EndStep(int rows)
    {
        _rows += rows;
        int left = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_isHeard[_silent[i]] == 0)
            {
                _silent[left++] = _silent[i];
            }
        }

        _count = left;
        if (_count == 0 || _rows >= RowsNeeded)
        {
            Share = (double)_count / _silent.Length;
            IsListening = false;
        }
    }
}
