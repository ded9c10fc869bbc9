# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's web browser: headless Chromium, set as the desktop's handler of web addresses, so
that xdg-open brings pages to it; read and steered over WebDriver."""

import base64
import json
import re
import shutil
import textwrap
import urllib.request

from desktopsession import wait_until

TOOLS = ["chromium", "chromedriver"]


class Browser:
    """Starts Chromium and makes it the session's browser; stays for the session's life."""

    def __init__(self, session):
        self._session = session
        driver = session.start("chromedriver", [shutil.which("chromedriver"), "--port=0"])
        port = wait_until(lambda: re.search(r"successfully on port (\d+)",
                                            session.log("chromedriver")), "chromedriver").group(1)
        self._driver = driver
        self._server = f"http://127.0.0.1:{port}"
        options = {"binary": shutil.which("chromium"),
                   "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                            "--disable-dev-shm-usage", "--disable-background-networking",
                            "--window-size=1000,700",
                            f"--user-data-dir={session.root / 'chromium'}"]}
        answer = self._call("POST", "/session", {"capabilities": {
            "alwaysMatch": {"browserName": "chrome", "pageLoadStrategy": "none",
                            "goog:chromeOptions": options}}})
        self._page = f"/session/{answer['sessionId']}"
        self._register()

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._server + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def _register(self):
        """A .desktop file whose program tells Chromium where to go."""
        opener = self._session.folders["bin"] / "session-browser"
        opener.write_text(textwrap.dedent(f"""\
            #!/usr/bin/python3
            import json, sys, urllib.request
            with open("{self._session.root}/opened-pages", "a") as pages:
                print(sys.argv[1], file=pages)
            urllib.request.urlopen(urllib.request.Request(
                "{self._server}{self._page}/url", json.dumps({{"url": sys.argv[1]}}).encode(),
                headers={{"Content-Type": "application/json"}}), timeout=60)
            """))
        opener.chmod(0o755)
        applications = self._session.folders["data"] / "applications"
        applications.mkdir(exist_ok=True)
        (applications / "session-browser.desktop").write_text(textwrap.dedent(f"""\
            [Desktop Entry]
            Type=Application
            Name=Session browser
            Exec={opener} %u
            MimeType=x-scheme-handler/http;x-scheme-handler/https;text/html;
            """))
        handlers = "\n".join(f"{kind}=session-browser.desktop" for kind in
                             ("x-scheme-handler/http", "x-scheme-handler/https", "text/html"))
        for place in (self._session.folders["config"] / "mimeapps.list",
                      applications / "mimeapps.list"):
            place.write_text(f"[Default Applications]\n{handlers}\n")
        # What xdg-open asks where no handler is found.
        self._session.env["BROWSER"] = str(opener)

    def opened(self):
        """The addresses that the desktop asked for, in order."""
        pages = self._session.root / "opened-pages"
        return pages.read_text().split() if pages.exists() else []

    def address(self):
        return self._call("GET", f"{self._page}/url")

    def title(self):
        return self._call("GET", f"{self._page}/title")

    def text(self):
        """What the page says."""
        return self._call("POST", f"{self._page}/execute/sync", {
            "script": "return document.body ? document.body.innerText : ''", "args": []})

    def wait_for_text(self, text, seconds=30):
        return wait_until(lambda: text.lower() in self.text().lower(), f"“{text}” in the browser",
                          seconds)

    def click_link(self, words):
        """Clicks the button or link that says so."""
        self._call("POST", f"{self._page}/execute/sync", {"script": textwrap.dedent("""\
            const wanted = arguments[0].toLowerCase();
            const all = document.querySelectorAll('button, a, input[type=submit]');
            for (const one of all)
              if ((one.innerText || one.value || '').toLowerCase().includes(wanted))
                { one.click(); return true; }
            throw new Error('nothing says ' + wanted);
            """), "args": [words]})

    def shot(self, name):
        if self._session.shots:
            self._session.shots.mkdir(parents=True, exist_ok=True)
            picture = base64.b64decode(self._call("GET", f"{self._page}/screenshot"))
            (self._session.shots / f"{name}.png").write_bytes(picture)

    def close(self):
        self._call("DELETE", self._page)
        self._session.end(self._driver)
