#!/usr/bin/env python3
"""Texts of growing length read whole by eddy-cli: speed, peak memory, and when the first question is answered. The table of
docs/benchmarks.md.

    reading_memory.py PATH/TO/eddy-cli [TOKENS ...] [--model FILE] [--probe llama_probe --libraries FOLDER]

Peak memory is what the system says about a process (ru_maxrss): of eddy-cli, which reads, and of eddy-reader, which finds the
text before that. The first question can be asked of passages as soon as the text is there, and of the state when it has been read;
"answered" is that and the time of eight tokens.

With --probe (a small program over llama.cpp's public functions, see cpu_peers.py) and the model as a file that llama.cpp opens too,
the same number of tokens, at most 8,192, is read by it as well, in pieces of 512.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

from recall_depths import FILLER

BYTES_A_TOKEN = 3.9  # of this text with the starter; the table says what was really read
MOST_OF_PEER = 8192  # a recurrent model reads no slower later on


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


def measured(command, folder=None):
    """Output and peak megabytes; `folder` holds the program's libraries, which llama.cpp looks for where it starts."""
    environment = dict(os.environ, LD_LIBRARY_PATH=folder) if folder else None
    with tempfile.TemporaryFile('w+') as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=environment, cwd=folder)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
        if status:
            sys.exit(f'{" ".join(command)} ended with {status}')
        out.seek(0)
        return out.read(), usage.ru_maxrss / 1024


def run(command):
    text, peak = measured(command)
    return json.loads(text), peak


def peer(o, tokens):
    text, peak = measured([o.probe, o.model, '-t', str(o.threads or os.cpu_count()), '-p', str(min(tokens, MOST_OF_PEER)), '-n', '1', '-r', '1',
                           '-f', tempfile.gettempdir()], o.libraries)
    return float(re.search(r'pp\d+ ([\d.]+) t/s', text)[1]), peak


def row(o, tokens, first):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'text.txt')
        write(path, tokens)
        _, helper = measured([o.reader, '--', path])
        command = [o.cli, 'read', path, '--json', '--from', 'memory', '--max-tokens', '8', '--ask', 'What is it about?', '--threads', str(o.threads)]
        answer, peak = run(command + (['--model', o.model] if o.model else []))
    reading, pages, text_ready = answer['reading'], answer['documents'][0]['pages'], answer['import_seconds']
    first = first or peak
    read = text_ready + reading['seconds']
    line = (f'| {reading["tokens"]:,} | {pages:,} | {reading["tokens_per_second"]:,.0f} | {pages / reading["seconds"]:.1f} | {text_ready:.1f} | {read:.1f} '
            f'| {read + answer["answers"][0]["seconds"]:.1f} | {peak:.1f} | {100 * (peak / first - 1):+.2f} % | {helper:.0f} |')
    if o.probe:
        speed, memory = peer(o, reading['tokens'])
        line += f' {speed:,.0f} | {reading["tokens_per_second"] / speed:.2f}x | {memory:.1f} |'
    print(line, flush=True)
    return first


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('cli')
    parser.add_argument('tokens', nargs='*', type=int)
    parser.add_argument('--model', help='instead of the one shipped with Eddy')
    parser.add_argument('--reader', help='eddy-reader (default: beside eddy-cli)')
    parser.add_argument('--threads', type=int, default=0)
    parser.add_argument('--probe')
    parser.add_argument('--libraries', help='folder of libllama')
    o = parser.parse_args()
    if o.probe and not (o.model and o.libraries):
        parser.error('--probe wants --model and --libraries')
    o.cli, o.model, o.probe, o.libraries = (path and os.path.abspath(path) for path in (o.cli, o.model, o.probe, o.libraries))
    o.reader = o.reader or os.path.join(os.path.dirname(o.cli), 'eddy-reader')
    heads = ['tokens', 'pages', 'tokens/s', 'pages/s', 'text ready after, s', 'read after, s', 'first answer from memory after, s', 'peak memory, MB',
             'more than the first', "eddy-reader's peak, MB"] + (['llama.cpp, tokens/s', 'ratio', 'its peak, MB'] if o.probe else [])
    print('| ' + ' | '.join(heads) + ' |\n' + '|---' * len(heads) + '|')
    first = None
    for tokens in o.tokens or [1_000, 10_000, 100_000, 1_000_000]:
        first = row(o, tokens, first)


if __name__ == '__main__':
    main()
