# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Latchkey's own provider, with everything real: the practice account through the wizard and the
browser, the window that asks, and what comes of Deny."""

import browser
from desktopsession import wait_until
from latchkeysession import Latchkey, SessionTest, main
from tray import Tray


QUESTION = "Allow Latchkey to sign you in?"


class Authority(SessionTest):
    tools = browser.TOOLS

    def begin(self, desk):
        """The practice account, up to the window that asks."""
        app = Latchkey(desk)
        web = browser.Browser(desk)
        app.start()
        tray = Tray(desk).wait()
        tray.choose_by_hand("Add account")
        app.find("Search the services")
        desk.shot("authority-1-services")
        app.press("Practice account", role="button")
        app.find("Try Latchkey with its own provider")
        app.press("Continue", role="button")
        wait_until(web.opened, "the browser to open")
        app.find(QUESTION)
        return app, web, tray

    @staticmethod
    def allow(app):
        """Clicks until it counts: at first the button sleeps, so that nobody allows by accident."""
        def gone():
            button = app.look("Allow", role="button", exact=True)
            if button is not None:
                app.session.click(*button.centre())
            return app.look(QUESTION) is None
        wait_until(gone, "the question to be answered")

    def test_the_practice_account_is_allowed_and_kept(self):
        with self.session() as desk:
            app, web, tray = self.begin(desk)
            wait_until(lambda: app.look("Deny", role="button").focused(), "the focus on Deny")
            desk.shot("authority-2-approval")

            self.allow(app)

            app.find("is ready")
            desk.shot("authority-3-ready")
            wait_until(lambda: "practice" in app.accounts_file(), "the account in accounts.toml")
            self.assertIsNone(app.look(QUESTION))
            tray.choose("Quit")
            wait_until(lambda: not app.running(), "Latchkey to quit")
            self.assertEqual(app.process.returncode, 0)
            web.close()
            tray.close()

    def test_the_page_shows_what_the_authority_keeps(self):
        with self.session() as desk:
            app, web, tray = self.begin(desk)
            self.allow(app)
            app.find("is ready")
            app.press("Done", role="button")
            app.press("Authority", role="button", exact=True)
            app.find("Running")
            desk.shot("authority-5-overview")
            app.press("Make a client for this", role="button")
            app.find("The client is there")
            for part, something in [("Clients", "Quick start"), ("Users", "seen"),
                                    ("Sessions", None), ("Keys", "Signs"),
                                    ("Live", "/oauth/token"), ("Policies", "Ask")]:
                app.press(part, role="button", exact=True)
                if something:
                    app.find(something)
                desk.shot(f"authority-6-{part.lower()}")
            app.press("Ask", role="button", exact=True)
            app.find("Decided by")
            desk.shot("authority-7-asked")
            tray.choose("Quit")
            wait_until(lambda: not app.running(), "Latchkey to quit")
            web.close()
            tray.close()

    def test_who_is_denied_gets_nothing(self):
        with self.session() as desk:
            app, web, tray = self.begin(desk)

            def refused():
                if app.look(QUESTION) is not None:
                    desk.key("Return")  # the focus is on Deny: Enter never allows
                return app.look(QUESTION) is None
            wait_until(refused, "the question to be answered")

            app.find("The answer was no")
            desk.shot("authority-4-denied")
            self.assertNotIn("practice", app.accounts_file())
            tray.choose("Quit")
            wait_until(lambda: not app.running(), "Latchkey to quit")
            web.close()
            tray.close()


if __name__ == "__main__":
    main()
