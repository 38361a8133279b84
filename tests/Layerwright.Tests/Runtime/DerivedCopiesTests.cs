using Layerwright.Kernels;
using Layerwright.Runtime;
using Layerwright.Tests.Kernels;

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
        ParameterStore parameters = new(Blueprint(new CopyInfo(0, CopyForm.Transposed, Task: 0)), seed: 1);
        DerivedCopies copies = new(Blueprint(new CopyInfo(0, CopyForm.Transposed, Task: 0)), parameters);
        copies.Refresh(threads: 1);

        float updated = parameters.Table.Matrices[0].Data[0] += 1;
        RenewAll(copies);
        parameters.MarkChanged();
        parameters.Table.Matrices[0].Data[0] = float.NaN;
        copies.Refresh(threads: 1);

        Assert.Equal(updated, copies.Matrices[0].Data[0]);
    }

    [Fact]
    public void What_an_update_left_out_is_made_by_the_next_refresh()
    {
        ParameterStore parameters = new(Blueprint(new CopyInfo(0, CopyForm.Transposed, Task: 0)), seed: 1);
        DerivedCopies copies = new(Blueprint(new CopyInfo(0, CopyForm.Transposed, Task: 0)), parameters);
        copies.Refresh(threads: 1);

        float updated = parameters.Table.Matrices[0].Data[0] += 1;
        parameters.MarkChanged();
        copies.Refresh(threads: 1);

        Assert.Equal(updated, copies.Matrices[0].Data[0]);
    }

    [Fact]
    public void Updates_leave_the_copies_of_frozen_weights_alone_until_these_are_changed_by_hand()
    {
        ParameterStore parameters = new(Blueprint(new CopyInfo(0, CopyForm.Transposed)), seed: 1);
        DerivedCopies copies = new(Blueprint(new CopyInfo(0, CopyForm.Transposed)), parameters);
        copies.Refresh(threads: 1);
        float first = copies.Matrices[0].Data[0];

        // Nobody writes a frozen weight in an update: were it read, this would show.
        float changed = parameters.Table.Matrices[0].Data[0] += 1;
        RenewAll(copies);
        parameters.MarkChanged();
        copies.Refresh(threads: 1);
        Assert.Equal(first, copies.Matrices[0].Data[0]);

        parameters.MarkChanged();
        RenewAll(copies);
        parameters.MarkChanged();
        copies.Refresh(threads: 1);
        Assert.Equal(changed, copies.Matrices[0].Data[0]);
    }

    private static void RenewAll(DerivedCopies copies)
    {
        for (int piece = 0; piece < copies.Count; piece++)
        {
            copies.Renew(piece);
        }
    }

    private static NetworkBlueprint Blueprint(CopyInfo copy) => new()
    {
        Name = "Net",
        ContractVersion = RuntimeContract.Version,
        PackageVersion = "0.1.0",
        InputLength = 1,
        OutputLength = 1,
        Target = TargetKind.None,
        Layers = [new("Conv1", "Conv2D", 1, "1", 1, 1)],
        Parameters = [new("conv1.weight", 0, ParameterKind.Matrix, Filters, Taps * Channels, Initializer.Normal(1)) { Groups = copy.Groups }],
        Copies = [copy],
        Snapshot = [],
        Inference = new() { Output = 0 },
        Training = new() { Output = 0 },
        RowsPerBlock = 1,
        ForwardSegments = 1,
        BackwardSegments = 1,
        WeightTasks = [],
    };
}
