using Layerwright.CodeModel.Declarations;

namespace Layerwright.CodeModel.Layers;

/// <summary>The written arguments of a layer, by name and ignoring case; what is not written has the caller's default.</summary>
internal readonly struct LayerArguments(LayerDeclaration declaration)
{
    public bool IsWritten(string name) => Find(name) is not null;

    public int Int(string name, int whenAbsent) => Find(name)?.Value as int? ?? whenAbsent;

    public bool Bool(string name, bool whenAbsent) => Find(name)?.Value as bool? ?? whenAbsent;

    /// <summary>A number as the run time will have it, a float: domains are judged on that.</summary>
    public double Double(string name, double whenAbsent) =>
        (float)(Find(name)?.Value switch { double number => number, int number => number, _ => whenAbsent });

    public string? Text(string name) => Find(name)?.Value as string;

    private Argument? Find(string name)
    {
        foreach (var argument in declaration.Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return argument;
            }
        }

        return null;
    }
}
