// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! The shape and colour of a standing: valid, steady, checking, expiring, expired, signin.
Icon {
    id: root

    required property string standing

    size: 14
    name: ({ valid: "circle-check", checking: "refresh-cw", expiring: "hourglass", expired: "octagon-x", signin: "log-in" })[standing] ?? "infinity"
    color: ({ valid: Theme.valid, expiring: Theme.warn, expired: Theme.bad, signin: Theme.needs })[standing] ?? Theme.ink3
}
