"""The network as PyTorch has it, and its data."""
import gzip
import pathlib

import numpy
import torch
from torch import nn

IMAGES = pathlib.Path(__file__).parent.parent / "FashionMnist" / "Data"


class Garments(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 3), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2))
        self.head = nn.Linear(16 * 6 * 6, 10)

    def forward(self, x):
        return self.head(self.features(x).flatten(1))


def read(part):
    """Images in 0 … 1, [n, 1, 28, 28], and their labels."""
    with gzip.open(IMAGES / f"{part}-images-idx3-ubyte.gz") as file:
        images = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 1, 28, 28)
    with gzip.open(IMAGES / f"{part}-labels-idx1-ubyte.gz") as file:
        labels = numpy.frombuffer(file.read(), numpy.uint8, offset=8)
    return torch.from_numpy(images / numpy.float32(255)), torch.from_numpy(labels.astype(numpy.int64))
