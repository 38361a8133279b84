using Layerwright.Testing.Compiling;
using Layerwright.Testing.Snapshots;

namespace Layerwright.Generators.Tests.Snapshots;

/// <summary>Generated files as a person reads them, one for each thing the emitter does.</summary>
public class SnapshotTests
{
    [Fact]
    public void Mlp() => Snapshot.Verify(GeneratorRun.Of(Networks.Mlp).EnsureClean());

    [Fact]
    public void BatchNormAndDropout() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [Input(12)]
        [Dense(8)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.25)]
        [Dense(3, L2 = 1e-4)]
        [SoftmaxCrossEntropy]
        public partial class Normalized;
        """).EnsureClean());

    [Fact]
    public void ResidualWithProjection() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network(InputGradient = true)]
        [Input(6)]
        [Residual<Branch>(Projection = true)]
        [ReLU]
        [Dense(2)]
        [MeanSquaredError]
        public partial class Projected;

        [Block]
        [Dense(10)]
        [Tanh]
        [Dense(8)]
        public class Branch;
        """).EnsureClean());

    [Fact]
    public void LeNet() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [ImageInput(28, 28, 1)]
        [Conv2D(6, 5, Padding = Padding.Same)]
        [ReLU]
        [MaxPool2D(2)]
        [Conv2D(16, 5)]
        [ReLU]
        [MaxPool2D(2)]
        [Flatten]
        [Dense(120)]
        [ReLU]
        [Dense(84)]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class LeNet;
        """).EnsureClean());

    [Fact]
    public void ConvolutionalResidual() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [ImageInput(14, 14, 16)]
        [Residual<Basic>(Projection = true)]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Residual;

        [Block]
        [Conv2D(32, 3, Stride = 2, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(32, 3, Padding = Padding.Same)]
        [BatchNorm]
        public class Basic;
        """).EnsureClean());

    // What others read too is kept on the way; sums over rows are taken by the pass that stores what they run over.
    [Fact]
    public void KeptAndObserved() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [Input(6)]
        [Dense(8)]
        [Tanh]
        [Sigmoid]
        [Residual<PreActivated>]
        [BatchNorm]
        [ReLU]
        [Dense(2)]
        [MeanSquaredError]
        public partial class Kept;

        [Block]
        [BatchNorm]
        [ReLU]
        [Dense(8)]
        public class PreActivated;
        """).EnsureClean());

    // Slopes have a gradient and a member of their own; a softmax takes whole rows, and elementwise maths joins its pass.
    [Fact]
    public void SlopesAndSoftmax() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [Input(6)]
        [Dense(8)]
        [PReLU]
        [Dense(5)]
        [GELU]
        [Softmax]
        [Dropout(0.5)]
        [Dense(2)]
        [PReLU(PerChannel = true)]
        [MeanSquaredError]
        public partial class Sloped;
        """).EnsureClean());

    // Nothing runs backward below the lowest trainable layer.
    [Fact]
    public void FrozenBelow() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [Input(6)]
        [Dense(8, Frozen = true)]
        [BatchNorm(Frozen = true)]
        [ReLU]
        [Dense(5)]
        [Tanh]
        [Dense(2)]
        [MeanSquaredError]
        public partial class Frozen;
        """).EnsureClean());

    // Passes over whole rows, with what follows in their epilogues.
    [Fact]
    public void RowwisePasses() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [Input(6)]
        [Dense(8)]
        [LayerNorm]
        [SELU]
        [AlphaDropout(0.1)]
        [Maxout(5, Pieces = 3)]
        [Dropout(0.2)]
        [Dense(2)]
        [MeanSquaredError]
        public partial class Rowwise;
        """).EnsureClean());

    [Fact]
    public void PredictionOnly() => Snapshot.Verify(GeneratorRun.Of(
        """
        [Network(Training = false)]
        [Input(5)]
        [Dense(4)]
        [BatchNorm]
        [Sigmoid]
        [Dense(1)]
        [BinaryCrossEntropy]
        public partial class Detector;
        """).EnsureClean());

    [Fact]
    public void SkeletonOfABrokenNetwork() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Zoo;

        [Network]
        [Input(6)]
        [Dense(0)]
        [ReLU]
        [Dense(2)]
        [MeanSquaredError]
        public partial class Broken;
        """).EnsureClean());
}
