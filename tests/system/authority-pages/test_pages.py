# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headless Chromium through the authority's pages: sign-in, authenticator app, recovery code,
consent, device, the desktop's yes. No page may need a script; none may break its own policy."""

import os
import re
import subprocess
import sys
import time
import unittest
import urllib.request

from chromium import PASSWORD, Chromium, is_there, totp, until

HOST = os.environ.get("PAGES_HOST", "")

if not HOST or not is_there():
    print("chromium, chromedriver or the host of the pages is not there")
    sys.exit(77)


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
