#!/usr/bin/python3
"""Uses the window as a screen reader does: it hears names, roles and texts over AT-SPI, presses what can be pressed, and
types on a keyboard. Run by run.sh, which gives it a display, a session bus and the program on the fake engine.

    as_screen_reader.py PROGRAM
    as_screen_reader.py --listen announcements | notifications     prints what a reader of that kind would say
"""
import re
import subprocess
import sys
import threading
import time

import pyatspi

PATIENCE = 60  # seconds for what another thread brings


def walk(item, depth=0):
    if item is None or depth > 30:
        return
    yield item
    try:
        for child in item:
            yield from walk(child, depth + 1)
    except Exception:  # gone while we looked
        return


def shown(item):
    try:
        return item.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


class Window:
    def __init__(self, pid):
        self.pid = pid

    def root(self):
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.pid:
                    return application
            except Exception:
                continue
        return None

    def find(self, role, name, within=None):
        """The first that is shown, whose name begins so."""
        for item in walk(within or self.root()):
            try:
                if item.getRoleName() == role and (item.name or "").startswith(name) and shown(item):
                    return item
            except Exception:
                continue
        return None

    def wait(self, what, look):
        end = time.time() + PATIENCE
        while time.time() < end:
            found = look()
            if found:
                return found
            time.sleep(0.1)
        print("FAIL: %s" % what)
        for item in walk(self.root()):
            if shown(item):
                print("   %s | %s" % (item.getRoleName(), (item.name or "")[:90]))
        sys.exit(1)

    def await_item(self, role, name, within=None):
        return self.wait("no %s named '%s'" % (role, name), lambda: self.find(role, name, within))

    def press(self, role, name):
        self.await_item(role, name).queryAction().doAction(0)

    def type(self, text):
        composer = self.await_item("text", "Message")
        composer.queryComponent().grabFocus()
        self.wait("the composer does not get the focus", lambda: composer.getState().contains(pyatspi.STATE_FOCUSED))
        pyatspi.Registry.generateKeyboardEvent(0, text, pyatspi.KEY_STRING)
        said = composer.queryText()
        self.wait("the composer does not say what was typed",
                  lambda: said.getText(0, said.characterCount) == text)


def send_and_read(window):
    window.press("push button", "New chat")
    window.wait("the new chat is not empty", lambda: not window.find("list item", "Model:"))
    window.type("a short one")
    window.press("push button", "Send")
    answer = window.await_item("list item", "Model: I have read")
    assert window.find("list item", "You: a short one"), "what was sent is not read out"
    assert window.find("push button", "Copy", answer), "an answer cannot be copied"


def stop(window):
    window.type("a slow one")
    window.press("push button", "Send")
    window.press("push button", "Stop")
    window.await_item("label", "Stopped here.")
    window.await_item("push button", "Send")


def switch_chat(window):
    chats = window.await_item("list", "Conversations")
    window.wait("there is no older chat", lambda: window.find("list item", "How do I sort", chats))
    window.find("list item", "How do I sort", chats).queryAction().doAction(0)
    window.await_item("heading", "How do I sort")
    window.await_item("list item", "You: How do I sort")


def load_a_model(window):
    """The program was started with a model that is damaged."""
    window.await_item("alert", "The model file is damaged")
    window.press("push button", "Use the starter")
    window.await_item("push button", "Model: Starter")


def change_a_setting(window):
    window.press("push button", "Settings")
    window.await_item("heading", "Appearance")
    dark = window.await_item("check box", "Dark")
    dark.queryAction().doAction(0)
    window.wait("the choice is not said", lambda: window.find("check box", "Dark").getState().contains(pyatspi.STATE_CHECKED))


# What the fake engine's tour sounds like.
TOUR = ["A small tour", "This answer comes from a stand-in for a model, with all kinds of blocks.", "It has read N bytes.", "a first point",
        "a second one with code in it", "and one below", "1. First", "2. Then", "Code block in cpp, 3 lines.", "Somebody once said this.",
        "Model, Size", "Starter, 36 M", "World, 1.5 B", "More at the project page."]


