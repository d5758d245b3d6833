#!/usr/bin/env python3
"""Float32 reference numbers of a checkpoint for checking an engine.   reference.py MODEL.safetensors TOKENIZER.json OUT.json"""
import json
import sys

import torch

import evaluate as E
from tokenizer import Tokenizer

torch.set_grad_enabled(False)
E.DEV = 'cpu'
R, tok = E.load(sys.argv[1]), Tokenizer(sys.argv[2])
PROMPTS = ['User: Hello\n\nAssistant:',
           'User: My name is Anna.\n\nAssistant: Nice to meet you, Anna!\n\nUser: What is my name?\n\nAssistant:',
           'User: Sort this list alphabetically: river, apple, stone\n\nAssistant:',
           'The library reads a file and',
           'User: Summarize this text in one line.\nThis package provides a small program that watches a folder and makes a copy of every file that changes. It needs no network and keeps ten old versions of each file.\n\nAssistant:']
out = []
for s in PROMPTS:
    ids, st, pos = tok.encode(s), R.state(1), []
    for i in ids:
        lo = R.step(torch.tensor([i]), st)[0]
        pos.append(dict(argmax=int(lo.argmax()), max=round(float(lo.max()), 5), logsumexp=round(float(torch.logsumexp(lo, 0)), 5)))
    last = [round(float(x), 5) for x in lo]
    norm = [round(float(layer[2].norm()), 5) for layer in st]
    g = []
    for _ in range(40):
        k = int(lo.argmax())
        g.append(k)
        if k == 0:
            break
        lo = R.step(torch.tensor([k]), st)[0]
    out.append(dict(prompt=s, tokens=ids, positions=pos, state_norm_per_layer=norm, last_logits=last, greedy_tokens=g, greedy_text=tok.decode(g)))
json.dump(dict(note='float32, state from zero, token ids as given, no token put before the prompt; greedy stops after token 0', prompts=out), open(sys.argv[3], 'w'), ensure_ascii=False)
for o in out:
    print(repr(o['prompt'][-50:]), '->', repr(o['greedy_text']))
