-- What had to be read again and why, and whose saved states the user wants kept longest.

CREATE TABLE reread_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL,           -- the answer that waited for it, or the last message of a branch that was opened
  at INTEGER NOT NULL,                   -- milliseconds since 1970, UTC; for people: the order is that of the ids
  reason TEXT NOT NULL,
  tokens INTEGER NOT NULL,               -- read again
  restored_tokens INTEGER NOT NULL,      -- not read again: they were in the saved state that was gone on from
  seconds REAL NOT NULL,
  model_fingerprint TEXT NOT NULL,
  model_name TEXT NOT NULL
) STRICT;

CREATE INDEX reread_log_by_message ON reread_log(message_id);
CREATE INDEX reread_log_by_conversation ON reread_log(conversation_id);

CREATE TABLE kept_conversations (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE
) STRICT;

CREATE TABLE kept_models (
  model_fingerprint TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
