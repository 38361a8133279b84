using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// One pass over a block of rows: a kernel, its operands in the kernel's order, and elementwise maths applied before the result is stored.
/// </summary>
/// <param name="Kernel">The kernel's class in the run time, or class and method.</param>
/// <param name="Input">The tensor it runs over.</param>
/// <param name="Arguments">What it takes between input and output.</param>
/// <param name="Output">The tensor it writes; null where it only gathers statistics.</param>
/// <param name="Epilogue">Elementwise links, first to last.</param>
internal sealed record Operation(
    string Kernel, Tensor Input, EquatableArray<Operand> Arguments, Tensor? Output, EquatableArray<Link> Epilogue)
{
    private const string ProductKernel = "Product", ElementwiseKernel = "Elementwise", ObserveKernel = "Elementwise.Observe", CopyKernel = "Rows.Copy";

    /// <summary>Layers whose output (in backward: output's gradient) this operation holds after so many links.</summary>
    public EquatableArray<Boundary> Boundaries { get; init; }

    /// <summary>What it stores between its links, since others read it too.</summary>
    public EquatableArray<KeptTensor> Kept { get; init; }

    /// <summary>Sums over what it has stored, taken while that is in the cache. Each names the tensor it looks at first.</summary>
    public EquatableArray<Link> Observers { get; init; }

    /// <summary>What completes its own and its observers' sums when all rows have been here.</summary>
    public EquatableArray<BatchBarrier> Barriers { get; init; }

    /// <summary>The kernel applies elementwise maths to its results before it stores them.</summary>
    public bool TakesEpilogue { get; init; }

    /// <summary>Observers may look at its results while they are in the cache: it computes them column by column over the block.</summary>
    public bool TakesObservers { get; init; }

    /// <summary>Takes whole rows, since positions meet in it; else each line (one position of a row) by itself.</summary>
    public bool IsSpatial { get; init; }

    /// <summary>A tensor that it reads element by element before it writes there: the result may lie over it.</summary>
    public Tensor? WritesOver { get; init; }

    public bool IsElementwise => Kernel == ElementwiseKernel;

    /// <summary>Computes nothing: only looks.</summary>
    public bool IsObserving => Kernel == ObserveKernel;

    /// <summary>Multiplies by weights: a product, a convolution, or the gradient of one.</summary>
    public bool HasWeights => Arguments.Any(argument => argument is MatrixOperand or CopyOperand);

    /// <summary>Reads its input element by element, without needing whole vectors of it: the caller's unpadded rows will do.</summary>
    public bool TakesUnpaddedInput { get; init; }

    /// <summary>Lines that one row of the batch is to the kernel: 1 for one that takes whole rows.</summary>
    public int LinesPerRow => IsSpatial ? 1 : Input.Positions;

    public static Operation Product(Tensor input, Operand weights, Tensor output, params Link[] epilogue) =>
        new(ProductKernel, input, EquatableArray.Of(weights), output, EquatableArray.Of(epilogue))
        {
            TakesEpilogue = true,
            TakesObservers = true,
            TakesUnpaddedInput = true,
        };

    public static Operation Convolution(Tensor input, Operand weights, WindowGeometry window, Tensor output, params Link[] epilogue) =>
        Convolution("Convolution", input, weights, window, output, epilogue);

    /// <summary>The adjoint of a convolution, over its turned weights.</summary>
    /// <param name="gradient">Of the convolution's output.</param>
    /// <param name="turned">Taps in reverse, inputs and outputs exchanged.</param>
    /// <param name="window">The convolution's.</param>
    /// <param name="inputGradient">Of the convolution's input.</param>
    /// <param name="epilogue">Elementwise links, first to last.</param>
    public static Operation ConvolutionInputGradient(
        Tensor gradient, Operand turned, WindowGeometry window, Tensor inputGradient, params Link[] epilogue) =>
        Convolution("ConvolutionInputGradient", gradient, turned, window, inputGradient, epilogue);

    public static Operation Elementwise(Tensor input, Tensor output, params Link[] epilogue) =>
        new(ElementwiseKernel, input, EquatableArray<Operand>.Empty, output, EquatableArray.Of(epilogue))
        {
            TakesEpilogue = true,
            TakesObservers = true,
        };

    /// <summary>A pass over each line as a whole, whose results still go through an epilogue.</summary>
    public static Operation Rowwise(string kernel, Tensor input, Tensor output, params Operand[] arguments) =>
        new(kernel, input, EquatableArray.Of(arguments), output, EquatableArray<Link>.Empty) { TakesEpilogue = true };

    /// <summary>A pass over each line as a whole that writes its results as they are.</summary>
    public static Operation Spread(string kernel, Tensor input, Tensor output, params Operand[] arguments) =>
        new(kernel, input, EquatableArray.Of(arguments), output, EquatableArray<Link>.Empty);

    /// <summary>
    /// A pass over whole rows, in which positions meet (a convolution, a pooling). Say with the result what its kernel takes:
    /// <see cref="TakesEpilogue"/>, <see cref="TakesObservers"/>, <see cref="TakesUnpaddedInput"/>. Links see lines: row · positions
    /// of the output + position.
    /// </summary>
    public static Operation Spatial(string kernel, Tensor input, Tensor output, params Operand[] arguments) =>
        new(kernel, input, EquatableArray.Of(arguments), output, EquatableArray<Link>.Empty) { IsSpatial = true };

    public static Operation Copy(Tensor input, Tensor output) =>
        new(CopyKernel, input, EquatableArray<Operand>.Empty, output, EquatableArray<Link>.Empty) { TakesUnpaddedInput = true };

    /// <summary>A pass that only sums, over its block, what is completed at a barrier.</summary>
    public static Operation Gather(string kernel, Tensor input, BatchBarrier barrier, params Operand[] arguments) =>
        new(kernel, input, EquatableArray.Of(arguments), null, EquatableArray<Link>.Empty) { Barriers = EquatableArray.Of(barrier) };

    /// <summary>Sums over a tensor that is there already, completed at a barrier. Fusion lets the pass that stores the tensor take them.</summary>
    /// <param name="tensor">Looked at; others read it too.</param>
    /// <param name="barrier">Where the sums become whole.</param>
    /// <param name="observer">The observer's struct in the run time.</param>
    /// <param name="operands">What it takes behind the tensor.</param>
    public static Operation Observe(Tensor tensor, BatchBarrier barrier, string observer, params Operand[] operands) =>
        new(ObserveKernel, tensor, EquatableArray<Operand>.Empty, null, EquatableArray<Link>.Empty)
        {
            Observers = EquatableArray.Of(new Link(observer, operands.Prepend(new TensorOperand(tensor)).ToEquatableArray())),
            Barriers = EquatableArray.Of(barrier),
        };

    /// <summary>A convolution of each channel by itself, or its adjoint over the same weights. Reads whole vectors of its input.</summary>
    public static Operation Depthwise(
        string kernel, Tensor input, Operand weights, WindowGeometry window, Tensor output, params Link[] epilogue) =>
        Convolution(kernel, input, weights, window, output, epilogue) with { TakesUnpaddedInput = false };

    /// <summary>Every tensor it reads that was there before; one as often as it reads it.</summary>
    public IEnumerable<Tensor> Reads()
    {
        var written = Writes().ToList();
        return Operands().OfType<TensorOperand>().Select(operand => operand.Tensor).Prepend(Input).Where(tensor => !written.Contains(tensor));
    }

    /// <summary>Every tensor it writes.</summary>
    public IEnumerable<Tensor> Writes() => Kept.Select(kept => kept.Tensor).Concat(Output is { } output ? [output] : []);

    /// <summary>The tensor that holds a layer's output at its boundary; null where fusion stores it nowhere.</summary>
    public Tensor? Stored(Boundary boundary) => boundary.Links == Epilogue.Count
        ? Output
        : Kept.FirstOrDefault(kept => kept.Links == boundary.Links)?.Tensor;

    /// <summary>Everything besides input and output.</summary>
    public IEnumerable<Operand> Operands() => Arguments.Concat(Epilogue.Concat(Observers).SelectMany(link => link.Operands));

    /// <summary>The same operation, reading <paramref name="replacement"/> wherever it read <paramref name="tensor"/>.</summary>
    public Operation Reading(Tensor tensor, Tensor replacement)
    {
        Operand Map(Operand operand) => operand is TensorOperand read && read.Tensor == tensor ? new TensorOperand(replacement) : operand;
        EquatableArray<Link> MapAll(EquatableArray<Link> links) =>
            links.Select(link => link with { Operands = link.Operands.Select(Map).ToEquatableArray() }).ToEquatableArray();
        return this with
        {
            Input = Input == tensor ? replacement : Input,
            Arguments = Arguments.Select(Map).ToEquatableArray(),
            Epilogue = MapAll(Epilogue),
            Observers = MapAll(Observers),
        };
    }

    private static Operation Convolution(
        string kernel, Tensor input, Operand weights, WindowGeometry window, Tensor output, Link[] epilogue) =>
        Spatial(kernel, input, output, weights, new WindowOperand(window)) with
        {
            Epilogue = EquatableArray.Of(epilogue),
            TakesEpilogue = true,
            TakesObservers = true,
            TakesUnpaddedInput = true,
        };
}

