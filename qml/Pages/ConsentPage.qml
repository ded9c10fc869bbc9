// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! A program asks for an account: who it is, what it wants, for how long it may. Silence denies.
Rectangle {
    id: root

    required property ConsentView consent
    property int span: ConsentView.Once
    readonly property bool removes: consent.wish === ConsentView.Remove
    readonly property var proof: consent.proof
    readonly property var spoken: proof.map(fact => fact.label + " " + fact.value)
    readonly property real wanted: column.implicitHeight + bar.implicitHeight + Metrics.s16 + 2 * Metrics.s24

    function begin() {
        span = ConsentView.Once
        scroll.contentY = 0
        bar.begin()
    }
    function mark() {
        bar.mark()
    }

    color: Theme.raised
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1. %2").arg(head.title).arg(head.sentence)
    Accessible.description: spoken.concat(banner.visible ? [banner.text] : []).join(", ")
    Keys.onEscapePressed: bar.refuse()

    Connections {
        target: root.consent
        function onAsked() { root.begin() }
    }
    Flickable {
        id: scroll
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top; bottomMargin: Metrics.s16 }
        contentHeight: column.implicitHeight + Metrics.s24
        clip: contentHeight > height + 1
        interactive: contentHeight > height + 1
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinBar { }

        ColumnLayout {
            id: column
            anchors { left: parent.left; leftMargin: Metrics.s24 }
            y: Metrics.s24
            width: scroll.width - 2 * Metrics.s24
            spacing: 0

            QuestionHead {
                id: head
                Layout.fillWidth: true
                title: root.consent.title
                sentence: root.consent.consequence
                count: root.consent.count

                ProgramMark { iconName: root.consent.icon; size: 48 }
                Dots { anchors.verticalCenter: parent.verticalCenter }
                Monogram { letters: root.consent.letters; tone: root.consent.tone; size: 48 }
            }
            FactBox {
                Layout.fillWidth: true
                Layout.topMargin: Metrics.s16

                Repeater {
                    model: root.proof

                    Fact {
                        id: fact

                        required property var modelData

                        Layout.fillWidth: true
                        labelWidth: 88
                        most: 30
                        label: modelData.label
                        value: modelData.value
                        mono: modelData.mono

                        ProofMark { mark: fact.modelData.mark }
                    }
                }
            }
            Banner {
                id: banner
                Layout.fillWidth: true
                Layout.topMargin: Metrics.s12
                visible: text !== ""
                tone: root.consent.doubtful ? Banner.Warn : Banner.Calm
                text: root.consent.warning
            }
            Banner {
                Layout.fillWidth: true
                Layout.topMargin: Metrics.s12
                visible: root.consent.problem !== ""
                tone: Banner.Bad
                text: root.consent.problem
            }
            SectionLabel {
                Layout.topMargin: Metrics.s16
                Layout.bottomMargin: Metrics.s8
                visible: !root.removes
                text: qsTr("For how long")
            }
            SpanPicker {
                Layout.fillWidth: true
                visible: !root.removes
                current: root.span
                most: root.consent.longest
                sentences: root.consent.spanSentences
                onChosen: index => root.span = index
            }
            // As tall as the longest of them: what is below stays where it is.
            Item {
                Layout.fillWidth: true
                Layout.topMargin: Metrics.s8
                implicitHeight: {
                    let most = 0
                    for (let i = 0; i < sentences.count; ++i)
                        most = Math.max(most, sentences.itemAt(i)?.implicitHeight ?? 0)
                    return most
                }

                Repeater {
                    id: sentences
                    model: root.consent.spanSentences

                    Note {
                        required property string modelData
                        required property int index

                        width: parent.width
                        text: modelData
                        opacity: index === root.span ? 1 : 0
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.StaticText
                        Accessible.name: text
                        Accessible.ignored: index !== root.span
                    }
                }
            }
        }
    }
    AnswerBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Metrics.s24 }
        fraction: root.consent.fractionLeft
        timeLeft: root.consent.timeLeft
        cautious: root.consent.doubtful || root.removes
        dangerous: root.removes
        allowWords: root.consent.allowWords[root.span] ?? ""
        allAllowWords: root.consent.allowWords
        onDenied: root.consent.deny()
        onAllowed: root.consent.allow(root.span)
    }
}
