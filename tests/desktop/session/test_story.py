# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole story, with everything real: sign in through the wizard and the system browser, copy the
token from the tray, use it, be told when it has ended, press the notification's button."""

import unittest

import browser
from desktopsession import wait_until
from latchkeysession import PROVIDER, Latchkey, OpenIdProvider, SessionTest, main
from tray import Tray

LIFETIME = 25


class Story(SessionTest):
    tools = [*browser.TOOLS, "node"]

    def test_from_the_wizard_to_the_notification(self):
        if not (PROVIDER / "node_modules").exists():
            raise unittest.SkipTest("npm packages of the OpenID provider are not installed")
        with self.session() as desk:
            provider = OpenIdProvider(desk)
            self.addCleanup(provider.close)
            provider.tell("ttl", access=LIFETIME)
            app = Latchkey(desk)
            # Without offline_access there is no refresh token: this one ends for good.
            provider.write_catalog_entry(app.folder("config") / "providers",
                                         ["openid", "email", "profile"])
            web = browser.Browser(desk)

            app.start()
            tray = Tray(desk).wait()
            tray.choose_by_hand("Add account", shot="story-1-tray")

            self.sign_in(app, web)

            token = self.copy_from_the_tray(desk, tray)
            status, person = provider.userinfo(token)
            self.assertEqual(status, 200)
            self.assertEqual(person["email"], "maria@acme.dev")
            self.assertNotIn(token, app.accounts_file())
            self.assertNotIn(token, desk.log("latchkey"))

            desk.wait_for_notification("Sign in again", seconds=LIFETIME + 90)
            desk.shot("story-5-notification")
            self.assertEqual(provider.userinfo(token)[0], 401)
            self.sign_in_again(desk, app, web)
            renewed = self.copy_from_the_tray(desk, tray, unlike=token)
            self.assertEqual(provider.userinfo(renewed)[0], 200)

            tray.choose("Quit")
            wait_until(lambda: not app.running(), "Latchkey to quit")
            self.assertEqual(app.process.returncode, 0)
            web.close()
            tray.close()

    def sign_in(self, app, web):
        """From the grid of services to the page that says it is done."""
        app.find("Search the services")
        app.session.type("acme")
        app.session.shot("story-2-services")
        app.press("Acme", role="button")
        app.press("In your browser")
        app.press("Continue", role="button")
        app.fill("Client id", "latchkey-public")
        app.press("Continue", role="button")
        web.wait_for_text("close")
        web.shot("story-3-callback-page")
        app.find("is ready")
        app.session.shot("story-4-signed-in")
        wait_until(lambda: "acme" in app.accounts_file(), "the account in accounts.toml")

    def copy_from_the_tray(self, desk, tray, unlike=""):
        tray.choose_by_hand("Acme", "Copy token")
        token = wait_until(lambda: desk.clipboard() not in ("", unlike) and desk.clipboard(),
                           "a token in the clipboard")
        self.assertEqual(desk.clipboard("x-kde-passwordManagerHint"), "secret")
        return token

    def sign_in_again(self, desk, app, web):
        """The notification's button opens the browser; the person is known there, so that is all."""
        pages = len(web.opened())
        desk.press_notification_button("Sign in again")
        wait_until(lambda: len(web.opened()) > pages, "the browser to open again")
        app.find("Valid")
        desk.shot("story-6-signed-in-again")


if __name__ == "__main__":
    main()
