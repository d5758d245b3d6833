#!/usr/bin/env python3
"""Asks Eddy's own engine the hand-written questions: the check of a quantised file.

    evaluate_engine.py EDDY_CLI MODEL OUT.json ITEMS.jsonl|EVAL.json [LIMIT]

ITEMS.jsonl: hand-written questions; EVAL.json: a file of evaluate.py, whose items are asked again.  Greedy, one process a question.
"""
import json
import re
import subprocess
import sys
import tempfile

import scores as S


def ask(cli, model, prompt):
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as f:
        f.write(prompt)
        f.flush()
        out = subprocess.run([cli, 'generate', '--model', model, '--prompt-file', f.name, '--max-tokens', '80', '--temperature', '0', '--stop', '\n\n', '--threads', '1'], capture_output=True, text=True)
    return re.split(r'\n\n', out.stdout)[0].strip()


def main():
    cli, model, out, src = sys.argv[1:5]
    limit = int(sys.argv[5]) if len(sys.argv) > 5 else 10 ** 9
    if src.endswith('.jsonl'):
        items = [dict(kind='hand-' + d['kind'], id=d['id'], prompt=S.prompt(d['turns']), metric=d['metric'], answers=d['answers']) for d in map(json.loads, open(src))]
    else:
        items = json.load(open(src))['items']
    by = {}
    for i in items:
        l = by.setdefault(i['kind'], [])
        if len(l) < limit:
            i['out'] = ask(cli, model, i['prompt'])
            i['score'] = S.score(i['metric'], i['out'], i['answers'])
            l.append(i)
    json.dump(dict(model=model.rsplit('/', 1)[-1], items=[i for l in by.values() for i in l]), open(out, 'w'), ensure_ascii=False, indent=0)
    print('  '.join(f'{k} {sum(i["score"] for i in l) / len(l):.3f} ({len(l)})' for k, l in by.items()))


if __name__ == '__main__':
    main()
