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
  gathering.h
  grammar.h grammar.cpp
  grant.h
  granttable.h granttable.cpp
  interactions.cpp
  logoutendpoint.h logoutendpoint.cpp
  parts.h
  proof.h proof.cpp
  protocol.h protocol.cpp
  redirecturi.h redirecturi.cpp
  refreshtoken.h refreshtoken.cpp
  refusal.h refusal.cpp
  registrationendpoint.h registrationendpoint.cpp
  replaytable.h replaytable.cpp
  requesttable.h requesttable.cpp
  rotation.cpp
  settings.h
  tokenendpoint.h tokenendpoint.cpp
  tokenfacts.h tokenfacts.cpp
  tokenworks.h tokenworks.cpp
  tokenwriter.h tokenwriter.cpp
  turns.h turns.cpp)
list(TRANSFORM protocol_sources PREPEND protocol/)
list(APPEND authority_sources ${protocol_sources})
fast(protocol/clientgate.cpp protocol/clienttable.cpp protocol/grammar.cpp protocol/granttable.cpp
  protocol/refreshtoken.cpp protocol/rotation.cpp protocol/tokenendpoint.cpp protocol/tokenworks.cpp protocol/tokenwriter.cpp
  protocol/turns.cpp)
