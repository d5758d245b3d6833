#!/usr/bin/env python3
"""Takes the weights of a shipped starter GGUF back as a start for more training.   from_gguf.py STARTER.gguf PREFIX

Knows the formats that file uses: F32, Q8_0, Q5_K and Q6_K.  Writes pieces as weights.py does.
"""
import struct
import sys

import numpy as np

import weights as W

KINDS = {0: 'B', 1: 'b', 2: 'H', 3: 'h', 4: 'I', 5: 'i', 6: 'f', 7: '?', 10: 'Q', 11: 'q', 12: 'd'}
BLOCK = {0: (1, 4), 1: (1, 2), 8: (32, 34), 13: (256, 176), 14: (256, 210)}
BIG = dict(time_mix_receptance='att.receptance', time_mix_key='att.key', time_mix_value='att.value', time_mix_output='att.output', channel_mix_key='ffn.key', channel_mix_value='ffn.value', attn_norm='ln1', attn_norm_2='ln2', time_mix_ln='att.ln_x')
TOP = {'token_embd.weight': 'emb.weight', 'token_embd_norm.weight': 'blocks.0.ln0.weight', 'token_embd_norm.bias': 'blocks.0.ln0.bias', 'output_norm.weight': 'ln_out.weight', 'output_norm.bias': 'ln_out.bias', 'output.weight': 'head.weight'}


def half(b):
    return np.ascontiguousarray(b).view(np.float16).astype(np.float32)


def dequantise(kind, raw, n):
    if kind == 0:
        return raw.view(np.float32).copy()
    if kind == 1:
        return half(raw)
    per, size = BLOCK[kind]
    b = raw.reshape(n // per, size)
    if kind == 8:
        return (half(b[:, :2]) * b[:, 2:].view(np.int8)).reshape(-1)
    if kind == 14:                                      # 6 bits: low nibbles, two high bits, a scale for each 16
        ql, qh, sc, d = b[:, :128].reshape(-1, 2, 64), b[:, 128:192].reshape(-1, 2, 32), b[:, 192:208].view(np.int8).reshape(-1, 16).astype(np.float32), half(b[:, 208:])
        q = np.empty((len(b), 2, 4, 32), np.int16)
        for j in range(4):
            low = ql[:, :, (j % 2) * 32:(j % 2) * 32 + 32]
            q[:, :, j] = ((low & 15) if j < 2 else (low >> 4)) | ((qh >> (2 * j)) & 3).astype(np.uint8) << 4
        return ((q.reshape(len(b), 16, 16) - 32) * sc[:, :, None] * d[:, :, None]).reshape(-1)
    d, dmin, s, qh, qs = half(b[:, :2]), half(b[:, 2:4]), b[:, 4:16], b[:, 16:48], b[:, 48:].reshape(-1, 4, 32)      # 5 bits
    sc, mn = np.empty((len(b), 8), np.float32), np.empty((len(b), 8), np.float32)
    for j in range(8):
        if j < 4:
            sc[:, j], mn[:, j] = s[:, j] & 63, s[:, j + 4] & 63
        else:
            sc[:, j], mn[:, j] = (s[:, j + 4] & 15) | (s[:, j - 4] >> 6) << 4, (s[:, j + 4] >> 4) | (s[:, j] >> 6) << 4
    out = np.empty((len(b), 8, 32), np.float32)
    for j in range(8):
        q = ((qs[:, j // 2] & 15) if j % 2 == 0 else (qs[:, j // 2] >> 4)) + ((qh >> j) & 1) * 16
        out[:, j] = d * sc[:, j:j + 1] * q - dmin * mn[:, j:j + 1]
    return out.reshape(-1)


def read(path):
    """-> {name: (shape with the slowest axis first, float32)}"""
    b = open(path, 'rb').read()
    _, nt, nkv = struct.unpack_from('<IQQ', b, 4)
    o = [24]

    def take(f):
        v, = struct.unpack_from('<' + f, b, o[0])
        o[0] += struct.calcsize(f)
        return v

    def text():
        n = take('Q')
        o[0] += n
        return b[o[0] - n:o[0]].decode()

    def skip(t):
        if t == 8:
            text()
        elif t == 9:
            et, n = take('I'), take('Q')
            for _ in range(n):
                skip(et)
        else:
            take(KINDS[t])
    for _ in range(nkv):
        text()
        skip(take('I'))
    info = []
    for _ in range(nt):
        name, nd = text(), take('I')
        dims = [take('Q') for _ in range(nd)]
        info.append((name, dims[::-1], take('I'), take('Q')))
    base, res = (o[0] + 31) // 32 * 32, {}
    for name, shape, kind, off in info:
        n = int(np.prod(shape))
        per, size = BLOCK[kind]
        res[name] = shape, dequantise(kind, np.frombuffer(b, np.uint8, n // per * size, base + off), n)
    return res


def tensors(g):
    out, C = [], g['output_norm.weight'][0][0]
    for name, (shape, x) in g.items():
        if name in TOP:
            out.append((TOP[name], shape, x))
            continue
        _, n, rest = name.split('.', 2)
        stem, _, end = rest.partition('.')
        p = f'blocks.{n}.'
        if stem == 'time_mix_lerp_fused':
            out += [(p + 'att.x_' + z, [1, 1, C], x.reshape(6, C)[i]) for i, z in enumerate('rwkvag')]
        elif stem == 'channel_mix_lerp_k':
            out.append((p + 'ffn.x_k', [1, 1, C], x))
        elif stem in BIG:
            out.append((p + BIG[stem] + '.' + end, shape, x))
        elif stem == 'time_mix_r_k':
            out.append((p + 'att.r_k', [C // 64, 64], x))
        else:
            z = stem.replace('time_mix_', '')
            if n == '0' and z in ('v0', 'v1', 'v2'):    # block 0 has no use for them
                continue
            if z[-1] in '12':                           # stored turned round
                out.append((p + 'att.' + z, shape[::-1], x.reshape(shape).T.copy().reshape(-1)))
            else:
                out.append((p + 'att.' + z, [1, 1, C], x))
    return out


if __name__ == '__main__':
    t = tensors(read(sys.argv[1]))
    print(len(t), 'tensors', W.write_pieces([(k, s, W.bf16(x.reshape(-1))) for k, s, x in t], sys.argv[2]), 'bytes')
