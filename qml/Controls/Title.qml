// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! The name of a page.
Body {
    id: root

    font.pixelSize: Type.title
    font.weight: Type.strong
    font.letterSpacing: -0.3
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
