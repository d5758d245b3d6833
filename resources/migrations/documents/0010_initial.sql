-- The first documents.db: documents with their passages and a full-text index, what models have read of them, and which
-- conversations are about them. Ids of conversations and messages are those of eddy.db (owner.database_uuid).
-- Large columns come last in a row, because SQLite walks through everything that stands before a column.

CREATE TABLE owner (
  database_uuid TEXT NOT NULL            -- of the eddy.db whose conversations and messages are meant
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  content_hash TEXT NOT NULL UNIQUE,     -- of the file's bytes: the same file dropped again is the same document
  complete INTEGER NOT NULL DEFAULT 0,   -- 0 while its passages are being written
  added_at INTEGER NOT NULL,             -- milliseconds since 1970, UTC
  deleted_at INTEGER,                    -- removed but not purged: undo is possible
  file_bytes INTEGER NOT NULL,
  text_bytes INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,      -- 0 where the format has none
  passages INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,                    -- of the file
  path TEXT NOT NULL,                    -- where it was found last
  format TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  notice TEXT NOT NULL DEFAULT ''        -- what was left out and why
) STRICT;

CREATE TABLE passages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,              -- from 0, in reading order
  page INTEGER NOT NULL,
  kind INTEGER NOT NULL,                 -- text, table, code
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document_id, ordinal)
) STRICT;

-- Rows go by passages.id. The words are kept in the index alone; scripts without blanks between words are indexed character
-- by character (document_store.cpp makes them so).
CREATE VIRTUAL TABLE passage_words USING fts5(words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');

-- What one model has read: one document or several, in an order. Its state is in states.db as message -id.
CREATE TABLE readings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  model_fingerprint TEXT NOT NULL,
  model_name TEXT NOT NULL,
  document_list TEXT NOT NULL,           -- ids in order, "3" or "3,8,5"
  status INTEGER NOT NULL,               -- under way, paused, complete, failed
  steps INTEGER NOT NULL,                -- in all: passages, and a beginning and an end for each document
  created_at INTEGER NOT NULL,
  seconds REAL NOT NULL DEFAULT 0,       -- spent reading
  UNIQUE (model_fingerprint, document_list)
) STRICT;

-- Where a saved state of a reading stands. Written before the state, so that no state is without its place.
CREATE TABLE reading_marks (
  reading_id INTEGER NOT NULL REFERENCES readings(id) ON DELETE CASCADE,
  steps INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  token_hash INTEGER NOT NULL,           -- the 64 bits read as signed
  PRIMARY KEY (reading_id, steps)
) STRICT, WITHOUT ROWID;

-- What a model noted about a stretch of a document.
CREATE TABLE notes (
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  model_fingerprint TEXT NOT NULL,
  first_passage INTEGER NOT NULL,        -- ordinals
  last_passage INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document_id, model_fingerprint, first_passage)
) STRICT, WITHOUT ROWID;

CREATE TABLE summaries (
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  model_fingerprint TEXT NOT NULL,
  style INTEGER NOT NULL,                -- line, paragraph, bullets, chapters
  made_at INTEGER NOT NULL,
  text TEXT NOT NULL,                    -- one point a line: first and last passage, heading, sentence, divided by tabs
  PRIMARY KEY (document_id, model_fingerprint, style)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversations (
  conversation_id INTEGER PRIMARY KEY,
  document_list TEXT NOT NULL,
  mode INTEGER NOT NULL                  -- memory, passages, both
) STRICT;

-- What a question was answered from.
CREATE TABLE questions (
  message_id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL,
  mode INTEGER NOT NULL
) STRICT;

CREATE INDEX questions_by_conversation ON questions(conversation_id);

CREATE TABLE question_passages (
  message_id INTEGER NOT NULL REFERENCES questions(message_id) ON DELETE CASCADE,
  place INTEGER NOT NULL,                -- best first
  passage_id INTEGER NOT NULL,
  PRIMARY KEY (message_id, place)
) STRICT, WITHOUT ROWID;
