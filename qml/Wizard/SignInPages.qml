// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls
import Latchkey.Desktop

//! The page of the step that the wizard is at.
FocusScope {
    id: root

    required property SignInWizard wizard
    required property ServicesModel services
    readonly property int at: wizard.state
    readonly property bool practice: wizard.providerId === "practice"

    signal finished()
    signal anotherRequested()
    signal copyRequested(string text)
    signal tokenRequested(string accountKey)
    signal settingsRequested()
    signal unlockRequested()

    function leave() {
        if (at === SignInWizard.Done)
            root.finished()
        else
            wizard.cancel()
    }
    function focusPage() {
        for (let i = 0; i < children.length; ++i) {
            if (children[i] as WizardFrame)
                children[i].forceActiveFocus(Qt.OtherFocusReason)
        }
    }
    function find() {
        (choose.item as ChooseService)?.find()
    }
    function actOn(action: string) {
        switch (action) {
        case "settings": return root.settingsRequested()
        case "unlock": return root.unlockRequested()
        }
        wizard.retry()
    }

    Keys.onEscapePressed: root.leave()
    onAtChanged: turned.restart()

    // The page is made after the change is known.
    Timer { id: turned; interval: 0; onTriggered: root.focusPage() }
    Present {
        id: choose
        wanted: root.at === SignInWizard.ChoosingService

        ChooseService {
            anchors.fill: root
            services: root.services
            onServiceChosen: id => root.wizard.chooseService(id)
            onOtherRequested: address => root.wizard.chooseOther(address)
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.EnteringIssuer

        EnterIssuer {
            anchors.fill: root
            wizard: root.wizard
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.ChoosingMethod && root.practice

        PracticeMethod {
            anchors.fill: root
            wizard: root.wizard
            canGoBack: root.wizard.canGoBack
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.ChoosingMethod && !root.practice

        ChooseMethod {
            anchors.fill: root
            wizard: root.wizard
            canGoBack: root.wizard.canGoBack
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.EnteringClient

        EnterClient {
            anchors.fill: root
            wizard: root.wizard
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
            onCopyRequested: text => root.copyRequested(text)
        }
    }
    Present {
        wanted: root.at === SignInWizard.EnteringKey

        PasteKey {
            anchors.fill: root
            wizard: root.wizard
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.Preparing || root.at === SignInWizard.Finishing

        Working {
            anchors.fill: root
            wizard: root.wizard
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.WaitingForBrowser

        BrowserWait {
            anchors.fill: root
            wizard: root.wizard
            canGoBack: root.wizard.canGoBack
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.WaitingForCode

        DeviceCode {
            anchors.fill: root
            wizard: root.wizard
            canGoBack: root.wizard.canGoBack
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
        }
    }
    Present {
        wanted: root.at === SignInWizard.Done

        SignedIn {
            anchors.fill: root
            wizard: root.wizard
            onCancelled: root.leave()
            onAnotherRequested: root.anotherRequested()
            onCopyRequested: text => root.copyRequested(text)
            onTokenRequested: key => root.tokenRequested(key)
        }
    }
    Present {
        wanted: root.at === SignInWizard.Failed

        SignInFailed {
            anchors.fill: root
            wizard: root.wizard
            canGoBack: root.wizard.canGoBack
            onBackRequested: root.wizard.back()
            onCancelled: root.leave()
            onActionRequested: action => root.actOn(action)
        }
    }
}
