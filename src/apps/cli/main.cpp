// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"

int main(int argc, char **argv)
{
    return cli::runProgram(argc, argv);
}
