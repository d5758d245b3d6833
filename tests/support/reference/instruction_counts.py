#!/usr/bin/env python3
"""Instructions that one written and one read token take: a figure that a busy machine cannot blur.

  instruction_counts.py build/bin/eddy-cli [--model FILE] [--decode 8 24] [--prefill 8 72]

Runs `eddy-cli bench` under valgrind (callgrind) with two lengths each and one thread; the difference leaves loading out. Valgrind
knows no AVX-512, so that the AVX2 kernels are counted. Takes a minute a run with the starter.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile


def instructions(o, prefill, decode):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'callgrind')
        command = ['valgrind', '--tool=callgrind', '--callgrind-out-file=' + out, o.cli, 'bench', '--prefill', str(prefill), '--decode', str(decode),
                   '--repeat', '1', '--threads', '1', '--backend', 'cpu'] + (['--model', o.model] if o.model else [])
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            sys.exit(f'{" ".join(command)} ended with {done.returncode}:\n{done.stdout}')
        with open(out) as counts:
            return int(re.search(r'^(?:summary|totals): (\d+)', counts.read(), re.M)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('cli')
    parser.add_argument('--model', help='instead of the one shipped with Eddy')
    parser.add_argument('--decode', nargs=2, type=int, default=[8, 24])
    parser.add_argument('--prefill', nargs=2, type=int, default=[8, 72])
    o = parser.parse_args()
    least = instructions(o, o.prefill[0], o.decode[0])
    written = (instructions(o, o.prefill[0], o.decode[1]) - least) / (o.decode[1] - o.decode[0])
    # bench reads the prompt once more before it measures.
    read = (instructions(o, o.prefill[1], o.decode[0]) - least) / 2 / (o.prefill[1] - o.prefill[0])
    print(f'{written / 1e6:.2f} million instructions a written token, {read / 1e6:.2f} million a read one')


if __name__ == '__main__':
    main()
