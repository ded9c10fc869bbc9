// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settingspecs.h"
#include "support/fakeaccountservice.h"
#include "support/fakeactivityservice.h"
#include "support/fakeauthority.h"
#include "support/fakebrowser.h"
#include "support/fakeclock.h"
#include "support/fakeconsent.h"
#include "support/fakelockservice.h"
#include "support/fakesigninservice.h"
#include "support/fakestoreservice.h"
#include "support/faketokenservice.h"
#include "tray/accountverbs.h"
#include "tray/clipboardguard.h"
#include "tray/systemlook.h"

#include <QGuiApplication>
#include <QTemporaryDir>

//! Every service as a fake, and on them what tray and window share.
struct FakeServices
{
    FakeServices()
    {
        if (!paths.create() || !settings.load())
            qFatal("The test's folder cannot be used.");
        clipboard.follow(settings, lock);
    }

    QTemporaryDir folder;
    base::Paths paths = base::Paths::below(folder.path());
    FakeClock clock;
    FakeAccountService accounts{sampleAccounts(clock.now())};
    FakeTokenService tokens;
    FakeSignInService signIn;
    FakeLockService lock;
    FakeStoreService store;
    FakeActivityService activity{sampleEvents(clock.now())};
    FakeConsent consent;
    FakeAuthority authority;
    FakeBrowser browser;
    base::Settings settings{core::settingSpecs(), {{}, paths.configFile(), {}, {}}};
    tray::SystemLook look;
    tray::ClipboardGuard clipboard{*QGuiApplication::clipboard()};
    tray::AccountVerbs verbs{accounts, tokens, clipboard};
};