END = "--"  # stands before each announcement


def listen(kind):
    """Newer readers (Orca since 45) hear announcements, older ones notifications that appear, whose name they ask for then."""
    def announced(event):
        print(END, event.any_data, sep="\n", flush=True)

    def appeared(event):
        try:
            if event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
                print(event.source.name, flush=True)
        except Exception:  # gone before it was looked at
            pass

    if kind == "announcements":
        pyatspi.Registry.registerEventListener(announced, "object:announcement")
    pyatspi.Registry.registerEventListener(appeared, "object:state-changed:showing")
    print("ready", flush=True)
    pyatspi.Registry.start()


class Reader:
    """A screen reader of its own, in a process of its own."""
    def __init__(self, kind):
        self.process = subprocess.Popen([sys.executable, __file__, "--listen", kind], stdout=subprocess.PIPE, text=True)
        self.heard = []
        self.times = 0
        assert self.process.stdout.readline() == "ready\n"
        threading.Thread(target=self.read, daemon=True).start()
        time.sleep(1)  # the program is told of the listener by the bus

    def read(self):
        for line in self.process.stdout:
            if line.rstrip("\n") == END:
                self.times += 1
                continue
            self.heard.append(re.sub(r"read \d+ bytes", "read N bytes", line.rstrip("\n")))

    def close(self):
        self.process.kill()
        self.process.wait()


def hear(window, kind):
    reader = Reader(kind)
    try:
        window.press("push button", "New chat")
        window.wait("the new chat is not empty", lambda: not window.find("list item", "Model:"))
        window.type("a tour")
        window.press("push button", "Send")
        window.wait("the answer is not read to its end: %s" % reader.heard, lambda: reader.heard and reader.heard[-1] == TOUR[-1])
        time.sleep(1)
        assert reader.heard == TOUR, reader.heard
        return reader.times
    finally:
        reader.close()


def hear_sentences_as_announcements(window):
    assert hear(window, "announcements") > 1, "all sentences came at once"


def hear_sentences_as_notifications(window):
    hear(window, "notifications")


def choose(window, name):
    """One of what can be heard. Other settings have an "Off" too: the one beside "By sentence" is meant."""
    window.press("push button", "Settings")
    choices = window.await_item("check box", "By sentence").parent
    choice = window.await_item("check box", name, choices)
    choice.queryAction().doAction(0)
    window.wait("the choice is not said", lambda: choice.getState().contains(pyatspi.STATE_CHECKED))


def hear_without_motion(window):
    window.press("push button", "Settings")
    window.press("push button", "Less motion")
    hear(window, "announcements")


def hear_everything_at_the_end(window):
    choose(window, "At the end")
    assert hear(window, "announcements") == 1, "it came in pieces"


def hear_nothing_when_it_is_off(window):
    choose(window, "Off")
    reader = Reader("announcements")
    try:
        window.press("push button", "New chat")
        window.type("a short one")
        window.press("push button", "Send")
        window.await_item("list item", "Model: I have read")
        time.sleep(2)
        assert reader.heard == [], reader.heard
    finally:
        reader.close()
    choose(window, "By sentence")


def main():
    if sys.argv[1] == "--listen":
        return listen(sys.argv[2])
    program = subprocess.Popen([sys.argv[1], "--model", "/fake/broken"], stderr=subprocess.DEVNULL)
    try:
        window = Window(program.pid)
        window.wait("the window does not appear", lambda: window.root() and window.find("text", "Message"))
        for task in (load_a_model, send_and_read, stop, switch_chat, change_a_setting, hear_sentences_as_notifications,
                     hear_sentences_as_announcements, hear_without_motion, hear_everything_at_the_end, hear_nothing_when_it_is_off):
            task(window)
            print("PASS: %s" % task.__name__)
    finally:
        program.terminate()
        program.wait(20)


if __name__ == "__main__":
    main()
