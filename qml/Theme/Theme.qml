// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

//! Every colour of the window, for both themes. LOOK.md lists the contrast of each pair.
QtObject {
    id: root

    property bool dark: false

    // Grounds, from the back to the front
    readonly property color canvas: dark ? "#141418" : "#F5F5F8"
    readonly property color surface: dark ? "#1A1A1F" : "#FFFFFF"
    readonly property color raised: dark ? "#24242B" : "#FFFFFF"
    readonly property color sunken: dark ? "#121216" : "#F1F1F5"
    readonly property color hover: dark ? "#222228" : "#F4F4F8"
    readonly property color pressed: dark ? "#2A2A32" : "#EAEAF0"
    readonly property color selected: dark ? "#272846" : "#ECEDFC"
    readonly property color inverse: dark ? "#EDEDF2" : "#26272F"
    readonly property color scrim: dark ? "#99000000" : "#59202028"

    // Lines
    readonly property color hairline: dark ? "#2B2B33" : "#E5E5EB"
    readonly property color outline: dark ? "#3A3A44" : "#D3D3DC"
    readonly property color outlineStrong: dark ? "#6E6F7D" : "#878896"

    // Words
    readonly property color ink: dark ? "#EDEDF2" : "#1A1B22"
    readonly property color ink2: dark ? "#B0B1BC" : "#555661"
    readonly property color ink3: dark ? "#9495A2" : "#666773"
    readonly property color inverseInk: dark ? "#1A1B22" : "#FFFFFF"

    // The one accent
    readonly property color accent: dark ? "#A5A9FF" : "#4B50D2"
    readonly property color accentFill: dark ? "#5A5FE0" : "#4B50D2"
    readonly property color accentFillHover: dark ? "#6166E4" : "#3F44BE"
    readonly property color accentFillPressed: dark ? "#4F54CC" : "#373BAA"
    readonly property color accentInk: "#FFFFFF"

    // What a thing's state looks like: words, ground of the chip, fill of a bar
    readonly property color valid: dark ? "#62CB98" : "#14744A"
    readonly property color validTint: dark ? "#17301F" : "#E5F4EC"
    readonly property color validFill: dark ? "#3C9A6C" : "#4FB286"
    readonly property color warn: dark ? "#F0B454" : "#8A5200"
    readonly property color warnTint: dark ? "#362810" : "#FCF0DB"
    readonly property color warnFill: dark ? "#D0922F" : "#E5A63B"
    readonly property color bad: dark ? "#FF8C88" : "#B4232C"
    readonly property color badTint: dark ? "#3D1E20" : "#FCEAEA"
    readonly property color badFill: dark ? "#D9544F" : "#D8474C"
    readonly property color needs: dark ? "#E39BE6" : "#8A2C8F"
    readonly property color needsTint: dark ? "#36203A" : "#F7EAF8"
    readonly property color needsFill: dark ? "#B45FBA" : "#B057B6"
    readonly property color neutralTint: dark ? "#2A2A32" : "#EEEEF2"

    // Between red and amber, for findings only
    readonly property color high: dark ? "#FFA26B" : "#A33F0C"
    readonly property color highFill: dark ? "#D97A45" : "#E07B45"
    readonly property color lowFill: dark ? "#5B5C69" : "#B4B5C2"

    // Grounds of monograms; white letters stand on each
    readonly property var marks: ["#4B50D2", "#0F766E", "#8A2C8F", "#A33F0C", "#1D6296", "#4D6B1F", "#AE3A61", "#8A5A0B", "#4B5568", "#33343D"]

    function mark(index: int): color {
        return marks[index % marks.length]
    }
}
