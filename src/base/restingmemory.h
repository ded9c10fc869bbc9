// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

//! For a program that goes to rest: gives back to the system what only its start needed, free
//! pieces of the heap and the program's and its libraries' code. What is used again comes back by
//! itself, piece by piece, from the file that it is in (mostly still in the system's cache). Takes
//! about a millisecond; does nothing where the system has no such call.
void giveBackMemory();

} // namespace base
