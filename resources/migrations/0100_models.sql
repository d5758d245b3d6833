-- Where models lie, what is known of their files without opening them again, and what the user wants of each.

CREATE TABLE model_folders (
  path TEXT PRIMARY KEY NOT NULL,
  added INTEGER NOT NULL,                -- 1: by the user; 0: another program's, which is found where it is
  used INTEGER NOT NULL                  -- 0: switched off
) STRICT, WITHOUT ROWID;

CREATE TABLE model_files (
  path TEXT PRIMARY KEY NOT NULL,        -- a file or a folder
  bytes INTEGER NOT NULL,                -- these two say whether `facts` still hold
  changed_at INTEGER NOT NULL,           -- milliseconds since 1970, UTC
  fingerprint TEXT NOT NULL DEFAULT '',  -- known once it was loaded: answers carry it, and with it their speed
  facts TEXT NOT NULL                    -- JSON, see app/models/model_facts_json.h
) STRICT, WITHOUT ROWID;

-- Keys: 'hidden' (removed from the list), 'listed' (chosen by hand, outside any folder), 'system_prompt', ...
CREATE TABLE model_settings (
  path TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (path, key)
) STRICT, WITHOUT ROWID;

-- The speed of a model is that of its answers.
CREATE INDEX messages_by_model ON messages(model_fingerprint) WHERE tokens_generated > 0;
