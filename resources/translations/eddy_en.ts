<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerCountButton</name>
    <message numerus="yes">
        <source>%n answers to the next question</source>
        <translation>
            <numerusform>%n answer to the next question</numerusform>
            <numerusform>%n answers to the next question</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1: %n line</numerusform>
            <numerusform>%1: %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Show %n more part</numerusform>
            <numerusform>Show %n more parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message numerus="yes">
        <source>Delete %n chat(s)</source>
        <translation>
            <numerusform>Delete %n chat</numerusform>
            <numerusform>Delete %n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message numerus="yes">
        <source>Self-test: %n operation(s) computed wrongly: %1</source>
        <translation>
            <numerusform>Self-test: %n operation computed wrongly: %1</numerusform>
            <numerusform>Self-test: %n operations computed wrongly: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right, %1 that only some models need are missing</source>
        <translation>
            <numerusform>Self-test: %n operation right, %1 that only some models need are missing</numerusform>
            <numerusform>Self-test: all of %n operations right, %1 that only some models need are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right</source>
        <translation>
            <numerusform>Self-test: %n operation right</numerusform>
            <numerusform>Self-test: all of %n operations right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Save %n chat(s) as files</source>
        <translation>
            <numerusform>Save %n chat as a file</numerusform>
            <numerusform>Save %n chats as files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBlocks</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Show %n more part</numerusform>
            <numerusform>Show %n more parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParallelAnswer</name>
    <message numerus="yes">
        <source>Answer %1, %n tokens</source>
        <translation>
            <numerusform>Answer %1, %n token</numerusform>
            <numerusform>Answer %1, %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message numerus="yes">
        <source>%n message(s) about files</source>
        <translation>
            <numerusform>%n message about files</numerusform>
            <numerusform>%n messages about files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidebarHeader</name>
    <message numerus="yes">
        <source>%1, %n chat(s)</source>
        <translation>
            <numerusform>%1, %n chat</numerusform>
            <numerusform>%1, %n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message numerus="yes">
        <source>%n chats begin with it. They go on when it is deleted.</source>
        <translation>
            <numerusform>%n chat begins with it. It goes on when it is deleted.</numerusform>
            <numerusform>%n chats begin with it. They go on when it is deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThinkingBlock</name>
    <message numerus="yes">
        <source>Thinking for %n second(s)</source>
        <translation>
            <numerusform>Thinking for %n second</numerusform>
            <numerusform>Thinking for %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Thought for about %n second(s)</source>
        <translation>
            <numerusform>Thought for about %n second</numerusform>
            <numerusform>Thought for about %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::CatalogueModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatPictures</name>
    <message numerus="yes">
        <source>A message holds at most %n picture(s). Send it, or take one away.</source>
        <translation>
            <numerusform>A message holds at most %n picture. Send it, or take one away.</numerusform>
            <numerusform>A message holds at most %n pictures. Send it, or take one away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation>
            <numerusform>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n token.</numerusform>
            <numerusform>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ConversationListModel</name>
    <message numerus="yes">
        <source>%n chat(s) were deleted</source>
        <translation>
            <numerusform>%n chat was deleted</numerusform>
            <numerusform>%n chats were deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ModelQuantiser</name>
    <message numerus="yes">
        <source>Its numbers change by %1 % on average (measured on %n matrices)</source>
        <translation>
            <numerusform>Its numbers change by %1 % on average (measured on %n matrix)</numerusform>
            <numerusform>Its numbers change by %1 % on average (measured on %n matrices)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::Notebook</name>
    <message numerus="yes">
        <source>%n tokens read</source>
        <translation>
            <numerusform>%n token read</numerusform>
            <numerusform>%n tokens read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>%n token written</numerusform>
            <numerusform>%n tokens written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ParallelAnswers</name>
    <message numerus="yes">
        <source>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</source>
        <translation>
            <numerusform>One answer would take %1 of memory, and %2 are free. %3 would fit.</numerusform>
            <numerusform>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::RereadListModel</name>
    <message numerus="yes">
        <source>%Ln tokens in %1 s, because %2.</source>
        <translation>
            <numerusform>%Ln token in %1 s, because %2.</numerusform>
            <numerusform>%Ln tokens in %1 s, because %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::SearchViewModel</name>
    <message numerus="yes">
        <source>in %n chat(s)</source>
        <extracomment>the second half of &quot;12 places in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>in %n chat</numerusform>
            <numerusform>in %n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) %1</source>
        <extracomment>%1 is &quot;in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%n place %1</numerusform>
            <numerusform>%n places %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::SpokenText</name>
    <message numerus="yes">
        <source>Thought about it in %n words.</source>
        <translation>
            <numerusform>Thought about it in %n word.</numerusform>
            <numerusform>Thought about it in %n words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block, %n lines.</source>
        <translation>
            <numerusform>Code block, %n line.</numerusform>
            <numerusform>Code block, %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block in %1, %n lines.</source>
        <translation>
            <numerusform>Code block in %1, %n line.</numerusform>
            <numerusform>Code block in %1, %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::StateLibraryViewModel</name>
    <message numerus="yes">
        <source>Made with %1. The model that is loaded would read its %n tokens again.</source>
        <translation>
            <numerusform>Made with %1. The model that is loaded would read its %n token again.</numerusform>
            <numerusform>Made with %1. The model that is loaded would read its %n tokens again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message.</source>
        <translation>
            <numerusform>%n token has been read before the first message.</numerusform>
            <numerusform>%n tokens have been read before the first message.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</source>
        <translation>
            <numerusform>%n token has been read before the first message. Which one is not known: the state cannot be made again.</numerusform>
            <numerusform>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved states, %1. They are never dropped to make room.</source>
        <translation>
            <numerusform>%n saved state, %1. It is never dropped to make room.</numerusform>
            <numerusform>%n saved states, %1. They are never dropped to make room.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TimeTravel</name>
    <message numerus="yes">
        <source>Its state is not kept: about %n tokens are read again.</source>
        <translation>
            <numerusform>Its state is not kept: about %n token is read again.</numerusform>
            <numerusform>Its state is not kept: about %n tokens are read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</source>
        <translation>
            <numerusform>States of a private chat stay in memory while there is room: at most about %n token is read again.</numerusform>
            <numerusform>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TransferViewModel</name>
    <message numerus="yes">
        <source>%n chat(s) were taken over.</source>
        <translation>
            <numerusform>%n chat was taken over.</numerusform>
            <numerusform>%n chats were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved state(s) could not be used here; the chat is read again where they are missing.</source>
        <translation>
            <numerusform>%n saved state could not be used here; the chat is read again where it is missing.</numerusform>
            <numerusform>%n saved states could not be used here; the chat is read again where they are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were saved in %1.</source>
        <translation>
            <numerusform>%n chat was saved in %1.</numerusform>
            <numerusform>%n chats were saved in %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
