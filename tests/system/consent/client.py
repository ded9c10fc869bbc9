#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Asks the agent at SOCKET for a token and prints what it says.
import json
import socket
import sys

agent = socket.socket(socket.AF_UNIX)
agent.connect(sys.argv[1])
ask = {"jsonrpc": "2.0", "id": 1, "method": "get_token", "params": ["fixture", "maria"]}
agent.sendall(json.dumps(ask).encode() + b"\n")
answer = json.loads(agent.makefile().readline())
print(answer["result"]["token"] if "result" in answer else answer["error"]["data"]["code"])
