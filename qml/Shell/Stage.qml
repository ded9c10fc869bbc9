// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop
import Latchkey.Pages

//! The rail, and the page it points at; notices above it, what has been done below.
FocusScope {
    id: root

    required property DesktopApp app
    property string place: "accounts"
    property int settingsSection: 0

    signal addRequested()
    signal practiceRequested()

    function show(page: string) {
        place = page
        focusPage()
    }
    function focusPage() {
        const page = place === "accounts" ? accounts : place === "activity" ? activity.item : place === "programs" ? programs.item : place === "authority" ? authority.item : settings.item
        page?.forceActiveFocus(Qt.OtherFocusReason)
    }
    function showActivityOf(accountKey: string) {
        app.activity.account = accountKey
        show("activity")
    }
    function showActivityBy(program: string) {
        app.activity.clearFilters()
        app.activity.search = program
        show("activity")
    }
    function showAccount(accountKey: string) {
        app.details.show(accountKey)
        show("accounts")
    }
    function showStore() {
        settingsSection = 2
        show("settings")
    }
    function showProgramSettings() {
        settingsSection = 4
        show("settings")
    }
    function showAuthoritySettings() {
        settingsSection = 5
        show("settings")
    }
    function find() {
        if (place === "activity")
            (activity.item as ActivityPage)?.find()
        else if (place === "programs")
            (programs.item as ProgramsPage)?.find()
        else if (place === "authority")
            (authority.item as AuthorityPage)?.find()
        else
            show("accounts"), accounts.find()
    }
    function refresh() {
        if (place === "activity")
            app.activity.reload()
        else if (place === "programs")
            app.programs.remembered.reload()
        else if (place === "authority")
            app.authority.reload()
        else if (place === "accounts")
            accounts.refresh()
    }
    function stepBack(): bool {
        if (place === "accounts" && accounts.stepBack() || place === "activity" && (activity.item as ActivityPage)?.stepBack()
                || place === "programs" && (programs.item as ProgramsPage)?.stepBack() || place === "authority" && (authority.item as AuthorityPage)?.stepBack())
            return true
        if (app.notice.kind === Notice.None)
            return false
        app.notice.dismiss()
        return true
    }

    Keys.onEscapePressed: root.stepBack()

    NavigationRail {
        id: rail
        anchors { left: parent.left }
        height: root.height
        narrow: root.width < Metrics.narrow
        needsYou: root.app.accounts.needsYouCount
        asking: root.app.programs.waitingCount
        current: root.place
        onChosen: place => root.show(place)
        onLockRequested: root.app.lock.lock()
    }
    ColumnLayout {
        anchors { fill: parent; leftMargin: rail.width }
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: notices.implicitHeight + Metrics.s12
            visible: notices.any
            color: root.place === "settings" ? Theme.canvas : Theme.surface

            Notices {
                id: notices
                anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Metrics.s16; rightMargin: Metrics.s16; topMargin: Metrics.s12 }
                app: root.app
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AccountsPage {
                id: accounts
                anchors.fill: parent
                visible: root.place === "accounts"
                accounts: root.app.accounts
                details: root.app.details
                preferences: root.app.preferences
                onAddRequested: root.addRequested()
                practice: root.app.services.practice
                onPracticeRequested: root.practiceRequested()
                onActivityRequested: key => root.showActivityOf(key)
                onSettingsRequested: root.showStore()
            }
            Present {
                id: activity
                wanted: root.place === "activity"

                ActivityPage {
                    anchors.fill: parent
                    activity: root.app.activity
                    onAccountRequested: key => root.showAccount(key)
                }
            }
            Present {
                id: programs
                wanted: root.place === "programs"

                ProgramsPage {
                    anchors.fill: parent
                    programs: root.app.programs
                    preferences: root.app.preferences
                    onSettingsRequested: root.showProgramSettings()
                    onActivityRequested: program => root.showActivityBy(program)
                    onAccountRequested: key => root.showAccount(key)
                }
            }
            Present {
                id: authority
                wanted: root.place === "authority"

                AuthorityPage {
                    anchors.fill: parent
                    authority: root.app.authority
                    onCopyRequested: text => root.app.copyText(text)
                    onSettingsRequested: root.showAuthoritySettings()
                    onUnlockRequested: root.app.lock.unlock("")
                }
            }
            Present {
                id: settings
                wanted: root.place === "settings"

                SettingsPage {
                    anchors.fill: parent
                    preferences: root.app.preferences
                    store: root.app.store
                    accountsFile: root.app.accountsFile
                    section: root.settingsSection
                    onLockRequested: root.app.lock.lock()
                    onAccountsFileRequested: root.app.openAccountsFile()
                }
            }
        }
        DoneLine {
            Layout.fillWidth: true
            notice: root.app.notice
        }
    }
}
