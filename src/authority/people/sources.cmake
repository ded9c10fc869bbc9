set(people_sources
  admin/adminapi.h admin/adminapi.cpp
  admin/admingate.h admin/admingate.cpp
  admin/adminresources.cpp
  admin/clientapi.cpp
  admin/livefeed.h admin/livefeed.cpp
  admin/opsapi.h admin/opsapi.cpp
  admin/userapi.h admin/userapi.cpp
  admintrail.h admintrail.cpp
  apitokens.h apitokens.cpp
  approvals.h approvals.cpp
  breachedpasswords.h breachedpasswords.cpp
  buckets.h buckets.cpp
  clientdesk.h clientdesk.cpp
  consents.h consents.cpp
  eventlog.h eventlog.cpp
  frontdoor.h frontdoor.cpp
  household.h
  keydesk.h keydesk.cpp
  pagelanguage.h pagelanguage.cpp
  pages/accountpages.h pages/accountpages.cpp
  pages/accountsections.cpp
  pages/consentpages.h pages/consentpages.cpp
  pages/deskpages.h pages/deskpages.cpp
  pages/factorpages.h pages/factorpages.cpp
  pages/formpostpage.h pages/formpostpage.cpp
  pages/markup.h pages/markup.cpp
  pages/page.h pages/page.cpp
  pages/pagestyle.h pages/pagestyle.cpp
  pages/scopewords.h pages/scopewords.cpp
  pages/signinpages.h pages/signinpages.cpp
  passage.h passage.cpp
  passwordrules.h passwordrules.cpp
  passwordworks.h passwordworks.cpp
  secondfactors.h secondfactors.cpp
  sessiontable.h sessiontable.cpp
  signinthrottle.h signinthrottle.cpp
  userchanges.cpp
  userdesk.h userdesk.cpp
  usertable.h usertable.cpp
  visitor.h visitor.cpp
  visits.h visits.cpp)
list(TRANSFORM people_sources PREPEND people/)
list(APPEND authority_sources ${people_sources})
# How hard a password is to guess: no pkg-config file, no CMake file.
find_library(ZXCVBN zxcvbn REQUIRED)
list(APPEND authority_links Qt6::Concurrent ${ZXCVBN})
