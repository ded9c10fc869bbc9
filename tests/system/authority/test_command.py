# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs of `latchkeyd authority`, each as a process beside `latchkeyd authority serve`: one thing that goes
well, one that is refused with a sentence."""

import base64
import http.cookiejar
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = os.environ.get("LATCHKEYD", "")
POLICIES = os.environ.get("DEFAULT_POLICIES", "")
PASSWORD = "wander-kestrel-9-lantern"
TURN = 45  # seconds: instances look at the keys every thirty
WEB = urllib.request.build_opener(urllib.request.ProxyHandler({}))

if not PROGRAM:
    print("latchkeyd is not there")
    sys.exit(77)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what, holds):
    end = time.monotonic() + TURN
    while not holds():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.5)


class Command(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = cls.root = pathlib.Path(cls.folder.name)
        cls.environment = {"PATH": os.environ["PATH"], "HOME": str(root), "LC_ALL": "C.UTF-8",
                           "LATCHKEY_STORE_KIND": "age_file"}
        for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            (root / name).mkdir(mode=0o700)
            cls.environment["XDG_" + name] = str(root / name)
        port = free_port()
        cls.site = f"http://127.0.0.1:{port}"
        cls.environment["LATCHKEY_AUTHORITY_PORT"] = str(port)
        cls.log = open(root / "log", "w", encoding="utf-8")
        cls.program = subprocess.Popen([PROGRAM, "authority", "serve"], env=cls.environment,
                                       stdout=subprocess.PIPE, stderr=cls.log, text=True)
        assert cls.site in cls.program.stdout.readline()

    @classmethod
    def tearDownClass(cls):
        cls.program.terminate()
        assert cls.program.wait(timeout=30) == 0
        cls.program.stdout.close()
        cls.log.close()
        cls.folder.cleanup()

    def run_verb(self, *words, password=""):
        return subprocess.run([PROGRAM, "authority", *words], env=self.environment, input=password,
                              capture_output=True, text=True, timeout=60)

    def well(self, *words, password=""):
        """Its lines, as they were printed."""
        done = self.run_verb(*words, password=password)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def refused(self, sentence, *words, code=None, password=""):
        done = self.run_verb(*words, password=password)
        self.assertIn(sentence, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertNotEqual(done.returncode, 0)
        if code is not None:
            self.assertEqual(done.returncode, code)

    def ask(self, path, body=None, token="", kind="application/json", basic=None):
        request = urllib.request.Request(self.site + path, body)
        if body is not None:
            request.add_header("Content-Type", kind)
        if token:
            request.add_header("Authorization", "Bearer " + token)
        if basic:
            request.add_header("Authorization",
                               "Basic " + base64.b64encode(":".join(basic).encode()).decode())
        try:
            with WEB.open(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, json.load(refusal)

    def token(self, client, scope, **more):
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "scope": scope, **more})
        status, answer = self.ask("/oauth/token", form.encode(), kind="application/x-www-form-urlencoded",
                                  basic=(client["client_id"], client["client_secret"]))
        self.assertEqual(status, 200, answer)
        return answer["access_token"]

    def service(self, scope, *more):
        return self.well("add-client", "Service", "--confidential", "--grant", "client_credentials",
                         "--scope", scope, *more)[0]

    def kids(self):
        return {key["kid"] for key in self.ask("/jwks.json")[1]["keys"]}

    def keys(self, state):
        return {key["kid"] for key in self.well("keys") if key["state"] == state}

    # Clients

    def test_a_service_asks_for_decisions(self):
        client = self.service("policy")
        self.assertEqual(client["resources"], self.site)
        question = json.dumps({"principal": 'User::"a"', "action": 'Action::"read"',
                               "resource": 'Document::"plan"'}).encode()
        for more in ({}, {"resource": self.site}):
            status, answer = self.ask("/v1/authorize", question,
                                      token=self.token(client, "policy", **more))
            self.assertEqual((status, answer["decision"]), (200, "Deny"), answer)

    def test_a_service_administers_if_a_policy_says_so(self):
        client = self.service("admin")
        self.assertEqual(self.ask("/admin/keys", token=self.token(client, "admin"))[0], 403)
        folder = self.root / "CONFIG_HOME" / "latchkey" / "policies"
        mine = pathlib.Path(POLICIES).read_text(encoding="utf-8") + f"""
