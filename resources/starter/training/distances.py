#!/usr/bin/env python3
"""Items for recall over a distance: a fact of the generators, other talk of about 150, 400, 800 and 1,600 tokens, a question on the fact.

    distances.py BUILD_DIR TOKENIZER.json OUT.json [EACH]

BUILD_DIR as for prepare.py.  Names and places are such that no training chat shows; the talk between holds short exchanges and
questions on a passage.  OUT.json is a file for evaluate_engine.py.  The facts are those of facts.py and more_facts.py, so the items
stay the same when generators are added.
"""
import argparse
import json
import random
import sys

import chats as C
import sentences as Q
from scores import prompt
from tokenizer import Tokenizer


def main():
    build, tok, out = sys.argv[1], Tokenizer(sys.argv[2]), sys.argv[3]
    each = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    w = C.make_world(argparse.Namespace(names=f'{build}/names', real=f'{build}/out/real.json', dialogues=f'{build}/out/dialogues.jsonl', pairs=None, test=True))
    r = random.Random(2211)
    items, groups = [], [g for g in Q.OLD + Q.MORE if g[0] != 'list']
    for far in (150, 400, 800, 1600):
        size = []
        while len(size) < each:
            t = Q.told_by_user(r, w, groups)
            fill, n = [], 0
            while n < 0.9 * far:
                part = (C.aside if r.random() < 0.6 or far - n < 150 else C.passage)(r, w)
                k = len(tok.encode(prompt([y for x in part for y in x] + [''])))
                if n + k < 1.1 * far:
                    fill += [y for x in part for y in x]
                    n += k
            qs, an = r.choice(t.asks)
            items.append(dict(kind=f'recall-{far}', prompt=prompt([t.text, C.ack(r, t)] + fill + [C.question(r, qs)]), metric='contains', answers=[min(an, key=len).rstrip('.')] + an))
            size.append(n)
        print(f'{far}: {each} items, {min(size)} to {max(size)} tokens between')
    json.dump(dict(items=items), open(out, 'w'), ensure_ascii=False, indent=0)


if __name__ == '__main__':
    main()
