#!/usr/bin/python3
"""Stands in for a desktop: shows the tray icon's menu, takes notices, presses both. Run by run.sh, which gives it a display
and a session bus; the program runs on the fake engine.

    as_desktop.py PROGRAM
"""
import subprocess
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

WATCHER = """<node><interface name='org.kde.StatusNotifierWatcher'>
<method name='RegisterStatusNotifierItem'><arg type='s' direction='in'/></method>
<method name='RegisterStatusNotifierHost'><arg type='s' direction='in'/></method>
<property name='IsStatusNotifierHostRegistered' type='b' access='read'/>
<property name='ProtocolVersion' type='i' access='read'/>
<property name='RegisteredStatusNotifierItems' type='as' access='read'/>
<signal name='StatusNotifierHostRegistered'/>
</interface></node>"""
NOTICES = """<node><interface name='org.freedesktop.Notifications'>
<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
</interface></node>"""
PATIENCE = 60  # seconds


class Desktop:
    def __init__(self):
        self.items, self.notices = [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.offer("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", WATCHER)
        self.offer("org.freedesktop.Notifications", "/org/freedesktop/Notifications", NOTICES)

    def offer(self, name, path, xml):
        interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
        self.bus.register_object(path, interface, self.called, self.asked, None)
        owned = []
        Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, lambda *_: owned.append(name), None)
        self.wait("the name %s" % name, lambda: owned)

    def called(self, bus, sender, path, interface, method, arguments, invocation):
        if method == "Notify":
            self.notices.append((arguments[3], arguments[4]))
            return invocation.return_value(GLib.Variant("(u)", (7,)))
        if method == "RegisterStatusNotifierItem":
            self.items.append((sender, arguments[0]))
        invocation.return_value(None)

    def asked(self, bus, sender, path, interface, name):
        return {"IsStatusNotifierHostRegistered": GLib.Variant("b", True), "ProtocolVersion": GLib.Variant("i", 0)}.get(
            name, GLib.Variant("as", [service for _, service in self.items]))

    def wait(self, what, look):
        end = time.time() + PATIENCE
        while time.time() < end:
            GLib.MainContext.default().iteration(False)
            found = look()
            if found:
                return found
            time.sleep(0.02)
        sys.exit("FAIL: no %s; notices %s, items %s" % (what, self.notices, self.items))

    def call(self, sender, path, interface, method, arguments, reply=None):
        """Without blocking: the program asks us while it answers."""
        done = []
        self.bus.call(sender, path, interface, method, arguments, reply and GLib.VariantType(reply), Gio.DBusCallFlags.NONE, 20000, None,
                      lambda bus, result: done.append(bus.call_finish(result)))
        return self.wait("answer to %s" % method, lambda: done)[0]

    def get(self, sender, path, interface, name):
        return self.call(sender, path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)), "(v)").unpack()[0]


def menu_of(desktop, sender, path):
    layout = desktop.call(sender, path, "com.canonical.dbusmenu", "GetLayout", GLib.Variant("(iias)", (0, -1, [])), "(u(ia{sv}av))").unpack()
    return {entry[1].get("label", "").replace("_", ""): entry[0] for entry in layout[1][2]}


def press(desktop, sender, path, entry):
    desktop.call(sender, path, "com.canonical.dbusmenu", "Event", GLib.Variant("(isvu)", (entry, "clicked", GLib.Variant("s", ""), 0)))


def main():
    desktop = Desktop()
    program = subprocess.Popen([sys.argv[1], "--notices", "--say", "a slow question"], stderr=subprocess.DEVNULL)
    try:
        sender, _ = desktop.wait("tray icon", lambda: desktop.items and desktop.items[0])
        item, interface = "/StatusNotifierItem", "org.kde.StatusNotifierItem"
        assert desktop.get(sender, item, interface, "Status") in ("Active", "Passive")
        assert desktop.get(sender, item, interface, "ToolTip")[2] == "Eddy", "the icon has no words"
        menu = desktop.get(sender, item, interface, "Menu")
        entries = desktop.wait("menu", lambda: menu_of(desktop, sender, menu))
        assert [name for name in entries if name] == ["Show Eddy", "New chat", "Quit"], entries
        print("PASS: the tray icon has a menu")
        title, text = desktop.wait("notice of a long answer", lambda: desktop.notices and desktop.notices[0])
        assert title == "The answer is there" and text == "Show me what an answer can look like", (title, text)  # the chat on show at the start
        desktop.bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "ActionInvoked",
                                GLib.Variant("(us)", (7, "default")))
        print("PASS: a long answer is told")
        desktop.call(sender, item, interface, "Activate", GLib.Variant("(ii)", (0, 0)))
        print("PASS: a click on the icon is taken")
        press(desktop, sender, menu, entries["Quit"])
        desktop.wait("end of the program", lambda: program.poll() is not None)
        assert program.returncode == 0, program.returncode
        print("PASS: the menu quits")
    finally:
        program.kill()
        program.wait(20)


main()