@id("on-call")
permit (principal == Client::"{client['client_id']}", action, resource);
"""
        (folder / "mine.cedar").write_text(mine, encoding="utf-8")
        until("the policy", lambda: self.ask("/admin/keys", token=self.token(client, "admin"))[0] == 200)

    def test_a_client_has_the_resources_it_was_given(self):
        client = self.service("ledger", "--resource", "https://ledger.example/", "--resource",
                              "https://books.example/")
        self.assertEqual(client["resources"], "https://ledger.example/ https://books.example/")
        listed = {one["client_id"]: one for one in self.well("clients")}
        self.assertEqual(listed[client["client_id"]]["resources"], client["resources"])
        self.token(client, "ledger", resource="https://books.example/")
        self.assertEqual(self.service("ledger")["resources"], "")
        self.refused("not an absolute address", "add-client", "Service", "--confidential", "--grant",
                     "client_credentials", "--resource", "ledger", code=64)

    # Keys

    def test_keys_roll_over_and_are_revoked_beside_what_serves(self):
        before = self.keys("active")
        coming = self.keys("next")
        self.assertEqual(self.kids(), before | coming)
        self.well("rotate")
        until("the next keys sign", lambda: self.keys("active") == coming)
        self.assertEqual(self.keys("retiring"), before)
        client = self.service("policy")
        token = self.token(client, "policy")
        gone = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))["kid"]
        self.assertIn(gone, coming)
        self.assertIn("revoked", {key["state"] for key in self.well("revoke-key", gone)})
        self.assertEqual(self.ask("/v1/authorize", b"{}", token=token)[0], 401)  # at once
        until("the key is not published", lambda: gone not in self.kids())
        until("another signs", lambda: len(self.keys("active")) == len(before))
        self.refused("There is no such key in use.", "revoke-key", gone)
        self.refused("There is no such key in use.", "revoke-key", "nonsense")
        self.refused("“rotate” wants no word behind it.", "rotate", gone, code=64)
        self.refused("wants one word", "revoke-key", code=64)
        for kind, words in (("keys_rotated", "by desk"), ("key_revoked", f"kid {gone[:4]}")):
            (event,) = self.well("logs", "--kind", kind)
            self.assertTrue(event["detail"].startswith(words), event)

    # People

    def user(self, name, *more):
        return self.well("add-user", name, *more, password=PASSWORD + "\n")[0]

    def named(self, name):
        return next((user for user in self.well("users") if user["name"] == name), None)

    def test_people_are_changed(self):
        self.user("root", "--role", "admin")
        self.user("ada", "--role", "developer")
        changed = self.well("change-user", "ada", "--role", "user", "--role", "developer", "--email",
                            "ada@example.org")[0]
        self.assertEqual((changed["roles"], changed["email"]), ("user developer", "ada@example.org"))
        self.assertFalse(self.well("change-user", "ada", "--deactivate")[0]["active"])
        self.assertTrue(self.well("change-user", "ada", "--activate")[0]["active"])
        self.refused("It does not say what to change.", "change-user", "ada", code=64)
        self.refused("either active or not", "change-user", "ada", "--activate", "--deactivate", code=64)
        self.refused("There is no user “nobody”.", "change-user", "nobody", "--activate")
        self.refused("Nobody would be left", "change-user", "root", "--deactivate")

        self.well("set-password", "ada", password="lantern-9-kestrel-wander\n")
        self.refused("There is no password", "set-password", "ada", code=64)
        self.refused("10", "set-password", "ada", password="short\n", code=64)
        self.well("reset-totp", "ada")
        self.refused("There is no user “nobody”.", "reset-totp", "nobody")

        self.well("remove-user", "ada")
        self.assertIsNone(self.named("ada"))
        self.refused("There is no user “ada”.", "remove-user", "ada")
        self.refused("Nobody would be left", "remove-user", "root")

    def sign_in(self, name):
        """The browser's half, without one: gives the session's cookies."""
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.ProxyHandler({}),
                                              urllib.request.HTTPCookieProcessor(jar))
        with browser.open(self.site + "/account", timeout=20) as page:
            text, address = page.read().decode(), page.geturl()
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text))
        action = re.search(r'<form[^>]*action="([^"]+)"', text).group(1)
        form.update({"name": name, "password": PASSWORD})
        request = urllib.request.Request(urllib.parse.urljoin(address, action.replace("&amp;", "&")),
                                         urllib.parse.urlencode(form).encode())
        request.add_header("Origin", self.site)
        with browser.open(request, timeout=20) as page:
            return page.read().decode()

    def test_sessions_are_listed_and_ended(self):
        self.user("grace")
        self.sign_in("grace")
        (session,) = self.well("sessions", "grace")
        self.assertIn(session, self.well("sessions"))
        self.assertEqual((session["user"], session["peer"]), ("grace", "127.0.0.1"))
        self.refused("There is no user “nobody”.", "sessions", "nobody")
        self.well("end-session", session["id"])
        self.assertEqual(self.well("sessions", "grace"), [])
        self.refused("session", "end-session", session["id"])
        self.assertIn("grace", {event["user"] for event in self.well("logs", "--kind", "signed_in")})

    def test_the_log_is_read(self):
        self.user("lin")
        self.well("remove-user", "lin")
        last = self.well("logs", "--last", "2")
        self.assertEqual(len(last), 2)
        self.assertLessEqual(last[0]["at"], last[1]["at"])
        for number in ("0", "many", "100000"):
            self.refused("is no number of events", "logs", "--last", number, code=64)
        self.refused("There is no verb “nonsense”.", "nonsense", code=64)


if __name__ == "__main__":
    unittest.main(verbosity=2)
