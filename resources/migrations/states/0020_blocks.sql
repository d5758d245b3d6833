-- Rows of attention layers are kept once: blocks of them, named by their content, in files that snapshots share.
-- Also: why a snapshot is not there any more.

CREATE TABLE row_files (                 -- one for each put that brought new rows; goes with its last snapshot
  id INTEGER PRIMARY KEY,
  bytes INTEGER NOT NULL,
  checksum INTEGER NOT NULL,             -- of the file
  file_name TEXT NOT NULL UNIQUE         -- in states/
) STRICT;

CREATE TABLE blocks (
  hash TEXT PRIMARY KEY NOT NULL,        -- of the content, as the engine names it
  row_file_id INTEGER NOT NULL REFERENCES row_files(id) ON DELETE CASCADE,
  bytes INTEGER NOT NULL,                -- of the content
  checksum INTEGER NOT NULL,             -- of the content
  base TEXT NOT NULL DEFAULT '',         -- a block that this one begins with: the file holds only what comes after it
  file_offset INTEGER NOT NULL           -- where that lies in the file; it ends at bytes - bytes of base
) STRICT, WITHOUT ROWID;

CREATE INDEX blocks_by_file ON blocks(row_file_id);
CREATE INDEX blocks_by_base ON blocks(base) WHERE base <> '';

CREATE TABLE snapshot_files (            -- every file in which a block of the snapshot lies, or a base of one
  snapshot_id INTEGER NOT NULL REFERENCES snapshots(id) ON DELETE CASCADE,
  row_file_id INTEGER NOT NULL REFERENCES row_files(id),
  PRIMARY KEY (snapshot_id, row_file_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX snapshot_files_by_file ON snapshot_files(row_file_id);

CREATE TABLE departures (
  message_id INTEGER NOT NULL,
  model_fingerprint TEXT NOT NULL,
  conversation_id INTEGER NOT NULL,
  why INTEGER NOT NULL,                  -- thinned, evicted, freed, damaged
  PRIMARY KEY (message_id, model_fingerprint)
) STRICT, WITHOUT ROWID;

CREATE INDEX departures_by_conversation ON departures(conversation_id);
