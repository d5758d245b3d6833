#!/usr/bin/env python3
"""Asks a model the hand-written and the held-out questions, greedy, float32, and prints tables.

    evaluate.py MODEL TOKENIZER.json OUT.json [--handwritten handwritten.jsonl] [--fresh fresh.jsonl] [--items ITEMS.json] [--synopses synopses.json] [--prose prose.json] [--bits DATA/a] [--world BUILD_DIR] [--limit N] [--samples]

MODEL: a .safetensors file or a prefix of weights.py.  --world adds items of the generators with names and places that no
training chat shows.  OUT.json keeps every answer, unedited.
"""
import argparse
import collections
import json
import os
import random
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np
import torch

import model as M
import weights as W
from scores import prompt, rouge_l, score
from tokenizer import Tokenizer

torch.set_grad_enabled(False)
DEV = 'cuda' if torch.cuda.is_available() else 'cpu'


def load(path):
    t = W.read_safetensors(path) if path.endswith('.safetensors') else W.unpack(path)
    return M.Recurrent({k: torch.from_numpy(W.f32(b).reshape(s).copy()).to(DEV) for k, s, b in t})


# ------------------------------------------------------------------ generation
def generate(R, tok, prompts, n):
    """Prompts of unequal length are fed side by side; rows that wait keep their state."""
    ids = [tok.encode(p) for p in prompts]
    B, T = len(ids), max(map(len, ids))
    pad = torch.tensor([i + [0] * (T - len(i)) for i in ids], device=DEV)
    lens = torch.tensor([len(i) for i in ids], device=DEV)
    st = R.state(B)
    last = torch.zeros(B, R.V, device=DEV)
    for t in range(T):
        keep = lens > t
        lo = R.step(pad[:, t], st, keep)
        last = torch.where(keep.view(B, 1), lo, last)
    nl = tok.vocab['\u010a']
    outs = torch.zeros(B, n, dtype=torch.long, device=DEV)
    done = torch.zeros(B, dtype=torch.bool, device=DEV)
    prev = torch.zeros(B, dtype=torch.long, device=DEV)
    for k in range(n):
        nx = last.argmax(-1)
        outs[:, k] = torch.where(done, 0, nx)
        done |= (nx == 0) | ((nx == nl) & (prev == nl))
        prev = nx
        if k % 8 == 7 and bool(done.all()):
            break
        last = R.step(nx, st)
    res = []
    for row in outs.tolist():
        res.append(tok.decode(row[:row.index(0)] if 0 in row else row).split('\n\n')[0].strip())
    return res


def batched(R, tok, prompts, n=80):
    order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
    res, i = [None] * len(prompts), 0
    while i < len(order):
        size = (512 if DEV == 'cuda' else 40)
        part = order[i:i + size]
        for j, t in zip(part, generate(R, tok, [prompts[q] for q in part], n)):
            res[j] = t
        i += size
    return res


def lead(text):
    return re.split(r'(?<=[.!?]) +(?=[A-Z"(])', text)[0]


