#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A service manager in forty lines: makes the socket, hands it over when somebody comes
(LISTEN_FDS, LISTEN_PID), and prints what the program tells (sd_notify).

usage: handed.py SOCKET NOTIFY PROGRAM [ARGUMENT...]"""
import os
import select
import signal
import socket
import sys

path, notify_path, program, *arguments = sys.argv[1:]
os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
listening.bind(path)
os.chmod(path, 0o600)
listening.listen(16)
notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
notices.bind(notify_path)
print("listening", flush=True)

child = 0
ending = False


def end(*_):
    global ending
    ending = True
    if child:
        os.kill(child, signal.SIGTERM)


signal.signal(signal.SIGTERM, end)


def start():
    pid = os.fork()
    if pid:
        return pid
    os.dup2(listening.fileno(), 3)
    os.set_inheritable(3, True)
    environment = dict(os.environ, LISTEN_FDS="1", LISTEN_PID=str(os.getpid()),
                       LISTEN_FDNAMES="latchkeyd.socket", NOTIFY_SOCKET=notify_path,
                       WATCHDOG_USEC="400000", WATCHDOG_PID=str(os.getpid()))
    os.execve(program, [program, *arguments], environment)


while child or not ending:
    wanted = [notices] if child else [notices, listening]
    ready, _, _ = select.select(wanted, [], [], 0.1)
    if notices in ready:
        print(notices.recv(4096).decode().replace("\n", " "), flush=True)
    if listening in ready:
        child = start()
        print(f"started {child}", flush=True)
    if child:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            print(f"ended {os.waitstatus_to_exitcode(status)}", flush=True)
            child = 0
