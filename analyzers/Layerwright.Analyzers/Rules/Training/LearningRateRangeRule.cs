using System.Globalization;
using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5001: a learning rate with which an optimizer hardly moves, or leaps.</summary>
internal sealed class LearningRateRangeRule : CallRule
{
    public const string Id = "LW5001";

    private static readonly RuleOption _leastSgd = Least("sgd", 1e-6), _mostSgd = Most("sgd", 1);
    private static readonly RuleOption _leastAdam = Least("adam", 1e-7), _mostAdam = Most("adam", 1e-2);
    private static readonly RuleOption _leastAdaGrad = Least("adagrad", 1e-5), _mostAdaGrad = Most("adagrad", 1);

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Learning rate outside the optimizer's usable range",
        "LearningRate of {0} is {1}; with it training {2}; use {3} to {4}, its default is {5}",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The rate is the most important hyper-parameter, and its scale depends on the optimizer: Adam's steps have about the size "
            + "of the rate itself whatever the gradient, SGD's are the gradient times the rate. A rate for one is wrong for the other.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_leastSgd, _mostSgd, _leastAdam, _mostAdam, _leastAdaGrad, _mostAdaGrad];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var optimizer in body.Objects(Optimizers.Optimizer))
        {
            var written = optimizer.Own.LastOrDefault(setting => setting.Name == Optimizers.LearningRate);
            if (written is null || body.Number(written.Value) is not { } rate || Range(optimizer.Type, options) is not var (least, most))
            {
                continue;
            }

            // Compared as the run time has them, as floats.
            bool isTooSmall = (float)rate < (float)least;
            if ((isTooSmall || !((float)rate <= (float)most)) && Optimizers.DefaultRate(optimizer.Type) is { } standard)
            {
                yield return CallFinding.On(
                    written.Syntax,
                    optimizer.Type.Name,
                    Text(rate, least, most),
                    rate < 0 ? "climbs" : rate == 0 ? "does not move" : isTooSmall ? "hardly moves" : "diverges or jumps about",
                    LayerIssues.Text(least),
                    LayerIssues.Text(most),
                    LayerIssues.Text(standard)).With(DiagnosticProperties.Suggestion, Optimizers.Literal(standard));
            }
        }
    }

    /// <summary>In few digits, unless they would put it into the range.</summary>
    private static string Text(double rate, double least, double most) =>
        double.Parse(Figures.Rounded(rate), CultureInfo.InvariantCulture) is var rounded && rounded >= least && rounded <= most
            ? LayerIssues.Text(rate)
            : Figures.Rounded(rate);

    private static (double Least, double Most)? Range(INamedTypeSymbol optimizer, RuleOptions options) => optimizer.Name switch
    {
        Optimizers.Sgd => (options[_leastSgd], options[_mostSgd]),
        Optimizers.Adam or Optimizers.AdamW or Optimizers.RmsProp => (options[_leastAdam], options[_mostAdam]),
        Optimizers.AdaGrad => (options[_leastAdaGrad], options[_mostAdaGrad]),
        _ => null,
    };

    private static RuleOption Least(string optimizer, double value) =>
        new($"{optimizer}_minimum", value, 0, 1e6, $"The least rate {For(optimizer)} that is not reported.");

    private static RuleOption Most(string optimizer, double value) =>
        new($"{optimizer}_maximum", value, 0, 1e6, $"The largest rate {For(optimizer)} that is not reported.");

    private static string For(string optimizer) => optimizer switch
    {
        "sgd" => "of Sgd",
        "adam" => "of Adam, AdamW and RmsProp",
        _ => "of AdaGrad",
    };
}
