// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QList>

//! A browser that notes what it was asked to show.
class FakeBrowser final : public core::Browser
{
public:
    QList<QUrl> pages;

    [[nodiscard]] base::Result<> open(const QUrl &page) override
    {
        pages.append(page);
        return {};
    }
};
