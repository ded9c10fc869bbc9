// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! The foot of a question: how long it waits, Deny, Allow. Nothing allows by accident: the focus is on Deny, Enter never
//! allows, and whoever was typing or clicking elsewhere answers nothing in the first moments.
RowLayout {
    id: root

    required property real fraction
    required property string timeLeft
    required property string allowWords
    //! All that allowWords may become: the buttons stay where they are.
    property var allAllowWords: [allowWords]
    //! Deny is what we advise.
    property bool cautious: false
    property bool dangerous: false
    //! The question has just appeared, or another one has: nobody can have read it yet.
    readonly property bool asleep: wake.running
    readonly property real widest: metrics.height > 0 ? allAllowWords.reduce((most, words) => Math.max(most, Math.ceil(metrics.advanceWidth(words))), 0) + 26 : 0
    property real timeRoom: 0

    signal allowed()
    signal denied()

    function begin() {
        wake.restart()
        timeRoom = Math.ceil(time.implicitWidth)
        deny.forceActiveFocus(Qt.TabFocusReason)
    }
    //! A window that comes to the front takes the ring from what has the focus: here it must be seen.
    function mark() {
        if (deny.activeFocus)
            deny.focusReason = Qt.TabFocusReason
    }
    function refuse() {
        if (!asleep)
            root.denied()
    }

    spacing: Metrics.s8

    FontMetrics { id: metrics; font: allow.font }
    Timer { id: wake; interval: 600 }
    Countdown { fraction: root.fraction }
    Note { id: time; Layout.fillWidth: true; text: root.timeLeft; wrapMode: Text.Wrap }
    PushButton {
        id: deny

        property bool early: false

        implicitWidth: Math.max(88, fullWidth)
        kind: root.cautious ? PushButton.Primary : PushButton.Secondary
        text: qsTr("Deny")
        Keys.onReturnPressed: root.refuse()
        Keys.onEnterPressed: root.refuse()
        onPressed: early = root.asleep
        onClicked: if (!early) root.denied()
    }
    PushButton {
        id: allow
        kind: root.dangerous ? PushButton.Danger : root.cautious ? PushButton.Secondary : PushButton.Primary
        enabled: !root.asleep
        text: root.allowWords
        // As wide as its longest words, if the time has room beside it.
        implicitWidth: Math.max(88, fullWidth, Math.min(root.widest, root.width - deny.implicitWidth - root.timeRoom - 16 - 3 * root.spacing))
        onClicked: root.allowed()
    }
}
