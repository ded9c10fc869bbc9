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

        TextBox { id: box; width: 220; keyHint: "Ctrl F"; placeholderText: "Search" }
        SecretBox { id: secret; width: 220; name: "Key" }
        DateBox { id: date; width: 220 }
        CopyLine { id: line; width: 300; text: "auth://github/work/token" }
    }
    SignalSpy { id: copies; target: line; signalName: "copyRequested" }

    TestCase {
        name: "Typing"
        when: windowShown

        function test_aSecretIsHiddenUntilTheEyeIsPressedAndAgainWhenCleared() {
            secret.text = "s3cret"
            compare(secret.echoMode, TextInput.Password)

            secret.shown = true
            compare(secret.echoMode, TextInput.Normal)
            secret.clearSecret()

            compare(secret.text, "")
            compare(secret.echoMode, TextInput.Password)
        }
        function test_aDateIsADayOfTheCalendar_data() {
            return [
                { tag: "none", text: "", good: true },
                { tag: "day", text: "2026-12-31", good: true },
                { tag: "leap day", text: "2028-02-29", good: true },
                { tag: "no leap year", text: "2027-02-29", good: false },
                { tag: "month 13", text: "2026-13-01", good: false },
                { tag: "half typed", text: "2026-12", good: false },
                { tag: "words", text: "tomorrow", good: false }
            ]
        }
        function test_aDateIsADayOfTheCalendar(row) {
            date.text = row.text
            compare(date.good, row.good)
        }
        function test_copyingShowsACheckAndSaysWhatWasCopied() {
            copies.clear()
            line.copyRequested(line.text)
            compare(copies.count, 1)
            compare(copies.signalArguments[0][0], "auth://github/work/token")
        }
        function test_theNameIsThePlaceholderUnlessGiven() {
            compare(box.Accessible.name, "Search")
            compare(secret.Accessible.description, "Key")
        }
    }
}
