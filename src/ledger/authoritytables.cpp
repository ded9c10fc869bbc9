// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/authoritytables.h"

namespace ledger {

// Portable between SQLite and PostgreSQL: BIGINT for times (milliseconds since 1970, UTC) and
// truth (0, 1), TEXT for everything else; lists are JSON or words with spaces between. A *_hash is
// the unpadded base64url SHA-256 of what its holder has.
Migration authorityMigration()
{
    static const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        3,
        s("authority"),
        {
            s("CREATE TABLE authority_clients ("
              " id TEXT PRIMARY KEY,"
              " name TEXT NOT NULL,"
              " secret_hash TEXT NOT NULL DEFAULT '',"
              " auth_method TEXT NOT NULL," // none, client_secret_basic, …_post, private_key_jwt
              " redirect_uris TEXT NOT NULL DEFAULT '[]'," // JSON
              " logout_uris TEXT NOT NULL DEFAULT '[]'," // JSON
              " origins TEXT NOT NULL DEFAULT '[]'," // JSON; may call from a browser
              " grants TEXT NOT NULL,"
              " scopes TEXT NOT NULL,"
              " resources TEXT NOT NULL DEFAULT '[]'," // JSON
              " jwks TEXT NOT NULL DEFAULT ''," // private_key_jwt
              " signing_alg TEXT NOT NULL DEFAULT 'ES256',"
              " dpop_bound BIGINT NOT NULL DEFAULT 0,"
              " first_party BIGINT NOT NULL DEFAULT 0,"
              " active BIGINT NOT NULL DEFAULT 1,"
              " registration_hash TEXT NOT NULL DEFAULT '',"
              " created_at BIGINT NOT NULL,"
              " created_by TEXT NOT NULL DEFAULT '',"
              " used_at BIGINT NOT NULL DEFAULT 0)"),
            s("CREATE TABLE authority_users ("
              " id TEXT PRIMARY KEY,"
              " name TEXT NOT NULL UNIQUE," // folded to lower case
              " display_name TEXT NOT NULL DEFAULT '',"
              " email TEXT NOT NULL DEFAULT '',"
              " password_hash TEXT NOT NULL DEFAULT ''," // PHC string; empty: no password
              " roles TEXT NOT NULL DEFAULT '',"
              " active BIGINT NOT NULL DEFAULT 1,"
              " owner BIGINT NOT NULL DEFAULT 0," // the person at this desktop
              " created_at BIGINT NOT NULL,"
              " changed_at BIGINT NOT NULL,"
              " signed_in_at BIGINT NOT NULL DEFAULT 0)"),
            s("CREATE TABLE authority_totp ("
              " user_id TEXT PRIMARY KEY REFERENCES authority_users (id) ON DELETE CASCADE,"
              " sealed_secret TEXT NOT NULL,"
              " confirmed_at BIGINT NOT NULL DEFAULT 0,"
              " last_step BIGINT NOT NULL DEFAULT 0)"),
            s("CREATE TABLE authority_recovery_codes ("
              " user_id TEXT NOT NULL REFERENCES authority_users (id) ON DELETE CASCADE,"
              " code_hash TEXT NOT NULL,"
              " used_at BIGINT NOT NULL DEFAULT 0,"
              " PRIMARY KEY (user_id, code_hash))"),
            s("CREATE TABLE authority_sessions ("
              " handle TEXT PRIMARY KEY," // for lists and `sid`; the id itself is the secret
              " id_hash TEXT NOT NULL UNIQUE,"
              " earlier_hash TEXT NOT NULL DEFAULT ''," // the id before, a moment after its renewal
              " user_id TEXT NOT NULL REFERENCES authority_users (id) ON DELETE CASCADE,"
              " created_at BIGINT NOT NULL,"
              " seen_at BIGINT NOT NULL,"
              " renewed_at BIGINT NOT NULL,"
              " expires_at BIGINT NOT NULL,"
              " auth_at BIGINT NOT NULL,"
              " amr TEXT NOT NULL,"
              " peer TEXT NOT NULL DEFAULT '',"
              " agent TEXT NOT NULL DEFAULT '')"),
            s("CREATE INDEX authority_sessions_user ON authority_sessions (user_id)"),
            s("CREATE INDEX authority_sessions_earlier ON authority_sessions (earlier_hash)"),
            s("CREATE TABLE authority_visits (" // browsers half way through a sign-in
              " visit_hash TEXT PRIMARY KEY,"
              " user_id TEXT NOT NULL REFERENCES authority_users (id) ON DELETE CASCADE,"
              " amr TEXT NOT NULL,"
              " expires_at BIGINT NOT NULL)"),
            s("CREATE TABLE authority_attempts (" // sign-ins that have not gone well
              " id TEXT PRIMARY KEY,"
              " name TEXT NOT NULL,"
              " at BIGINT NOT NULL)"),
            s("CREATE INDEX authority_attempts_name ON authority_attempts (name, at)"),
            s("CREATE TABLE authority_approvals (" // questions to the person at the desktop
              " id TEXT PRIMARY KEY,"
              " interaction TEXT NOT NULL,"
              " visit_hash TEXT NOT NULL," // the browser that asks
              " user_id TEXT NOT NULL,"
              " question TEXT NOT NULL," // JSON
              " state TEXT NOT NULL," // waiting, allowed, denied, used
              " created_at BIGINT NOT NULL,"
              " until BIGINT NOT NULL)"),
            s("CREATE INDEX authority_approvals_interaction"
              " ON authority_approvals (interaction, visit_hash)"),
            s("CREATE TABLE authority_requests ("
              " id TEXT PRIMARY KEY,"
              " kind TEXT NOT NULL," // pushed, waiting, allowed, denied
              " client_id TEXT NOT NULL,"
              " parameters TEXT NOT NULL," // JSON
              " user_id TEXT NOT NULL DEFAULT '',"
              " answer TEXT NOT NULL DEFAULT '',"
              " browser_hash TEXT NOT NULL DEFAULT ''," // binds the request to one browser
              " created_at BIGINT NOT NULL,"
              " expires_at BIGINT NOT NULL)"),
            s("CREATE TABLE authority_grants ("
              " id TEXT PRIMARY KEY," // the refresh token family
              " client_id TEXT NOT NULL,"
              " user_id TEXT NOT NULL,"
              " session TEXT NOT NULL DEFAULT '',"
              " scopes TEXT NOT NULL,"
              " resources TEXT NOT NULL DEFAULT '[]'," // JSON
              " auth_at BIGINT NOT NULL,"
              " amr TEXT NOT NULL DEFAULT '',"
              " nonce TEXT NOT NULL DEFAULT '',"
              " dpop_thumbprint TEXT NOT NULL DEFAULT '',"
              " created_at BIGINT NOT NULL,"
              " expires_at BIGINT NOT NULL,"
              " revoked_at BIGINT NOT NULL DEFAULT 0,"
              " revoked_why TEXT NOT NULL DEFAULT '')"),
            s("CREATE INDEX authority_grants_user ON authority_grants (user_id, client_id)"),
            s("CREATE TABLE authority_codes ("
              " code_hash TEXT PRIMARY KEY,"
              " grant_id TEXT NOT NULL,"
              " client_id TEXT NOT NULL,"
              " redirect_uri TEXT NOT NULL,"
              " challenge TEXT NOT NULL,"
              " expires_at BIGINT NOT NULL,"
              " used_at BIGINT NOT NULL DEFAULT 0)"),
            s("CREATE TABLE authority_refresh ("
              " token_hash TEXT PRIMARY KEY,"
              " grant_id TEXT NOT NULL,"
              " created_at BIGINT NOT NULL,"
              " expires_at BIGINT NOT NULL,"
              " rotated_at BIGINT NOT NULL DEFAULT 0,"
              " successor_hash TEXT NOT NULL DEFAULT '')"),
            s("CREATE INDEX authority_refresh_grant ON authority_refresh (grant_id)"),
            s("CREATE TABLE authority_revoked ("
              " jti TEXT PRIMARY KEY," // of access tokens that were ended one by one
              " expires_at BIGINT NOT NULL)"),
            s("CREATE TABLE authority_devices ("
              " device_hash TEXT PRIMARY KEY,"
              " user_code_hash TEXT NOT NULL UNIQUE,"
              " client_id TEXT NOT NULL,"
              " scopes TEXT NOT NULL,"
              " resources TEXT NOT NULL DEFAULT '[]',"
              " state TEXT NOT NULL," // pending, allowed, denied, used
              " grant_id TEXT NOT NULL DEFAULT '',"
              " period BIGINT NOT NULL,"
              " polled_at BIGINT NOT NULL DEFAULT 0,"
              " created_at BIGINT NOT NULL,"
              " expires_at BIGINT NOT NULL)"),
            s("CREATE TABLE authority_replays ("
              " kind TEXT NOT NULL," // dpop, assertion
              " value_hash TEXT NOT NULL,"
              " expires_at BIGINT NOT NULL,"
              " PRIMARY KEY (kind, value_hash))"),
            s("CREATE TABLE authority_buckets ("
              " name TEXT PRIMARY KEY,"
              " level DOUBLE PRECISION NOT NULL,"
              " counted_at BIGINT NOT NULL)"),
            s("CREATE TABLE authority_consents ("
              " user_id TEXT NOT NULL,"
              " client_id TEXT NOT NULL,"
              " scopes TEXT NOT NULL,"
              " given_at BIGINT NOT NULL,"
              " PRIMARY KEY (user_id, client_id))"),
            s("CREATE TABLE authority_keys ("
              " kid TEXT PRIMARY KEY,"
              " algorithm TEXT NOT NULL,"
              " jwk TEXT NOT NULL," // public members
              " state TEXT NOT NULL," // next, active, retiring, revoked
              " created_at BIGINT NOT NULL,"
              " active_at BIGINT NOT NULL,"
              " retiring_at BIGINT NOT NULL DEFAULT 0,"
              " gone_at BIGINT NOT NULL DEFAULT 0)"),
            s("CREATE TABLE authority_api_tokens ("
              " token_hash TEXT PRIMARY KEY,"
              " purpose TEXT NOT NULL," // registration, metrics
              " label TEXT NOT NULL,"
              " created_at BIGINT NOT NULL,"
              " expires_at BIGINT NOT NULL DEFAULT 0)"),
            s("CREATE TABLE authority_events ("
              " sequence INTEGER PRIMARY KEY AUTOINCREMENT,"
              " at BIGINT NOT NULL,"
              " kind TEXT NOT NULL,"
              " outcome TEXT NOT NULL,"
              " user_id TEXT NOT NULL DEFAULT '',"
              " client_id TEXT NOT NULL DEFAULT '',"
              " peer TEXT NOT NULL DEFAULT '',"
              " trace_id TEXT NOT NULL DEFAULT '',"
              " detail TEXT NOT NULL DEFAULT '')"),
            s("CREATE INDEX authority_events_at ON authority_events (at)"),
            s("CREATE TABLE authority_facts ("
              " name TEXT PRIMARY KEY," // which defaults were seeded, …
              " value TEXT NOT NULL)"),
        }};
}

} // namespace ledger
