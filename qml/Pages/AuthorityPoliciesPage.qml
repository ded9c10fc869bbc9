// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The policies in force, and a place to ask them something.
Flickable {
    id: root

    required property AuthorityPolicies policies

    signal copyRequested(string text)

    contentHeight: column.implicitHeight + 2 * Metrics.s24
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Component.onCompleted: policies.reload()
    T.ScrollBar.vertical: ThinBar { }

    ColumnLayout {
        id: column
        anchors { left: parent.left; leftMargin: Metrics.s24 }
        y: Metrics.s24
        width: Math.min(760, root.width - 2 * Metrics.s24)
        spacing: Metrics.s12

        RowLayout {
            spacing: Metrics.s12

            ColumnLayout {
                spacing: 2

                Heading { text: qsTr("Policies") }
                Note { Layout.fillWidth: true; text: root.policies.words; wrapMode: Text.Wrap }
            }
            PushButton { iconName: "refresh-cw"; text: qsTr("Read the files again"); enabled: !root.policies.busy; onClicked: root.policies.readAgain() }
        }
        Banner {
            Layout.fillWidth: true
            visible: root.policies.trouble !== ""
            tone: Banner.Bad
            text: root.policies.denying ? qsTr("The files have a mistake, so everything is denied until it is mended. %1").arg(root.policies.trouble)
                                        : qsTr("The files have a mistake, so the policies before it stay in force. %1").arg(root.policies.trouble)
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: files.implicitHeight + 2 * Metrics.s12
            radius: Metrics.radiusCard
            color: Theme.sunken

            ColumnLayout {
                id: files
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Metrics.s12 }
                spacing: Metrics.s8

                RowLayout {
                    spacing: Metrics.s8

                    Mono { Layout.fillWidth: true; text: root.policies.folder; color: Theme.ink2; elide: Text.ElideMiddle }
                    CopyButton { what: qsTr("the folder"); onCopyRequested: root.copyRequested(root.policies.folder) }
                }
                Repeater {
                    model: root.policies.files

                    RowLayout {
                        id: file

                        required property string modelData

                        spacing: Metrics.s8

                        Icon { name: "file-text"; size: 14 }
                        Mono { Layout.fillWidth: true; text: file.modelData; elide: Text.ElideMiddle }
                    }
                }
                Note { visible: root.policies.files.length === 0 && !root.policies.denying; text: qsTr("No file here: the built-in policies are in force.") }
            }
        }
        Heading { Layout.topMargin: Metrics.s12; text: qsTr("Ask them") }
        AuthorityTester {
            Layout.fillWidth: true
            policies: root.policies
        }
    }
}
