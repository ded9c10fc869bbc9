// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Pages

//! The window in which the person allows or denies a sign-in. Closing it denies all that wait.
QuestionWindow {
    id: root

    title: qsTr("Allow a sign-in")
    wanted: page.wanted
    onVisibleChanged: if (visible) page.begin()
    onActiveChanged: if (active) page.mark()
    onClosing: root.app.approval.denyAll()

    ApprovalPage {
        id: page
        anchors.fill: parent
        focus: true
        approval: root.app.approval
    }
}
