list(APPEND authority_sources
  keys/keyorders.h keys/keyorders.cpp
  keys/keyring.h keys/keyring.cpp
  keys/keyturning.cpp
  words.h)
# RSA keys are made in a worker thread.
list(APPEND authority_links Qt6::Concurrent)
