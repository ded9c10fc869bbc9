// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! One of our two-toned illustrations in the theme's colours.
Image {
    id: root

    required property string name
    readonly property string line: String(Theme.ink3).slice(-6)
    readonly property string accent: String(Theme.accent).slice(-6)

    width: 160
    height: 120
    sourceSize { width: 160; height: 120 }
    source: `image://brand/illustrations/${name}/${line}/${accent}`
    Accessible.ignored: true
}
