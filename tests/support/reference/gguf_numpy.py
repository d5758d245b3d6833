#!/usr/bin/env python3
"""GGUF and its weight formats in numpy, written apart from the engine so that the two can be checked against each other.

    gguf_numpy.py OUT.safetensors      random blocks of every format and the weights they stand for (tests/data/quant)
"""
import json
import struct
import sys

import numpy as np

F32 = np.float32
# ggml type: name, weights per block, bytes per block, offsets of its half-precision fields
FORMATS = {
    0: ('F32', 1, 4, ()), 1: ('F16', 1, 2, ()), 30: ('BF16', 1, 2, ()),
    2: ('Q4_0', 32, 18, (0,)), 3: ('Q4_1', 32, 20, (0, 2)), 6: ('Q5_0', 32, 22, (0,)), 7: ('Q5_1', 32, 24, (0, 2)),
    8: ('Q8_0', 32, 34, (0,)), 10: ('Q2_K', 256, 84, (80, 82)), 11: ('Q3_K', 256, 110, (108,)), 12: ('Q4_K', 256, 144, (0, 2)),
    13: ('Q5_K', 256, 176, (0, 2)), 14: ('Q6_K', 256, 210, (208,)), 20: ('IQ4_NL', 32, 18, (0,)), 23: ('IQ4_XS', 256, 136, (0,)),
    39: ('MXFP4', 32, 17, ()),
}
IQ4 = np.array([-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113], F32)
FP4 = np.array([0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12], F32)


def half(columns):
    return np.ascontiguousarray(columns).view('<f2').astype(F32)


def bfloat16(data):
    return (np.frombuffer(data, '<u2').astype(np.uint32) << 16).view(F32)


def nibbles(q):
    return np.concatenate([q & 15, q >> 4], -1)


def q5(a, at):
    bits = (np.ascontiguousarray(a[:, at:at + 4]).view('<u4') >> np.arange(32, dtype=np.uint32)) & 1
    return (nibbles(a[:, at + 4:]) | (bits.astype(np.uint8) << 4)).astype(F32)


def scales_and_mins(s):
    s = s.astype(np.int32)
    scale, least = np.zeros((len(s), 8), np.int32), np.zeros((len(s), 8), np.int32)
    for j in range(8):
        if j < 4:
            scale[:, j], least[:, j] = s[:, j] & 63, s[:, j + 4] & 63
        else:
            scale[:, j] = (s[:, j + 4] & 15) | (s[:, j - 4] >> 6) << 4
            least[:, j] = (s[:, j + 4] >> 4) | (s[:, j] >> 6) << 4
    return scale.astype(F32), least.astype(F32)


