"""Writes the cases of this folder that the first set did not hold, with PyTorch 1.13 (Debian's python3-torch). Tests need no PyTorch.

Run: python3 make_cases.py [name ...]    all cases, or those named, into Cases/

A case: name, torch, train, arch (the layers in order), loss {name, reduction, args}, params, buffers_before, buffers_after,
inputs {x}, target, output, loss_value, grads, input_grad, near_zero_grad_params, check_f64 (the float32 run against float64),
optimizers {key: {name, args, losses: [before steps 1 to 3, after step 3], params_after: [of each step], unstable_params}}.
A tensor is {shape, data: row by row}; whole numbers carry dtype int64. Every optimizer starts from params and sees the same
batch three times. unstable_params: what float32 does not reproduce (a true gradient of 0 becomes a step of the whole rate in Adam).

To add a case: a function of vector_cases.py or image_cases.py, decorated with @case, whose name is the case's, that returns
Case(layers, x, target, loss, args). Images and sequences are PyTorch's, channels first; tests turn them round.
"""
import json
import pathlib
import sys

import torch

import image_cases  # noqa: F401, its cases enter themselves
import vector_cases  # noqa: F401
from case_kit import CASES, run

FOLDER = pathlib.Path(__file__).parent / "Cases"


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for name in sys.argv[1:] or CASES:
        torch.manual_seed(sum(ord(c) * (i + 1) for i, c in enumerate(name)))
        result = run(name, CASES[name]())
        (FOLDER / f"{name}.json").write_text(json.dumps(result, separators=(",", ":")))
        unstable = {key: o["unstable_params"] for key, o in result["optimizers"].items() if o["unstable_params"]}
        print(name, result["loss_value"], result["check_f64"], unstable or "")


main()
