#!/usr/bin/env python3
"""Trains the starter model on one GPU.  Time-based: every stage runs for a set number of seconds.

    train.py DATA_DIR OUT_DIR --stage NAME:SECONDS:LR_FROM:LR_TO:CONTEXT [--stage ...] [--init PREFIX]

DATA_DIR/NAME holds what prepare.py makes for the stage (it may still be at work: the stage waits for DONE).  The loss counts
what the assistant says fully, running text and the user's words less (WEIGHTS).  Matrices inside the layers are trained with
Muon (momentum, orthogonalised by Newton-Schulz), the rest with Adam.  Weights leave through weights.py after each stage.
"""
import argparse
import json
import math
import os
import sys
import time

t_start = time.time()
import numpy as np
import torch
import torch.nn.functional as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import model as M
import weights as W

MIXES = dict(
    a=dict(synth=.66, know=.013, sum=.08, docs=.135, books=.015, games=.005, dict=.042, man=.028, desc=.022),
    b=dict(synth=.68, know=.013, sum=.08, docs=.12, books=.015, games=.005, dict=.04, man=.027, desc=.02))
WEIGHTS = dict(a=[0.15, 1.0, 0.85], b=[0.10, 1.0, 0.8])       # user, assistant, running text

ap = argparse.ArgumentParser()
ap.add_argument('data'); ap.add_argument('out')
ap.add_argument('--stage', action='append', default=[])
ap.add_argument('--layers', type=int, default=8); ap.add_argument('--width', type=int, default=512)
ap.add_argument('--tokens', type=int, default=65536, help='tokens a step')
ap.add_argument('--init'); ap.add_argument('--tag', default='v6')
ap.add_argument('--muon-lr', type=float, default=0.015); ap.add_argument('--adam-lr', type=float, default=1.5e-3)
ap.add_argument('--emb-lr', type=float, default=3e-3); ap.add_argument('--wd', type=float, default=0.03)
ap.add_argument('--warmup', type=int, default=100); ap.add_argument('--seed', type=int, default=1)
ap.add_argument('--vocab', type=int, default=8192)
ap.add_argument('--ema', type=float, default=0.997, help='decay a step of the running mean of the weights, kept in the last stage')
ap.add_argument('--until', type=float, help='the last stage ends at this time (seconds since 1970), however long it then runs')
ap.add_argument('--cpu', action='store_true', help='a slow trial of the whole script without a GPU')
a = ap.parse_args()

dev = 'cpu' if a.cpu else 'cuda'
torch.manual_seed(a.seed)
torch.backends.cuda.matmul.allow_tf32 = True
torch.set_float32_matmul_precision('high')
os.makedirs(a.out, exist_ok=True)
log = open(os.path.join(a.out, 'log.txt'), 'a')


def say(*x):
    s = f'[{time.time() - t_start:6.1f}] ' + ' '.join(str(v) for v in x)
    print(s, flush=True); log.write(s + '\n'); log.flush()


