// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! One page of the wizard, there only while its turn is.
Loader {
    id: root

    required property var turns
    required property int at

    anchors.fill: parent
    active: turns.includes(at)
    visible: active
    focus: active
}
