-- The first eddy.db: conversations, their trees of messages, settings.
-- Large columns come last in a row, because SQLite walks through everything that stands before a column.

CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- ids are never used twice: snapshots elsewhere refer to them
  title TEXT NOT NULL,
  title_is_automatic INTEGER NOT NULL,
  created_at INTEGER NOT NULL,           -- milliseconds since 1970, UTC
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,                    -- removed but not purged: undo is possible
  current_leaf INTEGER,                  -- last message of the branch on show
  model_path TEXT NOT NULL,
  system_prompt TEXT NOT NULL,
  draft TEXT NOT NULL
) STRICT;

CREATE INDEX conversations_by_update ON conversations(updated_at);

-- A parent is deleted only together with its whole conversation, hence no ON DELETE CASCADE along the tree (SQLite stops
-- cascades at a depth of 1,000).
CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES messages(id) DEFERRABLE INITIALLY DEFERRED,
  author INTEGER NOT NULL CHECK (author IN (0, 1)),   -- user, assistant
  status INTEGER NOT NULL,                            -- pending, streaming, done, cancelled, interrupted, failed
  created_at INTEGER NOT NULL,
  shown INTEGER NOT NULL DEFAULT 0,                   -- grows each time a branch ending here is put on show
  tokenizer_fingerprint TEXT NOT NULL DEFAULT '',
  model_fingerprint TEXT NOT NULL DEFAULT '',
  model_name TEXT NOT NULL DEFAULT '',
  stop_reason TEXT NOT NULL DEFAULT '',
  error_code TEXT NOT NULL DEFAULT '',
  error_text TEXT NOT NULL DEFAULT '',
  seconds_to_first_token REAL NOT NULL DEFAULT 0,
  seconds REAL NOT NULL DEFAULT 0,
  tokens_generated INTEGER NOT NULL DEFAULT 0,
  tokens_reread INTEGER NOT NULL DEFAULT 0,
  reread_reason TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  tokens BLOB NOT NULL DEFAULT x''                    -- int32 little-endian, as fed or sampled
) STRICT;

CREATE INDEX messages_by_parent ON messages(parent_id, conversation_id);
CREATE INDEX messages_by_showing ON messages(conversation_id, shown);
CREATE INDEX messages_unfinished ON messages(status) WHERE status IN (0, 1);

CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Names this very file, so that snapshots taken for another one are never used with it.
INSERT INTO settings(key, value) VALUES ('database_uuid', lower(hex(randomblob(16))));
