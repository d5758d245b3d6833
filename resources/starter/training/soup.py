#!/usr/bin/env python3
"""The weighted mean of checkpoints as one bfloat16 .safetensors.   soup.py OUT.safetensors WEIGHT:MODEL WEIGHT:MODEL ...

MODEL: a .safetensors file or a prefix of weights.py.
"""
import sys

import weights as W


def load(path):
    t = W.read_safetensors(path) if path.endswith('.safetensors') else W.unpack(path)
    return {k: (list(s), W.f32(b).reshape(-1)) for k, s, b in t}


parts = [(float(w), load(p)) for w, p in (x.split(':', 1) for x in sys.argv[2:])]
first = next(p for _, p in parts if len(p) == max(len(q) for _, q in parts))
for _, p in parts:                      # weights that no layer uses are missing in some files
    for k in first.keys() - p.keys():
        p[k] = first[k]
total = sum(w for w, _ in parts)
out = [(k, s, W.bf16(sum(w / total * p[k][1] for w, p in parts))) for k, (s, _) in first.items()]
W.save_safetensors(out, sys.argv[1])
print(sum(b.size for _, _, b in out), 'parameters')
