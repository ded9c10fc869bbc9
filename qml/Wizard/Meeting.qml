// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! Latchkey and a service that talk to each other.
Row {
    id: root

    required property string letters
    required property int tone

    spacing: Metrics.s16

    Brand { size: 56 }
    Dots { anchors.verticalCenter: parent.verticalCenter; busy: true }
    Monogram { anchors.verticalCenter: parent.verticalCenter; letters: root.letters; tone: root.tone; size: 50 }
}
