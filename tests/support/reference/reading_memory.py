#!/usr/bin/env python3
"""Texts of growing length read whole by eddy-cli: speed, peak memory, and when the first question can be answered. The table of
docs/benchmarks.md.

    reading_memory.py PATH/TO/eddy-cli [TOKENS ...] [--model FILE]

Peak memory is what the system says about the program and its helper (ru_maxrss).
"""
import json
import os
import subprocess
import sys
import tempfile

from recall_depths import FILLER

BYTES_A_TOKEN = 3.9  # of this text with the starter; the table says what was really read


def write(path, tokens):
    size = i = 0
    with open(path, 'w') as out:
        while size < tokens * BYTES_A_TOKEN:
            paragraph = ' '.join(FILLER[(i * 5 + j * 3) % len(FILLER)] for j in range(4)) + f' That was page note {i}.\n\n'
            if i % 8 == 7:
                paragraph += '\f'
            out.write(paragraph)
            size += len(paragraph)
            i += 1


def run(command):
    with tempfile.TemporaryFile('w+') as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
        if status:
            sys.exit(f'{command[0]} ended with {status}')
        out.seek(0)
        return json.load(out), usage.ru_maxrss / 1024


def main():
    words = sys.argv[1:]
    model = []
    if '--model' in words:
        at = words.index('--model')
        model = words[at:at + 2]
        del words[at:at + 2]
    cli, lengths = words[0], [int(w) for w in words[1:]] or [1_000, 10_000, 100_000, 1_000_000]
    print('| tokens | pages | tokens/s | pages/s | text ready after, s | read after, s | peak memory, MB | more than the first |')
    print('|---|---|---|---|---|---|---|---|')
    first = None
    for tokens in lengths:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'text.txt')
            write(path, tokens)
            answer, peak = run([cli, 'read', path, '--json', '--from', 'memory', '--max-tokens', '8', '--ask', 'What is it about?'] + model)
        reading, pages = answer['reading'], answer['documents'][0]['pages']
        first = first or peak
        print(f'| {reading["tokens"]:,} | {pages:,} | {reading["tokens_per_second"]:,.0f} | {pages / reading["seconds"]:.1f} | {answer["import_seconds"]:.1f} '
              f'| {answer["import_seconds"] + reading["seconds"]:.1f} | {peak:.1f} | {100 * (peak / first - 1):.1f} % |', flush=True)


if __name__ == '__main__':
    main()
