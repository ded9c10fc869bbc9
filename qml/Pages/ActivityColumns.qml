// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Where the columns of the record stand, for its head and every row.
QtObject {
    id: root

    required property real width
    readonly property bool wide: width > 720
    readonly property int time: Metrics.s24
    readonly property int who: time + 60 + Metrics.s12
    readonly property int whoWidth: wide ? 150 : 104
    readonly property int what: who + whoWidth + Metrics.s12
    readonly property int whatWidth: wide ? 176 : 138
    readonly property int account: what + whatWidth + Metrics.s12
    readonly property int accountWidth: wide ? 170 : 130
    readonly property int outcome: account + accountWidth + Metrics.s12
}