def bits(R, data, T=1024):
    """Bits a byte of the held-out texts, in windows of T tokens side by side."""
    meta = json.load(open(f'{data}/meta.json'))['val']
    val = np.fromfile(f'{data}/val.u16', dtype=np.uint16).astype(np.int64)
    count = {k: min((ln - 1) // T, 128 if DEV == "cuda" else 2) for k, (_, ln, _) in meta.items()}
    rows = torch.from_numpy(np.stack([val[st + i * T:st + i * T + T + 1] for k, (st, _, _) in meta.items() for i in range(count[k])])).to(DEV)
    state, tot = R.state(len(rows)), torch.zeros(len(rows), dtype=torch.float64, device=DEV)
    for t in range(T):
        tot += torch.nn.functional.cross_entropy(R.step(rows[:, t], state), rows[:, t + 1], reduction='none')
    res, at = {}, 0
    for k, (_, ln, nbytes) in meta.items():
        res[k] = round(tot[at:at + count[k]].sum().item() / (count[k] * T) / np.log(2) * ln / nbytes, 4)
        at += count[k]
    return res


# ------------------------------------------------------------------ items of the generators, unseen names
def short(an):
    return min(an, key=len).rstrip('.')


def items_of_world(build, n):
    import chats as C
    import edits
    import sentences as Q
    w = C.make_world(argparse.Namespace(names=f'{build}/names', real=f'{build}/out/real.json', dialogues=f'{build}/out/dialogues.jsonl', pairs=None, test=True))
    r = random.Random(11)
    out = []
    for _ in range(n):
        t = r.choice([Q.told_by_user, Q.user_clause])(r, w)
        mid = [x for _ in range(r.choice([0, 1, 2, 4])) for x in C.aside(r, w)]
        qs, an = r.choice(t.asks)
        out.append(dict(kind='gen-recall', prompt=prompt([t.text, C.ack(r, t)] + [y for x in mid for y in x] + [C.question(r, qs)]), metric='contains', answers=[short(an)] + an))
    for _ in range(n // 2):
        t = Q.told_by_user(r, w)
        fill, far = [], r.choice([800, 1600, 3200, 6000])
        while sum(map(len, fill)) < far:
            for x in C.passage(r, w) + C.aside(r, w):
                fill += x
        qs, an = r.choice(t.asks)
        out.append(dict(kind=f'gen-recall-{far // 4}-tokens', prompt=prompt([t.text, C.ack(r, t)] + fill + [C.question(r, qs)]), metric='contains', answers=[short(an)] + an))
    for kind, f in (('gen-person', lambda: Q.about_person(r, w, r.randint(1, 5))), ('gen-world', lambda: Q.about_world(r, w)), ('gen-story', lambda: Q.story(r, w, r.randint(1, 5)))):
        for _ in range(n // 2):
            text, asks, _ = f()
            if asks:
                qs, an = r.choice(asks)
                out.append(dict(kind=kind, prompt=prompt([C.lay(r, text, r.choice(qs))]), metric='contains', answers=[short(an)] + an))
    for d in r.sample(w.docqa, min(n // 2, len(w.docqa))):
        q, a = d['qa'][0]
        out.append(dict(kind='gen-docqa', prompt=prompt([C.lay(r, d['text'], r.choice(q))]), metric='contains', answers=[short(a)] + a))
    for kind, f, m in (('gen-edit', edits.edit, 'exact'), ('gen-help', C.help_, 'exact'), ('gen-notes', C.old('notes'), 'exact'), ('gen-arith', C.old('arith'), 'exact'), ('gen-sense', C.old('sense'), 'exact'), ('gen-extract', C.old('extract'), 'exact')):
        for _ in range(n if m == 'exact' and kind == 'gen-edit' else n // 4):
            t = f(r, w)[0]
            an = [t[1]]
            if kind == 'gen-help':
                import talk as T
                an = next(e[3].split('|') for e in T.HELP if t[1] in e[3].split('|'))
            out.append(dict(kind=kind, prompt=prompt([t[0]]), metric=m, answers=an))
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('model'); ap.add_argument('tokenizer'); ap.add_argument('out')
    ap.add_argument('--handwritten'); ap.add_argument('--fresh'); ap.add_argument('--items'); ap.add_argument('--prose'); ap.add_argument('--bits'); ap.add_argument('--synopses'); ap.add_argument('--world'); ap.add_argument('--limit', type=int, default=10 ** 9); ap.add_argument('--n', type=int, default=200)
    a = ap.parse_args()
    t0 = time.time()
    R, tok = load(a.model), Tokenizer(a.tokenizer)
    its = []
    for path, head in ((a.handwritten, 'hand-'), (a.fresh, 'fresh-')):
        for l in open(path) if path else []:
            d = json.loads(l)
            its.append(dict(kind=head + d['kind'], id=d['id'], prompt=prompt(d['turns']), metric=d['metric'], answers=d['answers']))
    if a.items:
        its += [dict(i) for i in json.load(open(a.items))['items']]
    if a.synopses:
        its += [dict(kind='synopsis', prompt=d['prompt'], metric='rouge', answers=[d['ref']], lead=d['lead']) for d in json.load(open(a.synopses))]
    if a.prose:
        its += [dict(kind='prose', prompt=f'User: Summarize this text in one line.\n{d["text"]}\n\nAssistant:', metric='rouge', answers=d['refs'], lead=lead(d['text'])) for d in json.load(open(a.prose))]
    if a.world:
        its += items_of_world(a.world, a.n)
    by = collections.defaultdict(list)
    for i in its:
        if len(by[i['kind']]) < a.limit:
            by[i['kind']].append(i)
    its = [i for l in by.values() for i in l]
    for i, o in zip(its, batched(R, tok, [i['prompt'] for i in its])):
        i['out'] = o
        i['score'] = score(i['metric'], o, i['answers'])
    rep = {k: dict(n=len(l), score=round(float(np.mean([i['score'] for i in l])), 4)) for k, l in by.items()}
    hand = [i for i in its if i['kind'].startswith('hand-')]
    if hand:
        rep['hand-all'] = dict(n=len(hand), score=round(float(np.mean([i['score'] for i in hand])), 4))
    fresh = [i for i in its if i['kind'].startswith('fresh-')]
    if fresh:
        rep['fresh-all'] = dict(n=len(fresh), score=round(float(np.mean([i['score'] for i in fresh])), 4))
    if 'synopsis' in rep:
        rep['synopsis-lead'] = dict(n=len(by['synopsis']), score=round(float(np.mean([rouge_l(i['lead'], i['answers'][0]) for i in by['synopsis']])), 4))
    if 'prose' in rep:
        rep['prose-lead'] = dict(n=len(by['prose']), score=round(float(np.mean([max(rouge_l(i['lead'], x) for x in i['answers']) for i in by['prose']])), 4))
    if a.bits:
        for k, v in bits(R, a.bits).items():
            rep['bits-' + k] = dict(n=1, score=v)
    json.dump(dict(model=os.path.basename(a.model), report=rep, items=its), open(a.out, 'w'), ensure_ascii=False, indent=0)
    print(f'{os.path.basename(a.model)}  ({time.time() - t0:.0f} s)  ' + '  '.join(f'{k} {v["score"]:.3f} ({v["n"]})' for k, v in rep.items()), flush=True)


if __name__ == '__main__':
    main()
