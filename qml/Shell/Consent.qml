// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Pages

//! The window in which the person allows a program an account, or denies it. Closing it denies the one that is shown.
QuestionWindow {
    id: root

    title: qsTr("A program asks")
    wanted: page.wanted
    onVisibleChanged: if (visible) page.begin()
    onActiveChanged: if (active) page.mark()
    onClosing: close => {
        root.app.consent.deny()
        close.accepted = root.app.consent.count === 0
    }

    ConsentPage {
        id: page
        anchors.fill: parent
        focus: true
        consent: root.app.consent
    }
}
