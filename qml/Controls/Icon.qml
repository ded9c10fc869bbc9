// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A Lucide icon in a colour of the theme.
Image {
    id: root

    property string name
    property color color: Theme.ink2
    property int size: 16

    width: size
    height: size
    sourceSize { width: size; height: size }
    source: name ? `image://icon/${name}/${String(color).slice(-6)}` : ""
    // What points the way points the other way where one reads from the right.
    mirror: LayoutMirroring.enabled && /^(chevron|arrow|panel)-(left|right)$|^log-(in|out)$|^external-link$/.test(name)
    Accessible.ignored: true
}
