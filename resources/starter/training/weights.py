#!/usr/bin/env python3
"""Checkpoints in pieces small enough to travel: bfloat16, split in a plane of high bytes (deflated) and one of low bytes.

    weights.py pack MODEL.safetensors PREFIX        -> PREFIX.w.00, PREFIX.w.01, ... of 15 MiB
    weights.py unpack PREFIX MODEL.safetensors
"""
import glob
import json
import os
import sys
import zlib

import numpy as np

PIECE = 15 << 20


def write_pieces(tensors, prefix):
    """tensors: (name, shape, uint16 array of bfloat16 bits)"""
    flat = np.concatenate([b.reshape(-1) for _, _, b in tensors])
    z = zlib.compressobj(6, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    hi = z.compress((flat >> 8).astype(np.uint8).tobytes()) + z.flush()
    lo = (flat & 255).astype(np.uint8).tobytes()
    head = json.dumps(dict(names=[[k, list(s)] for k, s, _ in tensors], hi=len(hi), lo=len(lo))).encode()
    blob = len(head).to_bytes(4, 'little') + head + hi + lo
    for f in glob.glob(prefix + '.w.*'):
        os.unlink(f)
    for i in range(0, len(blob), PIECE):
        open(f'{prefix}.w.{i // PIECE:02d}', 'wb').write(blob[i:i + PIECE])
    return len(blob)


def unpack(prefix):
    """-> list of (name, shape, uint16 array of bfloat16 bits)"""
    blob = b''.join(open(f, 'rb').read() for f in sorted(glob.glob(prefix + '.w.*')))
    n = int.from_bytes(blob[:4], 'little')
    head = json.loads(blob[4:4 + n])
    hi = np.frombuffer(zlib.decompress(blob[4 + n:4 + n + head['hi']]), np.uint8).astype(np.uint16)
    lo = np.frombuffer(blob[4 + n + head['hi']:4 + n + head['hi'] + head['lo']], np.uint8)
    flat, out, i = hi << 8 | lo, [], 0
    for name, shape in head['names']:
        k = int(np.prod(shape))
        out.append((name, shape, flat[i:i + k]))
        i += k
    assert i == len(flat)
    return out


def f32(bits):
    return (bits.astype(np.uint32) << 16).view(np.float32)


def bf16(x):
    """float32 -> bits of the nearest bfloat16, ties to even"""
    u = np.ascontiguousarray(x, dtype=np.float32).view(np.uint32)
    return ((u + 0x7fff + ((u >> 16) & 1)) >> 16).astype(np.uint16)


def describe(tensors):
    s = {k: shape for k, shape, _ in tensors}
    layers = 1 + max(int(k.split('.')[1]) for k in s if k.startswith('blocks.'))
    return dict(format='pt', architecture='rwkv7', version='x070', n_layer=layers, n_embd=s['emb.weight'][1], head_size=64, vocab_size=s['emb.weight'][0])


def save_safetensors(tensors, path):
    head, off = {'__metadata__': {k: str(v) for k, v in describe(tensors).items()}}, 0
    for name, shape, bits in tensors:
        head[name] = dict(dtype='BF16', shape=list(shape), data_offsets=[off, off + 2 * bits.size])
        off += 2 * bits.size
    h = json.dumps(head).encode()
    h += b' ' * (-len(h) % 8)
    with open(path, 'wb') as f:
        f.write(len(h).to_bytes(8, 'little') + h)
        for _, _, bits in tensors:
            f.write(bits.astype('<u2').tobytes())


def read_safetensors(path):
    """-> list of (name, shape, bits) of a BF16 file"""
    b = open(path, 'rb').read()
    n = int.from_bytes(b[:8], 'little')
    return [(k, v['shape'], np.frombuffer(b[8 + n + v['data_offsets'][0]:8 + n + v['data_offsets'][1]], '<u2')) for k, v in json.loads(b[8:8 + n]).items() if k != '__metadata__']


if __name__ == '__main__':
    if sys.argv[1] == 'pack':
        print(write_pieces(read_safetensors(sys.argv[2]), sys.argv[3]), 'bytes')
    else:
        t = unpack(sys.argv[2])
        save_safetensors(t, sys.argv[3])
        print(sum(b.size for _, _, b in t), 'parameters')
