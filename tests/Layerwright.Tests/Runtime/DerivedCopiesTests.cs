using Layerwright.Kernels;
using Layerwright.Runtime;
using Layerwright.Tests.Kernels;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Runtime;

public unsafe class DerivedCopiesTests
{
    private const int Taps = 4, Channels = 5, Filters = 64, Groups = 2;

    [Fact]
    public void Each_group_of_a_weight_is_turned_into_its_group_of_the_copy()
    {
        NetworkBlueprint blueprint = Blueprint(new CopyInfo(0, CopyForm.Turned, Taps, Groups));
        ParameterStore parameters = new(blueprint, seed: 1);
        DerivedCopies copies = new(blueprint, parameters);

        copies.Refresh(threads: 2);

        Assert.Equal((Taps * Filters / Groups, Groups * Channels), (copies.Matrices[0].Inputs, copies.Matrices[0].Outputs));
        for (int group = 0; group < Groups; group++)
        {
            PackedMatrix expected = new KernelMemory().Packed(Taps * Filters / Groups, Channels);
            Transposition.Turn(parameters.Table.Matrices[0].Group(group), Taps, expected);
            Assert.Equal(KernelMemory.Read(expected), KernelMemory.Read(copies.Matrices[0].Group(group)));
        }
    }

    [Fact]
    public void Copies_are_made_anew_when_the_weights_have_changed_and_only_then()
    {
        NetworkBlueprint blueprint = Blueprint(new CopyInfo(0, CopyForm.Transposed));
        ParameterStore parameters = new(blueprint, seed: 1);
        DerivedCopies copies = new(blueprint, parameters);
        copies.Refresh(threads: 1);
        float before = copies.Matrices[0].Data[0];

        parameters.Table.Matrices[0].Data[0] = before + 1;
        copies.Refresh(threads: 1);
        Assert.Equal(before, copies.Matrices[0].Data[0]);

        parameters.MarkChanged();
        copies.Refresh(threads: 1);
        Assert.Equal(before + 1, copies.Matrices[0].Data[0]);
    }

    [Fact]
    public void What_an_update_renewed_is_not_made_again()
    {
        var (parameters, copies) = Refreshed(new CopyInfo(0, CopyForm.Transposed, Task: 0));

        float updated = parameters.Table.Matrices[0].Data[0] += 1;
        for (int piece = 0; piece < copies.RenewableCount; piece++)
        {
            copies.Renew(piece);
        }

        parameters.MarkUpdated();
        parameters.Table.Matrices[0].Data[0] = float.NaN;
        copies.Refresh(threads: 1);

        Assert.Equal(updated, copies.Matrices[0].Data[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void What_an_update_left_out_is_made_by_the_next_refresh(int task)
    {
        var (parameters, copies) = Refreshed(new CopyInfo(0, CopyForm.Transposed, Task: task));

        float updated = parameters.Table.Matrices[0].Data[0] += 1;
        parameters.MarkUpdated();
        copies.Refresh(threads: 1);

        Assert.Equal(updated, copies.Matrices[0].Data[0]);
    }

    [Fact]
    public void Copies_of_frozen_weights_stay_until_these_are_changed_by_hand()
    {
        var (parameters, copies) = Refreshed(new CopyInfo(0, CopyForm.Transposed), isFrozen: true);
        float first = copies.Matrices[0].Data[0];

        // Nobody writes a frozen weight in an update: were it read, this would show.
        float changed = parameters.Table.Matrices[0].Data[0] += 1;
        parameters.MarkStatistics();
        parameters.MarkUpdated();
        copies.Refresh(threads: 1);
        Assert.Equal((0, first), (copies.RenewableCount, copies.Matrices[0].Data[0]));

        parameters.MarkChanged();
        copies.Refresh(threads: 1);
        Assert.Equal(changed, copies.Matrices[0].Data[0]);
    }

    [Fact]
    public void An_update_renews_copies_of_weights_that_are_finished_and_no_others()
    {
        INetworkCode network = new SpiralNet(1);
        ParameterStore parameters = network.Parameters;
        DerivedCopies copies = new(network.Blueprint, parameters);
        StepMemory memory = new(network, 1, 1, copies);
        memory.Begin(memory.OwnInput, 1, dropoutKey: 0, dropoutFactor: 1);
        WeightPass pass = new(network, memory, new(network, memory, 1), copies);
        copies.Refresh(threads: 1);
        int[] trained = [.. network.Blueprint.Copies.Select(copy => copy.Task)];
        Assert.Equal(2, trained.Distinct().Count());

        // The gradients of an empty memory are zeros: what is stored in the place of weights.
        var sink = new ZeroingSink(parameters);
        pass.BeginUpdate();
        pass.Execute(0, sink);
        for (int copy = 0; copy < pass.CopyCount; copy++)
        {
            pass.Execute(pass.Count + copy, sink);
        }

        for (int copy = 0; copy < trained.Length; copy++)
        {
            Assert.Equal(trained[copy] == 0, IsZero(copies.Matrices[copy]));
        }

        for (int chunk = 1; chunk < pass.Count; chunk++)
        {
            pass.Execute(chunk, sink);
        }

        parameters.MarkUpdated();
        copies.Refresh(threads: 1);
        Assert.All(Enumerable.Range(0, trained.Length), copy => Assert.True(IsZero(copies.Matrices[copy])));
    }

    private static bool IsZero(PackedMatrix matrix) => KernelMemory.Read(matrix).Cast<float>().All(value => value == 0);

    private static (ParameterStore Parameters, DerivedCopies Copies) Refreshed(CopyInfo copy, bool isFrozen = false)
    {
        NetworkBlueprint blueprint = Blueprint(copy, isFrozen);
        ParameterStore parameters = new(blueprint, seed: 1);
        DerivedCopies copies = new(blueprint, parameters);
        copies.Refresh(threads: 1);
        return (parameters, copies);
    }

    private static NetworkBlueprint Blueprint(CopyInfo copy, bool isFrozen = false) => new()
    {
        Name = "Net",
        ContractVersion = RuntimeContract.Version,
        PackageVersion = "0.1.0",
        InputLength = 1,
        OutputLength = 1,
        Target = TargetKind.None,
        Layers = [new("Conv1", "Conv2D", 1, "1", 1, 1)],
        Parameters = [new("conv1.weight", 0, ParameterKind.Matrix, Filters, Taps * Channels, Initializer.Normal(1)) { Groups = copy.Groups, IsFrozen = isFrozen }],
        Copies = [copy],
        Snapshot = [],
        Inference = new() { Output = 0 },
        Training = new() { Output = 0 },
        RowsPerBlock = 1,
        ForwardSegments = 1,
        BackwardSegments = 1,
        WeightTasks = [],
    };

    /// <summary>Stores zeros in the place of the weights whose gradients it gets.</summary>
    private readonly struct ZeroingSink(ParameterStore parameters, int parameter = 0) : IGradientSink<ZeroingSink>
    {
        public ZeroingSink For(int aimed) => new(parameters, aimed);

        public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            TInstructions.Store(TInstructions.Zero, parameters.Values.Data + parameters.Values.Layout.Places[parameter].Offset + offset);

        public void Prefetch(nint offset)
        {
        }

        public void Claim(nint offset)
        {
        }
    }
}
