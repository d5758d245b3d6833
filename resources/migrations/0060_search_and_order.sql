-- Conversations can be found by their words, and put in order: pinned, archived, in a folder.

ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN folder TEXT NOT NULL DEFAULT '';  -- a folder is there while a conversation names it
CREATE INDEX conversations_by_folder ON conversations(folder) WHERE folder <> '';

-- The index keeps no text of its own: it reads it from here, and deleting a word needs the text as it was indexed. An answer
-- is indexed when it has ended, not each time a part of it is saved. Its tokenizer, eddy_words, is search_tokenizer.cpp.
CREATE VIEW searchable_messages AS SELECT id, text FROM messages WHERE status NOT IN (0, 1);
CREATE VIRTUAL TABLE message_search USING fts5(
  text, content = 'searchable_messages', content_rowid = 'id', tokenize = 'eddy_words', prefix = '2 3');
CREATE VIRTUAL TABLE title_search USING fts5(
  title, content = 'conversations', content_rowid = 'id', tokenize = 'eddy_words', prefix = '2 3');

CREATE TRIGGER message_search_insert AFTER INSERT ON messages WHEN new.status NOT IN (0, 1) BEGIN
  INSERT INTO message_search(rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER message_search_update AFTER UPDATE OF status, text ON messages
WHEN (old.status NOT IN (0, 1) OR new.status NOT IN (0, 1))
  AND ((old.status IN (0, 1)) <> (new.status IN (0, 1)) OR old.text <> new.text) BEGIN
  INSERT INTO message_search(message_search, rowid, text) SELECT 'delete', old.id, old.text WHERE old.status NOT IN (0, 1);
  INSERT INTO message_search(rowid, text) SELECT new.id, new.text WHERE new.status NOT IN (0, 1);
END;
CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.status NOT IN (0, 1) BEGIN
  INSERT INTO message_search(message_search, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE TRIGGER title_search_insert AFTER INSERT ON conversations BEGIN
  INSERT INTO title_search(rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER title_search_update AFTER UPDATE OF title ON conversations WHEN old.title <> new.title BEGIN
  INSERT INTO title_search(title_search, rowid, title) VALUES ('delete', old.id, old.title);
  INSERT INTO title_search(rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER title_search_delete AFTER DELETE ON conversations BEGIN
  INSERT INTO title_search(title_search, rowid, title) VALUES ('delete', old.id, old.title);
END;

INSERT INTO message_search(message_search) VALUES ('rebuild');
INSERT INTO title_search(title_search) VALUES ('rebuild');
