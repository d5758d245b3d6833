"""A person in front of the window: looks at it over AT-SPI, points with a mouse and types on a keyboard (XTEST, by xdotool), and counts both."""
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "accessibility"))
import pyatspi  # noqa: E402
from as_screen_reader import Window, shown, walk  # noqa: E402,F401

PATIENCE = 150  # seconds; a machine that does much else may take long to start a program


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


class Person:
    """`clicks` and `keys` are what was done since begin(); a text that is typed counts as one key press a letter, an Enter apart."""
    def __init__(self, program, *arguments):
        self.started = time.time()
        self.said = open(os.path.join(os.environ["HOME"], "program-says"), "w+")
        self.process = subprocess.Popen([program, *arguments], stderr=self.said)
        self.window = Window(self.process.pid)
        self.begin()

    def begin(self):
        self.clicks, self.letters, self.keys = 0, 0, []

    def close(self, kill=False):
        (self.process.kill if kill else self.process.terminate)()
        self.process.wait(20)

    # What is on the screen

    def place(self, item):
        box = item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def see(self, role, name, within=None):
        return self.window.await_item(role, name, within)

    def until(self, what, look):
        """Asks often: what is looked at should be few items, since each is a question over the bus."""
        end = time.time() + PATIENCE
        while time.time() < end:
            found = look()
            if found:
                return found
            time.sleep(0.01)
        self.said.seek(0)
        print("the program %s; it said: %s" % ("runs" if self.process.poll() is None else "has ended", self.said.read()[-2000:]))
        return self.window.wait(what, look)  # says what is there instead

    def has_keyboard(self, role, name):
        """The window has it, and in the window this item."""
        active = subprocess.run(["xdotool", "getwindowfocus", "getwindowpid"], capture_output=True, text=True).stdout.strip()
        item = self.window.find(role, name)
        return active == str(self.process.pid) and item and item.getState().contains(pyatspi.STATE_FOCUSED)

    def title(self):
        """Of the window, which names the chat on show."""
        return self.window.root()[0].name.removesuffix(" - Eddy")

    # What is done

    def click(self, role, name, within=None):
        item = self.see(role, name, within)
        before = None
        while before != self.place(item):  # what slides in has to arrive
            before = self.place(item)
            time.sleep(0.1)
        xdotool("mousemove", *before, "click", 1)
        self.to_front()
        self.clicks += 1
        return time.time()

    def to_front(self):
        """Where nobody manages windows a click does not give one the keyboard."""
        active = subprocess.run(["xdotool", "getwindowfocus", "getwindowpid"], capture_output=True, text=True).stdout.strip()
        if active != str(self.process.pid):
            windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True).stdout.split()
            xdotool("windowfocus", "--sync", windows[0])

    def point_at(self, item):
        xdotool("mousemove", *self.place(item))
        time.sleep(0.2)

    def type(self, text):
        xdotool("type", "--delay", 4, text)
        self.letters += len(text)

    def press(self, key):
        xdotool("key", key)
        self.keys.append(key)
        return time.time()

    def drag_here(self, file):
        """Out of another window that stands in for a file manager, onto the middle of this one."""
        here = pathlib.Path(__file__).resolve().parent
        source = subprocess.Popen(["/usr/lib/qt6/bin/qml", "-a", "gui", str(here / "drag_source.qml"), "--", pathlib.Path(file).as_uri()],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            subprocess.run(["xdotool", "search", "--sync", "--name", "^Files$"], check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)
            time.sleep(1)
            xdotool("mousemove", 60, 30, "mousedown", 1)
            for step in range(1, 21):
                xdotool("mousemove", 60 + step * 32, 30 + step * 18)
                time.sleep(0.03)
            self.until("the window does not take what is held over it", self.sees_what_is_held)
            xdotool("mouseup", 1)
            return time.time()
        finally:
            time.sleep(0.5)
            source.kill()
            source.wait()

    def sees_what_is_held(self):
        """A drop before both programs have come to terms is none."""
        xdotool("mousemove_relative", 1, 0, "mousemove_relative", "--", -1, 0)
        return self.window.find("label", "Drop to read")

    @staticmethod
    def memory_of(pid):
        """Its share of memory in MB: what it has alone, and what is shared divided by those who share it."""
        for line in open("/proc/%d/smaps_rollup" % pid):
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
        return 0
