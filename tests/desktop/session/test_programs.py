# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that ask at the agent's socket, and the person who answers: the window, the notification,
the tray, and the page with what is remembered. Everything is real but the service."""

import json
import stat
import textwrap

from desktopsession import wait_until
from latchkeysession import Latchkey, SessionTest, main
from tray import Tray

KEY = "sk-practice-0123456789abcdef0123456789"
QUESTION = "notes.py wants the key of github/main"
DENIED = -32003

#: A program of somebody else's: it knows no more than the line it sends.
PROGRAM = """\
    import json, os, socket, sys
    door = socket.socket(socket.AF_UNIX)
    door.connect(os.environ["XDG_RUNTIME_DIR"] + "/latchkey/agent.sock")
    method, params = sys.argv[1], json.loads(sys.argv[2])
    call = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    door.sendall(json.dumps(call).encode() + b"\\n")
    print(door.makefile().readline(), flush=True)
    """


class Programs(SessionTest):

    def begin(self, desk):
        """An agent with one key, and a program that nobody knows."""
        self.desk = desk
        self.script = desk.root / "notes.py"
        self.script.write_text(textwrap.dedent(PROGRAM))
        self.calls = 0
        app = Latchkey(desk).start()
        tray = Tray(desk).wait()
        socket = desk.folders["run"] / "latchkey" / "agent.sock"
        wait_until(socket.exists, "the agent's socket")
        self.assertEqual(stat.S_IMODE(socket.stat().st_mode), 0o600)
        # What did not exist before asks nobody.
        added = self.answer(self.call("add_account", service="github", account="main",
                                      method="api_key", api_key=KEY))
        self.assertTrue(added["result"]["added"], added)
        return app, tray

    def call(self, method, /, **params):
        self.calls += 1
        name = f"call-{self.calls}"
        self.desk.start(name, ["/usr/bin/python3", str(self.script), method, json.dumps(params)])
        return name

    def ask(self):
        return self.call("get_token", service="github", account="main")

    def answer(self, name):
        wait_until(lambda: self.desk.log(name).endswith("\n"), f"the answer to {name}")
        return json.loads(self.desk.log(name))

    def settle(self, app, press):
        """Clicks until it counts: at first the buttons sleep, so that nobody answers by accident."""
        def gone():
            button = app.look(press, role="button", exact=True)
            if button is not None and button.enabled():
                self.desk.click(*button.centre())
            return app.look(QUESTION) is None
        wait_until(gone, "the question to be answered")

    def end(self, app, tray):
        tray.choose("Quit")
        wait_until(lambda: not app.running(), "Latchkey to quit")
        self.assertEqual(app.process.returncode, 0)
        tray.close()

    def test_a_program_gets_a_token_when_it_is_allowed(self):
        with self.session() as desk:
            app, tray = self.begin(desk)
            calm = tray.icon()
            asking = self.ask()

            app.find(QUESTION)
            desk.window("A program asks")
            # A new script in a passing folder: nothing long for that.
            desk.click(*app.find("Always", role="radio", exact=True).centre())
            app.find("Allow once", role="button", exact=True)
            self.assertIsNone(app.look("Always allow"))
            wait_until(lambda: app.look("Deny", role="button").focused(), "the focus on Deny")
            desk.wait_for_notification("notes.py wants github/main")
            self.assertEqual(tray.menu().outline()[0], "notes.py asks for github/main…")
            wait_until(lambda: tray.icon() != calm, "the icon to call")
            desk.shot("programs-1-question")
            self.assertEqual(desk.log(asking), "")  # nothing before the answer

            self.settle(app, "Allow once")
            self.assertEqual(self.answer(asking)["result"]["token"], KEY)
            wait_until(lambda: "asks for" not in tray.menu().outline()[0], "the menu to be calm")

            # Once is once: it asks again, and Enter on what has the focus is a no.
            again = self.ask()
            app.find(QUESTION)

            def refused():
                if app.look(QUESTION) is not None:
                    desk.key("Return")
                return app.look(QUESTION) is None
            wait_until(refused, "the question to be answered")
            self.assertEqual(self.answer(again)["error"]["code"], DENIED)
            self.end(app, tray)

    def test_what_is_allowed_for_the_session_stands_in_the_window(self):
        with self.session() as desk:
            app, tray = self.begin(desk)
            first = self.ask()
            app.find(QUESTION)
            app.press("Session", role="radio", exact=True)
            app.find("Until you log out")
            self.settle(app, "Allow this session")
            self.assertEqual(self.answer(first)["result"]["token"], KEY)
            self.assertEqual(self.answer(self.ask())["result"]["token"], KEY)  # nobody is asked

            tray.choose_by_hand("Open Latchkey")
            app.press("Programs", role="button", exact=True)
            app.find("notes.py, github/main")
            desk.shot("programs-2-remembered")
            app.press("notes.py, github/main")
            desk.key("Delete")
            app.press("Take back", role="button", exact=True)
            app.find("No program is remembered")

            app.press("Activity", role="button", exact=True)
            app.find("notes.py was allowed the token")
            desk.shot("programs-3-activity")
            last = self.ask()
            app.find(QUESTION)
            self.settle(app, "Deny")
            self.assertEqual(self.answer(last)["error"]["code"], DENIED)
            self.end(app, tray)


if __name__ == "__main__":
    main()
