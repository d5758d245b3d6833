-- Pictures that go with a message: shown beside it and exported with it. No model sees them.
-- The content comes last, because SQLite walks through everything that stands before a column.
CREATE TABLE pictures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  message_id INTEGER REFERENCES messages(id) ON DELETE CASCADE,  -- NULL: goes with the next message
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,                                        -- in pixels, as it is to be looked at
  height INTEGER NOT NULL,
  content BLOB NOT NULL                                          -- the file's bytes
) STRICT;

CREATE INDEX pictures_by_conversation ON pictures(conversation_id, message_id);
CREATE INDEX pictures_by_message ON pictures(message_id);
