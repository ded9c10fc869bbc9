// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls

//! Lines to paste into a program, one language at a time.
ColumnLayout {
    id: root

    required property var names
    required property int language
    required property string text

    signal languageChosen(int index)
    signal copyRequested(string text)

    spacing: Metrics.s8

    Segments {
        name: qsTr("Language")
        options: root.names
        current: root.language
        onChosen: index => root.languageChosen(index)
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: lines.implicitHeight + 2 * Metrics.s12
        radius: Metrics.radiusCard
        color: Theme.sunken

        Flickable {
            id: view
            anchors { fill: parent; margins: Metrics.s12; rightMargin: 36 }
            contentWidth: lines.implicitWidth
            clip: true
            interactive: contentWidth > width
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.horizontal: ThinBar { }

            Mono {
                id: lines
                text: root.text
                // Programs are written from the left; mirrored, this is the other way round.
                horizontalAlignment: LayoutMirroring.enabled ? Text.AlignRight : Text.AlignLeft
                elide: Text.ElideNone
                lineHeight: 1.3
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        CopyButton {
            anchors { right: parent.right; top: parent.top; margins: 4 }
            what: qsTr("these lines")
            onCopyRequested: root.copyRequested(root.text)
        }
    }
}
