# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reader of SOPS files, that shares nothing with Latchkey's: PyYAML, cryptography and age.

reader.py FORMAT IDENTITY FILE prints the plain documents as JSON, or fails. It knows what the tests
use: age recipients, every rule by name, the MAC.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys

import yaml
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SEALED = re.compile(r"^ENC\[AES256_GCM,data:(.+),iv:(.+),tag:(.+),type:(.+)\]$", re.DOTALL)


def load(form, text):
    if form == "yaml":
        return list(yaml.safe_load_all(text))
    if form in ("json", "binary"):
        return [json.loads(text)]
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    flat = dict(line.split("=", 1) for line in lines)
    values = {k: v.replace("\\n", "\n") for k, v in flat.items() if not k.startswith("sops_")}
    part = {k[5:]: v.replace("\\n", "\n") for k, v in flat.items() if k.startswith("sops_")}
    age = []
    while f"age__list_{len(age)}__map_enc" in part:
        age.append({"enc": part[f"age__list_{len(age)}__map_enc"]})
    return [values | {"sops": part | {"age": age}}]


def data_key(part, identity):
    for entry in part["age"]:
        done = subprocess.run(
            ["age", "-d", "-i", identity], input=entry["enc"].encode(), capture_output=True, check=False
        )
        if done.returncode == 0:
            return done.stdout
    sys.exit("no identity opens it")


def open_value(text, key, place):
    match = SEALED.match(text)
    if not match:
        sys.exit(f"{place} is not encrypted")
    data, nonce, tag = (base64.b64decode(match[i], validate=True) for i in (1, 2, 3))
    plain = AESGCM(key).decrypt(nonce, data + tag, place.encode())
    kind = match[4]
    if kind == "int":
        return int(plain)
    if kind == "float":
        return float(plain)
    if kind == "bool":
        return {b"True": True, b"False": False}[plain]
    return plain.decode()


def mac_bytes(value):
    if isinstance(value, bool):
        return b"True" if value else b"False"
    if isinstance(value, float):
        return f"{value:.30f}".rstrip("0").rstrip(".").encode() if value != int(value) else b"%d" % value
    return str(value).encode()


class Walk:
    def __init__(self, part, key):
        self.part, self.key, self.hash = part, key, hashlib.sha512()
        self.only = str(part.get("mac_only_encrypted", "")).lower() == "true"
        if self.only:
            self.hash.update(hashlib.sha256(b"sops").digest())

    def is_encrypted(self, path):
        part = self.part
        if part.get("encrypted_suffix"):
            return any(k.endswith(part["encrypted_suffix"]) for k in path)
        if part.get("encrypted_regex"):
            return any(re.search(part["encrypted_regex"], k) for k in path)
        if part.get("unencrypted_regex"):
            return not any(re.search(part["unencrypted_regex"], k) for k in path)
        suffix = part.get("unencrypted_suffix", "_unencrypted")
        return not any(k.endswith(suffix) for k in path)

    def open(self, value, path):
        if isinstance(value, dict):
            return {k: self.open(v, path + [k]) for k, v in value.items()}
        if isinstance(value, list):
            return [self.open(v, path) for v in value]
        if value is None:
            return None
        sealed = self.is_encrypted(path)
        if sealed and value != "":
            value = open_value(value, self.key, ":".join(path) + ":")
        if sealed or not self.only:
            self.hash.update(mac_bytes(value))
        return value


def main():
    form, identity, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        documents = load(form, file.read())
    part = documents[0]["sops"]
    key = data_key(part, identity)
    walk = Walk(part, key)
    plain = []
    for document in documents:
        plain.append(walk.open({k: v for k, v in document.items() if k != "sops"}, []))
    stored = open_value(part["mac"], key, str(part["lastmodified"]))
    if stored != walk.hash.hexdigest().upper():
        sys.exit("the MAC does not fit")
    json.dump(plain, sys.stdout)


main()