# ------------------------------------------------------------------ data, wholly on the GPU
class Stage:
    """The packed tokens of a stage and random windows of them; most begin at a document's first token."""

    def __init__(self, name, ctx):
        d = f'{a.data}/{name}'
        while not os.path.exists(d + '/DONE'):
            time.sleep(0.5)
        self.meta = json.load(open(d + '/meta.json'))
        tok = np.fromfile(d + '/tokens.u16', dtype=np.uint16)
        role = np.fromfile(d + '/roles.u8', dtype=np.uint8)
        assert len(tok) == len(role) == sum(c['tokens'] for c in self.meta['cats'])
        self.cats, pos = {}, 0
        for c in self.meta['cats']:
            z = np.flatnonzero(tok[pos:pos + c['tokens']] == 0) + pos + 1
            starts = np.concatenate([[pos], z[:-1]]) if len(z) else np.array([pos])
            self.cats[c['name']] = (pos, c['tokens'], torch.from_numpy(starts.astype(np.int64)).to(dev), c.get('loose', 0.0))
            pos += c['tokens']
        self.data = torch.from_numpy(np.concatenate([tok, tok[:ctx + 2]]).astype(np.int16)).to(dev)
        self.role = torch.from_numpy(np.concatenate([role, role[:ctx + 2]])).to(dev)
        self.mix, self.w = MIXES[name], torch.tensor(WEIGHTS[name], device=dev)
        self.T, self.B = ctx, max(1, a.tokens // ctx)
        self.ar = torch.arange(ctx + 1, device=dev)
        say('stage', name, f'{pos / 1e6:.1f}M tokens', {k: f'{v[1] / 1e6:.1f}M/{len(v[2])}' for k, v in self.cats.items()})

    def batch(self):
        names = list(self.mix)
        w = torch.tensor([self.mix[n] for n in names], dtype=torch.float64)
        cnt = torch.bincount(torch.multinomial(w, self.B, replacement=True), minlength=len(names)).tolist()
        rows = []
        for n, c in zip(names, cnt):
            if c:
                p0, ln, st, loose = self.cats[n]
                s = st[torch.randint(len(st), (c,), device=dev)]
                if loose:
                    r = p0 + (torch.rand(c, device=dev, dtype=torch.float64) * max(1, ln - self.T - 1)).long()
                    s = torch.where(torch.rand(c, device=dev) < loose, r, s)
                rows.append(s)
        i = torch.cat(rows)[:, None] + self.ar
        return self.data[i].long(), self.w[self.role[i[:, 1:]].long()]


# ------------------------------------------------------------------ model
V = a.vocab
p = {k: v.to(dev) for k, v in M.init_params(V, a.width, a.layers, a.seed).items()}
if a.init:                              # bf16 weights of an earlier run, fresh optimisers
    for k, s, bits in W.unpack(a.init):
        p[k] = torch.from_numpy(bits.view(np.int16).copy()).view(torch.bfloat16).float().reshape(s).to(dev)
for v in p.values():
    v.requires_grad_(True)
say('parameters', sum(v.numel() for v in p.values()) / 1e6)
import wkv7 as K
wkv7, dt = (K.wkv7_chunked, torch.float32) if a.cpu else (K.wkv7, torch.bfloat16)
fb, fh = M.block, M.head_loss
if not a.cpu:
    fb, fh = torch.compile(M.block, dynamic=False), torch.compile(M.head_loss, dynamic=False)
bps = [M.block_params(p, n) for n in range(a.layers)]
bps = [{k: v for k, v in q.items() if not (n == 0 and k in ('att.v0', 'att.v1', 'att.v2'))} for n, q in enumerate(bps)]
used = {id(v) for q in bps for v in q.values()} | {id(p[k]) for k in p if not k.startswith('blocks.')}


def loss_of(idx, weight):
    x = F.embedding(idx[:, :-1], p['emb.weight']).to(dt)
    vf = None
    for q in bps:
        x, vf = fb(x, vf, q, wkv7, dt)
    return fh(x, p['ln_out.weight'], p['ln_out.bias'], p['head.weight'], idx[:, 1:], dt, weight)


# ------------------------------------------------------------------ optimisers
BIG = ('att.receptance.weight', 'att.key.weight', 'att.value.weight', 'att.output.weight', 'ffn.key.weight', 'ffn.value.weight')
big = {}
for k, v in p.items():
    if k.endswith(BIG):
        big.setdefault(tuple(v.shape), []).append(v)
bigid = {id(v) for l in big.values() for v in l}
groups = {'emb': [], 'mat': [], 'vec': [], 'w0': []}
for k, v in p.items():
    if id(v) in bigid or id(v) not in used:
        continue
    g = 'emb' if k in ('emb.weight', 'head.weight') else 'w0' if k.endswith('att.w0') else 'mat' if v.dim() == 2 and not k.endswith('r_k') else 'vec'
    groups[g].append(v)
base = dict(emb=a.emb_lr, mat=a.adam_lr, vec=a.adam_lr, w0=2 * a.adam_lr)
adam = torch.optim.AdamW([dict(params=v, lr=base[k], base=base[k], weight_decay=a.wd if k in ('emb', 'mat') else 0.0)
                          for k, v in groups.items() if v], betas=(0.9, 0.98), eps=1e-10, **({} if a.cpu else dict(fused=True)))
mom = {s: torch.zeros(len(l), *s, device=dev) for s, l in big.items()}


def newton_schulz(G):
    X = G.bfloat16()
    tall = X.shape[-2] > X.shape[-1]
    if tall:
        X = X.transpose(-1, -2)
    X = X / (X.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        A = X @ X.transpose(-1, -2)
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * (A @ A)) @ X
    return X.transpose(-1, -2) if tall else X


@torch.no_grad()
def muon_step(lr, beta=0.95):
    for s, l in big.items():
        g = torch.stack([v.grad for v in l])
        m = mom[s]
        m.lerp_(g, 1 - beta)
        u = newton_schulz(g.lerp(m, beta)).float() * max(1, s[0] / s[1]) ** 0.5
        torch._foreach_mul_(l, 1 - lr * a.wd)
        torch._foreach_add_(l, list(u.unbind(0)), alpha=-lr)


# ------------------------------------------------------------------ checkpoints and validation
def save_weights(tag, what=None):
    t = [(k, list(v.shape), v.detach().float().cpu().to(torch.bfloat16).view(torch.int16).numpy().view(np.uint16)) for k, v in (what or p).items()]
    n = W.write_pieces(t, f'{a.out}/{tag}')
    open(f'{a.out}/{tag}.ok', 'w').write('')
    say('weights', tag, f'{n / 2**20:.1f} MiB')


def validate(T):
    """bits per byte of the held-out tokens; with gradients on, so that the compiled code of the training is used"""
    meta = json.load(open(f'{a.data}/a/meta.json'))['val']
    val = np.fromfile(f'{a.data}/a/val.u16', dtype=np.uint16)
    B, res = max(1, a.tokens // T), {}
    for name, (st, ln, nbytes) in meta.items():
        n = (ln - 1) // T
        w = torch.from_numpy(val[st:st + n * T + 1].astype(np.int64)).to(dev)
        rows = torch.stack([w[i * T:i * T + T + 1] for i in range(n)])
        ls = [loss_of(rows[i:i + B], torch.ones(B, T, device=dev)).item() for i in range(0, n - B + 1, B)]
        if ls:
            res[name] = round(sum(ls) / len(ls) * ln / nbytes / math.log(2), 4)
    say('held-out bits/byte', json.dumps(res))


# ------------------------------------------------------------------ the run
for T in sorted({int(st.split(':')[4]) for st in a.stage}):        # compile while the data are still being made
    loss_of(torch.randint(V, (max(1, a.tokens // T), T + 1), device=dev), torch.ones(max(1, a.tokens // T), T, device=dev)).backward()
    for v in p.values():
        v.grad = None
    say('ready for windows of', T)
step = seen = 0
scale, snap, mean = 1.0, None, {}
for n_stage, st in enumerate(a.stage):
    name, secs, lr0, lr1, ctx = st.split(':')
    secs, lr0, lr1 = float(secs), float(lr0), float(lr1)
    D = Stage(name, int(ctx))
    t0, warm = None, 0
    acc, last_t, last_n = [], time.time(), seen
    while True:
        now = time.time()
        if t0 is None and warm >= 3:
            if not a.cpu:
                torch.cuda.synchronize()
            t0 = last_t = time.time()
            last_n = seen
            if a.until and n_stage == len(a.stage) - 1:
                secs = max(1.0, a.until - t0)
                say('stage', name, f'for {secs:.0f} s')
        fr = 0.0 if t0 is None else min(1.0, (now - t0) / secs)
        if fr >= 1.0:
            break
        lr = scale * (lr0 + (lr1 - lr0) * fr) * min(1.0, (step + 1) / a.warmup)
        for g in adam.param_groups:
            g['lr'] = g['base'] * lr
        loss = loss_of(*D.batch())
        loss.backward()
        torch.nn.utils.clip_grad_norm_([v for g in adam.param_groups for v in g['params']], 1.0)
        adam.step()
        muon_step(a.muon_lr * lr)
        for v in p.values():
            v.grad = None
        if n_stage == len(a.stage) - 1:
            with torch.no_grad():
                if not mean:
                    mean = {k: v.detach().clone() for k, v in p.items()}
                torch._foreach_mul_(list(mean.values()), a.ema)
                torch._foreach_add_(list(mean.values()), list(p.values()), alpha=1 - a.ema)
        acc.append(loss.detach())
        step += 1
        seen += D.B * D.T
        warm += 1
        if step % 10 == 0:
            if not math.isfinite(acc[-1].item()):       # go back to the last good weights, with half the rate
                say('loss is not finite at step', step)
                with torch.no_grad():
                    for k in p:
                        p[k].copy_(snap[k])
                    for m in mom.values():
                        m.zero_()
                adam.state.clear()
                scale *= 0.5
                acc = []
                continue
            if step % 300 == 0 or snap is None:
                snap = {k: v.detach().clone() for k, v in p.items()}
        if step in (1, 3, 10, 30) or step % 200 == 0:
            l = torch.stack(acc).mean().item()
            acc = []
            n = time.time()
            say(f'{name} step {step} loss {l:.4f} lr {lr:.3f} seen {seen / 1e6:.1f}M  {(seen - last_n) / max(1e-9, n - last_t) / 1e3:.0f}k tok/s' + ('' if a.cpu else f'  mem {torch.cuda.max_memory_allocated() / 2**30:.1f}G'))
            last_t, last_n = n, seen
    if not a.cpu:
        torch.cuda.synchronize()
    say(f'stage {name} done: {step} steps, {seen / 1e6:.1f}M tokens')
    save_weights(f'{a.tag}-{name}')
    if mean:
        save_weights(f'{a.tag}-{name}-mean', mean)
    validate(int(ctx))
    D = None
open(f'{a.out}/FINISHED', 'w').write('')
