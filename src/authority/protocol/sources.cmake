set(protocol_sources
  accessguard.h accessguard.cpp
  authorizationask.h authorizationask.cpp
  authorizeendpoint.h authorizeendpoint.cpp
  clientgate.h clientgate.cpp
  clientmetadata.cpp
  clientrecord.h clientrecord.cpp
  clienttable.h clienttable.cpp
  deviceendpoint.h deviceendpoint.cpp
  devicetable.h devicetable.cpp
  discovery.h discovery.cpp
  dpopgate.h dpopgate.cpp
  dpopnonces.h dpopnonces.cpp
  grammar.h grammar.cpp
  grant.h
  granttable.h granttable.cpp
  interactions.cpp
  logoutendpoint.h logoutendpoint.cpp
  parts.h
  proof.h proof.cpp
  protocol.h protocol.cpp
  redirecturi.h redirecturi.cpp
  refreshtokens.cpp
  refusal.h refusal.cpp
  registrationendpoint.h registrationendpoint.cpp
  replaytable.h replaytable.cpp
  requesttable.h requesttable.cpp
  settings.h
  tokenendpoint.h tokenendpoint.cpp
  tokenfacts.h tokenfacts.cpp
  tokenwriter.h tokenwriter.cpp)
list(TRANSFORM protocol_sources PREPEND protocol/)
list(APPEND authority_sources ${protocol_sources})
