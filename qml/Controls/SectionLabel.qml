// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A quiet head over rows of one sort.
Note {
    id: root

    font.weight: Type.medium
    color: Theme.ink3
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
