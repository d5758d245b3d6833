-- Asking as of a page: on the way through a document the state is kept at the end of some pages, and a conversation may be
-- about the document up to such a page only.

-- A kept state stands behind the model's word that it has read so far: questions may follow. It is in states.db as message
-- -(2^40 + id). Written before the state, so that no state is without its place.
CREATE TABLE reading_places (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reading_id INTEGER NOT NULL REFERENCES readings(id) ON DELETE CASCADE,
  page INTEGER NOT NULL,                 -- the last one that was read
  steps INTEGER NOT NULL,                -- of the reading up to here; the model's word comes on top
  tokens INTEGER NOT NULL,               -- with the model's word
  token_hash INTEGER NOT NULL,
  UNIQUE (reading_id, page)
) STRICT;

ALTER TABLE conversations ADD COLUMN page INTEGER NOT NULL DEFAULT 0;  -- 0: the whole document
