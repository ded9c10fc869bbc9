// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls
import Latchkey.Desktop

//! What happens at this moment when a program asks that nothing is remembered of.
Banner {
    id: root

    required property ProgramsView programs
    required property Preferences preferences
    readonly property string policy: preferences.consentPolicy

    signal settingsRequested()

    tone: programs.paused || policy === "allow" ? Banner.Warn : Banner.Calm
    text: programs.paused ? qsTr("Questions are paused %1. Whoever would be asked about is denied.").arg(programs.pausedUntil)
        : policy === "allow" ? qsTr("Every program that asks is given what it asks for, without a question.")
        : policy === "deny" ? qsTr("Only what is remembered here is allowed; everything else is denied without a question.")
        : qsTr("A new program is asked about. Without an answer it is denied after %1 s.").arg(preferences.consentWaitSeconds)
    action: qsTr("Change…")
    onActionRequested: root.settingsRequested()
}
