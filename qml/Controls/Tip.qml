// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! A short explanation over the pointer's place.
T.ToolTip {
    id: root

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 5
    horizontalPadding: 8
    delay: 500
    margins: 4

    contentItem: Note {
        text: root.text
        color: Theme.inverseInk
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: Theme.inverse
    }
}
