# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium of one's own, and what a person does besides: codes of an app, waiting."""

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
import tempfile
import time
import urllib.request

SHOTS = pathlib.Path(os.environ.get("PAGES_SHOTS", tempfile.gettempdir())) / "authority"
PASSWORD = "seven-otters-juggle-quartz"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # what WebDriver calls an element's id


def is_there():
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


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
    """One browser of its own, steered over WebDriver; scripts are switched off unless wanted."""

    def __init__(self, scheme="light", language="en", scripts=False):
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
                   "prefs": {"webkit.webprefs.javascript_enabled": scripts,
                             "intl.accept_languages": language,
                             "profile.managed_default_content_settings.javascript":
                                 1 if scripts else 2}}
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
