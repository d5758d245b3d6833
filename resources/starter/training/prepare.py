#!/usr/bin/env python3
"""Makes the training data where many cores are: synthetic chats, tokens, one packed set a stage.

    prepare.py BUILD_DIR TOKENIZER.json BPE OUT_DIR STAGE SYNTH_MB REAL_MB SEED LONG [WORKERS]

BUILD_DIR holds out/*.txt and out/*.json (realtext.py), out/dialogues.jsonl and names/.  REAL_MB of chats are made of real pairs
(a description and its line), the rest of SYNTH_MB is synthetic.  OUT_DIR/STAGE gets tokens.u16 and roles.u8 (0 what the user
says, 1 what the assistant answers with the blank line that ends it, 2 running text), meta.json, and for stage 'a' the held-out
tokens val.u16.  DONE is written last.
"""
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

BUILD, TOKJ, BPE, OUT, STAGE = sys.argv[1:6]
MB, REAL, SEED, LONG = float(sys.argv[6]), float(sys.argv[7]), int(sys.argv[8]), sys.argv[9]
N = int(sys.argv[10]) if len(sys.argv) > 10 else os.cpu_count()
HERE = os.path.dirname(os.path.abspath(__file__))
CHATS = ('sum', 'know', 'synth')
LOOSE = dict(docs=0.6, books=0.8, games=0.5, man=0.5)       # share of windows that begin anywhere, not at a document
NL, END = 11, 0
t0 = time.time()
D = f'{OUT}/{STAGE}'
os.makedirs(D, exist_ok=True)

# the merges of the tokenizer in the form bpe.cpp reads
j = json.load(open(TOKJ))
vocab = j['model']['vocab']
merges = [m.split(' ') if isinstance(m, str) else m for m in j['model']['merges']]
open(f'{D}/merges', 'w').write(''.join(f'{vocab[a]} {vocab[b]}\n' for a, b in merges))
ASSISTANT = vocab['Assistant'], vocab[':']
assert vocab['\u010a'] == NL


def encode(src, dst):
    while not os.path.exists(src):          # the texts may still be on their way
        time.sleep(0.5)
    subprocess.run([BPE, 'encode', f'{D}/merges', src, dst], check=True, stderr=subprocess.DEVNULL)
    t = np.fromfile(dst, dtype=np.uint16)
    os.unlink(dst)
    return t


def synth(i, mb=None, test=False, kind=None):
    f = f'{D}/{kind or "synth"}{i}.txt'
    cmd = [sys.executable, f'{HERE}/chats.py', f, str(mb or MB / N), str(SEED * 1000 + i), '--names', f'{BUILD}/names', '--real', f'{BUILD}/out/real.json', '--dialogues', f'{BUILD}/out/dialogues.jsonl', '--pairs', f'{BUILD}/out/pairs.json',
           '--long', LONG, '--avoid', f'{HERE}/handwritten.jsonl,{HERE}/fresh.jsonl'] + (['--test'] if test else []) + (['--kind', kind] if kind else [])
    subprocess.run(cmd, check=True)
    t = encode(f, f + '.u16')
    n = os.path.getsize(f)
    os.unlink(f)
    return t, n


def roles(t):
    """0 / 1 by whose turn a token belongs to; a turn ends with two newline tokens."""
    ends = np.flatnonzero((t[:-1] == NL) & (t[1:] == NL)) + 2          # first token of the next turn
    ends = np.unique(np.concatenate([[0], ends, np.flatnonzero(t == END) + 1]))
    ends = ends[ends < len(t)]
    nxt = np.minimum(ends + 1, len(t) - 1)
    kind = ((t[ends] == ASSISTANT[0]) & (t[nxt] == ASSISTANT[1])).astype(np.uint8)
    return np.repeat(kind, np.diff(np.concatenate([ends, [len(t)]])))


with ThreadPoolExecutor(N) as ex, ThreadPoolExecutor(7) as tx:       # the texts wait without keeping chats from being made
    real_jobs = [ex.submit(synth, i, REAL / 6, kind='real') for i in range(6)]
    text_jobs = {k: tx.submit(encode, f'{BUILD}/out/{k}.txt', f'{D}/{k}.u16') for k in ('docs', 'dict', 'books', 'games', 'man', 'desc', 'know')}
    heldout = ex.submit(synth, 999, 0.6, True) if STAGE == 'a' else None
    chat_jobs = [ex.submit(synth, i) for i in range(N)]
    toks = {k: f.result() for k, f in text_jobs.items()}
    toks['sum'] = np.concatenate([f.result()[0] for f in real_jobs])
    done = [f.result()[0] for f in chat_jobs]
toks['synth'] = np.concatenate(done)
print(f'{time.time() - t0:.0f} s: tokens', {k: round(len(v) / 1e6, 1) for k, v in toks.items()}, flush=True)
cats, parts, rs = [], [], []
for k, t in toks.items():
    parts.append(t)
    rs.append(roles(t) if k in CHATS else np.full(len(t), 2, np.uint8))
    cats.append(dict(name=k, tokens=len(t), loose=LOOSE.get(k, 0.0)))
np.concatenate(parts).tofile(f'{D}/tokens.u16')
rs = np.concatenate(rs)
rs.tofile(f'{D}/roles.u8')
meta = dict(vocab=len(vocab), cats=cats)
if STAGE == 'a':
    val, vm, pos = [], {}, 0
    jobs = [(k, encode(f'{BUILD}/out/val_{k}.txt', f'{D}/v.u16'), os.path.getsize(f'{BUILD}/out/val_{k}.txt')) for k in ('sum', 'docs', 'dict')]
    jobs.append(('synth',) + heldout.result())
    for k, t, b in jobs:
        n = min(len(t), 140000)
        vm[k] = [pos, n, b * n / len(t)]
        val.append(t[:n])
        pos += n
    np.concatenate(val).tofile(f'{D}/val.u16')
    meta['val'] = vm
json.dump(meta, open(f'{D}/meta.json', 'w'))
open(f'{D}/DONE', 'w').write('')
print(f'{time.time() - t0:.0f} s: packed, share of answer tokens in chats {np.mean(rs[rs < 2]):.3f}', flush=True)
