// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! Makes its item only while it is wanted. (Qt 6.4: a Loader cannot make a component of a Bound file, a Repeater can.)
Repeater {
    id: root

    required property bool wanted
    readonly property Item item: count > 0 ? itemAt(0) : null

    model: wanted ? 1 : 0
}
