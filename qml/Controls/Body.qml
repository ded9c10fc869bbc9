// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Ordinary words.
Text {
    id: root

    color: Theme.ink
    font.pixelSize: Type.body
    elide: root.wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    // On the side where one begins to read, whichever letters the words have.
    horizontalAlignment: Text.AlignLeft
}
