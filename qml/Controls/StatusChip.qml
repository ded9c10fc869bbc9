// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! How an account stands and until when. Only what needs a person has a coloured ground: calm rows stay calm.
Rectangle {
    id: root

    required property string standing
    property string when
    readonly property bool quiet: standing === "valid" || standing === "steady" || standing === "checking"
    readonly property string label: ({ valid: qsTr("Valid"), checking: qsTr("Checking"), expiring: qsTr("Expiring"), expired: qsTr("Expired"), signin: qsTr("Sign in") })[standing] ?? qsTr("No expiry")

    implicitWidth: glyph.width + Math.ceil(state.implicitWidth) + (when ? Math.ceil(need.advanceWidth) + 8 : 0) + 22
    implicitHeight: 24
    radius: Metrics.radiusControl
    color: ({ expiring: Theme.warnTint, expired: Theme.badTint, signin: Theme.needsTint })[standing] ?? "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: when ? qsTr("%1 %2").arg(label).arg(when) : label

    // The time's own implicit width changes while it is elided: a loop.
    TextMetrics { id: need; font: time.font; text: root.when }
    StatusGlyph {
        id: glyph
        anchors { left: parent.left; leftMargin: 8; verticalCenter: parent.verticalCenter }
        standing: root.standing
    }
    Note {
        id: state
        anchors { left: glyph.right; leftMargin: 6; verticalCenter: parent.verticalCenter }
        text: root.label
        font.weight: Type.medium
        color: root.quiet ? Theme.ink2 : glyph.color
        Accessible.ignored: true
    }
    Note {
        id: time
        anchors { left: state.right; leftMargin: 6; right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        text: root.when
        color: root.quiet ? Theme.ink3 : glyph.color
        Accessible.ignored: true
    }
}
