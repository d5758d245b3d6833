#!/usr/bin/env python3
"""Runs an eddy-cli over the reference models and compares its logits with the references, and with those of another eddy-cli.

    compare-logits.py REFERENCES ["wine64 eddy-cli.exe" | "qemu-aarch64 -L ROOT eddy-cli" | eddy-cli] [--other "eddy-cli"] [--only NAME]...

For programs built for another system, where the engine's own tests cannot be: it needs nothing but the program and Python's standard library.
REFERENCES/oracles has one folder per model with `expected.safetensors` (input_ids int64 [T], positions int64 [P], logits float32 [P, V]), and
gguf/NAME.gguf beside gguf/NAME.expected.safetensors. The measure is |out - reference| / |reference| over all positions, at most 1e-4 (docs/references.md).
Ends with 1 and the names of those that differ.
"""
import argparse
import array
import json
import math
import os
import shlex
import struct
import subprocess
import sys
import tempfile
import time

TOLERANCE = 1e-4
# Its two reference kernels differ by 7e-4.
TOLERANCES = {"fla_kda": 2e-3}
# These are no language models in a folder of their own, or need another program to be loaded.
OTHERS = {"t5", "whisper", "lora_llama", "prompt_tuning_llama", "tokenizers", "rwkv_cpp", "gguf"}


def read_safetensors(path):
    """{name: (shape, array)} of the float32 and int64 tensors of a file."""
    with open(path, "rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
        data = file.read()
    tensors = {}
    for name, about in header.items():
        code = {"F32": "f", "I64": "q"}.get(about.get("dtype"))
        if code:
            begin, end = about["data_offsets"]
            tensors[name] = (about["shape"], array.array(code, data[begin:end]))
    return tensors


def rows(tensor, positions):
    shape, values = tensor
    width = shape[-1]
    return [value for at in positions for value in values[at * width:(at + 1) * width]]


def difference(ours, reference):
    """Relative to the length of the reference; infinite when anything is not a number."""
    if len(ours) != len(reference):
        return math.inf
    distance = math.fsum((a - b) ** 2 for a, b in zip(ours, reference))
    length = math.fsum(b * b for b in reference)
    error = math.sqrt(distance / length)
    return error if math.isfinite(error) else math.inf


def logits(program, model, ids, folder):
    """What `program` says about `ids`: the tensor, or the words of its error. Paths are relative: they mean the same under Wine."""
    out = os.path.join(folder, "out.safetensors")
    if os.path.exists(out):
        os.remove(out)
    with open(os.path.join(folder, "ids"), "w", encoding="ascii") as file:
        file.write(" ".join(map(str, ids)))
    command = [os.path.abspath(word) if os.path.isfile(word) else word for word in shlex.split(program)]  # it runs in another folder
    command += ["logits", "--exact", "--threads", "2", "--model", model, "--ids-file", "ids", "--output", "out.safetensors"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=600, check=False)
    if done.returncode != 0 or not os.path.exists(out):
        return f"exit code {done.returncode}: {done.stderr.strip()[-300:]}"
    return read_safetensors(out)["logits"]


def cases(references):
    oracles = os.path.join(references, "oracles")
    for name in sorted(os.listdir(oracles)):
        if name not in OTHERS and os.path.exists(os.path.join(oracles, name, "expected.safetensors")):
            yield name, os.path.join(oracles, name), os.path.join(oracles, name, "expected.safetensors")
    for name in sorted(os.listdir(os.path.join(oracles, "gguf"))):
        if name.endswith(".gguf"):
            path = os.path.join(oracles, "gguf", name)
            yield f"gguf/{name}", path, path[:-len(".gguf")] + ".expected.safetensors"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("references")
    parser.add_argument("program")
    parser.add_argument("--other", help="another eddy-cli, whose logits are compared too")
    parser.add_argument("--only", action="append", help="these models alone")
    options = parser.parse_args()
    os.environ.setdefault("WINEDEBUG", "-all")
    wrong, count, worst, furthest = [], 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, model, expected_file in cases(os.path.abspath(options.references)):
            if options.only and name not in options.only:
                continue
            expected = read_safetensors(expected_file)
            ids, positions = list(expected["input_ids"][1]), list(expected["positions"][1])
            began = time.monotonic()
            ours = logits(options.program, model, ids, folder)
            seconds = time.monotonic() - began
            count += 1
            if isinstance(ours, str):
                wrong.append(name)
                print(f"{name:32} FAILED: {ours}", flush=True)
                continue
            error = difference(rows(ours, positions), list(expected["logits"][1]))
            worst = max(worst, error)
            line = f"{name:32} {error:9.2g} of the reference, {seconds:5.1f} s"
            if error > TOLERANCES.get(name, TOLERANCE):
                wrong.append(name)
                line += "  FAILED"
            if options.other:
                theirs = logits(options.other, model, ids, folder)
                apart = math.inf if isinstance(theirs, str) else difference(list(ours[1]), list(theirs[1]))
                furthest = max(furthest, apart)
                line += f", {apart:9.2g} of the other program"
                if apart > TOLERANCES.get(name, TOLERANCE):
                    wrong.append(name)
                    line += "  FAILED"
            print(line, flush=True)
    print(f"{count} models, worst {worst:.2g}" + (f", at most {furthest:.2g} from the other program" if options.other else ""))
    if not count:
        print("No model was compared", file=sys.stderr)
        return 1
    if wrong:
        print("These differ: " + ", ".join(sorted(set(wrong))), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
