// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

//! The type scale; the family is the application's font.
QtObject {
    id: root

    readonly property int caption: 11
    readonly property int small: 12
    readonly property int body: 13
    readonly property int heading: 15
    readonly property int title: 20
    readonly property int code: 24

    readonly property int regular: Font.Normal
    readonly property int medium: Font.Medium
    readonly property int strong: Font.DemiBold

    readonly property string family: Qt.application.font.family // qmllint disable
    readonly property string mono: "monospace"
}
