# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headless Chromium through the authority's pages: sign-in, authenticator app, recovery code,
consent, device, the desktop's yes. No page may need a script; none may break its own policy."""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

HOST = os.environ.get("PAGES_HOST", "")
SHOTS = pathlib.Path(os.environ.get("PAGES_SHOTS", tempfile.gettempdir())) / "authority"
PASSWORD = "seven-otters-juggle-quartz"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # what WebDriver calls an element's id

if not HOST or not shutil.which("chromium") or not shutil.which("chromedriver"):
    print("chromium, chromedriver or the host of the pages is not there")
    sys.exit(77)


def totp(key, steps=0):
    """RFC 6238 by somebody else than the product."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(secret, counter, hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1000000:06d}"


def until(what, question, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"{what} did not happen in {seconds} s")


class Chromium:
    """One browser of its own, steered over WebDriver; scripts are switched off."""

    def __init__(self, scheme="light", language="en"):
        self._folder = tempfile.TemporaryDirectory()
        self._log = pathlib.Path(self._folder.name) / "log"
        with self._log.open("w") as log:
            self._driver = subprocess.Popen([shutil.which("chromedriver"), "--port=0"],
                                            stdout=log, stderr=log)
        port = until("chromedriver", lambda: re.search(r"successfully on port (\d+)",
                                                       self._log.read_text())).group(1)
        self._server = f"http://127.0.0.1:{port}"
        options = {"binary": shutil.which("chromium"),
                   "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                            "--disable-dev-shm-usage", "--disable-background-networking",
                            "--force-device-scale-factor=2",
                            "--window-size=900,900", f"--lang={language}",
                            f"--user-data-dir={self._folder.name}/profile"],
                   "prefs": {"webkit.webprefs.javascript_enabled": False,
                             "intl.accept_languages": language,
                             "profile.managed_default_content_settings.javascript": 2}}
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": options}}})
        self._page = f"/session/{answer['sessionId']}"
        self.look(scheme)

    def look(self, scheme):
        self._call("POST", self._page + "/goog/cdp/execute", {
            "cmd": "Emulation.setEmulatedMedia",
            "params": {"features": [{"name": "prefers-color-scheme", "value": scheme}]}})

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._server + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def go(self, url):
        self._call("POST", self._page + "/url", {"url": url})

    def url(self):
        return self._call("GET", self._page + "/url")

    def source(self):
        return self._call("GET", self._page + "/source")

    def title(self):
        found = re.search(r"<h1>(.*?)</h1>", self.source())
        return found.group(1) if found else ""

    def find(self, css):
        return self._call("POST", self._page + "/element",
                          {"using": "css selector", "value": css})[ELEMENT]

    def type(self, name, text):
        element = self.find(f"input[name={name}]")
        self._call("POST", self._page + f"/element/{element}/clear", {})
        self._call("POST", self._page + f"/element/{element}/value", {"text": text})

    def press(self, css="button"):
        self._call("POST", self._page + f"/element/{self.find(css)}/click", {})

    def focused(self):
        active = self._call("GET", self._page + "/element/active")[ELEMENT]
        return self._call("GET", self._page + f"/element/{active}/text")

    def shoot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        png = self._call("GET", self._page + "/screenshot")
        (SHOTS / f"{name}.png").write_bytes(base64.b64decode(png))

    def complaints(self):
        """What the browser has to say about our pages: broken policies, blocked forms."""
        entries = self._call("POST", self._page + "/se/log", {"type": "browser"})
        return [entry["message"] for entry in entries
                if "favicon" not in entry["message"] and "status of 4" not in entry["message"]]

    def close(self):
        try:
            self._call("DELETE", self._page)
        finally:
            self._driver.terminate()
            self._driver.wait(timeout=20)
            self._folder.cleanup()


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.host = subprocess.Popen([HOST], stdout=subprocess.PIPE, text=True)
        cls.site = cls.host.stdout.readline().strip()

    @classmethod
    def tearDownClass(cls):
        cls.host.terminate()
        cls.host.wait(timeout=20)
        cls.host.stdout.close()

    def setUp(self):
        self.browser = Chromium(getattr(self, "scheme", "light"))
        self.addCleanup(self.browser.close)

    def tearDown(self):
        self.assertEqual(self.browser.complaints(), [])

    def ask(self, path):
        """Something that happens outside the browser."""
        with urllib.request.urlopen(self.site + path, timeout=20) as answer:
            answer.read()

    def expect(self, title):
        until(f"the page “{title}”", lambda: self.browser.title() == title)

    def sign_in(self, name):
        self.expect("Sign in")
        self.browser.type("name", name)
        self.browser.type("password", PASSWORD)
        self.browser.press("button.primary")

    def test_a_person_signs_in_and_allows(self):
        b = self.browser
        b.go(self.site + "/stage/authorize?stranger")
        self.expect("Sign in")
        b.shoot("sign-in")
        b.type("name", "grace")
        b.type("password", "not this one")
        b.press("button.primary")
        until("the refusal", lambda: "is not right" in b.source())
        b.shoot("sign-in-refused")
        self.sign_in("grace")
        self.expect("Allow Ledger of Ada?")
        self.assertEqual(b.focused(), "Deny")
        b.shoot("consent")
        time.sleep(0.7)  # Allow sleeps for a moment
        b.press("button[value=allow]")
        until("the way back", lambda: "code=abc" in b.url() or "ERR_CONNECTION" in b.source())
        b.go(self.site + "/account")
        self.expect("GRACE")
        b.shoot("account")
        b.press("form[action='/auth/sign-out'] button")
        self.expect("You are signed out")
        b.shoot("signed-out")

    def test_an_administrator_sets_the_app_up(self):
        b = self.browser
        b.go(self.site + "/account")
        self.sign_in("root")
        self.expect("Set up an authenticator app")
        b.shoot("enrol")
        key = re.search(r'class="key">([A-Z2-7 ]+)<', b.source()).group(1).replace(" ", "")
        b.type("code", totp(key))
        b.press("button.primary")
        self.expect("Keep these recovery codes")
        b.shoot("recovery-codes")
        codes = re.findall(r"<li>([a-z2-9]{5}-[a-z2-9]{5})</li>", b.source())
        self.assertEqual(len(codes), 10)
        b.go(self.site + "/account")
        self.expect("ROOT")
        b.shoot("account-app")
        b.press("form[action='/auth/sign-out'] button")
        self.expect("You are signed out")

        b.go(self.site + "/account")
        self.sign_in("root")
        self.expect("One more step")
        b.shoot("code")
        b.type("code", totp(key))  # good once: it has enrolled
        b.press("button.primary")
        until("the refusal", lambda: "used before" in b.source())
        b.shoot("code-refused")
        b.type("code", totp(key, 1))
        b.press("button.primary")
        self.expect("ROOT")
        b.press("form[action='/auth/sign-out'] button")
        self.expect("You are signed out")

        b.go(self.site + "/account")
        self.sign_in("root")
        self.expect("One more step")
        b.press(".aside a")
        self.expect("Use a recovery code")
        b.shoot("recovery")
        b.type("code", codes[0])
        b.press("button.primary")
        self.expect("ROOT")

    def test_a_device_is_let_in(self):
        b = self.browser
        b.go(self.site + "/stage/device")
        self.expect("Sign a device in")
        b.shoot("device")
        b.press("button.primary")
        self.sign_in("grace")
        self.expect("Sign Television in?")
        b.shoot("device-consent")
        time.sleep(0.7)
        b.press("button[value=allow]")
        self.expect("Television is signed in")
        b.shoot("device-done")

    def test_the_desktop_says_yes(self):
        b = self.browser
        self.ask("/stage/desk/ask")
        self.addCleanup(self.ask, "/stage/desk/leave")
        b.go(self.site + "/stage/authorize")
        self.expect("Say yes at the desktop")
        b.shoot("desk")
        self.ask("/stage/desk/yes")
        until("the way back", lambda: "code=abc" in b.url() or "ERR_CONNECTION" in b.source())

    def test_trouble_is_said(self):
        b = self.browser
        b.go(self.site + "/stage/trouble")
        self.expect("This cannot go on")
        b.shoot("trouble")
        b.go(self.site + "/auth/continue?to=gone")
        self.expect("This request has ended")

    def test_in_the_dark(self):
        b = self.browser
        b.look("dark")
        b.go(self.site + "/stage/authorize?stranger")
        self.expect("Sign in")
        b.shoot("dark-sign-in")
        self.sign_in("grace")
        self.expect("Allow Ledger of Ada?")
        b.shoot("dark-consent")
        b.go(self.site + "/auth/enrol?to=account")
        self.expect("Set up an authenticator app")
        b.shoot("dark-enrol")
        b.go(self.site + "/account")
        self.expect("GRACE")
        b.shoot("dark-account")
        self.ask("/stage/desk/ask")
        self.addCleanup(self.ask, "/stage/desk/leave")
        b.press("form[action='/auth/sign-out'] button")
        self.expect("You are signed out")
        b.go(self.site + "/stage/authorize")
        self.expect("Say yes at the desktop")
        b.shoot("dark-desk")


if __name__ == "__main__":
    unittest.main(verbosity=2)
