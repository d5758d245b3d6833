-- A chat may say itself how its answers are made, and which persona gave it its instructions.

ALTER TABLE conversations ADD COLUMN answer_values TEXT NOT NULL DEFAULT '';  -- JSON as app/presets/answer_values.h has it; '' = the general ones
ALTER TABLE conversations ADD COLUMN persona TEXT NOT NULL DEFAULT '';        -- id in the library of personas; '' = none
