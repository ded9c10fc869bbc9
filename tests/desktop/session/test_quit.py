# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quitting while something is under way that does not end by itself."""

import base64
import datetime
import json
import signal
import socket
import threading
import time

from desktopsession import wait_until
from latchkeysession import Latchkey, SessionTest, main
from tray import Tray

TIMEOUT = 2  # network.timeout_seconds: the time that a refresh under way is given
PATIENCE = TIMEOUT + 5  # after this Latchkey leaves whatever there is
ANSWER = json.dumps({"access_token": "new", "refresh_token": "newer", "token_type": "Bearer",
                     "expires_in": 3600}).encode()


class Provider(threading.Thread):
    """Takes a request and says nothing, a byte now and then ("trickle"), or the answer when it is
    told to."""

    def __init__(self, manner):
        super().__init__(daemon=True)
        self.manner = manner
        self.asked = threading.Event()
        self.answer = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.start()

    def run(self):
        while True:
            client, _ = self._listener.accept()
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        client.recv(65536)
        self.asked.set()
        try:
            if self.manner == "trickle":
                client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                               b"Content-Length: 100000\r\n\r\n")
                while True:
                    client.sendall(b" ")
                    time.sleep(0.2)
            self.answer.wait()
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                           b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(ANSWER)
                           + ANSWER)
        except OSError:
            pass  # Latchkey has gone


class Quit(SessionTest):

    def test_quitting_does_not_wait_for_a_silent_provider(self):
        self.leaves_in_time("silent")

    def test_quitting_does_not_wait_for_a_trickling_provider(self):
        self.leaves_in_time("trickle")

    def test_quitting_does_not_wait_for_a_dead_keyring(self):
        """The refresh has succeeded, and the keyring that should keep the tokens hangs."""
        provider = Provider("answer")
        with self.session() as desk:
            app, tray = self.start(desk, provider)
            keyring = next(process for process in desk._started
                           if "gnome-keyring-daemon" in str(process.args))
            keyring.send_signal(signal.SIGSTOP)
            try:
                provider.answer.set()
                time.sleep(0.5)
                self.quit(app, tray)
                self.assertIn("leaving all the same", (app.folder("state") / "latchkey.log")
                              .read_text())
            finally:
                keyring.send_signal(signal.SIGCONT)

    def leaves_in_time(self, manner):
        provider = Provider(manner)
        with self.session() as desk:
            self.quit(*self.start(desk, provider))

    def quit(self, app, tray):
        begun = time.monotonic()
        tray.choose("Quit")
        wait_until(lambda: not app.running(), "Latchkey to quit", seconds=PATIENCE + 5)
        print(f"left after {time.monotonic() - begun:.1f} s")
        self.assertEqual(app.process.returncode, 0)

    def start(self, desk, provider):
        """Latchkey, with a refresh under way."""
        app = Latchkey(desk)
        config = app.folder("config")
        (config / "providers").mkdir(parents=True)
        (config / "providers" / "slow.toml").write_text(
            f'id = "slow"\nname = "Slow"\nletters = "Sl"\ntone = 4\nmethods = ["browser"]\n\n'
            f'[oauth]\nissuer = "{provider.address}"\n'
            f'authorization_endpoint = "{provider.address}/authorize"\n'
            f'token_endpoint = "{provider.address}/token"\nclient_auth = "none"\n'
            f'scopes = ["openid"]\n')
        (config / "accounts.toml").write_text(
            '[[accounts]]\nservice = "slow"\naccount = "work"\nkind = "oauth"\n'
            'provider = "slow"\nscopes = ["openid"]\n')
        now = datetime.datetime.now(datetime.timezone.utc)
        facts = {"token_type": "Bearer", "scopes": ["openid"], "issuer": provider.address,
                 "subject": "someone", "client_id": "desk", "client_auth": "none",
                 "token_endpoint": f"{provider.address}/token",
                 "issued_at": (now - datetime.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ"),
                 "expires_at": (now + datetime.timedelta(seconds=60)).strftime("%Y-%m-%dT%H:%M:%SZ")}
        entry = f"latchkey-token-set 1\n{json.dumps(facts)}\nold-access\nold-refresh\n\n"
        # As QtKeychain keeps it.
        desk.run("secret-tool", "store", "--label=Latchkey", "user", "latchkey/slow/work/token",
                 "server", "latchkey", "type", "base64",
                 stdin=base64.b64encode(entry.encode()).decode())
        app.start(LATCHKEY_NETWORK_TIMEOUT_SECONDS=str(TIMEOUT))
        tray = Tray(desk).wait()
        self.assertTrue(provider.asked.wait(20), "the refresh did not begin")
        return app, tray


if __name__ == "__main__":
    main()
