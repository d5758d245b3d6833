#!/usr/bin/python3
"""The ten tasks of docs/ux.md as a person does them who starts the program for the first time: with the starter model, a mouse and a
keyboard. Says what each took and fails when one takes another number of clicks or keys than the documentation says. Run by run.sh.

    ten_tasks.py FOLDER        of eddy and eddy-cli

Seconds are the program's: from the last click or key until what was wanted is there. They are said, not judged.
"""
import os
import pathlib
import subprocess
import sys
import time

from person import Person, shown, walk

DATA = os.environ["HOME"] + "/data"
DOCUMENT = os.environ["HOME"] + "/harbour.txt"
failures = []


def report(task, person, clicks, keys, **seconds):
    done = (person.clicks, person.keys)
    right = done == (clicks, keys)
    print("%s: %s: %d click(s), %s%s; %s" % ("PASS" if right else "FAIL", task, person.clicks, "types, " if person.letters else "", ", ".join(person.keys) or "no key",
                                             ", ".join("%s %.2f s" % (name.replace("_", " "), value) for name, value in seconds.items())), flush=True)
    if not right:
        failures.append("%s took %s, not %s" % (task, done, (clicks, keys)))
    person.begin()


def since(moment):
    return time.time() - moment


def answers(person):
    """The answers in the chat on show, as far as they are."""
    try:
        if not hasattr(person, "messages") or not shown(person.messages):
            person.messages = person.window.find("list", "Messages")
        return [item for item in person.messages or () if (item.name or "").startswith("Model")]
    except Exception:  # gone while we looked
        return []


def words_of(answer):
    return [item for item in walk(answer) if item.getRoleName() in ("label", "text", "paragraph")]


def wait_for_answer(person, count, asked):
    """The first word and the end of answer number `count`: seconds since `asked`."""
    def begun():
        said = answers(person)
        return len(said) == count and (said[-1].name.startswith("Model: ") or words_of(said[-1]))
    person.until("answer %d does not begin" % count, begun)
    first = since(asked)
    person.until("answer %d does not end" % count, lambda: answers(person)[-1].name.startswith("Model: ") and person.window.find("push button", "Send"))
    return first, since(asked)


def start(program="eddy", *arguments):
    person = Person(sys.argv[1] + "/" + program, *arguments or ("--data-dir", DATA))
    person.until("the window does not appear", lambda: person.window.root() and person.window.find("text", "Message"))
    return person, since(person.started)


def first_answer():
    person, usable = start()
    person.type("Hello there")
    asked = person.press("Return")
    first, whole = wait_for_answer(person, 1, asked)
    report("first answer after the first start", person, 0, ["Return"], start_to_window=usable, enter_to_first_word=first, enter_to_end=whole,
           start_to_first_word_typing_included=asked - person.started + first)
    return person


def new_chat(person):
    clicked = person.click("push button", "New chat")
    person.until("the chat is not new", lambda: person.title() == "New chat")
    opened = since(clicked)
    person.type("What is the capital of France?")
    first, whole = wait_for_answer(person, 1, person.press("Return"))
    report("a new chat and a question", person, 1, ["Return"], click_to_new_chat=opened, enter_to_first_word=first, enter_to_end=whole)


def rename(person):
    chats = person.see("list", "Conversations")
    row = person.see("list item", "What is the capital", chats)
    person.point_at(row)
    person.click("push button", "More", row)
    person.click("menu item", "Rename")
    person.see("text", "Conversation title")
    person.type("Capitals")
    pressed = person.press("Return")
    person.until("the chat is not on show", lambda: person.title() == "Capitals")
    report("rename a chat", person, 2, ["Return"], enter_to_new_title=since(pressed))


def search(person):
    person.click("push button", "Search all chats")
    person.until("nothing can be written", lambda: person.window.find("dialog", "Search all chats"))
    person.type("there")
    found = person.until("it is not found", lambda: person.window.find("list item", "Chat: Hello there") or person.window.find("list item", "Hello there, in"))
    typed = time.time()
    assert shown(found)
    pressed = person.press("Return")
    person.until("the chat is not on show", lambda: person.title() == "Hello there")
    report("find what was said in an old chat", person, 1, ["Return"], enter_to_the_place=since(pressed), last_letter_to_result=pressed - typed)


