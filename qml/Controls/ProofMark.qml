// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Whether somebody vouches for a program's file: "good", "doubt" or "".
Icon {
    id: root

    required property string mark

    visible: mark !== ""
    name: mark === "" ? "" : mark === "good" ? "badge-check" : "triangle-alert"
    color: mark === "good" ? Theme.valid : Theme.warn
}
