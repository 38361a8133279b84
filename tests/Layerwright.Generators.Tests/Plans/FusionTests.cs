using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>How many passes over memory a network takes, and what each of them does at once.</summary>
public class FusionTests
{
    private static readonly LayerSpec s_dense = new DenseSpec(8), s_norm = new BatchNormSpec(), s_dropout = new DropoutSpec(0.5);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Fact]
    public void A_normalised_layer_is_a_product_that_gathers_statistics_and_one_pass_behind_the_barrier()
    {
        var training = Train(s_dense, s_norm, Relu(), s_dropout, new DenseSpec(3));

        Assert.Equal(
            ["Product:  | GatherStatistics", "Elementwise: Normalize, ReLU, Dropout", "Product: AddBias"],
            Passes(training.Forward));
        Assert.Equal(["Product: Dropout, ReLUGradient | GatherGradientSums", "Elementwise: NormalizeGradient"], Passes(training.Backward));
    }

    [Fact]
    public void A_residual_sum_and_what_follows_are_in_the_epilogue_of_the_branch()
    {
        var branch = new ResidualSpec(new BlockSpec("Branch", [s_dense, Relu(), s_dense]), null);

        var training = Train(s_dense, branch, Relu(), s_dropout, new DenseSpec(3));

        Assert.Equal(
            ["Product: AddBias", "Product: AddBias, ReLU", "Product: AddBias, AddTensor, ReLU, Dropout", "Product: AddBias"],
            Passes(training.Forward));
        Assert.Equal(
            ["Product: Dropout, ReLUGradient", "Product: ReLUGradient", "Product: AddTensor"],
            Passes(training.Backward));
    }

    [Fact]
    public void A_chain_that_backward_saves_parts_of_stays_one_pass()
    {
        var training = Train(s_dense, Tanh(), Sigmoid(), s_dropout, Tanh(), new DenseSpec(3));

        Assert.Equal(["Product: AddBias, Tanh, Keep, Sigmoid, Keep, Dropout, Tanh", "Product: AddBias"], Passes(training.Forward));
        Assert.Equal(["Product: TanhGradient, Dropout, SigmoidGradient, TanhGradient"], Passes(training.Backward));
    }

    [Fact]
    public void Statistics_are_gathered_where_a_residual_sum_is_stored()
    {
        var preactivated = new ResidualSpec(new BlockSpec("Branch", [s_norm, Relu(), s_dense]), null);

        var training = Train(s_dense, preactivated, s_norm, Relu(), new DenseSpec(3));

        Assert.Equal(
            [
                "Product: AddBias | GatherStatistics",
                "Elementwise: Normalize, ReLU",
                "Product: AddBias, AddTensor | GatherStatistics",
                "Elementwise: Normalize, ReLU",
                "Product: AddBias",
            ],
            Passes(training.Forward));
    }

    [Fact]
    public void The_sums_of_two_normalisations_of_one_tensor_are_gathered_in_one_pass()
    {
        var branches = new ResidualSpec(new BlockSpec("Branch", [s_norm, s_dense]), new BlockSpec("Shortcut", [s_norm, s_dense]));

        var training = Train(s_dense, branches, new DenseSpec(3));

        Assert.Equal("Product: AddBias | GatherStatistics, GatherStatistics", Passes(training.Forward)[0]);
        Assert.Equal(2, training.Forward[0].Barriers.Count);
    }

    [Fact]
    public void Statistics_of_the_input_are_a_pass_of_their_own()
    {
        var training = Train(s_norm, new DenseSpec(3));

        Assert.Equal(["Rows.Copy: ", "Elementwise.Observe:  | GatherStatistics", "Elementwise: Normalize", "Product: AddBias"], Passes(training.Forward));
    }

    [Fact]
    public void Gradients_that_meet_are_added_in_the_last_product()
    {
        var inner = new ResidualSpec(new BlockSpec("Inner", [s_dense]), null);
        var outer = new ResidualSpec(new BlockSpec("Outer", [inner]), null);

        var training = Train(s_dense, outer, new DenseSpec(3));

        Assert.Equal(["Product: ", "Product: AddTensor, AddTensor"], Passes(training.Backward));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fusion_leaves_no_pass_that_the_one_before_could_take(int seed)
    {
        var network = RandomNetwork.Create(seed);
        var training = Planned.Of(network).Training!;

        Assert.InRange(Operations(training).Count, 1, Operations(Planned.Of(network, fuse: false).Training!).Count);
        foreach (var segment in training.Forward.Concat(training.Backward))
        {
            foreach (var operation in segment.Operations.Where(operation => operation.IsElementwise || operation.IsObserving))
            {
                var producer = segment.Operations.FirstOrDefault(other =>
                    other.Output == operation.Input && (operation.IsObserving ? other.TakesObservers : other.TakesEpilogue));
                Assert.True(producer is null || IsTaken(producer, operation, segment), $"{operation.Input.Name} is read by a pass of its own");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_link_observer_and_barrier_of_the_unfused_plan_is_in_the_fused_one(int seed)
    {
        var network = RandomNetwork.Create(seed);
        var plan = Planned.Of(network);
        var unfused = Planned.Of(network, fuse: false);

        Assert.Equal(Names(unfused.Training!), Names(plan.Training!));
        Assert.Equal(
            unfused.Training!.Forward.Concat(unfused.Training.Backward).Sum(segment => segment.Barriers.Count),
            plan.Training!.Forward.Concat(plan.Training.Backward).Sum(segment => segment.Barriers.Count));

        static IEnumerable<string> Names(TrainingPlan plan) => Operations(plan)
            .SelectMany(operation => operation.Epilogue.Concat(operation.Observers)).Select(link => link.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_header_counts_every_kind()
    {
        var branch = new ResidualSpec(new BlockSpec("Branch", [s_dense, Relu(), s_dense]), null);

        var network = Network(s_dense, s_norm, Relu(), s_dropout, branch, Tanh(), new DenseSpec(3));

        Assert.Equal(
            [
                "6 elementwise steps in the epilogues of products (bias, activation, sum, dropout)",
                "2 elementwise steps joined to the pass before (normalise, activation, sum, dropout)",
                "1 batch statistic gathered in the pass that computes the input",
                "1 loss in one pass with softmax and its gradient",
                "5 derivatives, masks and sums of gradients in the epilogues of backward products",
                "1 set of gradient sums gathered in the pass that computes the gradient",
                "3 bias gradients in the kernel of the weight gradient",
                "9 parameter updates in the kernels of their gradients",
                "1 BatchNorm folded into the weights before it for prediction",
            ],
            Planned.Of(network).Fusions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_header_counts_the_gradient_sums_that_a_row_normalisation_gathers_in_its_own_pass(bool hasInputGradient)
    {
        LayerSpec[] layers = [new RowNormSpec(true), s_dense, new RowNormSpec(true), new DenseSpec(3)];

        var fusions = Planned.Of(Network(hasInputGradient ? [s_dense, .. layers] : layers)).Fusions;

        string counted = hasInputGradient ? "2 sets" : "1 set";
        Assert.Single(fusions, line => line == $"{counted} of gradient sums gathered in the pass that computes the gradient");
    }

    // A producer whose result was taken already by another pass, or whose taking would reorder reads, keeps the second out.
    private static bool IsTaken(Operation producer, Operation operation, Segment segment)
    {
        int from = segment.Operations.ToList().IndexOf(producer), to = segment.Operations.ToList().IndexOf(operation);
        var between = segment.Operations.Skip(from + 1).Take(to - from - 1).ToList();
        return between.Any(other => other.Reads().Intersect(producer.Writes()).Any())
            && operation.Reads().Intersect(between.SelectMany(other => other.Writes())).Any();
    }

    private static TrainingPlan Train(params LayerSpec[] layers) => Planned.Of(Network(layers)).Training!;

    private static NetworkSpec Network(params LayerSpec[] layers) => new("Fused", 8, [.. layers], LossKind.SoftmaxCrossEntropy);

    private static ActivationSpec Relu() => new(ActivationKind.ReLU);

    private static ActivationSpec Tanh() => new(ActivationKind.Tanh);

    private static ActivationSpec Sigmoid() => new(ActivationKind.Sigmoid);

    private static List<Operation> Operations(TrainingPlan plan) =>
        [.. plan.Forward.Concat(plan.Backward).SelectMany(segment => segment.Operations)];

    private static List<string> Passes(EquatableArray<Segment> segments) =>
        [.. segments.SelectMany(segment => segment.Operations).Select(Describe)];

    // Kernel, links with what is kept between them, observers behind a bar.
    private static string Describe(Operation operation)
    {
        var links = operation.Epilogue.Select(link => link.Name).ToList();
        foreach (var kept in operation.Kept.Reverse())
        {
            links.Insert(kept.Links, "Keep");
        }

        string observers = operation.Observers.Count == 0 ? "" : " | " + string.Join(", ", operation.Observers.Select(link => link.Name));
        return $"{operation.Kernel}: {string.Join(", ", links)}{observers}";
    }
}
