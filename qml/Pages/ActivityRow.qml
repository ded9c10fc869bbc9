// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! One entry of the record: a sentence read across.
Item {
    id: root

    required property string time
    required property string exact
    required property string who
    required property string icon
    required property string what
    required property string accountKey
    required property string letters
    required property int tone
    required property string outcome
    required property string detail
    property bool keyed: false
    readonly property color tint: ({ denied: Theme.bad, failed: Theme.bad, signin: Theme.needs })[outcome] ?? Theme.ink2

    signal accountRequested(string accountKey)

    implicitHeight: Metrics.tableRow
    Accessible.role: Accessible.ListItem
    Accessible.name: accountKey ? qsTr("%1, %2 %3, %4: %5").arg(time).arg(who).arg(what).arg(accountKey).arg(detail) : qsTr("%1, %2 %3: %4").arg(time).arg(who).arg(what).arg(detail)
    Accessible.onPressAction: if (root.accountKey) root.accountRequested(root.accountKey)

    HoverHandler { id: pointer }
    ActivityColumns { id: grid; width: root.width }
    Rectangle {
        anchors { fill: parent; leftMargin: Metrics.s12; rightMargin: Metrics.s12 }
        radius: Metrics.radiusControl
        color: pointer.hovered || root.keyed ? Theme.hover : "transparent"
        FocusRing { shown: root.keyed; anchors.margins: 0; around: 3 }
    }
    Figures {
        anchors { left: parent.left; leftMargin: grid.time; verticalCenter: parent.verticalCenter }
        text: root.time
        color: Theme.ink3
    }
    Item {
        anchors { left: parent.left; leftMargin: grid.time }
        width: 60
        height: parent.height

        HoverHandler { id: timePointer }
        Hint { text: root.exact; shown: timePointer.hovered }
    }
    ProgramMark {
        id: mark
        anchors { left: parent.left; leftMargin: grid.who; verticalCenter: parent.verticalCenter }
        iconName: root.icon
        size: 22
    }
    Body {
        anchors { left: mark.right; leftMargin: Metrics.s8; verticalCenter: parent.verticalCenter }
        width: grid.whoWidth - 30
        text: root.who
        font.weight: Type.medium
        Accessible.ignored: true
    }
    Body {
        anchors { left: parent.left; leftMargin: grid.what; verticalCenter: parent.verticalCenter }
        width: grid.whatWidth
        text: root.what
        color: Theme.ink2
        Accessible.ignored: true
    }
    Monogram {
        id: monogram
        anchors { left: parent.left; leftMargin: grid.account; verticalCenter: parent.verticalCenter }
        visible: root.letters !== ""
        letters: root.letters
        tone: root.tone
        size: 20
    }
    Body {
        anchors { left: parent.left; leftMargin: grid.account + (monogram.visible ? 28 : 0); verticalCenter: parent.verticalCenter }
        width: grid.accountWidth - (monogram.visible ? 28 : 0)
        text: root.accountKey
        font.underline: link.hovered
        Accessible.ignored: true
        HoverHandler { id: link; cursorShape: Qt.PointingHandCursor }
        TapHandler { onTapped: root.accountRequested(root.accountKey) }
    }
    Icon {
        id: glyph
        anchors { left: parent.left; leftMargin: grid.outcome; verticalCenter: parent.verticalCenter }
        name: ({ denied: "ban", failed: "octagon-x", signin: "log-in" })[root.outcome] ?? "check"
        size: 14
        color: root.outcome === "ok" ? Theme.valid : root.tint
    }
    Note {
        id: words
        anchors { left: glyph.right; leftMargin: 6; right: parent.right; rightMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
        text: root.detail
        color: root.tint
        Accessible.ignored: true
        HoverHandler { id: outcomePointer }
        Hint { text: root.detail; shown: outcomePointer.hovered && words.truncated }
    }
}
