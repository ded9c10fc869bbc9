// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Desktop

//! The page of the step that the wizard is at.
FocusScope {
    id: root

    required property SignInWizard wizard
    required property ServicesModel services
    readonly property int at: wizard.state

    signal left()
    signal anotherRequested()
    signal copyRequested(string text)
    signal tokenRequested(string accountKey)
    signal settingsRequested()
    signal unlockRequested()

    function leave() {
        if (at === SignInWizard.Done)
            root.left()
        else
            wizard.cancel()
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

    Step {
        id: choose
        turns: [SignInWizard.ChoosingService]
        at: root.at
        sourceComponent: ChooseService {
            services: root.services
            onServiceChosen: id => root.wizard.chooseService(id)
            onOtherRequested: address => root.wizard.chooseOther(address)
            onCancelled: root.leave()
        }
    }
    Step {
        turns: [SignInWizard.EnteringIssuer]
        at: root.at
        sourceComponent: EnterIssuer { wizard: root.wizard; onBackRequested: root.wizard.back(); onCancelled: root.leave() }
    }
    Step {
        turns: [SignInWizard.ChoosingMethod]
        at: root.at
        sourceComponent: ChooseMethod { wizard: root.wizard; canGoBack: root.wizard.canGoBack; onBackRequested: root.wizard.back(); onCancelled: root.leave() }
    }
    Step {
        turns: [SignInWizard.EnteringClient]
        at: root.at
        sourceComponent: EnterClient { wizard: root.wizard; onBackRequested: root.wizard.back(); onCancelled: root.leave(); onCopyRequested: text => root.copyRequested(text) }
    }
    Step {
        turns: [SignInWizard.EnteringKey]
        at: root.at
        sourceComponent: PasteKey { wizard: root.wizard; onBackRequested: root.wizard.back(); onCancelled: root.leave() }
    }
    Step {
        turns: [SignInWizard.Preparing, SignInWizard.Finishing]
        at: root.at
        sourceComponent: Working { wizard: root.wizard; onCancelled: root.leave() }
    }
    Step {
        turns: [SignInWizard.WaitingForBrowser]
        at: root.at
        sourceComponent: BrowserWait { wizard: root.wizard; canGoBack: root.wizard.canGoBack; onBackRequested: root.wizard.back(); onCancelled: root.leave() }
    }
    Step {
        turns: [SignInWizard.WaitingForCode]
        at: root.at
        sourceComponent: DeviceCode { wizard: root.wizard; canGoBack: root.wizard.canGoBack; onBackRequested: root.wizard.back(); onCancelled: root.leave() }
    }
    Step {
        turns: [SignInWizard.Done]
        at: root.at
        sourceComponent: SignedIn {
            wizard: root.wizard
            onCancelled: root.leave()
            onAnotherRequested: root.anotherRequested()
            onCopyRequested: text => root.copyRequested(text)
            onTokenRequested: key => root.tokenRequested(key)
        }
    }
    Step {
        turns: [SignInWizard.Failed]
        at: root.at
        sourceComponent: SignInFailed { wizard: root.wizard; canGoBack: root.wizard.canGoBack; onBackRequested: root.wizard.back(); onCancelled: root.leave(); onActionRequested: action => root.actOn(action) }
    }
}
