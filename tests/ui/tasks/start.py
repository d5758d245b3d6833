#!/usr/bin/python3
"""How long the program takes to its first frame, and what memory it has without a model. Run by run.sh.

    start.py FOLDER        of eddy

One start warms the caches (of the system, and of compiled QML); then seven are timed, each from the beginning of the process to the
scene graph's first finished frame, as Qt's own log tells it.
"""
import os
import statistics
import subprocess
import sys
import time

from person import Person

STARTS = 7


def main():
    os.environ.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    os.environ["QT_LOGGING_RULES"] = "qt.scenegraph.time.renderloop.debug=true"
    program = [sys.argv[1] + "/eddy", "--data-dir", os.environ["HOME"] + "/data", "--model", "/there/is/none.gguf"]
    times, memory = [], []
    for number in range(STARTS + 1):
        begun = time.time()
        process = subprocess.Popen(program, stderr=subprocess.PIPE, text=True, errors="replace")
        for line in process.stderr:
            if "rendered" in line or "Frame" in line:
                break
        else:
            sys.exit("FAIL: there was no frame")
        times.append(time.time() - begun)
        time.sleep(2)
        memory.append(Person.memory_of(process.pid))
        process.terminate()
        process.communicate()
    print("the first start: %.2f s" % times[0])
    print("warm starts: median %.2f s, from %.2f to %.2f s" % (statistics.median(times[1:]), min(times[1:]), max(times[1:])))
    print("memory without a model (PSS): median %.0f MB" % statistics.median(memory))


if __name__ == "__main__":
    main()
