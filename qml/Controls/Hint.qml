// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! A Tip that exists only while it is wanted: popups cost memory.
Item {
    id: root

    property string text
    property bool shown: false
    //! To the right of its parent instead of above it.
    property bool beside: false

    anchors.fill: parent

    Instantiator {
        active: root.shown && root.text !== ""

        Tip {
            parent: root
            x: root.beside ? (root.LayoutMirroring.enabled ? -implicitWidth - 6 : root.width + 6) : Math.round((root.width - implicitWidth) / 2)
            y: root.beside ? Math.round((root.height - implicitHeight) / 2) : -implicitHeight - 6
            text: root.text
            Component.onCompleted: open()
        }
    }
}
