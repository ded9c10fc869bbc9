// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Latchkey.Controls

Item {
    id: root

    width: 400
    height: 300

    Column {
        spacing: 8

        Segments {
            id: segments
            name: "Rows"
            options: ["One", "Two", "Three"]
            onChosen: index => current = index
        }
        Dropdown {
            id: dropdown
            options: [{ value: 10, text: "ten" }, { value: 20, text: "twenty" }, { value: 30, text: "thirty" }]
            value: root.number
            onChosen: value => root.number = value
        }
        ChipStrip {
            id: strip
            width: 160
            height: 30

            FilterChip { id: first; text: "Everything"; checked: true }
            FilterChip { id: second; text: "Needs you"; count: 3 }
            FilterChip { id: third; text: "Something longer"; count: 12 }
        }
        Toggle { id: toggle; Accessible.name: "On" }
        Tick { id: tick; text: "Tick" }
    }
    property int number: 20

    TestCase {
        name: "Choosing"
        when: windowShown

        function test_arrowsChooseTheNextSegmentAndGoRound() {
            segments.current = 0
            segments.choose(0)

            keyClick(Qt.Key_Right)
            compare(segments.current, 1)
            keyClick(Qt.Key_Left)
            keyClick(Qt.Key_Left)

            compare(segments.current, 2)
        }
        function test_aDropdownShowsTheValueAndAnnouncesTheChoice() {
            root.number = 20
            compare(dropdown.displayText, "twenty")
            dropdown.forceActiveFocus(Qt.TabFocusReason)

            keyClick(Qt.Key_Down)
            compare(root.number, 30)
            root.number = 10

            compare(dropdown.displayText, "ten")
        }
        function test_arrowsWalkTheChipsAndBringThemIntoSight() {
            first.forceActiveFocus(Qt.TabFocusReason)

            keyClick(Qt.Key_Right)
            verify(second.activeFocus)
            keyClick(Qt.Key_Right)

            verify(third.activeFocus)
            verify(strip.contentX > 0)
        }
        function test_spaceTurnsAToggleAndATick() {
            toggle.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            verify(toggle.checked)

            tick.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            verify(tick.checked)
        }
    }
}
