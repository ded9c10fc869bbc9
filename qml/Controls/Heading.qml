// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! The head of a group, a card or a drawer.
Body {
    id: root

    font.pixelSize: Type.heading
    font.weight: Type.strong
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
