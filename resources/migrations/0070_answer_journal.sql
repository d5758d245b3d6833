-- What an answer that was being written needs to go on as if nothing had happened: the state of its sampler and text that
-- was not shown yet. Written together with the partial answer, gone when the answer is finished.
CREATE TABLE answer_journal (
  message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
  journal    BLOB NOT NULL
) STRICT;
