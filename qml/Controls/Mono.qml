// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Words a machine reads: references, paths, codes.
Body {
    id: root

    font.family: Type.mono
    font.pixelSize: Type.small
    // Fonts for programmers fuse :// into one sign; a reference must be read letter by letter.
    font.preferShaping: false
}
