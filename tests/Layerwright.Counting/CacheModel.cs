namespace Layerwright.Kernels;

/// <summary>
/// A cache that holds the lines touched last, wherever they lie: what it holds depends on the order of the accesses alone, so that counts
/// are the same in every run.
/// </summary>
internal sealed class CacheModel
{
    private readonly Dictionary<nint, int> _places = [];
    private readonly nint[] _lines;
    private readonly int[] _newer, _older;
    private int _newest, _oldest;

    /// <summary>An empty cache.</summary>
    /// <param name="lines">Lines it has room for.</param>
    public CacheModel(int lines)
    {
        _lines = new nint[lines];
        (_newer, _older) = (new int[lines], new int[lines]);
        for (int place = 0; place < lines; place++)
        {
            // No line has these numbers.
            _lines[place] = -1 - place;
            _places.Add(_lines[place], place);
            (_newer[place], _older[place]) = (place - 1, place + 1);
        }

        _oldest = lines - 1;
    }

    /// <summary>Touches a line; false where it was not held and another was given up for it.</summary>
    public bool Touch(nint line)
    {
        bool isHeld = _places.TryGetValue(line, out int place);
        if (!isHeld)
        {
            place = _oldest;
            _places.Remove(_lines[place]);
            _places.Add(line, place);
            _lines[place] = line;
        }

        if (place != _newest)
        {
            Unlink(place);
            (_newer[_newest], _older[place]) = (place, _newest);
            _newest = place;
        }

        return isHeld;
    }

    private void Unlink(int place)
    {
        _older[_newer[place]] = _older[place];
        if (place == _oldest)
        {
            _oldest = _newer[place];
        }
        else
        {
            _newer[_older[place]] = _newer[place];
        }
    }
}
