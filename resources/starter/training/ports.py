#!/usr/bin/env python3
"""Descriptions and one-liners of other package collections, in the form of corpus.py's descriptions.

    ports.py OUT.jsonl [opam=GIT] [slackbuilds=GIT] [haiku=GIT] [fink=GIT] [peps=GIT] [mports=GIT] [guix=GIT] [openwrt=GIT] [openbsd=GIT] [yocto=GIT]

GIT: a git directory; its newest commit is read.
"""
import collections
import json
import re
import subprocess
import sys


def files(git, want):
    """path -> text of every file of the newest commit whose path matches"""
    names = subprocess.run(['git', '-C', git, 'ls-tree', '-r', 'HEAD'], capture_output=True, text=True, errors='replace').stdout.split('\n')
    todo = [(l.split('\t')[1], l.split()[2]) for l in names if '\t' in l and re.search(want, l.split('\t')[1])]
    p = subprocess.run(['git', '-C', git, 'cat-file', '--batch'], input=''.join(o + '\n' for _, o in todo).encode(), capture_output=True).stdout
    at, res = 0, {}
    for path, _ in todo:
        end = p.index(b'\n', at)
        head = p[at:end].split()
        if len(head) < 3:                       # the object is not there
            at = end + 1
            continue
        n = int(head[2])
        res[path] = p[end + 1:end + 1 + n].decode('utf-8', 'replace')
        at = end + 2 + n
    return res


def paragraphs(t):
    """wrapped lines -> paragraphs; lists keep an entry a line"""
    res, cur = [], []
    for l in t.split('\n') + ['']:
        s = l.strip()
        if not s or re.match(r'[-*+] ', s):
            if cur:
                res.append(' '.join(cur))
            cur = [re.sub(r'^[-*+] +', '- ', s)] if s else []
        else:
            cur.append(s)
    if cur:
        res.append(' '.join(cur))
    return [re.sub(r'\s+', ' ', p).strip() for p in res if len(p) > 3]


def opam(git):
    last = {}
    for path, t in sorted(files(git, r'^packages/.*/opam$').items()):
        last[path.split('/')[1]] = t
    for name, t in last.items():
        s = re.search(r'^synopsis: *"((?:[^"\\]|\\.)*)"', t, re.M) or re.search(r'^synopsis: *"""(.*?)"""', t, re.M | re.S)
        d = re.search(r'^description: *"""(.*?)"""', t, re.M | re.S) or re.search(r'^description: *"((?:[^"\\]|\\.)*)"', t, re.M | re.S)
        if s and d:
            yield name, s.group(1), d.group(1).replace('\\n', '\n').replace('\\', '')


def slackbuilds(git):
    for path, t in files(git, r'/slack-desc$').items():
        name = path.split('/')[-2]
        ls = [l[len(name) + 1:].strip() for l in t.split('\n') if l.startswith(name + ':')]
        if ls:
            m = re.match(rf'{re.escape(name)} *\((.+)\)$', ls[0], re.I)
            if m:
                yield name, m.group(1), '\n'.join(l for l in ls[1:] if not re.match(r'(Home ?page|Web ?site|http)', l, re.I))


def haiku(git):
    last = {}
    for path, t in sorted(files(git, r'\.recipe$').items()):
        last[path.split('/')[1]] = t
    for name, t in last.items():
        s, d = re.search(r'^SUMMARY="([^"]+)"', t, re.M), re.search(r'^DESCRIPTION="([^"]+)"', t, re.M)
        if s and d:
            yield name, s.group(1), d.group(1).replace('\\\n', ' ').replace('\\', '')


def fink(git):
    for path, t in files(git, r'\.info$').items():
        s, d = re.search(r'^ *Description: *(.+)$', t, re.M), re.search(r'^ *DescDetail: *<<\n(.*?)\n *<<', t, re.M | re.S)
        n = re.search(r'^ *Package: *(\S+)', t, re.M)
        if s and d and n:
            yield n.group(1), s.group(1), d.group(1)


