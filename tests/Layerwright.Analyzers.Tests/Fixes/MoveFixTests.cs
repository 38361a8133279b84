using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Declaration;

namespace Layerwright.Analyzers.Tests.Fixes;

public class MoveFixTests
{
    [Fact]
    public Task The_input_moves_first_with_its_comments() => VerifyFix.AloneAsync(
        new InputNotFirstFix(),
        "Move [Input] first",
        """
        /// <summary>A network.</summary>
        [Network]
        [Dense(3)] // three
        [ReLU]
        // rows of
        // four numbers
        [Input(4)] // four
        // the head
        [Dense(2)]
        public partial class Net;
        """,
        """
        /// <summary>A network.</summary>
        [Network]
        // rows of
        // four numbers
        [Input(4)] // four
        [Dense(3)] // three
        [ReLU]
        // the head
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task The_input_moves_inside_lists_and_lines() => VerifyFix.AllInDocumentAsync(
        new InputNotFirstFix(),
        "LW0004",
        """
        [Network, Dense(3), ReLU, Dense(2) /* head */, Input(4)]
        partial class One;

        [Network] [Dense(3)] [ReLU] [Input(4, Name = "In")] [Dense(2)]
        partial class Two;

        [Network]
        [Dense(3), BatchNorm, ReLU]
        [Layerwright.InputAttribute(features: 4)] // four
        [Dense(2)]
        partial class Three;
        """,
        """
        [Network, Input(4), Dense(3), ReLU, Dense(2) /* head */]
        partial class One;

        [Network] [Input(4, Name = "In")] [Dense(3)] [ReLU] [Dense(2)]
        partial class Two;

        [Network]
        [/* four */ Layerwright.InputAttribute(features: 4), Dense(3), BatchNorm, ReLU]
        [Dense(2)]
        partial class Three;
        """);

    [Fact]
    public Task A_second_input_and_one_in_a_block_are_not_moved() => VerifyFix.OffersNothingAsync(
        new InputNotFirstFix(), "[Network]\n[Input(4)]\n[Input(4)]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task The_loss_moves_last_with_its_comments() => VerifyFix.AloneAsync(
        new LossNotLastFix(),
        "Move the loss last",
        """
        [Network]
        [Input(4)]
        // classes
        [SoftmaxCrossEntropy] // labels
        [Dense(3)]
        [BatchNorm]
        [ReLU]

        // the head
        [Dense(2)] // two
        public partial class Net
        {
        }
        """,
        """
        [Network]
        [Input(4)]
        [Dense(3)]
        [BatchNorm]
        [ReLU]

        // the head
        [Dense(2)] // two
        // classes
        [SoftmaxCrossEntropy] // labels
        public partial class Net
        {
        }
        """);

    [Fact]
    public Task The_loss_moves_inside_lists_and_lines() => VerifyFix.AllInDocumentAsync(
        new LossNotLastFix(),
        "LW0006",
        """
        [Network, Input(4), MeanSquaredError(), Dense(2)] partial class One;

        [Network] [Input(4)] [MeanSquaredError] [Dense(2)] partial class Two;

        [Network]
        [Input(4)]
        [MeanSquaredError]
        [Dense(3), BatchNorm, Tanh, Dense(2)]
        partial class Three;
        """,
        """
        [Network, Input(4), Dense(2), MeanSquaredError()] partial class One;

        [Network] [Input(4)] [Dense(2)] [MeanSquaredError] partial class Two;

        [Network]
        [Input(4)]
        [Dense(3), BatchNorm, Tanh, Dense(2), MeanSquaredError]
        partial class Three;
        """);

    [Fact]
    public Task All_layers_move_to_one_declaration_with_the_loss_last() => VerifyFix.AloneAsync(
        new SplitDeclarationFix(),
        "Move all layers to one declaration",
        [
            """
            [Network]
            [Input(4)]
            [Dense(3)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """,
            """
            // The other half.
            [System.Serializable]
            // normalised
            [BatchNorm]
            [ReLU, Dense(2)] // head
            public partial class Net
            {
            }
            """,
        ],
        [
            """
            [Network]
            [Input(4)]
            [Dense(3)]
            // normalised
            [BatchNorm]
            [ReLU, Dense(2)] // head
            [SoftmaxCrossEntropy]
            public partial class Net;
            """,
            """
            // The other half.
            [System.Serializable]
            public partial class Net
            {
            }
            """,
        ]);

    [Fact]
    public Task An_input_and_a_loss_from_elsewhere_find_their_places() => VerifyFix.AllInDocumentAsync(
        new SplitDeclarationFix(),
        "LW0005",
        """
        [Network]
        [Dense(2)]
        [BatchNorm]
        [ReLU]
        partial class Net;

        [Input(4)]
        [Dense(2)]
        [MeanSquaredError]
        partial class Net;
        """,
        """
        [Network]
        [Input(4)]
        [Dense(2)]
        [BatchNorm]
        [ReLU]
        [Dense(2)]
        [MeanSquaredError]
        partial class Net;

        partial class Net;
        """);
}
