// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! One pixel between two things.
Rectangle {
    id: root

    implicitWidth: 1
    implicitHeight: 1
    color: Theme.hairline
}
