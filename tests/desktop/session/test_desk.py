# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Latchkey on desktops of several kinds: with a tray, without, with a locked keyring, with none."""

import base64

from desktopsession import wait_until
from latchkeysession import Latchkey, SessionTest, main
from tray import Tray

KEY = "sk-practice-0123456789abcdef0123456789"


class Desk(SessionTest):

    def test_lives_in_the_tray(self):
        """Starts without a window, opens it from the tray, stays when it is closed, starts once."""
        with self.session() as desk:
            app = Latchkey(desk).start()
            tray = Tray(desk).wait()
            self.assertEqual(desk.windows("Latchkey"), [])
            self.assertTrue(tray.tooltip())
            self.assertIn("Quit", "\n".join(tray.menu().outline()))

            desk.click(*tray.button())
            desk.window("Latchkey")
            app.find("Add account")
            desk.shot("desk-1-empty")
            desk.key("alt+F4")
            wait_until(lambda: not desk.windows("Latchkey"), "the window to close")
            self.assertTrue(app.running())

            second = Latchkey(desk).start(name="second")
            desk.window("Latchkey")
            wait_until(lambda: not second.running(), "the second start to end")
            self.assertEqual(second.process.returncode, 0)
            self.assertEqual(len(tray.items()), 1)

            tray.choose_by_hand("Quit")
            wait_until(lambda: not app.running(), "Latchkey to quit")
            self.assertEqual(app.process.returncode, 0)

    def test_keeps_a_key_and_copies_it(self):
        """An API key by hand: into the keyring, out of the tray, gone from the clipboard."""
        with self.session() as desk:
            app = Latchkey(desk)
            app.folder("config").mkdir(parents=True)
            (app.folder("config") / "config.toml").write_text("[clipboard]\nclear_seconds = 3\n")
            app.start()
            tray = Tray(desk).wait()
            self.add_key(app, tray)
            app.press("Done", role="button")
            app.find("GitHub main,")
            desk.shot("desk-2-key")
            # Bytes travel as base64, since a keyring keeps texts.
            self.assertIn(base64.b64encode(KEY.encode()).decode(), self.keyring(desk))
            self.assertNotIn(KEY, app.accounts_file())

            tray.choose_by_hand("GitHub", "Copy token")
            wait_until(lambda: desk.clipboard() == KEY, "the key in the clipboard")
            self.assertEqual(desk.clipboard("x-kde-passwordManagerHint"), "secret")
            wait_until(lambda: desk.clipboard() != KEY, "the clipboard to be cleared")
            desk.end(app.process)

    def test_without_a_tray_the_window_opens(self):
        """GNOME's case: the window opens and says why; a tray that appears later is used."""
        with self.session(panel=False) as desk:
            app = Latchkey(desk).start()
            desk.window("Latchkey")
            app.find("no tray")
            desk.shot("desk-3-no-tray")
            desk.start_panel()
            Tray(desk).wait()
            desk.end(app.process)

    def test_a_locked_keyring_is_said_and_waited_for(self):
        with self.session(keyring="locked") as desk:
            app = Latchkey(desk).start()
            tray = Tray(desk).wait()
            wait_until(lambda: "lock" in tray.tooltip().lower(), "the tray to say “locked”")
            desk.click(*tray.button())
            app.find("lock")
            desk.shot("desk-4-locked")
            desk.end(app.process)

    def test_without_a_keyring_the_file_is_used(self):
        with self.session(keyring="absent") as desk:
            app = Latchkey(desk).start()
            tray = Tray(desk).wait()
            self.add_key(app, tray)
            vault = app.folder("data") / "vault.age"
            wait_until(vault.exists, "vault.age")
            self.assertNotIn(KEY.encode(), vault.read_bytes())
            self.assertTrue(vault.read_bytes().startswith(b"age-encryption.org/v1"))
            desk.shot("desk-5-file")
            desk.end(app.process)

    def add_key(self, app, tray):
        tray.choose_by_hand("Add account")
        app.find("Search the services")
        app.session.type("github")
        app.press("GitHub", role="button")
        app.press("Paste a token")
        app.press("Continue", role="button")
        app.press("", role="password text")
        app.session.type(KEY)
        app.press("Keep the key", role="button")
        app.find("is ready")
        wait_until(lambda: "github" in app.accounts_file(), "the account in accounts.toml")

    @staticmethod
    def keyring(desk):
        """Everything that the Secret Service holds."""
        return desk.run("/usr/bin/python3", "-c", LIST_SECRETS, check=False)


LIST_SECRETS = """
import dbus
bus = dbus.SessionBus()
service = bus.get_object('org.freedesktop.secrets', '/org/freedesktop/secrets')
_, session = service.OpenSession('plain', dbus.String('', variant_level=1),
                                 dbus_interface='org.freedesktop.Secret.Service')
found, _ = service.SearchItems({}, dbus_interface='org.freedesktop.Secret.Service')
for path in found:
    secret = bus.get_object('org.freedesktop.secrets', path).GetSecret(
        session, dbus_interface='org.freedesktop.Secret.Item')
    print(bytes(bytearray(secret[2])).decode(errors='replace'))
"""


if __name__ == "__main__":
    main()
