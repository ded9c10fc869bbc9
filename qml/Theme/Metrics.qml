// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

//! Lengths: one scale of gaps, one of corners, and the heights that repeat.
QtObject {
    id: root

    readonly property int s4: 4
    readonly property int s8: 8
    readonly property int s12: 12
    readonly property int s16: 16
    readonly property int s24: 24
    readonly property int s32: 32

    readonly property int radiusTag: 4
    readonly property int radiusControl: 6
    readonly property int radiusCard: 10
    readonly property int radiusDialog: 14

    readonly property int control: 32
    readonly property int controlSmall: 26
    readonly property int row: 50
    readonly property int tableRow: 34
    readonly property int header: 64
    readonly property int rail: 208
    readonly property int railNarrow: 56
    readonly property int drawer: 364

    // Below this width the rail shows icons alone and the drawer covers the list.
    readonly property int narrow: 900
}
