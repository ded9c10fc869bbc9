// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! For how long: once, this session, some hours, always. One tab stop, arrows choose.
Row {
    id: root

    required property int current
    //! The longest that may be chosen.
    property int most: 3
    //! What each means, for a screen reader.
    required property var sentences

    signal chosen(index: int)

    function choose(index: int) {
        if (index < 0 || index > most)
            return
        choices.itemAt(index)?.forceActiveFocus(Qt.TabFocusReason)
        chosen(index)
    }

    spacing: Metrics.s8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("For how long")

    Repeater {
        id: choices
        model: [qsTr("Once"), qsTr("Session"), qsTr("8 hours"), qsTr("Always")]

        T.RadioButton {
            id: option

            required property string modelData
            required property int index

            width: (root.width - 3 * root.spacing) / 4
            implicitHeight: 36
            text: modelData
            enabled: index <= root.most
            opacity: enabled ? 1 : 0.45
            checked: index === root.current
            activeFocusOnTab: checked
            Accessible.name: text
            Accessible.description: root.sentences[index] ?? ""
            Keys.onLeftPressed: root.choose(index + (root.LayoutMirroring.enabled ? 1 : -1))
            Keys.onRightPressed: root.choose(index + (root.LayoutMirroring.enabled ? -1 : 1))
            onClicked: root.chosen(index)

            contentItem: Body { // qmllint disable deferred-property-id
                text: option.text
                horizontalAlignment: Text.AlignHCenter
                font.weight: Type.medium
                color: option.checked ? Theme.accent : Theme.ink
                Accessible.ignored: true
            }
            background: Rectangle {
                radius: Metrics.radiusControl
                color: option.checked ? Theme.selected : option.hovered ? Theme.hover : "transparent"
                border { width: option.checked ? 2 : 1; color: option.checked ? Theme.accent : Theme.outline }
                FocusRing { shown: option.visualFocus }
            }
        }
    }
}
