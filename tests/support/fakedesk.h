// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopapp.h"
#include "support/fakeservices.h"

//! A whole desktop room on fakes: what page tests and page pictures stand on.
struct FakeDesk : FakeServices
{
    int quits = 0;
    std::unique_ptr<desktop::DesktopApp> app =
        std::make_unique<desktop::DesktopApp>(desktop::DesktopApp::Needs{accounts,
                                                                         tokens,
                                                                         signIn,
                                                                         lock,
                                                                         store,
                                                                         activity,
                                                                         consent,
                                                                         authority,
                                                                         browser,
                                                                         settings,
                                                                         clock,
                                                                         paths,
                                                                         QStringLiteral("0.1.0"),
                                                                         verbs,
                                                                         clipboard,
                                                                         look,
                                                                         [this] { ++quits; },
                                                                         [](const base::Error &) {},
                                                                         &store});
};
