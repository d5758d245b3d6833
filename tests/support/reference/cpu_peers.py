#!/usr/bin/env python3
"""Compares eddy-cli with llama.cpp on the same files and threads, in turns, and prints a Markdown table.

  cpu_peers.py --cli build/bin/eddy-cli --probe llama_probe --libraries FOLDER --models FOLDER \\
               rwkv7-0.19b-q4_k:512:64 rwkv7-1.5b-q4_k:128:24 [--threads 2] [--runs 5] [--json out.json]

A case is a file's name without .gguf, the tokens of a prompt and the tokens that are written. `llama_probe` is a small program
over llama.cpp's public functions which takes `FILE -t threads -p prompt -n decode -r repeats` and prints a line
"ppN X t/s, tgN Y t/s"; FOLDER of the libraries is where libllama lies. Neither it nor the models are part of this tree.

Every run is a process of its own that warms up once and measures once; the programs alternate; medians count. With
rights to it both run under real-time scheduling (--priority), so that other work on the computer stays out of the
figures: two threads that wait for each other are otherwise slowed by any third.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile


def measured(command, limit, folder=None):
    """Output and peak resident bytes of one process; `folder` holds its libraries, which llama.cpp looks for where it starts."""
    environment = dict(os.environ, LD_LIBRARY_PATH=folder) if folder else None
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(["timeout", "-k", "1", str(limit)] + command, stdout=out, stderr=subprocess.STDOUT,
                                   env=environment, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{text}")
    return text, usage.ru_maxrss * 1024


def with_priority(command, priority):
    return ["chrt", "-f", str(priority)] + command if priority > 0 else command


def run_ours(o, model, prompt, decode, threads):
    command = [o.cli, "bench", "--backend", "cpu", "--model", model, "--threads", str(threads), "--prefill", str(prompt), "--decode",
               str(decode), "--repeat", "1", "--json"]
    text, _ = measured(with_priority(command, o.priority), o.limit)
    figures = json.loads(text)
    return {"prefill": figures["prefill_tokens_per_second"], "decode": figures["decode_tokens_per_second"],
            "bandwidth": figures["memory_bandwidth_bytes_per_second"],
            "bytes": figures["weight_bytes_per_token"] + figures["state_bytes_per_token"], "peak": figures["peak_memory_bytes"]}


def run_peer(o, model, prompt, decode, threads):
    command = [o.probe, model, "-t", str(threads), "-p", str(prompt), "-n", str(decode), "-r", "1", "-f",
               tempfile.gettempdir()]
    text, peak = measured(with_priority(command, o.priority), o.limit, o.libraries)
    found = re.search(r"pp\d+ ([\d.]+) t/s, tg\d+ ([\d.]+) t/s", text)
    if not found:
        sys.exit(f"{o.probe} printed no figures:\n{text}")
    return {"prefill": float(found[1]), "decode": float(found[2]), "peak": peak}


def medians(runs):
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def compare(o, case, threads):
    name, prompt, decode = case.split(":")
    model = os.path.join(o.models, name + ".gguf")
    ours, peer = [], []
    for _ in range(o.runs):
        ours.append(run_ours(o, model, int(prompt), int(decode), threads))
        if not o.ours_only:
            peer.append(run_peer(o, model, int(prompt), int(decode), threads))
    return {"model": name, "threads": threads, "prompt": int(prompt), "ours": medians(ours),
            "peer": medians(peer) if peer else None}


def row(r):
    ours, peer = r["ours"], r["peer"]
    share = 100 * ours["decode"] * ours["bytes"] / ours["bandwidth"]

    def against(key):
        if not peer:
            return f"{ours[key]:.1f} | | "
        return f"{ours[key]:.1f} | {peer[key]:.1f} | {ours[key] / peer[key]:.2f}x"

    memory = f"{ours['peak'] / 1e6:.0f} / {peer['peak'] / 1e6:.0f}" if peer else f"{ours['peak'] / 1e6:.0f}"
    return (f"| {r['model']} | {r['threads']} | {against('decode')} | {share:.0f} % of {ours['bandwidth'] / 1e9:.1f} | "
            f"{r['prompt']} | {against('prefill')} | {memory} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cases", nargs="+", metavar="MODEL:PROMPT:DECODE")
    parser.add_argument("--cli", required=True)
    parser.add_argument("--probe")
    parser.add_argument("--libraries", default="")
    parser.add_argument("--models", required=True)
    parser.add_argument("--threads", type=int, nargs="+", default=[2])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=int, default=60, help="seconds that one run may take")
    parser.add_argument("--priority", type=int, default=50, help="of real-time scheduling, 0: none")
    parser.add_argument("--ours-only", action="store_true", help="leave llama.cpp out")
    parser.add_argument("--json", help="write all medians to this file")
    o = parser.parse_args()
    if not o.ours_only and not (o.probe and o.libraries):
        parser.error("--probe and --libraries are missing")
    o.models, o.libraries = os.path.abspath(o.models), o.libraries and os.path.abspath(o.libraries)
    o.probe = o.probe and os.path.abspath(o.probe)
    print("| model | threads | decode, tokens/s | llama.cpp | ratio | of the bandwidth, GB/s | prompt | prefill, tokens/s | "
          "llama.cpp | ratio | peak memory, MB: ours / llama.cpp |\n" + "|---" * 11 + "|")
    results = []
    for case in o.cases:
        for threads in o.threads:
            results.append(compare(o, case, threads))
            print(row(results[-1]), flush=True)
    if o.json:
        with open(o.json, "w") as f:
            json.dump(results, f, indent=1)


if __name__ == "__main__":
    main()
