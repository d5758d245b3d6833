-- Saved states that have a name. Their bytes lie in library/, a file each; unlike states/ that is no cache: nothing there
-- is ever dropped to make room, and a tuned state cannot be made again from any text.
CREATE TABLE library_states (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,                 -- persona, studied document, tuned initial state, saved point
  created_at INTEGER NOT NULL,           -- milliseconds since 1970, UTC
  removed INTEGER NOT NULL DEFAULT 0,    -- not listed any more, kept for the conversations that begin with it
  token_hash INTEGER NOT NULL,           -- of everything the state has read
  token_count INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  architecture TEXT NOT NULL,
  model_fingerprint TEXT NOT NULL,
  model_name TEXT NOT NULL,
  reading TEXT NOT NULL,                 -- tokenizer and chat format that made the tokens
  file_name TEXT NOT NULL,
  text TEXT NOT NULL,                    -- what it has read, for people; may be empty
  tokens BLOB NOT NULL DEFAULT x''       -- int32 little-endian, exactly what it has read; empty when that is not known
) STRICT;

-- What a conversation begins with instead of nothing.
CREATE TABLE conversation_origins (
  conversation_id INTEGER PRIMARY KEY NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  state_id INTEGER NOT NULL REFERENCES library_states(id)
) STRICT;

CREATE INDEX conversation_origins_by_state ON conversation_origins(state_id);
