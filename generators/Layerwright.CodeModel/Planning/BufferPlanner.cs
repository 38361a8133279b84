using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>One thing that happens to tensors: an operation, the loss, the weight tasks.</summary>
/// <param name="Phase">Which segment: tensors that live in one phase alone need room for one block of rows only.</param>
/// <param name="Time">When, on the scale of barriers: two batch tensors may share a place where their times do not touch.</param>
/// <param name="Reads">Tensors read.</param>
/// <param name="Writes">Tensors written; the result last, if there is one.</param>
/// <param name="InPlace">Tensors over which the result may be written, element by element.</param>
internal sealed record BufferEvent(
    int Phase, int Time, IReadOnlyCollection<Tensor> Reads, IReadOnlyCollection<Tensor> Writes, IReadOnlyCollection<Tensor> InPlace);

/// <summary>Liveness and places: which tensors share a slot, in which arena, where.</summary>
internal static class BufferPlanner
{
    /// <summary>The event of an operation.</summary>
    public static BufferEvent EventOf(Operation operation, int phase, int time)
    {
        // An elementwise pass reads each element before it replaces it, but what an observer reads it reads afterwards, and what it
        // keeps it keeps for others. A product may store its sums first and run its links over them afterwards (where links are
        // heavy): what they read must lie elsewhere.
        var inPlace = operation.IsElementwise
            ? Tensors(operation.Epilogue).Prepend(operation.Input).Except(Tensors(operation.Observers)).Except(operation.Writes())
            : new[] { operation.WritesOver }.OfType<Tensor>();
        return new BufferEvent(phase, time, operation.Reads().ToList(), operation.Writes().ToList(), inPlace.ToList());
    }

    private static IEnumerable<Tensor> Tensors(EquatableArray<Link> links) =>
        links.SelectMany(link => link.Operands).OfType<TensorOperand>().Select(operand => operand.Tensor);

    /// <param name="events">In the order in which a block of rows meets them.</param>
    public static Buffers Plan(IReadOnlyList<BufferEvent> events)
    {
        var lives = Lives(events);
        var groups = ShareInPlace(events, lives);
        var slots = new List<Slot>();
        var slotOf = new List<TensorSlot>();
        foreach (var arena in new[] { ArenaKind.Batch, ArenaKind.Block })
        {
            var members = groups.Where(group => group.Life.Arena == arena).ToList();
            var (offsets, _) = ArenaPacking.Pack(
                members.ConvertAll(group => group.Shape.Length), (first, second) => members[first].Life.Meets(members[second].Life));
            for (int i = 0; i < members.Count; i++)
            {
                slotOf.AddRange(members[i].Tensors.Select(tensor => new TensorSlot(tensor, slots.Count)));
                slots.Add(new Slot(arena, offsets[i], members[i].Shape.Channels, members[i].Shape.Positions));
            }
        }

        return new Buffers(
            slots.ToEquatableArray(), slotOf.ToEquatableArray(), FloatsPerRow(slots), lives.Keys.Sum(tensor => tensor.Length));
    }

    /// <summary>The same plan with room for what kernels with these operands need to themselves.</summary>
    public static Buffers WithKernelScratch(Buffers buffers, IEnumerable<Operand> operands) => buffers with
    {
        Scratch = operands.OfType<ScratchOperand>().Select(room => room.Floats).DefaultIfEmpty().Max(),
    };

    /// <summary>The same plan with more slots, all of one place of the block arena that nothing else takes.</summary>
    public static Buffers WithScratch(Buffers buffers, IEnumerable<HiddenShape> shapes)
    {
        int end = buffers.Slots.Where(slot => slot.Arena == ArenaKind.Block).Select(slot => slot.End).DefaultIfEmpty().Max();
        var scratch = shapes.Select(shape => new Slot(ArenaKind.Block, end, shape.Columns, shape.Positions)).ToList();
        var slots = buffers.Slots.Concat(scratch).ToList();
        return buffers with
        {
            Slots = slots.ToEquatableArray(),
            FloatsPerRow = FloatsPerRow(slots),
            UnsharedFloatsPerRow = buffers.UnsharedFloatsPerRow + scratch.Select(slot => slot.End - slot.Offset).DefaultIfEmpty().Max(),
        };
    }

    private static int FloatsPerRow(List<Slot> slots) => slots
        .GroupBy(slot => slot.Arena)
        .Sum(arena => arena.Max(slot => slot.End));

    private static Dictionary<Tensor, Life> Lives(IReadOnlyList<BufferEvent> events)
    {
        var lives = new Dictionary<Tensor, Life>();
        for (int i = 0; i < events.Count; i++)
        {
            foreach (var tensor in events[i].Reads.Concat(events[i].Writes).Where(tensor => !tensor.IsNetworkInput))
            {
                lives[tensor] = lives.TryGetValue(tensor, out var life) ? life.Until(events[i], i) : Life.At(events[i], i);
            }
        }

        return lives;
    }

    // An operation may write over an operand that nobody reads again.
    private static List<Group> ShareInPlace(IReadOnlyList<BufferEvent> events, Dictionary<Tensor, Life> lives)
    {
        var groups = new Dictionary<Tensor, Group>();
        var order = new List<Group>();
        for (int i = 0; i < events.Count; i++)
        {
            var written = events[i].Writes.ToList();
            foreach (var output in written.Where(tensor => !groups.ContainsKey(tensor)))
            {
                var life = lives[output];
                var over = events[i].InPlace.FirstOrDefault(tensor =>
                    output == written[written.Count - 1]
                    && groups.TryGetValue(tensor, out var group)
                    && group.Shape == output.Shape
                    && group.Life.Arena == life.Arena
                    && group.Life.LastEvent == i);
                if (over is not null)
                {
                    groups[over].Take(output, life);
                    groups[output] = groups[over];
                }
                else
                {
                    var group = new Group(output, life);
                    groups[output] = group;
                    order.Add(group);
                }
            }
        }

        return order;
    }

    /// <summary>Tensors that share a place in turn.</summary>
    private sealed class Group(Tensor first, Life life)
    {
        public List<Tensor> Tensors { get; } = [first];

        public Shape Shape { get; } = first.Shape;

        public Life Life { get; private set; } = life;

        public void Take(Tensor tensor, Life until)
        {
            Tensors.Add(tensor);
            Life = Life.Then(until);
        }
    }

    /// <summary>From when to when a tensor is live, by events and by barriers.</summary>
    private sealed record Life(int FirstEvent, int LastEvent, int FirstTime, int LastTime, int Phase, bool CrossesPhases)
    {
        public ArenaKind Arena => CrossesPhases ? ArenaKind.Batch : ArenaKind.Block;

        public static Life At(BufferEvent at, int index) => new(index, index, at.Time, at.Time, at.Phase, false);

        public Life Until(BufferEvent at, int index) =>
            this with { LastEvent = index, LastTime = at.Time, CrossesPhases = CrossesPhases || at.Phase != Phase };

        public Life Then(Life next) => this with { LastEvent = next.LastEvent, LastTime = next.LastTime };

        public bool Meets(Life other) => Arena == ArenaKind.Block
            ? Phase == other.Phase && FirstEvent <= other.LastEvent && other.FirstEvent <= LastEvent
            : FirstTime <= other.LastTime && other.FirstTime <= LastTime;
    }
}
