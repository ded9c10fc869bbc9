// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme

//! The fields of a dialog: as tall as they are, or as the window leaves room for; then they scroll, and follow the focus.
Flickable {
    id: root

    default property alias fields: column.data
    readonly property Item inside: Window.activeFocusItem
    //! What the dialog needs for its head, its verbs and its margins.
    property int around: 190

    function reveal(item: Item) {
        for (let at = item; at; at = at.parent) {
            if (at !== column)
                continue
            const y = item.mapToItem(column, 0, 0).y
            contentY = Math.max(0, Math.min(contentY, y - 32), Math.min(contentHeight - height, y + item.height + 16 - height))
            return
        }
    }

    Layout.fillWidth: true
    implicitHeight: Math.min(column.implicitHeight, T.Overlay.overlay ? Math.max(120, T.Overlay.overlay.height - around - 2 * Metrics.s24) : column.implicitHeight)
    contentHeight: column.implicitHeight
    clip: contentHeight > height
    interactive: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    onInsideChanged: reveal(inside)
    T.ScrollBar.vertical: ThinBar { }

    ColumnLayout {
        id: column
        width: root.width - (root.interactive ? 12 : 0)
        spacing: 0
    }
}
