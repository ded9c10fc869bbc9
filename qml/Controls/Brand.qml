// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! The product's own mark.
Image {
    id: root

    property int size: 26

    width: size
    height: size
    sourceSize { width: size; height: size }
    source: "image://brand/app/latchkey"
    Accessible.ignored: true
}
