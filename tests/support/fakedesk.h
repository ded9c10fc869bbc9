// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settingspecs.h"
#include "desktop/desktopapp.h"
#include "support/fakeaccountservice.h"
#include "support/fakeactivityservice.h"
#include "support/fakebrowser.h"
#include "support/fakeclock.h"
#include "support/fakelockservice.h"
#include "support/fakesigninservice.h"
#include "support/fakestoreservice.h"
#include "support/faketokenservice.h"

#include <QTemporaryDir>

//! A whole desktop room on fakes: what page tests and page pictures stand on.
struct FakeDesk
{
    QTemporaryDir folder;
    base::Paths paths = base::Paths::below(folder.path());
    FakeClock clock;
    FakeAccountService accounts{sampleAccounts(clock.now())};
    FakeTokenService tokens;
    FakeSignInService signIn;
    FakeLockService lock;
    FakeStoreService store;
    FakeActivityService activity{sampleEvents(clock.now())};
    FakeBrowser browser;
    base::Settings settings{core::settingSpecs(), {{}, paths.configFile(), {}, {}}};
    std::unique_ptr<desktop::DesktopApp> app = make();

private:
    std::unique_ptr<desktop::DesktopApp> make()
    {
        if (!paths.create() || !settings.load())
            qFatal("The test's folder cannot be used.");
        return std::make_unique<desktop::DesktopApp>(
            desktop::DesktopApp::Needs{accounts,
                                       tokens,
                                       signIn,
                                       lock,
                                       store,
                                       activity,
                                       browser,
                                       settings,
                                       clock,
                                       paths,
                                       QStringLiteral("0.1.0")});
    }
};