def peps(git):
    for path, t in files(git, r'^peps/pep-\d+\.rst$').items():
        title = re.search(r'^Title: *(.+)$', t, re.M)
        a = re.search(r'\nAbstract\n[=-]+\n(.*?)\n[A-Z][^\n]*\n[=-]{4,}\n', t, re.S)
        if title and a:
            x = re.sub(r':[\w:-]+:`([^`<]+?)(?: *<[^>]*>)?`', r'\1', a.group(1))
            x = re.sub(r'`{1,2}([^`<]+?)(?: *<[^>]*>)?`{1,2}_*', r'\1', x)
            x = re.sub(r'^\.\. .*$', '', x, flags=re.M)
            yield path, title.group(1), x.replace('*', '')


def makefiles(git, text_path, line):
    """ports whose folder holds a Makefile with the one-liner and a file with the description"""
    all_ = files(git, rf'(^|/)Makefile$|{text_path}$')
    for path, t in all_.items():
        if not re.search(text_path + '$', path):
            continue
        folder = re.sub(text_path + '$', '', path)
        m = re.search(line, all_.get(folder + 'Makefile', ''), re.M)
        if m and '$' not in m.group(1):
            yield folder.rstrip('/').rsplit('/', 1)[-1], m.group(1).strip().strip('"'), re.sub(r'(?m)^(WWW:|Author:).*$', '', t)


def mports(git):
    return makefiles(git, 'pkg-descr', r'^COMMENT\s*=\s*(.+)$')


def openbsd(git):
    return makefiles(git, 'pkg/DESCR', r'^COMMENT\s*=\s*(.+)$')


def guix(git):
    for path, t in files(git, r'^gnu/packages/.*\.scm$').items():
        for m in re.finditer(r'\(name "([^"]+)"\)(?:(?!\(name ").){0,9000}?\(synopsis\s+"((?:[^"\\]|\\.)+)"\)\s*\(description\s+(?:\(string-append\s+)?"((?:[^"\\]|\\.)+)"', t, re.S):
            plain = re.sub(r'@\w+\{([^{}]*)\}', r'\1', m.group(3).replace('\\n', '\n').replace('\\"', '"').replace('~\n', ' '))
            yield m.group(1), m.group(2).replace('\\"', '"'), re.sub(r'(?m)^@(item|end|itemize|enumerate|table|bullet).*$', '', plain)


def openwrt(git):
    for path, t in files(git, r'/Makefile$').items():
        for m in re.finditer(r'define Package/([\w.+-]+)/description\n(.*?)\nendef', t, re.S):
            d = re.search(rf'define Package/{re.escape(m.group(1))}\n(.*?)\nendef', t, re.S)
            s = re.search(r'^\s*TITLE:=(.+)$', d.group(1) if d else '', re.M)
            if s and '$' not in s.group(1) + m.group(2):
                yield m.group(1), s.group(1), m.group(2).replace('\\', '')


def yocto(git):
    for path, t in files(git, r'\.(bb|inc)$').items():
        s, d = re.search(r'^SUMMARY *= *"([^"]+)"', t, re.M), re.search(r'^DESCRIPTION *= *"([^"]+)"', t, re.M)
        if s and d:
            yield path.rsplit('/', 1)[-1].split('_')[0], s.group(1), d.group(1).replace('\\\n', ' ')


def clean(name, syn, text):
    syn = re.sub(r'\s+', ' ', syn).strip().rstrip('.').strip('"')
    syn = re.sub(rf'^{re.escape(name)} *(-|:|is) +', '', syn, flags=re.I)
    ps = [p for p in paragraphs(text) if not re.search(r'https?://|^(homepage|note|maintainer|author|warning|usage notes?)\b', p, re.I)]
    return syn, ps


def main():
    seen, count = set(), collections.Counter()
    with open(sys.argv[1], 'w') as f:
        for arg in sys.argv[2:]:
            kind, git = arg.split('=', 1)
            for name, syn, text in globals()[kind](git):
                syn, ps = clean(name, syn, text)
                t = '\n'.join(ps)
                key = re.sub(r'[\d\W]+', '', t.lower())[:200]
                plain = sum(map(str.isascii, t)) > 0.98 * len(t)
                if len(syn.split()) < 3 or len(syn) > 100 or not 110 <= len(t) <= 2400 or key in seen or not plain:
                    continue
                if syn.lower() in t.lower() and len(syn) > 0.6 * len(t):
                    continue
                seen.add(key)
                count[kind] += 1
                f.write(json.dumps(dict(id=f'{kind}:{name}', syn=syn, paras=ps, text=t)) + '\n')
    print(dict(count))


if __name__ == '__main__':
    main()
