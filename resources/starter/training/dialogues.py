#!/usr/bin/env python3
"""Schema-Guided Dialogue -> what was said, with the marked values.   dialogues.py SGD_DIR OUT.jsonl

Each line: {"user": [[text, [[slot, value], ...]], ...], "lines": [["U" or "S", text, [[slot, value], ...]], ...]}.
Only values that stand in the text word for word are kept.  The texts stay outside the project.
"""
import glob
import json
import sys

n = 0
with open(sys.argv[2], 'w') as out:
    for f in sorted(glob.glob(f'{sys.argv[1]}/train/dialogues_*.json')):
        for d in json.load(open(f)):
            lines = []
            for t in d['turns']:
                vals = [[s['slot'], t['utterance'][s['start']:s['exclusive_end']]] for fr in t['frames'] for s in fr['slots'] if 'start' in s]
                lines.append([t['speaker'][0], t['utterance'], vals])
            user = [[t, v] for who, t, v in lines if who == 'U']
            if any(v for _, v in user):
                out.write(json.dumps(dict(user=user, lines=lines)) + '\n')
                n += 1
print(n, 'dialogues')
