#!/usr/bin/env python3
"""Going on with a long text after a restart: Eddy's saved state against llama.cpp's saved sequence and against reading again.

  resume_peers.py --bench build/bin/eddy-bench-state --probe llama_resume --libraries FOLDER --model FILE.gguf \\
                  2000 100000 [--threads 2] [--runs 3] [--limit 900] [--json out.json]

For each number of tokens, in turns: one process reads a text of that length and saves its state, another one starts, takes
the state up and writes. `eddy-bench-state MODEL TOKENS read|resume FOLDER THREADS` does that with Eddy's own storage (synced,
entered into the index). `llama_resume` is a small program over llama.cpp's public functions (llama_state_seq_save_file and
_load_file), which takes `FILE -m read|resume -p tokens -t threads -f statefile -n token` and prints

  load S s, read S s, save MS ms, synced MS ms, file BYTES bytes, next ID, token ID   (the two tokens that follow)
  load S s, restore MS ms, first token MS ms, token ID                              (after the token given by -n)

where the first token counts from the beginning of the restoring. Logits are no part of llama.cpp's file, so that it has to
compute one token to have the next; Eddy has the next one at once and computes one for the second. Both are checked to write
what the process that had read the text wrote. FOLDER of the libraries is where libllama lies. Neither program nor model is
part of this tree. Medians of the runs; with rights to it all run under real-time scheduling (--priority).
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def measured(o, command, folder=None):
    """Output and seconds of one process."""
    environment = dict(os.environ, LD_LIBRARY_PATH=folder) if folder else None
    def priority(rank):
        return ["chrt", "-f", str(rank)] if o.priority > 0 else []
    # Whoever ends it comes before it: threads that wait for each other without sleep would let nothing else of their rank run.
    limited = priority(o.priority + 1) + ["timeout", "-k", "1", str(o.limit)] + priority(o.priority)
    started = time.monotonic()
    done = subprocess.run(limited + command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment, cwd=folder, text=True)
    seconds = time.monotonic() - started
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout, seconds


def figure(text, name):
    found = re.search(name + r" ([\d.]+)", text)
    if not found:
        sys.exit(f"no \"{name}\" in:\n{text}")
    return float(found[1])


def tokens_of(text):
    return re.search(r"tokens?((?: \d+)+)$", text.strip())[1].split()


def run_ours(o, count):
    folder = tempfile.mkdtemp(prefix="eddy-resume-")
    try:
        def command(half):
            return [o.bench, o.model, str(count), half, folder, str(o.threads)]
        first, reading = measured(o, command("read"))
        second, going_on = measured(o, command("resume"))
    finally:
        shutil.rmtree(folder)
    if tokens_of(first) != tokens_of(second):
        sys.exit(f"another text after the restart:\n{first}{second}")
    return {"read": figure(first, "read"), "save": figure(first, "synced"), "bytes": figure(first, "file"),
            "first": figure(second, "first token"), "computed": figure(second, "second token"), "load": figure(second, "load"),
            "process_read": reading, "process_resume": going_on}


def run_peer(o, count):
    with tempfile.NamedTemporaryFile(prefix="llama-resume-") as state:
        def command(mode, *more):
            return [o.probe, o.model, "-m", mode, "-p", str(count), "-t", str(o.threads), "-f", state.name, *more]
        first, reading = measured(o, command("read"), o.libraries)
        second, going_on = measured(o, command("resume", "-n", re.search(r"next (\d+)", first)[1]), o.libraries)
    if tokens_of(first) != tokens_of(second):
        sys.exit(f"another text after the restart:\n{first}{second}")
    return {"read": figure(first, "read"), "save": figure(first, "synced"), "bytes": figure(first, "file"),
            "first": figure(second, "first token"), "computed": figure(second, "first token"), "load": figure(second, "load"),
            "process_read": reading, "process_resume": going_on}


def medians(runs):
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def row(count, who, r):
    return (f"| {count:,} | {who} | {r['read']:.2f} s | {r['save']:.2f} ms | {r['bytes'] / 1e6:.2f} MB | {r['first']:.2f} ms | "
            f"{r['computed']:.2f} ms | {r['load']:.2f} s | {r['process_resume']:.2f} s | {r['process_read']:.2f} s | "
            f"{r['read'] * 1e3 / r['first']:,.0f}x |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", nargs="+", type=int, metavar="TOKENS")
    parser.add_argument("--bench", required=True)
    parser.add_argument("--probe", required=True)
    parser.add_argument("--libraries", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=900, help="seconds that one process may take")
    parser.add_argument("--priority", type=int, default=50, help="of real-time scheduling, 0: none")
    parser.add_argument("--json", help="write all medians to this file")
    o = parser.parse_args()
    o.bench, o.probe, o.libraries, o.model = (os.path.abspath(p) for p in (o.bench, o.probe, o.libraries, o.model))
    results = []
    print("| tokens | | read once | saved and synced | on the disk | first token after the restart | first computed one | "
          "model loaded | whole process, resumed | whole process, read again | reading : resuming |\n" + "|---" * 11 + "|")
    for count in o.counts:
        ours, peer = [], []
        for _ in range(o.runs):
            ours.append(run_ours(o, count))
            peer.append(run_peer(o, count))
        for who, runs in (("Eddy", ours), ("llama.cpp", peer)):
            results.append({"tokens": count, "who": who, **medians(runs)})
            print(row(count, who, results[-1]), flush=True)
    print(f"\n<!-- {' '.join(sys.argv)} -->")
    if o.json:
        with open(o.json, "w") as f:
            json.dump(results, f, indent=1)


if __name__ == "__main__":
    main()
