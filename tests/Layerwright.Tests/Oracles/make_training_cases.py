"""Writes what PyTorch's optimizers, clipping and schedules do, as JSON. Run: ORACLE_OUT=Training python3 make_training_cases.py (torch 1.13)

schedules.json: a list of {name, rate, total, per_epoch, rates, momenta}; losses (one per epoch) where a plateau is looked for.
trajectories.json: {rows, inputs, labels, params, buffers, cases}; a case is {name, mode, optimizer: {name, args}, losses, params_after}.
A tensor is {"shape", "data"}, row by row. Every optimizer meets every mode; each starts from the same parameters.

All modes decay weights alone (parameter groups), halve the rate of the first layer, and have L1 and L2 penalties on the last.
"""
import copy
import json
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.optim import lr_scheduler as schedules

torch.set_num_threads(1)
OUT = os.environ["ORACLE_OUT"]
STEPS, ROWS, L1, L2 = 6, 6, 0.001, 0.01


def tensor(value):
    data = value.detach().float().numpy().ravel()
    return {"shape": list(value.shape), "data": [float(np.format_float_scientific(v, unique=True)) for v in data]}


def write(name, content):
    with open(os.path.join(OUT, name), "w") as file:
        json.dump(content, file, separators=(",", ":"))


# ── schedules

def optimizer_of(rate, adam=False):
    weights = [nn.Parameter(torch.zeros(1))]
    return torch.optim.Adam(weights, lr=rate) if adam else torch.optim.SGD(weights, lr=rate, momentum=0.9)


def momentum_of(group):
    return group["betas"][0] if "betas" in group else group["momentum"]


def per_step(name, make, total, per_epoch, rate=0.5, adam=False, cycles=False):
    optimizer = optimizer_of(rate, adam)
    schedule = make(optimizer, rate)
    rates, momenta = [], []
    for _ in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(momentum_of(optimizer.param_groups[0]))
        optimizer.step()
        if len(rates) < total:
            schedule.step()
    return dict(name=name, rate=rate, total=total, per_epoch=per_epoch, rates=rates, momenta=momenta if cycles else None)


def warmed(steps, make):
    def schedule(optimizer, rate):
        then = make(optimizer, rate)
        return schedules.SequentialLR(optimizer, [schedules.LinearLR(optimizer, 1 / 3, 1, steps), then], [steps])
    return schedule


def plateau(name, losses, rate=0.5, **arguments):
    optimizer = optimizer_of(rate)
    schedule = schedules.ReduceLROnPlateau(optimizer, **arguments)
    rates = []
    for loss in losses:
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step(loss)
    return dict(name=name, rate=rate, total=len(losses), per_epoch=1, rates=rates, momenta=None, losses=losses)


def all_schedules():
    cosine = lambda t: lambda o, rate: schedules.CosineAnnealingLR(o, t)
    exponential = lambda gamma, n: lambda o, rate: schedules.ExponentialLR(o, gamma ** (1 / n))
    cycle = lambda total, **a: lambda o, rate: schedules.OneCycleLR(o, rate, total_steps=total, **a)
    yield per_step("cosine", cosine(30), 30, 7)
    yield per_step("cosine_to_a_minimum", lambda o, rate: schedules.CosineAnnealingLR(o, 30, 0.1 * rate), 30, 7)
    yield per_step("step", lambda o, rate: schedules.StepLR(o, 3 * 4, 0.5), 40, 4)
    yield per_step("exponential", exponential(0.9, 8), 40, 8)
    yield per_step("one_cycle", cycle(40), 40, 10, cycles=True)
    yield per_step("one_cycle_adam", cycle(40), 40, 10, adam=True, cycles=True)
    yield per_step("one_cycle_short", cycle(7), 7, 7, cycles=True)
    yield per_step("one_cycle_of_its_own", cycle(
        33, pct_start=0.45, div_factor=10, final_div_factor=100, base_momentum=0.7, max_momentum=0.9), 33, 11, cycles=True)
    yield per_step("one_cycle_without_momentum", cycle(20, cycle_momentum=False), 20, 5)
    yield per_step("warmup_to_a_constant", lambda o, rate: schedules.LinearLR(o, 1 / 3, 1, 6), 20, 5)
    yield per_step("warmup_cosine", warmed(6, cosine(24)), 30, 10)
    yield per_step("warmup_exponential", warmed(5, exponential(0.8, 10)), 40, 10)
    yield per_step("warmup_one_cycle", warmed(5, cycle(25)), 30, 10, cycles=True)
    stuck = [1.0, 0.5, 0.4] + [0.4] * 12 + [0.3, 0.2] + [0.2] * 25 + [0.19999] * 3 + [0.1] * 8
    yield plateau("plateau", stuck)
    yield plateau("plateau_impatient", stuck, patience=2, factor=0.5)
    yield plateau("plateau_cooldown", stuck, patience=1, factor=0.5, cooldown=4, min_lr=0.03)
    yield plateau("plateau_threshold", stuck, patience=0, factor=0.3, threshold=0.3, eps=0.01)