def q4_k_or_q5_k(a, five):
    d, dmin = half(a[:, :2]), half(a[:, 2:4])
    scale, least = scales_and_mins(a[:, 4:16])
    qs = a[:, 48:] if five else a[:, 16:]
    y = np.zeros((len(a), 8, 32), F32)
    for s in range(8):
        q = qs[:, 32 * (s // 2):32 * (s // 2) + 32]
        q = q >> 4 if s % 2 else q & 15
        if five:
            q = q | ((a[:, 16:48] >> s) & 1) << 4
        y[:, s] = (d * scale[:, s:s + 1]) * q.astype(F32) - dmin * least[:, s:s + 1]
    return y


def q6_k(a):
    y = np.zeros((len(a), 256), F32)
    d, scales = half(a[:, 208:210]), np.ascontiguousarray(a[:, 192:208]).view(np.int8).astype(F32)
    for h in range(2):
        low, high, s = a[:, 64 * h:64 * h + 64], a[:, 128 + 32 * h:160 + 32 * h], scales[:, 8 * h:8 * h + 8]
        parts = [low[:, :32] & 15, low[:, 32:] & 15, low[:, :32] >> 4, low[:, 32:] >> 4]
        for g, part in enumerate(parts):
            q = (part | ((high >> 2 * g) & 3) << 4).astype(F32) - 32
            y[:, 128 * h + 32 * g:128 * h + 32 * g + 32] = d * np.repeat(s[:, 2 * g:2 * g + 2], 16, 1) * q
    return y


def q3_scales(x):
    x = x.astype(np.int32)
    s = np.concatenate([x[:, :8] & 15, x[:, :8] >> 4], 1)
    for i in range(16):
        s[:, i] |= ((x[:, 8 + i % 4] >> 2 * (i // 4)) & 3) << 4
    return s - 32


def q2_k_or_q3_k(a, three):
    y = np.zeros((len(a), 256), F32)
    qs = a[:, 32:96] if three else a[:, 16:80]
    if three:
        d, scales = half(a[:, 108:110]), q3_scales(a[:, 96:108])
    else:
        d, dmin = half(a[:, 80:82]), half(a[:, 82:84])
    for sub in range(16):  # 16 weights each: half, bit pair, first or second 16 bytes
        h, j, first = sub // 8, sub % 8 // 2, 16 * (sub % 2)
        q = ((qs[:, 32 * h + first:32 * h + first + 16] >> 2 * j) & 3).astype(F32)
        if three:
            bit = (a[:, first:first + 16] >> (4 * h + j)) & 1
            part = d * scales[:, sub:sub + 1].astype(F32) * (q - np.where(bit, 0, 4))
        else:
            part = d * (a[:, sub:sub + 1] & 15).astype(F32) * q - dmin * (a[:, sub:sub + 1] >> 4).astype(F32)
        y[:, 16 * sub:16 * sub + 16] = part
    return y


def iq4_xs(a):
    y = np.zeros((len(a), 8, 32), F32)
    d, high = half(a[:, :2]), np.ascontiguousarray(a[:, 2:4]).view('<u2')[:, 0].astype(np.int32)
    for s in range(8):
        scale = ((a[:, 4 + s // 2].astype(np.int32) >> 4 * (s % 2)) & 15) | ((high >> 2 * s) & 3) << 4
        y[:, s] = d * (scale - 32).astype(F32)[:, None] * IQ4[nibbles(a[:, 8 + 16 * s:24 + 16 * s])]
    return y


DECODERS = {
    2: lambda a: half(a[:, :2]) * (nibbles(a[:, 2:]).astype(F32) - 8),
    3: lambda a: half(a[:, :2]) * nibbles(a[:, 4:]).astype(F32) + half(a[:, 2:4]),
    6: lambda a: half(a[:, :2]) * (q5(a, 2) - 16),
    7: lambda a: half(a[:, :2]) * q5(a, 4) + half(a[:, 2:4]),
    8: lambda a: half(a[:, :2]) * np.ascontiguousarray(a[:, 2:]).view(np.int8).astype(F32),
    10: lambda a: q2_k_or_q3_k(a, False),
    11: lambda a: q2_k_or_q3_k(a, True),
    12: lambda a: q4_k_or_q5_k(a, False),
    13: lambda a: q4_k_or_q5_k(a, True),
    14: q6_k,
    20: lambda a: half(a[:, :2]) * IQ4[nibbles(a[:, 2:])],
    23: iq4_xs,
    39: lambda a: np.ldexp(F32(1), a[:, :1].astype(np.int32) - 128).astype(F32) * FP4[nibbles(a[:, 1:])],
}


def decode(kind, data):
    if kind == 0:
        return np.frombuffer(data, '<f4').copy()
    if kind == 1:
        return np.frombuffer(data, '<f2').astype(F32)
    if kind == 30:
        return bfloat16(data)
    return DECODERS[kind](np.frombuffer(data, np.uint8).reshape(-1, FORMATS[kind][2])).ravel()


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 4

    def number(self, code):
        value = struct.unpack_from('<' + code, self.data, self.at)[0]
        self.at += struct.calcsize('<' + code)
        return value

    def text(self):
        size = self.number('Q')
        self.at += size
        return self.data[self.at - size:self.at].decode('utf8', 'surrogateescape')

    def value(self, kind):
        if kind == 8:
            return self.text()
        if kind == 9:
            kind, count = self.number('I'), self.number('Q')
            return [self.value(kind) for _ in range(count)]
        return self.number({0: 'B', 1: 'b', 2: 'H', 3: 'h', 4: 'I', 5: 'i', 6: 'f', 7: 'B', 10: 'Q', 11: 'q', 12: 'd'}[kind])


def read_gguf(path):
    """Metadata and decoded tensors by name, shapes outermost first."""
    data = open(path, 'rb').read()
    r = Reader(data)
    r.number('I')
    tensors, keys = r.number('Q'), r.number('Q')
    metadata = {}
    for _ in range(keys):
        key = r.text()
        metadata[key] = r.value(r.number('I'))
    entries = []
    for _ in range(tensors):
        name, rank = r.text(), r.number('I')
        sizes = [r.number('Q') for _ in range(rank)]
        entries.append((name, sizes, r.number('I'), r.number('Q')))
    align = metadata.get('general.alignment', 32)
    start = (r.at + align - 1) // align * align
    out = {}
    for name, sizes, kind, offset in entries:
        _, weights, size, _ = FORMATS[kind]
        count = int(np.prod(sizes))
        out[name] = decode(kind, data[start + offset:start + offset + count // weights * size]).reshape(sizes[::-1])
    return metadata, out


def read_safetensors(path):
    """F32 and I64 tensors by name."""
    data = open(path, 'rb').read()
    size = struct.unpack('<Q', data[:8])[0]
    out = {}
    for name, e in json.loads(data[8:8 + size]).items():
        if name != '__metadata__':
            begin, end = (8 + size + o for o in e['data_offsets'])
            out[name] = np.frombuffer(data[begin:end], {'F32': '<f4', 'I64': '<i8'}[e['dtype']]).reshape(e['shape'])
    return out


def write_safetensors(path, tensors):
    header, data = {}, b''
    for name, a in tensors.items():
        raw = a.tobytes()
        dtype = {'float32': 'F32', 'int64': 'I64', 'uint8': 'U8'}[a.dtype.name]
        header[name] = {'dtype': dtype, 'shape': list(a.shape), 'data_offsets': [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(',', ':')).encode()
    text += b' ' * (-len(text) % 8)
    with open(path, 'wb') as out:
        out.write(struct.pack('<Q', len(text)) + text + data)


def random_blocks():
    random = np.random.default_rng(7)
    out = {}
    for kind, (name, weights, size, halves) in FORMATS.items():
        n = 32 if weights == 1 else 4 if weights == 32 else 2
        if weights == 1:
            v = random.normal(size=n).astype(F32)
            v = v if kind == 0 else v.astype('<f2') if kind == 1 else (v.view(np.uint32) >> 16).astype('<u2')
            blocks = v.view(np.uint8).reshape(n, size)
        else:
            blocks = random.integers(0, 256, (n, size), dtype=np.uint8)
            for at in halves:
                blocks[:, at:at + 2] = random.uniform(-0.1, 0.1, n).astype('<f2').view(np.uint8).reshape(n, 2)
            if kind == 39:
                blocks[:, 0] = random.integers(118, 132, n)
        out[name + '.blocks'] = blocks.ravel()
        out[name + '.values'] = decode(kind, blocks.tobytes()).astype('<f4')
    return out


if __name__ == '__main__':
    write_safetensors(sys.argv[1], random_blocks())
