"""RWKV-7 (x070) in the parallel form used for training, as plain functions over a dict of tensors.

Parameter names are those of the RWKV-7 files in circulation (emb.weight, blocks.0.att.x_r, ...), so a
checkpoint of this script is loadable by any engine that reads RWKV-7.
"""
import math
import torch
import torch.nn.functional as F

HEAD = 64


def lora_sizes(C):
    r = lambda f: max(32, int(round(f * C ** 0.5 / 32) * 32))
    return dict(w=r(2.5), a=r(2.5), v=r(1.7), g=r(5.0))


def init_params(V, C, L, seed=1):
    g = torch.Generator().manual_seed(seed)
    H, N, D = C // HEAD, HEAD, lora_sizes(C)
    uni = lambda shape, s: (torch.rand(shape, generator=g) * 2 - 1) * s

    def ortho(rows, cols, scale):
        m = torch.randn(max(rows, cols), min(rows, cols), generator=g)
        q, t = torch.linalg.qr(m)
        q = q * torch.sign(torch.diagonal(t))
        q = q if rows >= cols else q.t()
        return q.contiguous() * scale * (math.sqrt(rows / cols) if rows > cols else 1.0)

    p = {'emb.weight': uni((V, C), 1e-4)}
    i = torch.arange(C, dtype=torch.float32)
    pos, lin = i / C, i / (C - 1) - 0.5
    zig = ((i % N) - (N - 1) / 2) / ((N - 1) / 2)
    zig = zig * zig.abs()
    for n in range(L):
        b = f'blocks.{n}.'
        up, down = n / (L - 1), 1 - n / L
        for ln in (['ln0'] if n == 0 else []) + ['ln1', 'ln2']:
            p[b + ln + '.weight'], p[b + ln + '.bias'] = torch.ones(C), torch.zeros(C)
        a = b + 'att.'
        for name, e in dict(r=.2, w=.9, k=.7, v=.7, a=.9, g=.2).items():
            p[a + 'x_' + name] = (1 - pos ** (e * down)).view(1, 1, C)
        p[a + 'w0'] = (-5.5 + 6 * (i / (C - 1)) ** (1 + up ** 0.3) + 2.5 * zig).view(1, 1, C)
        p[a + 'a0'] = (-0.19 + 0.3 * zig + 0.4 * lin).view(1, 1, C)
        p[a + 'v0'] = (0.73 - 0.4 * lin).view(1, 1, C)
        for z in 'wavg':
            p[a + z + '1'] = torch.zeros(C, D[z])
            p[a + z + '2'] = ortho(D[z], C, 0.1)
        p[a + 'k_k'] = (0.71 - 0.1 * lin).view(1, 1, C)
        p[a + 'k_a'] = torch.full((1, 1, C), 1.02)
        p[a + 'r_k'] = torch.full((H, N), -0.04)
        p[a + 'receptance.weight'] = uni((C, C), 0.5 / C ** 0.5)
        p[a + 'key.weight'] = uni((C, C), 0.05 / C ** 0.5)
        p[a + 'value.weight'] = uni((C, C), 0.5 / C ** 0.5)
        p[a + 'output.weight'] = torch.zeros(C, C)
        p[a + 'ln_x.weight'] = torch.full((C,), ((1 + n) / L) ** 0.7)
        p[a + 'ln_x.bias'] = torch.zeros(C)
        f = b + 'ffn.'
        p[f + 'x_k'] = (1 - pos ** (down ** 4)).view(1, 1, C)
        p[f + 'key.weight'] = uni((4 * C, C), 0.5 / C ** 0.5)
        p[f + 'value.weight'] = torch.zeros(C, 4 * C)
    p['ln_out.weight'], p['ln_out.bias'] = torch.ones(C), torch.zeros(C)
    p['head.weight'] = ortho(V, C, 0.5)
    return p


def block_params(p, n):
    b = f'blocks.{n}.'
    return {k[len(b):]: v for k, v in p.items() if k.startswith(b)}


def _ln(x, w, b, dt):
    return F.layer_norm(x.float(), (x.shape[-1],), w, b, 1e-5).to(dt)


def block(x, vf, p, wkv, dt):
    """One layer. x (B,T,C) in dt; vf = layer 0's values, or None for layer 0. Returns x, vf."""
    B, T, C = x.shape
    H = C // HEAD
    c = lambda n: p[n].to(dt)
    if vf is None:
        x = _ln(x, p['ln0.weight'], p['ln0.bias'], dt)
    h = _ln(x, p['ln1.weight'], p['ln1.bias'], dt)
    d = F.pad(h, (0, 0, 1, -1)) - h
    mix = lambda n: h + d * c('att.x_' + n)
    xr, xw, xk, xv, xa, xg = [mix(n) for n in 'rwkvag']
    r = F.linear(xr, c('att.receptance.weight'))
    k = F.linear(xk, c('att.key.weight'))
    v = F.linear(xv, c('att.value.weight'))
    w = p['att.w0'] + (torch.tanh(xw @ c('att.w1')) @ c('att.w2')).float()
    a = torch.sigmoid(p['att.a0'] + ((xa @ c('att.a1')) @ c('att.a2')).float())
    g = torch.sigmoid(xg @ c('att.g1')) @ c('att.g2')
    if vf is None:
        vf = v
    else:
        s = torch.sigmoid(p['att.v0'] + ((xv @ c('att.v1')) @ c('att.v2')).float())
        v = (v.float() + (vf.float() - v.float()) * s).to(dt)
    hd = lambda z: z.reshape(B, T, H, HEAD)
    kf = k.float()
    kk = hd(kf * p['att.k_k'])
    kk = kk / torch.clamp(kk.pow(2).sum(-1, keepdim=True).sqrt(), min=1e-12)
    kb = kk * hd(a)
    k = (kf * (1 + (a - 1) * p['att.k_a'])).to(dt)
    y = wkv(hd(r), hd(w.to(dt)), hd(k), hd(v), (-kk).to(dt), kb.to(dt)).float()
    m = y.mean(-1, keepdim=True)
    y = (y - m) * torch.rsqrt((y - m).pow(2).mean(-1, keepdim=True) + 64e-5)
    y = y.reshape(B, T, C) * p['att.ln_x.weight'] + p['att.ln_x.bias']
    bonus = (hd(r).float() * hd(k).float() * p['att.r_k']).sum(-1, keepdim=True) * hd(v).float()
    y = ((y + bonus.reshape(B, T, C)) * g.float()).to(dt)
    x = x + F.linear(y, c('att.output.weight'))
    h = _ln(x, p['ln2.weight'], p['ln2.bias'], dt)
    h = h + (F.pad(h, (0, 0, 1, -1)) - h) * c('ffn.x_k')
    h = torch.relu(F.linear(h, c('ffn.key.weight'))) ** 2
    return x + F.linear(h, c('ffn.value.weight')), vf


