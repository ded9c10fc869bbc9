# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headless Chromium and the real program: `latchkeyd authority serve` with a store, a database, people
and a client made on its command line, and an application that waits at a port of its own."""

import base64
import hashlib
import http.server
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

from chromium import PASSWORD, Chromium, is_there, totp, until

PROGRAM = os.environ.get("LATCHKEYD", "")
VERIFIER = "v" * 43

if not PROGRAM or not is_there():
    print("chromium, chromedriver or latchkeyd is not there")
    sys.exit(77)


class Application:
    """A client's own server: keeps what the browser brings."""

    def __init__(self, family=socket.AF_INET, host="127.0.0.1"):
        self.came = []
        app = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self, query):
                if self.path.startswith("/callback"):
                    app.came.append((self.command, dict(urllib.parse.parse_qsl(query)),
                                     dict(self.headers)))
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(b"<h1>Back at the application</h1>")

            def do_GET(self):
                self.answer(urllib.parse.urlsplit(self.path).query)

            def do_POST(self):
                self.answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            address_family = family

        self.server = Server((host, 0), Handler)
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self.server.server_address[1]}/callback"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program(unittest.TestCase):
    scheme = "light"

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        cls.environment = {"PATH": os.environ["PATH"], "HOME": str(root), "LC_ALL": "C.UTF-8",
                           "LATCHKEY_STORE_KIND": "age_file"}
        for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            (root / name).mkdir(mode=0o700)
            cls.environment["XDG_" + name] = str(root / name)
        cls.command("add-user", "grace", "--display-name", "Grace Hopper")
        cls.command("add-user", "root", "--role", "admin")
        client = cls.command("add-client", "Ledger of Ada", "--redirect", "http://127.0.0.1/callback",
                             "--redirect", "http://[::1]/callback", "--grant", "authorization_code",
                             "--grant", "refresh_token", "--grant",
                             "urn:ietf:params:oauth:grant-type:device_code")
        cls.client = json.loads(client)["client_id"]
        port = free_port()
        cls.site = f"http://127.0.0.1:{port}"
        cls.log = open(root / "log", "w+", encoding="utf-8")
        cls.program = subprocess.Popen([PROGRAM, "authority", "serve", "--port", str(port)],
                                       env=cls.environment, stdout=subprocess.PIPE, stderr=cls.log,
                                       text=True)
        assert cls.site in cls.program.stdout.readline()

    @classmethod
    def tearDownClass(cls):
        cls.program.terminate()
        code = cls.program.wait(timeout=30)
        cls.program.stdout.close()
        cls.log.seek(0)
        log = cls.log.read()
        assert code == 0 and "Ended in order" in log, f"It ended with {code}:\n{log[-4000:]}"
        cls.log.close()
        cls.folder.cleanup()

    @classmethod
    def command(cls, *words):
        return subprocess.run([PROGRAM, "authority", *words], env=cls.environment, check=True,
                              input=PASSWORD + "\n", capture_output=True, text=True).stdout

    def browse(self, **options):
        browser = Chromium(self.scheme, **options)
        self.addCleanup(browser.close)
        return browser

    def shoot(self, browser, name):
        browser.shoot(f"program-{self.scheme}-{name}")

    def application(self, **where):
        application = Application(**where)
        self.addCleanup(application.close)
        return application

    def authorization(self, application, **more):
        challenge = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest())
        return self.site + "/oauth/authorize?" + urllib.parse.urlencode(
            {"response_type": "code", "client_id": self.client, "redirect_uri": application.url,
             "scope": "openid profile email offline_access", "state": "st 1", "nonce": "n",
             "code_challenge": challenge.decode().rstrip("="), "code_challenge_method": "S256",
             **more})

    def post(self, path, **form):
        request = urllib.request.Request(self.site + path, urllib.parse.urlencode(form).encode())
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, json.load(refusal)

    def expect(self, browser, title):
        until(f"the page “{title}” instead of “{browser.title()}”",
              lambda: browser.title() == title)

    def sign_in(self, browser, name):
        self.expect(browser, "Sign in")
        browser.type("name", name)
        browser.type("password", PASSWORD)
        browser.press("button.primary")

    def allow(self, browser):
        self.assertEqual(browser.focused(), "Deny")
        time.sleep(0.7)  # Allow sleeps for a moment
        browser.press("button[value=allow]")

    def trade(self, application, brought):
        status, tokens = self.post("/oauth/token", grant_type="authorization_code",
                                   client_id=self.client, code=brought["code"],
                                   redirect_uri=application.url, code_verifier=VERIFIER)
        self.assertEqual(status, 200, tokens)
        self.assertIn("id_token", tokens)

    def test_a_person_signs_in_allows_and_signs_out(self):
        application = self.application()
        b = self.browse()
        b.go(self.authorization(application))
        self.expect(b, "Sign in")
        self.shoot(b, "sign-in")
        self.sign_in(b, "grace")
        self.expect(b, "Allow Ledger of Ada?")
        self.shoot(b, "consent")
        self.allow(b)
        self.expect(b, "Back at the application")
        method, brought, headers = application.came[0]
        self.assertEqual((method, brought["state"], brought["iss"]), ("GET", "st 1", self.site))
        self.assertNotIn("Cookie", headers)  # cookies know no ports: ours were taken back
        self.trade(application, brought)
        b.go(self.site + "/account")
        self.sign_in(b, "grace")
        self.expect(b, "Grace Hopper")
        self.shoot(b, "account")
        b.press("form[action='/auth/sign-out'] button")
        self.expect(b, "You are signed out")
        self.shoot(b, "signed-out")
        self.assertEqual(b.complaints(), [])

    def test_an_administrator_needs_the_app(self):
        name = f"root{self.scheme}"
        self.command("add-user", name, "--role", "admin")
        b = self.browse()
        b.go(self.site + "/account")
        self.sign_in(b, name)
        self.expect(b, "Set up an authenticator app")
        shape = r'class="key">([A-Z2-7 ]+)<'
        first = re.search(shape, b.source()).group(1)
        b.go(self.site + "/auth/enrol?to=account")
        self.expect(b, "Set up an authenticator app")
        key = re.search(shape, b.source()).group(1)
        self.assertNotEqual(first, key)  # a key that was left is not shown again
        self.shoot(b, "enrol")
        b.type("code", totp(key.replace(" ", "")))
        b.press("button.primary")
        self.expect(b, "Keep these recovery codes")
        self.shoot(b, "recovery-codes")
        b.go(self.site + "/account")
        b.press("form[action='/auth/sign-out'] button")
        self.expect(b, "You are signed out")
        b.go(self.site + "/account")
        self.sign_in(b, name)
        self.expect(b, "One more step")
        self.shoot(b, "code")
        b.type("code", totp(key.replace(" ", ""), 1))
        b.press("button.primary")
        self.expect(b, name)
        self.assertEqual(b.complaints(), [])

    def test_a_device_is_let_in(self):
        status, begun = self.post("/oauth/device", client_id=self.client, scope="openid")
        self.assertEqual(status, 200, begun)
        b = self.browse()
        b.go(begun["verification_uri_complete"])
        self.expect(b, "Sign a device in")
        self.shoot(b, "device")
        b.press("button.primary")
        self.sign_in(b, "grace")
        self.expect(b, "Sign Ledger of Ada in?")
        self.shoot(b, "device-consent")
        self.allow(b)
        self.expect(b, "Ledger of Ada is signed in")
        self.shoot(b, "device-done")
        status, tokens = self.post("/oauth/token", client_id=self.client,
                                   grant_type="urn:ietf:params:oauth:grant-type:device_code",
                                   device_code=begun["device_code"])
        self.assertEqual(status, 200, tokens)
        self.assertEqual(b.complaints(), [])

    def test_an_answer_is_posted(self):
        for scripts in (True, False):
            with self.subTest(scripts=scripts):
                application = self.application()
                b = self.browse(scripts=scripts)
                b.go(self.authorization(application, response_mode="form_post"))
                self.sign_in(b, "grace")
                self.expect(b, "Allow Ledger of Ada?")
                self.allow(b)
                if not scripts:
                    self.expect(b, "Going back")
                    self.shoot(b, "form-post")
                    b.press("button.primary")
                self.expect(b, "Back at the application")
                method, brought, headers = application.came[0]
                self.assertEqual((method, brought["state"], brought["iss"], headers["Origin"]),
                                 ("POST", "st 1", self.site, self.site))
                self.assertNotIn("Cookie", headers)
                self.trade(application, brought)
                self.assertEqual(b.complaints(), [])

    def test_a_refusal_is_posted(self):
        application = self.application()
        b = self.browse(scripts=True)
        b.go(self.authorization(application, response_mode="form_post", prompt="none"))
        self.expect(b, "Back at the application")
        self.assertEqual(application.came[0][1]["error"], "login_required")
        self.assertEqual(b.complaints(), [])

    def test_an_application_that_listens_on_ipv6(self):
        try:
            application = self.application(family=socket.AF_INET6, host="::1")
        except OSError:
            self.skipTest("this machine has no IPv6")
        for mode in ("query", "form_post"):
            with self.subTest(mode=mode):
                b = self.browse(scripts=True)
                b.go(self.authorization(application, response_mode=mode))
                self.sign_in(b, "grace")
                self.expect(b, "Allow Ledger of Ada?")
                self.allow(b)
                self.expect(b, "Back at the application")
                self.trade(application, application.came.pop()[1])
                self.assertEqual(b.complaints(), [])


class InTheDark(Program):
    scheme = "dark"
    test_an_application_that_listens_on_ipv6 = None
    test_a_refusal_is_posted = None


if __name__ == "__main__":
    unittest.main(verbosity=2)
