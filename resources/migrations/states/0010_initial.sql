-- The first states.db: an index of the snapshot files in the folder states/. All of it is a cache.

CREATE TABLE owner (
  database_uuid TEXT NOT NULL            -- of the eddy.db whose messages are meant
) STRICT;

CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL,
  conversation_id INTEGER NOT NULL,
  model_fingerprint TEXT NOT NULL,
  token_hash INTEGER NOT NULL,           -- of all tokens up to this point, the same 64 bits read as signed
  tokens INTEGER NOT NULL,               -- how many those are
  last_used INTEGER NOT NULL,            -- grows with each use; not a time
  bytes INTEGER NOT NULL,
  checksum INTEGER NOT NULL,             -- of the file
  file_name TEXT NOT NULL,               -- in states/
  UNIQUE (message_id, model_fingerprint)
) STRICT;

CREATE INDEX snapshots_by_conversation ON snapshots(conversation_id);
CREATE INDEX snapshots_by_use ON snapshots(last_used);
