// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/restingmemory.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX) && defined(__GLIBC__)
#include <cstdint>
#include <cstring>
#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace base {

#if defined(Q_OS_LINUX) && defined(__GLIBC__)

namespace {

//! Code that the loader has written into would be lost, and is older than anything we link.
bool hasPatchedCode(const dl_phdr_info &module)
{
    for (int i = 0; i < module.dlpi_phnum; ++i) {
        const ElfW(Phdr) &part = module.dlpi_phdr[i];
        if (part.p_type != PT_DYNAMIC)
            continue;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): an address is what the loader tells
        const auto *entry = reinterpret_cast<const ElfW(Dyn) *>(module.dlpi_addr + part.p_vaddr);
        for (; entry->d_tag != DT_NULL; ++entry) {
            if (entry->d_tag == DT_TEXTREL
                || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0))
                return true;
        }
    }
    return false;
}

//! Called under the loader's lock: nothing of this is unloaded meanwhile.
int giveBackCode(dl_phdr_info *module, size_t, void *)
{
    const char *name = module->dlpi_name;
    if (name != nullptr && std::strstr(name, "vdso") != nullptr)
        return 0; // the kernel's own
    if (hasPatchedCode(*module))
        return 0;
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    for (int i = 0; i < module->dlpi_phnum; ++i) {
        const ElfW(Phdr) &part = module->dlpi_phdr[i];
        // What may be written holds what a process made of it (relocations too); the rest is as it
        // is in the file.
        if (part.p_type != PT_LOAD || (part.p_flags & PF_W) != 0)
            continue;
        const std::uintptr_t begin = (module->dlpi_addr + part.p_vaddr) & ~(page - 1);
        const std::uintptr_t end =
            (module->dlpi_addr + part.p_vaddr + part.p_filesz + page - 1) & ~(page - 1);
        // NOLINTNEXTLINE(performance-no-int-to-ptr)
        static_cast<void>(::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DONTNEED));
    }
    return 0;
}

} // namespace

void giveBackMemory()
{
    static_cast<void>(::malloc_trim(0));
    static_cast<void>(::dl_iterate_phdr(giveBackCode, nullptr));
}

#else

void giveBackMemory() {}

#endif

} // namespace base
