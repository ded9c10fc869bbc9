// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Everything one can choose; each change holds at once, there is no Save.
Rectangle {
    id: root

    required property Preferences preferences
    required property StoreView store
    required property string accountsFile
    property int section: 0
    readonly property var heads: [qsTr("Appearance"), qsTr("Notifications"), qsTr("Store"), qsTr("Lock"), qsTr("Programs"), qsTr("Authority")]

    signal lockRequested()
    signal accountsFileRequested()

    color: Theme.canvas
    onSectionChanged: scroll.contentY = 0

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Settings")

            SegmentStrip {
                Layout.preferredWidth: Math.min(implicitWidth, root.width - 190)
                ground: root.color
                name: qsTr("Settings")
                options: root.heads
                current: root.section
                onChosen: index => root.section = index
            }
        }
        Hairline { Layout.fillWidth: true }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: column.implicitHeight + 2 * Metrics.s24
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ThinBar { }

            ColumnLayout {
                id: column
                x: Math.round((scroll.width - width) / 2)
                y: Metrics.s24
                width: Math.min(640, scroll.width - 2 * Metrics.s24)
                spacing: Metrics.s24

                Banner {
                    Layout.fillWidth: true
                    visible: root.preferences.problem !== ""
                    tone: Banner.Bad
                    text: root.preferences.problem
                }
                Present {
                    wanted: root.section === 0

                    AppearanceSettings {
                        Layout.fillWidth: true
                        preferences: root.preferences
                    }
                }
                Present {
                    wanted: root.section === 1

                    NotificationSettings {
                        Layout.fillWidth: true
                        preferences: root.preferences
                    }
                }
                Present {
                    wanted: root.section === 2

                    StoreSettings {
                        Layout.fillWidth: true
                        store: root.store
                        preferences: root.preferences
                        accountsFile: root.accountsFile
                        onAccountsFileRequested: root.accountsFileRequested()
                    }
                }
                Present {
                    wanted: root.section === 3

                    LockSettings {
                        Layout.fillWidth: true
                        preferences: root.preferences
                        onLockRequested: root.lockRequested()
                    }
                }
                Present {
                    wanted: root.section === 4

                    ProgramSettings {
                        Layout.fillWidth: true
                        preferences: root.preferences
                    }
                }
                Present {
                    wanted: root.section === 5

                    AuthoritySettings {
                        Layout.fillWidth: true
                        preferences: root.preferences
                    }
                }
            }
        }
    }
}
