"""Trains the network in PyTorch and writes what the .NET program reads: Data/garments.safetensors and Data/outputs.csv."""
import pathlib

import torch
from torch import nn

from garments import Garments, read
from tensorfile import save_file  # or: from safetensors.torch import save_file

DATA = pathlib.Path(__file__).parent / "Data"
torch.manual_seed(1)
images, labels = read("train")
test_images, test_labels = read("t10k")
mean, deviation = images.mean(), images.std(unbiased=False)

network = Garments()
optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3)
for epoch in range(4):
    for rows in torch.randperm(len(images)).split(64):
        loss = nn.functional.cross_entropy(network((images[rows] - mean) / deviation), labels[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

network.eval()
with torch.no_grad():
    outputs = network((test_images - mean) / deviation)
print(f"accuracy on {len(test_labels)} test images: {(outputs.argmax(1) == test_labels).float().mean():.2%}")

# The normaliser travels with the weights: its kind among the metadata, its numbers as tensors.
save_file(
    {**network.state_dict(), "normalizer.mean": mean.reshape(1), "normalizer.deviation": deviation.reshape(1)},
    DATA / "garments.safetensors", metadata={"normalizer": "per-channel"})
with open(DATA / "outputs.csv", "w") as file:
    file.writelines(",".join(f"{value:.9g}" for value in row) + "\n" for row in outputs[:100].tolist())
