# One interface target carries every flag; rooms link it PRIVATE.
add_library(build_flags INTERFACE)
target_compile_definitions(build_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(build_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
  -Wnull-dereference -Wextra-semi)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(build_flags INTERFACE -fcoroutines -Wduplicated-cond -Wlogical-op)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)
  target_compile_options(build_flags INTERFACE -fcoroutines-ts)
endif()
set(SANITIZERS "" CACHE STRING "Comma-separated -fsanitize list, for example address,undefined.")
if(SANITIZERS)
  target_compile_options(build_flags INTERFACE -fsanitize=${SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(build_flags INTERFACE -fsanitize=${SANITIZERS})
endif()
if(CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$" AND NOT SANITIZERS)
  target_compile_options(build_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong)
  target_link_options(build_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
# A program that rests in the tray costs the memory of its code: small code, and only what is used.
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" AND NOT SANITIZERS AND NOT FUZZING AND NOT MSVC)
  target_compile_options(build_flags INTERFACE -Os -ffunction-sections -fdata-sections)
  if(UNIX AND NOT APPLE)
    target_link_options(build_flags INTERFACE
      $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-Wl,--gc-sections>)
  endif()
endif()
# But for what is run thousands of times a second: fast(files of this folder…).
function(fast)
  if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" AND NOT SANITIZERS AND NOT FUZZING AND NOT MSVC)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -O2)
  endif()
endfunction()
# Points where a kill test may stop the process; they exist in test builds only, and where there is SIGKILL.
option(FAULT_POINTS "Compile the fault points of the kill tests in." OFF)
if(FAULT_POINTS AND UNIX)
  target_compile_definitions(build_flags INTERFACE LATCHKEY_FAULT_POINTS)
endif()
