set(protocol_sources
  grammar.h grammar.cpp
  redirecturi.h redirecturi.cpp
  refusal.h refusal.cpp
  settings.h)
list(TRANSFORM protocol_sources PREPEND protocol/)
list(APPEND authority_sources ${protocol_sources})
