using System.Globalization;
using System.Text;

namespace Layerwright.Runtime;

/// <summary>Records as text, the same in every culture: what the compiler writes for a record takes the machine's.</summary>
internal static class RecordText
{
    /// <summary>For example <c>Sgd { LearningRate = 0.01, Momentum = 0.9 }</c>.</summary>
    /// <param name="name">The record's name; of a generic one without its parameters.</param>
    /// <param name="printMembers">The record's own <c>PrintMembers</c>.</param>
    public static string Write(string name, Func<StringBuilder, bool> printMembers)
    {
        CultureInfo present = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var text = new StringBuilder(name.Split('`')[0]).Append(" { ");
            return text.Append(printMembers(text) ? " }" : "}").ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = present;
        }
    }
}
