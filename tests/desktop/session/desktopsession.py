# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real desktop without a screen: X server, message bus, window manager, panel with a tray,
notifications, keyring and a browser, all private to one test and gone with it.

Everything is waited for by a condition with a deadline; everything is ended by the process id that
was started here.
"""

import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import textwrap
import time

HERE = pathlib.Path(__file__).resolve().parent
DEADLINE = 30.0
SCREEN = (1280, 800)

TOOLS = ["Xvfb", "dbus-daemon", "openbox", "lxqt-panel", "dunst", "dunstctl", "gnome-keyring-daemon",
         "xdotool", "xclip", "import", "gdbus", "xdg-open"]


class Timeout(AssertionError):
    """A condition did not come true in time."""


def missing_tools(more=()):
    return [tool for tool in [*TOOLS, *more] if shutil.which(tool) is None]


def wait_until(condition, what, seconds=DEADLINE):
    """The first true answer of condition(); Timeout names \\a what."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Timeout(f"waited {seconds:.0f} s for {what}")
        time.sleep(0.05)


def _adopt():
    """Orphans of what is started here come back to this process, so that stop() finds them."""
    PR_SET_CHILD_SUBREAPER = 36
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _die_with_parent():
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def descendants(pid):
    """The process ids below \\a pid, children before grandchildren."""
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            children = pathlib.Path(f"/proc/{pid}/task/{task}/children").read_text().split()
            for child in children:
                found.append(int(child))
                found.extend(descendants(int(child)))
    except OSError:
        pass
    return found