def head_loss(x, p_ln_w, p_ln_b, w, tgt, dt, weight):
    """Mean cross entropy over the targets, each with its weight."""
    logits = F.linear(_ln(x, p_ln_w, p_ln_b, dt), w.to(dt))
    l = F.cross_entropy(logits.view(-1, logits.shape[-1]).float(), tgt.reshape(-1), reduction='none')
    return (l * weight.reshape(-1)).sum() / weight.sum()


# --------------------------------------------------------------------------- recurrent form (inference)
class Recurrent:
    """Float32 step-by-step inference over a batch; the reference for other engines."""

    def __init__(self, p):
        self.p = {k: v.float() for k, v in p.items()}
        self.V, self.C = self.p['emb.weight'].shape
        self.L = 1 + max(int(k.split('.')[1]) for k in p if k.startswith('blocks.'))
        self.bp = [{k: v.reshape(-1) if v.dim() == 3 else v for k, v in block_params(self.p, n).items()}
                   for n in range(self.L)]

    def state(self, B):
        H = self.C // HEAD
        dev = self.p['emb.weight'].device
        return [[torch.zeros(B, self.C, device=dev), torch.zeros(B, self.C, device=dev),
                 torch.zeros(B, H, HEAD, HEAD, device=dev)] for _ in range(self.L)]

    def step(self, tok, st, keep=None):
        """tok (B,) -> logits (B, V); st is changed in place. keep (B,) bool: rows to update."""
        p, C, H = self.p, self.C, self.C // HEAD
        B = tok.shape[0]
        ln = lambda z, q, n: F.layer_norm(z, (C,), q[n + '.weight'], q[n + '.bias'], 1e-5)
        x = p['emb.weight'][tok]
        vf = None
        for n in range(self.L):
            q, s = self.bp[n], st[n]
            if n == 0:
                x = ln(x, q, 'ln0')
            h = ln(x, q, 'ln1')
            d = s[0] - h
            xr, xw, xk, xv, xa, xg = [h + d * q['att.x_' + z] for z in 'rwkvag']
            r, k, v = xr @ q['att.receptance.weight'].t(), xk @ q['att.key.weight'].t(), xv @ q['att.value.weight'].t()
            w = torch.exp(-0.6065306597126334 * torch.sigmoid(q['att.w0'] + torch.tanh(xw @ q['att.w1']) @ q['att.w2']))
            a = torch.sigmoid(q['att.a0'] + xa @ q['att.a1'] @ q['att.a2'])
            g = torch.sigmoid(xg @ q['att.g1']) @ q['att.g2']
            if vf is None:
                vf = v
            else:
                v = v + (vf - v) * torch.sigmoid(q['att.v0'] + xv @ q['att.v1'] @ q['att.v2'])
            hd = lambda z: z.view(B, H, HEAD)
            kk = hd(k * q['att.k_k'])
            kk = kk / torch.clamp(kk.norm(dim=-1, keepdim=True), min=1e-12)
            k = k * (1 + (a - 1) * q['att.k_a'])
            S = s[2]
            u = torch.matmul(S, (-kk).unsqueeze(-1))
            S2 = S * hd(w).unsqueeze(-2) + u * (kk * hd(a)).unsqueeze(-2) + hd(v).unsqueeze(-1) * hd(k).unsqueeze(-2)
            y = torch.matmul(S2, hd(r).unsqueeze(-1)).squeeze(-1)
            y = (y - y.mean(-1, keepdim=True)) * torch.rsqrt(y.var(-1, unbiased=False, keepdim=True) + 64e-5)
            y = y.reshape(B, C) * q['att.ln_x.weight'] + q['att.ln_x.bias']
            y = y + ((hd(r) * hd(k) * q['att.r_k']).sum(-1, keepdim=True) * hd(v)).reshape(B, C)
            x = x + (y * g) @ q['att.output.weight'].t()
            h2 = ln(x, q, 'ln2')
            z = h2 + (s[1] - h2) * q['ffn.x_k']
            x = x + torch.relu(z @ q['ffn.key.weight'].t()) ** 2 @ q['ffn.value.weight'].t()
            if keep is None:
                s[0], s[1], s[2] = h, h2, S2
            else:
                m = keep.view(B, 1)
                s[0], s[1] = torch.where(m, h, s[0]), torch.where(m, h2, s[1])
                s[2] = torch.where(m.view(B, 1, 1, 1), S2, S)
        x = F.layer_norm(x, (C,), p['ln_out.weight'], p['ln_out.bias'], 1e-5)
        return x @ p['head.weight'].t()
