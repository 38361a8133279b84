"""Reads the network that the .NET program went on training, and compares its outputs with those that the program wrote.

python3 check.py FOLDER, where FOLDER holds trained.safetensors and trained.csv.
"""
import pathlib
import sys

import numpy
import torch

from garments import Garments, read
from tensorfile import load_file  # or: from safetensors.torch import load_file

folder = pathlib.Path(sys.argv[1])
tensors = load_file(folder / "trained.safetensors")
mean, deviation = tensors.pop("normalizer.mean"), tensors.pop("normalizer.deviation")

network = Garments()
# What PyTorch has beyond the file: the biases that batch normalisation cancels.
missing, unexpected = network.load_state_dict(tensors, strict=False)
print(f"missing in the file: {', '.join(missing)}; unknown to PyTorch: {', '.join(unexpected) or 'none'}")
with torch.no_grad():
    for name in missing:
        network.state_dict()[name].zero_()

network.eval()
images, labels = read("t10k")
with torch.no_grad():
    outputs = network((images - mean) / deviation)
expected = torch.from_numpy(numpy.loadtxt(folder / "trained.csv", delimiter=",", dtype=numpy.float32))
print(f"accuracy in PyTorch: {(outputs.argmax(1) == labels).float().mean():.2%}")
print(f"largest difference of {expected.numel()} outputs: {(outputs[:len(expected)] - expected).abs().max():.2e}")
