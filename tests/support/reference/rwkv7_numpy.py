#!/usr/bin/env python3
"""RWKV-7 in numpy, token by token in float64, written apart from the engine.

    rwkv7_numpy.py MODEL.gguf LOGITS.safetensors     computes every promptN.logits of the file anew from its promptN.ids
"""
import sys

import numpy as np

from gguf_numpy import read_gguf, read_safetensors, write_safetensors


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def normed(x, weight, bias, eps=1e-5):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + eps) * weight + bias


class Network:
    def __init__(self, path):
        metadata, tensors = read_gguf(path)
        self.t = {name: a.astype(np.float64) for name, a in tensors.items()}
        self.layers = metadata['rwkv7.block_count']
        self.head = metadata['rwkv7.wkv.head_size']
        self.width = metadata['rwkv7.embedding_length']

    def new_state(self):
        heads = self.width // self.head
        return [{'att': np.zeros(self.width), 'ffn': np.zeros(self.width), 'wkv': np.zeros((heads, self.head, self.head))}
                for _ in range(self.layers)]

    def norm(self, name, x):
        return normed(x, self.t[name + '.weight'], self.t[name + '.bias'])

    def step(self, token, state):
        """Logits after the token; the state moves on."""
        x = self.norm('token_embd_norm', self.t['token_embd.weight'][token])
        first = None
        for i in range(self.layers):
            out, first = self.time_mix(i, self.norm(f'blk.{i}.attn_norm', x), state[i], first)
            x = x + out
            x = x + self.channel_mix(i, self.norm(f'blk.{i}.attn_norm_2', x), state[i])
        return self.t['output.weight'] @ self.norm('output_norm', x)

    def time_mix(self, i, x, state, first):
        p = lambda name: self.t[f'blk.{i}.time_mix_{name}.weight']
        low_rank = lambda z, v: p(z + '2') @ (p(z + '1') @ v)
        heads = lambda v: v.reshape(-1, self.head)
        shift = state['att'] - x
        state['att'] = x
        xr, xw, xk, xv, xa, xg = x + shift * p('lerp_fused').reshape(6, -1)
        r, k, v = p('receptance') @ xr, p('key') @ xk, p('value') @ xv
        w = np.exp(-np.exp(-0.5) * sigmoid(p('w0') + p('w2') @ np.tanh(p('w1') @ xw)))
        a = sigmoid(p('a0') + low_rank('a', xa))
        g = p('g2') @ sigmoid(p('g1') @ xg)
        if i == 0:
            first = v
        else:
            v = v + (first - v) * sigmoid(p('v0') + low_rank('v', xv))
        kk = heads(k * p('k_k'))
        kk = kk / np.maximum(np.sqrt((kk ** 2).sum(-1, keepdims=True)), 1e-12)
        k = k * (1 + (a - 1) * p('k_a'))
        s = state['wkv']  # [head, value, key]
        s = (s * heads(w)[:, None, :] - (s @ kk[:, :, None]) * (kk * heads(a))[:, None, :]
             + heads(v)[:, :, None] * heads(k)[:, None, :])
        state['wkv'] = s
        y = (s @ heads(r)[:, :, None])[:, :, 0]
        y = normed(y, heads(p('ln')), heads(self.t[f'blk.{i}.time_mix_ln.bias']), 64e-5)
        y = y + (heads(r) * heads(k) * heads(p('r_k'))).sum(-1, keepdims=True) * heads(v)
        return p('output') @ (y.ravel() * g), first

    def channel_mix(self, i, x, state):
        p = lambda name: self.t[f'blk.{i}.channel_mix_{name}.weight']
        mixed = x + (state['ffn'] - x) * p('lerp_k').ravel()
        state['ffn'] = x
        return p('value') @ np.maximum(p('key') @ mixed, 0) ** 2


if __name__ == '__main__':
    network, cases = Network(sys.argv[1]), read_safetensors(sys.argv[2])
    out = {}
    for name in [n for n in cases if n.endswith('.ids')]:
        state = network.new_state()
        for token in cases[name]:
            logits = network.step(token, state)
        out[name] = cases[name]
        out[name.replace('.ids', '.logits')] = logits.astype('<f4')
    write_safetensors(sys.argv[2], out)
