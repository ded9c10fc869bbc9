// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! A few lines to type in; it grows with them. Tab leaves it.
T.TextArea {
    id: root

    property string name
    property bool wrong: false
    property int lines: 2

    implicitWidth: 220
    implicitHeight: Math.max(contentHeight, metrics.height * lines) + topPadding + bottomPadding
    padding: 7
    leftPadding: 10
    rightPadding: 10
    color: Theme.ink
    opacity: enabled ? 1 : 0.45
    font.family: Type.mono
    font.pixelSize: Type.small
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    wrapMode: TextEdit.WrapAnywhere
    textFormat: TextEdit.PlainText
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.role: Accessible.EditableText
    Accessible.name: name
    Accessible.multiLine: true

    FontMetrics { id: metrics; font: root.font }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: Theme.dark ? Theme.sunken : Theme.surface
        border.width: root.activeFocus || root.wrong ? 2 : 1
        border.color: root.wrong ? Theme.bad : root.activeFocus ? Theme.accent : root.hovered ? Theme.outlineStrong : Theme.outline
    }
}
