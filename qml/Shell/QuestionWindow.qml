// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Latchkey.Theme
import Latchkey.Desktop

//! A small window over all others that asks one thing; it is as tall as its question. Once it has been seen it grows
//! upwards only and never shrinks, so that its buttons stay under the pointer that goes for them.
Window {
    id: root

    required property DesktopApp app
    required property real wanted
    property real held: 420

    function fit() {
        const most = Screen.desktopAvailableHeight > 480 ? Screen.desktopAvailableHeight - 48 : 4000
        const next = Math.min(most, Math.max(420, Math.ceil(wanted)))
        if (!visible || appearing.running) {
            held = next
        } else if (next > held) {
            y = Math.max(0, y - (next - held))
            held = next
        }
    }

    width: 460
    height: held
    minimumWidth: 460
    maximumWidth: 460
    minimumHeight: held
    maximumHeight: held
    color: Theme.raised
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    flags: Qt.Dialog | Qt.WindowStaysOnTopHint | Qt.WindowTitleHint | Qt.WindowCloseButtonHint
    onWantedChanged: fit()
    onVisibleChanged: {
        if (visible)
            appearing.restart()
        fit()
    }

    Timer { id: appearing; interval: 400 }
    Binding { target: Theme; property: "dark"; value: root.app.preferences.dark }
    Binding { target: Motion; property: "reduced"; value: root.app.preferences.reducedMotion }
}
