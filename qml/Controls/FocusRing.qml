// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Two pixels of accent around the control that has the keyboard.
Rectangle {
    id: root

    required property bool shown
    property int around: Metrics.radiusControl

    anchors.fill: parent
    anchors.margins: -3
    radius: around + 3
    color: "transparent"
    border { width: 2; color: Theme.accent }
    visible: shown
}