def document(person):
    person.click("push button", "New chat")
    person.until("the chat is not new", lambda: person.title() == "New chat")
    person.begin()  # the drag is counted, the chat for it is that of another task
    dropped = person.drag_here(DOCUMENT)
    person.until("the document is not read", lambda: person.title() == "harbour.txt")
    shown_after = since(dropped)
    person.until("nothing can be written", lambda: person.has_keyboard("text", "Message"))
    person.type("Who is the keeper of the harbour?")
    first, whole = wait_for_answer(person, 1, person.press("Return"))
    report("ask about a document", person, 0, ["Return"], drop_to_its_chat=shown_after, enter_to_first_word=first, enter_to_end=whole)


def go_on(person):
    person.close(kill=True)
    person, usable = start()
    person.begin()
    chats = person.see("list", "Conversations")
    clicked = person.click("list item", "Capitals", chats)
    person.until("the chat is not on show", lambda: person.title() == "Capitals")
    opened = since(clicked)
    person.type("And of Norway?")
    first, whole = wait_for_answer(person, 2, person.press("Return"))
    assert person.window.find("label", "0 tokens re-read"), "the chat was read again"
    report("go on where a chat was, after the program was killed", person, 1, ["Return"], start_to_window=usable, click_to_chat=opened,
           enter_to_first_word=first, enter_to_end=whole)
    return person


def change_model(person):
    person.click("push button", "Models")
    clicked = person.click("push button", "Use Smaller")
    person.see("push button", "Unload Smaller")
    loaded = since(clicked)
    person.press("Escape")
    person.see("push button", "Model: Smaller")
    person.until("the chat is not there", lambda: len(answers(person)) == 2)
    report("change the model of a running chat to one never used", person, 2, ["Escape"], click_to_loaded=loaded)
    person.click("push button", "Model: Smaller")
    clicked = person.click("push button", "Use the starter")
    person.see("push button", "Model: Starter")
    loaded = since(clicked)
    person.press("Escape")
    person.until("the chat is not there", lambda: len(answers(person)) == 2)
    report("change it back", person, 2, ["Escape"], click_to_loaded=loaded)


def stop():
    """With an engine that writes slowly: the starter has answered before anybody could press Stop."""
    person, _ = start("eddy-offline", "--model", "starter")
    try:
        person.click("push button", "New chat")
        person.until("the chat is not new", lambda: person.title() == "New chat")
        for count, by_key in ((1, False), (2, True)):
            person.type("a slow and long one")
            person.press("Return")
            person.see("push button", "Stop")
            person.until("nothing is written", lambda: len(answers(person)) == count and words_of(answers(person)[-1]))
            person.begin()  # what comes before is asking
            pressed = person.press("Escape") if by_key else person.click("push button", "Stop")
            person.until("it goes on", lambda: answers(person)[-1].name.startswith("Model: ") and person.window.find("push button", "Send"))
            report("stop an answer" + (" by key" if by_key else ""), person, 0 if by_key else 1, ["Escape"] if by_key else [], to_stopped=since(pressed))
    finally:
        person.close()


def dark(person):
    person.click("push button", "Settings")
    clicked = person.click("check box", "Dark")
    import pyatspi
    person.until("it is not chosen", lambda: person.see("check box", "Dark").getState().contains(pyatspi.STATE_CHECKED))
    report("dark appearance", person, 2, [], click_to_dark=since(clicked))
    person.press("Escape")
    person.begin()


def delete(person):
    chats = person.see("list", "Conversations")
    row = person.see("list item", "Hello there", chats)
    person.point_at(row)
    person.click("push button", "More", row)
    clicked = person.click("menu item", "Delete")
    person.until("it is still there", lambda: not person.window.find("list item", "Hello there", chats))
    gone = since(clicked)
    assert person.window.find("push button", "Undo"), "it cannot be undone"
    report("delete a chat", person, 2, [], click_to_gone=gone)


def main():
    folder = pathlib.Path(sys.argv[1])
    models = pathlib.Path(os.environ["HOME"]) / ".lmstudio/models/somebody/smaller"
    models.mkdir(parents=True)
    subprocess.run([folder / "eddy-cli", "quantize", "--format", "Q4_0", "--name", "Smaller", folder / "../../resources/starter/starter.gguf", models / "smaller.gguf"],
                   check=True, stdout=subprocess.DEVNULL)
    pathlib.Path(DOCUMENT).write_text("The harbour of Velm has one keeper. Her name is Ilse Brandt. She lights the lamp at six.\n" * 3)
    person = None
    try:
        person = first_answer()
        new_chat(person)
        rename(person)
        search(person)
        document(person)
        person = go_on(person)
        change_model(person)
        dark(person)
        delete(person)
    finally:
        if person:
            person.close()
    stop()
    for failure in failures:
        print("FAIL: " + failure)
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
