# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what is on the screen by the name that a screen reader would say, over AT-SPI.

Runs in the test's process: the addresses of the session's buses must be in the environment before
the first call, see use().
"""

import os

from desktopsession import DEADLINE, wait_until

_atspi = None


def use(session):
    """Points this process at the session's accessibility bus; once a process, before find()."""
    global _atspi
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        os.environ[name] = session.env[name]
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.init()
    Atspi.set_timeout(2000, 5000)
    _atspi = Atspi


class Control:
    """One thing on the screen: its words, its place and what it can do."""

    def __init__(self, node):
        self._node = node

    @property
    def name(self):
        return self._node.get_name() or ""

    @property
    def role(self):
        return self._node.get_role_name() or ""

    @property
    def text(self):
        try:
            return _atspi.Text.get_text(self._node, 0, -1)
        except Exception:
            return ""

    def extents(self):
        box = _atspi.Component.get_extents(self._node, _atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def centre(self):
        x, y, width, height = self.extents()
        return x + width // 2, y + height // 2

    def showing(self):
        states = self._node.get_state_set()
        if not states.contains(_atspi.StateType.SHOWING):
            return False
        x, y, width, height = self.extents()
        return width > 0 and height > 0 and x + width > 0 and y + height > 0

    def enabled(self):
        return self._node.get_state_set().contains(_atspi.StateType.ENABLED)

    def focused(self):
        return self._node.get_state_set().contains(_atspi.StateType.FOCUSED)


def _walk(node, depth=0):
    yield node
    if depth > 40:
        return
    try:
        count = node.get_child_count()
    except Exception:
        return
    for index in range(min(count, 500)):
        try:
            child = node.get_child_at_index(index)
        except Exception:
            continue
        if child is not None:
            yield from _walk(child, depth + 1)


def applications():
    desktop = _atspi.get_desktop(0)
    found = []
    for index in range(desktop.get_child_count()):
        try:
            node = desktop.get_child_at_index(index)
            if node is not None:
                found.append(node)
        except Exception:
            continue
    return found


def all_controls(application=None):
    """Everything that is showing, of one application (part of its name) or of all."""
    for node in applications():
        try:
            if application and application.lower() not in (node.get_name() or "").lower():
                continue
        except Exception:
            continue
        for inner in _walk(node):
            control = Control(inner)
            try:
                if control.showing():
                    yield control
            except Exception:
                continue


def look(name, role=None, application=None, exact=False):
    """The first showing control whose name matches; None where there is none."""
    for control in all_controls(application):
        try:
            said = control.name
            fits = said == name if exact else name.lower() in said.lower()
            if fits and (role is None or role in control.role):
                return control
        except Exception:
            continue
    return None


def find(name, role=None, application=None, exact=False, seconds=DEADLINE):
    return wait_until(lambda: look(name, role, application, exact),
                      f"a {role or 'control'} “{name}”", seconds)


def outline(application=None):
    """What is on the screen, a line each: for a person who wonders why a test failed."""
    lines = []
    for control in all_controls(application):
        try:
            lines.append(f"{control.role}: {control.name!r} {control.extents()}")
        except Exception:
            continue
    return "\n".join(lines)
