# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tray program costs, measured on the real desktop and against KeePassXC in the same session.
Prints figures and ratios; judges none of them, since a busy machine would judge wrongly."""

import pathlib
import statistics
import time

from desktopsession import wait_until
from latchkeysession import Latchkey, SessionTest, main
from tray import Tray

ROUNDS = 3
# No screen reader is listening: that is how most people run either program.
PLAIN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0", "QT_ACCESSIBILITY": "0", "NO_AT_BRIDGE": "1"}


def pss(pid):
    """The memory that ends with this process, in MB."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def wake_ups(pid):
    total = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


class Figures(SessionTest):
    tools = ["keepassxc"]

    def test_figures(self):
        with self.session() as desk:
            tray = Tray(desk)
            config = desk.folders["config"] / "keepassxc"
            config.mkdir()
            (config / "keepassxc.ini").write_text(
                "[General]\nUpdateCheckMessageShown=true\n"
                "[GUI]\nShowTrayIcon=true\nMinimizeOnStartup=true\nMinimizeToTray=true\n")
            theirs = statistics.median(
                self.start_time(desk, tray, ["keepassxc", "--config", config / "keepassxc.ini"])
                for _ in range(ROUNDS))
            app = Latchkey(desk)
            ours = statistics.median(
                self.start_time(desk, tray, app=app) for _ in range(ROUNDS))
            print(f"\nstart to tray icon: {ours * 1000:.0f} ms, "
                  f"{ours / theirs:.2f} of KeePassXC's {theirs * 1000:.0f} ms")

            app.start("--background", **PLAIN)
            tray.wait()
            resting = 10
            time.sleep(2)
            print(f"memory in the tray as started: {pss(app.process.pid):.1f} MB PSS")
            time.sleep(6)
            print(f"memory in the tray at rest, what only the start needed given back: "
                  f"{pss(app.process.pid):.1f} MB PSS")
            before = wake_ups(app.process.pid)
            time.sleep(resting)
            count = wake_ups(app.process.pid) - before
            print(f"idle: {count / resting:.1f} wake-ups a second")
            begun = time.monotonic()
            tray.activate()
            desk.window("Latchkey")
            print(f"tray click to window on screen: {(time.monotonic() - begun) * 1000:.0f} ms")
            time.sleep(2)
            print(f"memory with the window: {pss(app.process.pid):.1f} MB PSS")
            desk.end(app.process)
            tray.close()

    def start_time(self, desk, tray, command=None, app=None):
        """Seconds from the start of the process to its icon in the tray."""
        wait_until(lambda: not tray.items(), "an empty tray")
        begun = time.monotonic()
        process = (app.start("--background", **PLAIN).process if app
                   else desk.start("other", command, **PLAIN))
        while not tray.items():
            if process.poll() is not None:
                raise AssertionError("ended before its icon was there")
        took = time.monotonic() - begun
        desk.end(process)
        return took


if __name__ == "__main__":
    main()