# ── trajectories

class Net(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Linear(5, 7, bias=False), nn.BatchNorm1d(7), nn.Tanh(), nn.Linear(7, 4))

    def penalty(self):
        return 0.5 * L2 * self[3].weight.square().sum() + L1 * self[3].weight.abs().sum()

    def groups(self, rate, decay):
        first, last, rest = [self[0].weight], [self[3].weight], [self[1].weight, self[1].bias, self[3].bias]
        return [dict(params=first, lr=0.5 * rate, weight_decay=decay), dict(params=last, weight_decay=decay), dict(params=rest, weight_decay=0.0)]


OPTIMIZERS = {
    "sgd": ("SGD", dict(lr=0.3, weight_decay=0.05)),
    "momentum": ("SGD", dict(lr=0.1, momentum=0.9, weight_decay=0.05)),
    "nesterov": ("SGD", dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.05)),
    "adam": ("Adam", dict(lr=0.02, weight_decay=0.05)),
    "adamw": ("AdamW", dict(lr=0.02, weight_decay=0.3)),
    "rmsprop": ("RMSprop", dict(lr=0.02, weight_decay=0.05)),
    "rmsprop_momentum": ("RMSprop", dict(lr=0.01, momentum=0.8, weight_decay=0.05)),
    "adagrad": ("Adagrad", dict(lr=0.05, weight_decay=0.05)),
}
MODES = ["decay", "clip_norm", "clip_value", "accumulate", "one_cycle"]


def run(net, batches, name, arguments, mode):
    groups = net.groups(arguments["lr"], arguments["weight_decay"])
    optimizer = getattr(torch.optim, name)(groups, **arguments)
    schedule = None
    if mode == "one_cycle":
        peaks = [group["lr"] for group in optimizer.param_groups]
        schedule = schedules.OneCycleLR(optimizer, peaks, total_steps=STEPS, cycle_momentum=name != "Adagrad")
    losses, after = [], []
    for step in range(STEPS):
        optimizer.zero_grad()
        parts = batches[2 * step:2 * step + 2] if mode == "accumulate" else batches[step:step + 1]
        for inputs, labels in parts:
            loss = F.cross_entropy(net(inputs), labels) + net.penalty()
            losses.append(float(np.float32(loss.item())))
            (loss / len(parts)).backward()
        if mode == "clip_norm":
            nn.utils.clip_grad_norm_(net.parameters(), 0.3)
        if mode == "clip_value":
            nn.utils.clip_grad_value_(net.parameters(), 0.05)
        optimizer.step()
        if schedule and step + 1 < STEPS:
            schedule.step()
        after.append({key: tensor(value) for key, value in net.named_parameters()})
    return losses, after


def all_trajectories():
    torch.manual_seed(7)
    net = Net()
    batches = [(torch.randn(ROWS, 5) * 1.5, torch.randint(0, 4, (ROWS,))) for _ in range(2 * STEPS)]
    doubled = [(inputs.double(), labels) for inputs, labels in batches]
    cases = []
    for key, (name, arguments) in OPTIMIZERS.items():
        for mode in MODES:
            losses, after = run(copy.deepcopy(net), batches, name, arguments, mode)
            _, exact = run(copy.deepcopy(net).double(), doubled, name, arguments, mode)
            apart = max(np.abs(np.subtract(value["data"], exact[-1][k]["data"])).max() for k, value in after[-1].items())
            assert apart < 2e-6, (key, mode, apart)  # a trajectory that rounding decides would test nothing
            cases.append(dict(name=key, mode=mode, optimizer=dict(name=name, args=arguments), losses=losses, params_after=after))
    return dict(
        rows=ROWS, inputs=[tensor(inputs) for inputs, _ in batches], labels=[labels.tolist() for _, labels in batches],
        params={key: tensor(value) for key, value in net.named_parameters()}, cases=cases)


write("schedules.json", list(all_schedules()))
write("trajectories.json", all_trajectories())