class DesktopSession:
    """Use as a context manager.

    keyring: "unlocked", "locked" or "absent"; panel, notifications: whether there is a tray host
    and a notification server.
    """

    def __init__(self, keyring="unlocked", panel=True, notifications=True):
        self._keyring = keyring
        self._panel = panel
        self._notifications = notifications
        self._started = []
        self._logs = {}
        shots = os.environ.get("SESSION_SHOTS")
        self.shots = pathlib.Path(shots) if shots else None

    def __enter__(self):
        _adopt()
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="latchkey-session-"))
        try:
            self._start_all()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self._report()
        self.stop()

    # -- what a test does

    def start(self, name, command, stdin=None, **environment):
        """Starts a program in the session; its output goes to log(name)."""
        log = self.root / f"{name}.log"
        self._logs[name] = log
        with open(log, "ab") as out:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
                stdout=out, stderr=subprocess.STDOUT, env={**self.env, **environment},
                cwd=self.root, start_new_session=True, preexec_fn=_die_with_parent)
        if stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        self._started.append(process)
        return process

    def end(self, process, seconds=10):
        """Ends one program politely; by force where that does not help."""
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        return process.returncode

    def run(self, *command, stdin=None, check=True):
        """Runs a short program in the session and returns what it printed."""
        done = subprocess.run([str(part) for part in command], env=self.env, cwd=self.root,
                              input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=DEADLINE, text=True)
        if check and done.returncode != 0:
            raise AssertionError(f"{command[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def log(self, name):
        log = self._logs.get(name)
        return log.read_text(errors="replace") if log and log.exists() else ""

    def wait_for_log(self, name, text, seconds=DEADLINE):
        wait_until(lambda: text in self.log(name), f"“{text}” in the output of {name}", seconds)

    def shot(self, name):
        """A picture of the whole screen, among the artefacts of the build."""
        if self.shots:
            self.shots.mkdir(parents=True, exist_ok=True)
            self.run("import", "-window", "root", self.shots / f"{name}.png", check=False)

    def windows(self, name):
        """The visible windows whose title matches."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", name, check=False).split()

    def window(self, name, seconds=DEADLINE):
        return wait_until(lambda: self.windows(name), f"a window “{name}”", seconds)[0]

    def click(self, x, y, button=1):
        self.run("xdotool", "mousemove", int(x), int(y), "click", button)

    def type(self, text):
        self.run("xdotool", "type", "--delay", "5", "--", text)

    def key(self, *keys):
        self.run("xdotool", "key", "--delay", "20", *keys)

    def clipboard(self, target=None):
        """What a person would paste; empty where there is nothing."""
        command = ["xclip", "-selection", "clipboard", "-o"]
        return self.run(*command, *(["-t", target] if target else []), check=False)

    def bus_names(self):
        return self.run("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
                        "--object-path", "/org/freedesktop/DBus",
                        "--method", "org.freedesktop.DBus.ListNames")

    def wait_for_name(self, name, seconds=DEADLINE):
        wait_until(lambda: f"'{name}'" in self.bus_names(), f"{name} on the bus", seconds)

    # -- notifications

    def wait_for_notification(self, text, seconds=DEADLINE):
        self.wait_for_log("dunst", text, seconds)

    def press_notification_button(self, label):
        """Opens the buttons of the newest notification and presses the one called \\a label."""
        (self.root / "wanted-button").write_text(label)
        before = self.root / "pressed-button"
        before.unlink(missing_ok=True)
        self.run("dunstctl", "context")
        wait_until(before.exists, f"the button “{label}” of a notification")

    # -- coming up and going down

    def _start_all(self):
        folders = {name: self.root / name for name in
                   ("home", "run", "config", "data", "state", "cache", "bin", "bus")}
        for folder in folders.values():
            folder.mkdir(mode=0o700)
        self.env = {
            "PATH": f"{folders['bin']}:{os.environ['PATH']}",
            "HOME": str(folders["home"]),
            "USER": os.environ.get("USER", "root"),
            "XDG_RUNTIME_DIR": str(folders["run"]),
            "XDG_CONFIG_HOME": str(folders["config"]),
            "XDG_DATA_HOME": str(folders["data"]),
            "XDG_STATE_HOME": str(folders["state"]),
            "XDG_CACHE_HOME": str(folders["cache"]),
            "XDG_CURRENT_DESKTOP": "LXQt",
            "XDG_SESSION_TYPE": "x11",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "NO_AT_BRIDGE": "0",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "QT_QUICK_BACKEND": "software",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        for passed in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if passed in os.environ:
                self.env[passed] = os.environ[passed]
        self.folders = folders
        self._start_display()
        self._start_bus()
        self._start_accessibility()
        if self._keyring != "absent":
            self._start_keyring()
        self.start("openbox", ["openbox"])
        wait_until(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK",
                                                   check=False), "the window manager")
        if self._panel:
            self.start_panel()
        if self._notifications:
            self._start_notifications()

    def _start_display(self):
        reading, writing = os.pipe()
        log = self.root / "Xvfb.log"
        self._logs["Xvfb"] = log
        with open(log, "wb") as out:
            self._started.append(subprocess.Popen(
                ["Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % SCREEN,
                 "-nolisten", "tcp", "-noreset"], stdout=out, stderr=out, pass_fds=[writing],
                start_new_session=True, preexec_fn=_die_with_parent))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise AssertionError(f"Xvfb did not start: {self.log('Xvfb')}")
        self.env["DISPLAY"] = f":{number}"

    def _start_bus(self):
        """A bus that starts nothing by itself: "no keyring" must stay no keyring."""
        socket = self.folders["bus"] / "socket"
        config = self.folders["bus"] / "bus.conf"
        config.write_text(textwrap.dedent(f"""\
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <keep_umask/>
              <listen>unix:path={socket}</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """))
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        self.start("dbus", ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"])
        wait_until(socket.exists, "the message bus")

    def _start_accessibility(self):
        for launcher in ("/usr/libexec/at-spi-bus-launcher",
                         "/usr/lib/at-spi2-core/at-spi-bus-launcher"):
            if os.path.exists(launcher):
                self.start("at-spi", [launcher, "--launch-immediately"])
                self.wait_for_name("org.a11y.Bus")
                return

    def _start_keyring(self):
        """Makes the login keyring with its password, then leaves it open or locked."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        keyring = self.start("gnome-keyring", [*command, "--unlock"], stdin=b"test")
        self.wait_for_name("org.freedesktop.secrets")
        self.run("secret-tool", "store", "--label=probe", "probe", "yes", stdin="1")
        if self._keyring == "locked":
            self.end(keyring)
            wait_until(lambda: "org.freedesktop.secrets" not in self.bus_names(),
                       "the keyring to leave")
            self.start("gnome-keyring", command)
            self.wait_for_name("org.freedesktop.secrets")

    def start_panel(self):
        """A panel with a tray; sessions that began without one may get it later."""
        config = self.folders["config"] / "lxqt"
        config.mkdir()
        (config / "panel.conf").write_text(textwrap.dedent("""\
            [General]
            __userfile__=true
            panels=panel1
            [panel1]
            panelSize=32
            plugins=spacer, statusnotifier, tray, worldclock
            position=Bottom
            width=100
            width-percent=true
            [spacer]
            type=spacer
            expandable=true
            [statusnotifier]
            type=statusnotifier
            [tray]
            type=tray
            [worldclock]
            type=worldclock
            """))
        self.start("lxqt-panel", ["lxqt-panel"], QT_QPA_PLATFORM="xcb")
        self.wait_for_name("org.kde.StatusNotifierWatcher")

    def _start_notifications(self):
        """dunst, told to ask this script of ours which button to press."""
        choose = self.folders["bin"] / "choose-button"
        choose.write_text(textwrap.dedent(f"""\
            #!/bin/sh
            grep -F -m1 -- "$(cat '{self.root}/wanted-button')" | tee '{self.root}/pressed-button'
            [ -s '{self.root}/pressed-button' ] || rm -f '{self.root}/pressed-button'
            """))
        choose.chmod(0o755)
        config = self.folders["config"] / "dunst"
        config.mkdir()
        (config / "dunstrc").write_text(textwrap.dedent(f"""\
            [global]
            dmenu = {choose}
            origin = top-right
            width = (200, 420)
            show_indicators = no
            mouse_left_click = context
            idle_threshold = 0
            [urgency_low]
            timeout = 0
            [urgency_normal]
            timeout = 0
            [urgency_critical]
            timeout = 0
            """))
        self.start("dunst", ["dunst", "-print", "-config", str(config / "dunstrc")])
        self.wait_for_name("org.freedesktop.Notifications")

    def _report(self):
        self.shot("failed")
        for process in self._started:
            if process.poll() not in (None, 0):
                print(f"--- {process.args[0]} has ended with {process.returncode}")
        for name in self._logs:
            text = self.log(name).strip()
            if text and name not in ("Xvfb", "openbox", "lxqt-panel", "at-spi"):
                print(f"--- {name}\n{text[-6000:]}", flush=True)

    def stop(self):
        for process in reversed(self._started):
            self.end(process, seconds=5)
        # Whatever they left behind has become ours by adoption.
        for pid in descendants(os.getpid()):
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except OSError:
                pass
        shutil.rmtree(self.root, ignore_errors=True)
