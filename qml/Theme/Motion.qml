// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

//! How long things take; nothing moves when the person asked for that.
QtObject {
    id: root

    property bool reduced: false

    readonly property int quick: reduced ? 0 : 120
    readonly property int calm: reduced ? 0 : 180
    readonly property int curve: Easing.OutCubic
}
