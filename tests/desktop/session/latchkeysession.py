# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Latchkey in a desktop session, used as a person uses it: by what the screen says, with mouse and
keys. Tests of the session derive from SessionTest and end with main()."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import textwrap
import unittest
import urllib.error
import urllib.parse
import urllib.request

import accessible
from desktopsession import DEADLINE, DesktopSession, missing_tools, wait_until

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROVIDER = ROOT / "tests" / "system" / "openid-provider"
DESKTOP = os.environ.get("LATCHKEY_DESKTOP", "")
# For a person who looks for a crash: LATCHKEY_WRAP="gdb -batch -ex run -ex bt --args"
WRAP = os.environ.get("LATCHKEY_WRAP", "").split()


class Latchkey:
    """The running program."""

    def __init__(self, session):
        self.session = session
        self.process = None

    def start(self, *arguments, name="latchkey", **environment):
        """Into the tray, as at the start of a session, unless the arguments say otherwise."""
        command = [*WRAP, DESKTOP, *(arguments or ["--background"])]
        self.process = self.session.start(name, command, QT_QPA_PLATFORM="xcb", **environment)
        return self

    def folder(self, kind):
        """"config", "data" or "state"."""
        return self.session.folders[kind] / "latchkey"

    def running(self):
        return self.process.poll() is None

    def find(self, name, role=None, exact=False, seconds=DEADLINE):
        return accessible.find(name, role, "latchkey", exact, seconds)

    def look(self, name, role=None, exact=False):
        return accessible.look(name, role, "latchkey", exact)

    def press(self, name, role=None, exact=False, seconds=DEADLINE):
        """Clicks the middle of a control as soon as it stands still and is switched on."""
        place = []

        def settled():
            control = self.look(name, role, exact)
            if control is None or not control.enabled():
                return None
            place.append(control.extents())
            return control if len(place) > 1 and place[-1] == place[-2] else None

        try:
            control = wait_until(settled, f"a {role or 'control'} “{name}” to press", seconds)
        except AssertionError:
            print(accessible.outline("latchkey"))
            raise
        self.session.click(*control.centre())

    def fill(self, name, text):
        """Clicks a field and types."""
        self.press(name, role="text")
        wait_until(lambda: (self.look(name, role="text") or self.find(name)).focused(),
                   f"the field “{name}” to take the keys")
        self.session.type(text)

    def accounts_file(self):
        path = self.folder("config") / "accounts.toml"
        return path.read_text() if path.exists() else ""


class OpenIdProvider:
    """The provider of tests/system, as a service of the person's own."""

    def __init__(self, session):
        self._process = subprocess.Popen(
            [shutil.which("node"), "provider.mjs"], cwd=PROVIDER, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        ready = json.loads(self._process.stdout.readline())
        self.issuer = ready["issuer"]
        self._control = ready["control"]
        self._session = session

    def tell(self, verb, **values):
        query = urllib.parse.urlencode(values)
        with urllib.request.urlopen(f"{self._control}/{verb}?{query}", timeout=10) as answer:
            return json.load(answer)

    def userinfo(self, token):
        """What the provider says about the bearer of \\a token: status and answer."""
        request = urllib.request.Request(f"{self.issuer}/me",
                                         headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, {}

    def write_catalog_entry(self, folder, scopes):
        """providers/acme.toml, as docs/providers.md describes it."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "acme.toml").write_text(textwrap.dedent(f"""\
            id = "acme"
            name = "Acme"
            letters = "Ac"
            tone = 4
            methods = ["browser", "device"]

            [oauth]
            issuer = "{self.issuer}"
            client_auth = "none"
            scopes = {json.dumps(scopes)}
            """))

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)


class LatchkeyDesktop(DesktopSession):
    """A session whose controls this process can find."""

    def __enter__(self):
        super().__enter__()
        accessible.use(self)
        return self

    def __exit__(self, kind, *rest):
        if kind is not None:
            print(accessible.outline("latchkey"))
        super().__exit__(kind, *rest)


class SessionTest(unittest.TestCase):
    """Skips by name what this machine cannot do."""

    tools = []

    @classmethod
    def setUpClass(cls):
        missing = missing_tools(cls.tools)
        if missing:
            raise unittest.SkipTest(f"not installed here: {', '.join(missing)}")
        if not DESKTOP or not os.path.exists(DESKTOP):
            raise unittest.SkipTest("latchkey-desktop is not built (LATCHKEY_DESKTOP)")

    @staticmethod
    def session(**how):
        """One a process: AT-SPI cannot be pointed at a second bus."""
        return LatchkeyDesktop(**how)


def main():
    """Like unittest.main(), but exit code 77 where everything was skipped."""
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(77 if result.skipped and len(result.skipped) >= result.testsRun else 0)
