set(people_sources
  approvals.h approvals.cpp
  breachedpasswords.h breachedpasswords.cpp
  buckets.h buckets.cpp
  consents.h consents.cpp
  eventlog.h eventlog.cpp
  pagelanguage.h pagelanguage.cpp
  passwordrules.h passwordrules.cpp
  passwordworks.h passwordworks.cpp
  secondfactors.h secondfactors.cpp
  sessiontable.h sessiontable.cpp
  signinthrottle.h signinthrottle.cpp
  usertable.h usertable.cpp
  visits.h visits.cpp)
list(TRANSFORM people_sources PREPEND people/)
list(APPEND authority_sources ${people_sources})
# How hard a password is to guess: no pkg-config file, no CMake file.
find_library(ZXCVBN zxcvbn REQUIRED)
list(APPEND authority_links Qt6::Concurrent ${ZXCVBN})
