// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Smaller, quieter words: second lines, units, hints.
Body {
    id: root

    color: Theme.ink3
    font.pixelSize: Type.small
}
