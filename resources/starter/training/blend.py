#!/usr/bin/env python3
"""The weighted mean (1-t) A + t B of two checkpoints of weights.py as one bfloat16 .safetensors.   blend.py A B T OUT.safetensors"""
import sys

import weights as W

A, B, t = W.unpack(sys.argv[1]), W.unpack(sys.argv[2]), float(sys.argv[3])
out = []
for (k, s, a), (k2, s2, b) in zip(A, B):
    assert k == k2 and s == s2
    out.append((k, s, W.bf16((1 - t) * W.f32(a) + t * W.f32(b))))
W.save_safetensors(out, sys.argv[4])
print(sum(b.size for _, _, b in out), 'parameters')