/// <summary>One step of elementwise maths: a struct of the run time and what it is made with.</summary>
/// <param name="Name">The struct.</param>
/// <param name="Operands">Its constructor's arguments.</param>
internal sealed record Link(string Name, EquatableArray<Operand> Operands)
{
    private const string SumName = "AddTensor";

    /// <summary>The tensor that it adds; null where it does something else.</summary>
    public Tensor? Addend => Name == SumName ? ((TensorOperand)Operands[0]).Tensor : null;

    public static Link Sum(Tensor addend) => Of(SumName, new TensorOperand(addend));

    /// <summary>Adds a bias, if there is one.</summary>
    public static Link[] Bias(int? vector) => vector is { } bias ? [Of("AddBias", new VectorOperand(bias))] : [];

    public static Link Of(string name, params Operand[] operands) => new(name, EquatableArray.Of(operands));
}

/// <summary>After <paramref name="Links"/> links an operation holds the output (or its gradient) of <paramref name="Layer"/>.</summary>
internal sealed record Boundary(int Links, int Layer);

/// <summary>After <paramref name="Links"/> links an operation stores what it holds in <paramref name="Tensor"/>.</summary>
internal sealed record KeptTensor(int Links, Tensor Tensor);

/// <summary>What happens where rows meet.</summary>
/// <param name="Kernel">Class and method in the run time.</param>
/// <param name="Operands">Its arguments.</param>
/// <param name="Writes">Step vectors that are whole afterwards.</param>
internal sealed record BatchBarrier(string Kernel, EquatableArray<Operand> Operands, EquatableArray<int> Writes);
