"""Tensors in the safetensors format, for a Python without the `safetensors` package: its `save_file` and `load_file` do the same.

A file is the length of its header (8 bytes, little-endian), the header (JSON: name, type, shape, place of each tensor), the numbers.
"""
import json
import struct

import numpy
import torch

TYPES = {torch.float32: "F32", torch.int64: "I64"}
ARRAYS = {"F32": numpy.float32, "I64": numpy.int64}


def save_file(tensors, path, metadata=None):
    header, numbers, place = {"__metadata__": metadata or {}}, [], 0
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [place, place + len(raw)]}
        numbers.append(raw)
        place += len(raw)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(numbers))


def load_file(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, numbers = json.loads(file.read(length)), file.read()
    header.pop("__metadata__", None)

    def tensor(entry):
        start, end = entry["data_offsets"]
        return torch.from_numpy(numpy.frombuffer(numbers[start:end], ARRAYS[entry["dtype"]]).reshape(entry["shape"]).copy())

    return {name: tensor(entry) for name, entry in header.items()}
