// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls
import Latchkey.Desktop

//! What happens here just now: requests as they are answered, or the events worth remembering.
FocusScope {
    id: root

    required property AuthorityRequests requests
    required property AuthorityEvents events
    property int part: 0

    signal copyRequested(string text)

    Present {
        wanted: root.part === 0

        AuthorityRequestsPart {
            anchors.fill: root
            focus: true
            requests: root.requests
            onPartRequested: part => root.part = part
            onCopyRequested: text => root.copyRequested(text)
        }
    }
    Present {
        wanted: root.part === 1

        AuthorityEventsPart {
            anchors.fill: root
            focus: true
            events: root.events
            onPartRequested: part => root.part = part
            onCopyRequested: text => root.copyRequested(text)
        }
    }
}
