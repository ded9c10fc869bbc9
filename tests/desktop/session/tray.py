# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray as the desktop sees it: StatusNotifierItem and com.canonical.dbusmenu, read over D-Bus;
clicked with the mouse."""

import dbus
import dbus.bus

import accessible
from desktopsession import DEADLINE, wait_until

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


class Entry:
    """One entry of the menu."""

    def __init__(self, node):
        self.id, properties, children = node
        self.label = str(properties.get("label", "")).replace("_", "")
        self.enabled = bool(properties.get("enabled", True))
        self.visible = bool(properties.get("visible", True))
        self.separator = properties.get("type", "") == "separator"
        self.children = [Entry(child) for child in children]

    def reachable(self):
        """What the keys stop at, in order."""
        return [child for child in self.children
                if child.visible and child.enabled and not child.separator]

    def step(self, label, last):
        """The entry of this level whose label begins with the given one; all but the last of a path
        are submenus. None where there is none."""
        for child in self.reachable():
            if child.label.startswith(label) and (last or child.children):
                return child
        return None

    def walk(self, labels):
        """The entry at the end of a path of labels, one a level; None where there is none."""
        entry = self
        for level, label in enumerate(labels):
            entry = entry.step(label, level + 1 == len(labels))
            if entry is None:
                return None
        return entry

    def ids(self):
        return [self.id, *(inner for child in self.children for inner in child.ids())]

    def outline(self, depth=0):
        lines = []
        for child in self.children:
            if child.visible:
                mark = "--" if child.separator else child.label
                lines.append("  " * depth + mark + ("" if child.enabled else "  (off)"))
                lines.extend(child.outline(depth + 1))
        return lines


class Tray:
    """The tray icon of the one program that has one in this session."""

    def __init__(self, session):
        self._session = session
        self._bus = dbus.bus.BusConnection(session.env["DBUS_SESSION_BUS_ADDRESS"])
        self._item = None

    def close(self):
        self._bus.close()

    def items(self):
        watcher = self._bus.get_object(WATCHER, "/StatusNotifierWatcher", introspect=False)
        return [str(item) for item in watcher.Get(
            WATCHER, "RegisteredStatusNotifierItems",
            dbus_interface="org.freedesktop.DBus.Properties")]

    def wait(self, seconds=DEADLINE):
        """Until an icon is registered."""
        item = wait_until(self.items, "a tray icon", seconds)[0]
        name, _, path = item.partition("/")
        self._item = self._bus.get_object(name, "/" + (path or "StatusNotifierItem"),
                                          introspect=False)
        self._name = name
        return self

    def _property(self, name):
        return self._item.Get(ITEM, name, dbus_interface="org.freedesktop.DBus.Properties")

    def tooltip(self):
        """Title and text of the tooltip, in one line."""
        tip = self._property("ToolTip")
        return " ".join(part for part in (str(tip[2]), str(tip[3])) if part)

    def icon(self):
        """The picture's pixels as they travel: equal only if the icon looks the same."""
        return [bytes(bytearray(image[2])) for image in self._property("IconPixmap")]

    def _menu(self):
        return self._bus.get_object(self._name, self._property("Menu"), introspect=False)

    def menu(self):
        menu = self._menu()
        menu.AboutToShow(0, dbus_interface=MENU)
        _, root = menu.GetLayout(0, -1, dbus.Array([], signature="s"), dbus_interface=MENU)
        return Entry(root)

    def find(self, *labels, seconds=DEADLINE):
        """The entry at the end of a path of labels."""
        return wait_until(lambda: self.menu().walk(labels), f"the menu entry {' → '.join(labels)}",
                          seconds)

    def choose(self, *labels):
        """Triggers an entry exactly, over D-Bus."""
        entry = self.find(*labels)
        self._menu().Event(entry.id, "clicked", dbus.Int32(0, variant_level=1), dbus.UInt32(0),
                           dbus_interface=MENU)

    def activate(self):
        """A left click, over D-Bus."""
        self._item.Activate(0, 0, dbus_interface=ITEM)

    # -- with mouse and keys, as a person does

    def button(self):
        """The icon's place in the panel, as soon as the panel has settled."""
        places = []

        def settled():
            button = accessible.look("", role="push button", application="panel")
            if button is not None:
                places.append(button.centre())
            return len(places) > 2 and places[-1] == places[-3]
        wait_until(settled, "the icon in the panel")
        return places[-1]

    def _popups(self):
        """The panel's open menus, innermost last."""
        windows = self._session.run("xdotool", "search", "--onlyvisible", "--class", "lxqt-panel",
                                    check=False).split()
        popups = []
        for window in windows:
            facts = self._session.run("xwininfo", "-id", window, check=False)
            if "Override Redirect State: yes" in facts:
                popups.append(window)
        return popups

    def open_menu(self):
        """Right-clicks the icon; again where the panel was not ready for it."""
        def opened():
            self._session.click(*self.button(), button=3)
            try:
                return wait_until(lambda: len(self._popups()) == 1, "the tray menu", seconds=3)
            except AssertionError:
                return False
        wait_until(opened, "the tray menu to open")

    def close_menu(self):
        def closed():
            if not self._popups():
                return True
            self._session.key("Escape")
            return False
        wait_until(closed, "the tray menu to close")

    def choose_by_hand(self, *labels, shot=None):
        """Opens the menu by mouse and walks to the entry by keys; every label is one level."""
        self.find(*labels)
        entry = self._open_steady_menu()
        for level, label in enumerate(labels):
            # The keys step over what is switched off; a submenu opens with its first entry chosen.
            chosen = entry.step(label, level + 1 == len(labels))
            position = entry.reachable().index(chosen)
            for _ in range(position + (1 if level == 0 else 0)):
                self._session.key("Down")
            entry = chosen
            if level + 1 < len(labels):
                self._session.key("Right")
                wait_until(lambda: len(self._popups()) == level + 2, f"the menu “{label}” to open")
        if shot:
            self._session.shot(shot)
        self._session.key("Return")
        wait_until(lambda: not self._popups(), "the tray menu to close")

    def _open_steady_menu(self):
        """The open menu. One that was made anew just while it opened is opened again, as a person
        does who finds that a click had no effect."""
        def steady():
            before = self.menu()
            self.open_menu()
            after = self.menu()
            if before.ids() == after.ids():
                return after
            self.close_menu()
            return None
        return wait_until(steady, "the tray menu to stand still")
