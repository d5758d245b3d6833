<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>Chat with recurrent language models on your own computer. Eddy keeps what the model has read beside the text, so that a conversation goes on at once after any pause.</source>
        <translation>Mit rekurrenten Sprachmodellen auf dem eigenen Rechner chatten. Eddy bewahrt neben dem Text auf, was das Modell gelesen hat; so geht eine Unterhaltung nach jeder Pause sofort weiter.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt (LGPL 3) and SQLite; icons by Lucide (ISC); fonts Inter and JetBrains Mono (OFL 1.1). Nothing you write leaves this computer.</source>
        <translation>Apache-Lizenz 2.0. Erstellt mit Qt (LGPL 3) und SQLite; Symbole von Lucide (ISC); Schriften Inter und JetBrains Mono (OFL 1.1). Nichts, was Sie schreiben, verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AboveComposer</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosé</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Graphit</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Akzentfarbe</translation>
    </message>
</context>
<context>
    <name>AccessibilitySection</name>
    <message>
        <source>Accessibility</source>
        <translation>Barrierefreiheit</translation>
    </message>
    <message>
        <source>Answers read aloud by a screen reader</source>
        <translation>Vorlesen der Antworten durch einen Bildschirmleser</translation>
    </message>
    <message>
        <source>Each sentence as soon as it is whole, or everything at the end. Code is only named, with its number of lines.</source>
        <translation>Jeder Satz, sobald er vollständig ist, oder alles am Ende. Code wird nur genannt, mit der Zahl seiner Zeilen.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>Satzweise</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing fades, slides or pulses.</source>
        <translation>Nichts blendet, gleitet oder pulsiert.</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Download from an address</source>
        <translation>Von einer Adresse herunterladen</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>%1 von einer Adresse herunterladen</translation>
    </message>
    <message>
        <source>https://…/model.gguf</source>
        <translation>https://…/model.gguf</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>Adresse der Datei</translation>
    </message>
    <message>
        <source>SHA-256, if its makers tell it</source>
        <translation>SHA-256, falls die Hersteller sie nennen</translation>
    </message>
    <message>
        <source>Only https addresses. Eddy asks this host for the file and tells it nothing else.</source>
        <translation>Nur https-Adressen. Eddy fragt diesen Server nach der Datei und teilt ihm sonst nichts mit.</translation>
    </message>
    <message>
        <source>Eddy will ask %1 for the file and tells it nothing else. Without a checksum the file is checked by its size and by opening it.</source>
        <translation>Eddy wird %1 nach der Datei fragen und teilt sonst nichts mit. Ohne Prüfsumme wird die Datei anhand ihrer Größe und durch Öffnen geprüft.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>This will not do: %1</source>
        <translation>Das geht nicht: %1</translation>
    </message>
</context>
<context>
    <name>AdvancedGeneration</name>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Chooses only among this many words.</source>
        <translation>Wählt nur unter so vielen Wörtern.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out words that are much less likely than the best one.</source>
        <translation>Lässt Wörter weg, die viel unwahrscheinlicher sind als das beste.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsmalus</translation>
    </message>
    <message>
        <source>Grows with every further use of a word.</source>
        <translation>Wächst mit jeder weiteren Verwendung eines Wortes.</translation>
    </message>
    <message>
        <source>Penalty decay</source>
        <translation>Abklingen des Malus</translation>
    </message>
    <message>
        <source>How slowly earlier words are forgiven: 1 never forgives.</source>
        <translation>Wie langsam frühere Wörter verziehen werden: 1 verzeiht nie.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Wiederholungsmalus</translation>
    </message>
    <message>
        <source>Divides the chance of words that were used already.</source>
        <translation>Teilt die Wahrscheinlichkeit schon verwendeter Wörter.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same number gives the same answer. Empty: a new one each time.</source>
        <translation>Dieselbe Zahl ergibt dieselbe Antwort. Leer: jedes Mal ein neuer.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Aufhören bei</translation>
    </message>
    <message>
        <source>Texts that end an answer, one on each line.</source>
        <translation>Texte, die eine Antwort beenden, je einer pro Zeile.</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as the text so far, up to this share.</source>
        <translation>Bevorzugt Wörter, die etwa so überraschend sind wie der bisherige Text, bis zu diesem Anteil.</translation>
    </message>
</context>
<context>
    <name>AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads to compute with. The model is loaded again with the new number.</source>
        <translation>Threads des Prozessors, mit denen gerechnet wird. Das Modell wird mit der neuen Zahl noch einmal geladen.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Begin anew with the settings</source>
        <translation>Mit den Einstellungen neu beginnen</translation>
    </message>
    <message>
        <source>Chats, models, presets, personas, keys, hosts and the data folder stay as they are.</source>
        <translation>Chats, Modelle, Vorgaben, Personas, Tasten, Server und der Datenordner bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Put all settings back…</source>
        <translation>Alle Einstellungen zurücksetzen …</translation>
    </message>
    <message>
        <source>Put all settings back?</source>
        <translation>Alle Einstellungen zurücksetzen?</translation>
    </message>
    <message>
        <source>Appearance, language, generation, devices and notifications will be as after the first start, at once.</source>
        <translation>Erscheinungsbild, Sprache, Antworten, Geräte und Benachrichtigungen sind dann sofort wie nach dem ersten Start.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Put all settings back</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>AnswerCountButton</name>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Answers side by side</source>
        <translation>Antworten nebeneinander</translation>
    </message>
    <message numerus="yes">
        <source>%n answers to the next question</source>
        <translation>
            <numerusform>%n Antwort auf die nächste Frage</numerusform>
            <numerusform>%n Antworten auf die nächste Frage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerDetails</name>
    <message>
        <source>How this answer came about</source>
        <translation>Wie diese Antwort entstand</translation>
    </message>
    <message>
        <source>Written at %1 tokens/s, the first one after %2 s.</source>
        <translation>Geschrieben mit %1 Token/s, das erste nach %2 s.</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>Der gespeicherte Zustand wurde verwendet: Nichts musste noch einmal gelesen werden.</translation>
    </message>
    <message>
        <source>Tokens read again: %1, because %2.</source>
        <translation>Noch einmal gelesene Token: %1, denn %2.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal gelesen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AnswerMenu</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>2 more answers, side by side</source>
        <translation>2 weitere Antworten nebeneinander</translation>
    </message>
    <message>
        <source>4 more answers, side by side</source>
        <translation>4 weitere Antworten nebeneinander</translation>
    </message>
    <message>
        <source>8 more answers, side by side</source>
        <translation>8 weitere Antworten nebeneinander</translation>
    </message>
    <message>
        <source>Save this point as…</source>
        <translation>Diesen Punkt speichern als&#xa0;…</translation>
    </message>
    <message>
        <source>Ask as of this point…</source>
        <translation>Mit diesem Stand fragen&#xa0;…</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>Diese Runde auslassen</translation>
    </message>
    <message>
        <source>Token probabilities…</source>
        <translation>Token-Wahrscheinlichkeiten&#xa0;…</translation>
    </message>
</context>
<context>
    <name>AnswerShape</name>
    <message>
        <source>Shape of the answer</source>
        <translation>Form der Antwort</translation>
    </message>
    <message>
        <source>Makes the model write only what fits, to the last character. Good for data that another program reads.</source>
        <translation>Das Modell schreibt nur, was passt, bis aufs letzte Zeichen. Gut für Daten, die ein anderes Programm liest.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Grammar (GBNF)</source>
        <translation>Grammatik (GBNF)</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammatik</translation>
    </message>
</context>
<context>
    <name>AnswerSliders</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.</source>
        <translation>Niedrig bleibt bei den wahrscheinlichsten Wörtern, hoch überrascht mehr. 0 gibt jedes Mal dieselbe Antwort.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Chooses only among the likeliest words that together make up this share.</source>
        <translation>Wählt nur unter den wahrscheinlichsten Wörtern, die zusammen diesen Anteil ausmachen.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>Weniger Wiederholung</translation>
    </message>
    <message>
        <source>Presence penalty: makes words that were already used less likely.</source>
        <translation>Präsenzmalus: macht schon verwendete Wörter unwahrscheinlicher.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>In tokens; a token is about three quarters of a word.</source>
        <translation>In Token; ein Token ist etwa drei Viertel eines Wortes.</translation>
    </message>
    <message>
        <source>Fewer controls</source>
        <translation>Weniger Regler</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>Mehr Regler</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Some models think before they answer. Where a model lets that be chosen, it can be switched off or on.</source>
        <translation>Manche Modelle denken nach, bevor sie antworten. Wo ein Modell die Wahl lässt, kann das aus- oder eingeschaltet werden.</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>Wie das Modell es will</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Longest thinking</source>
        <translation>Längstes Nachdenken</translation>
    </message>
    <message>
        <source>In tokens. Then its thinking is ended and the model answers.</source>
        <translation>In Token. Danach wird das Nachdenken beendet und das Modell antwortet.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>“System” follows the desktop.</source>
        <translation>„System“ folgt der Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Everything in the app grows and shrinks with it.</source>
        <translation>Alles in der App wächst und schrumpft mit.</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Akzentfarbe</translation>
    </message>
    <message>
        <source>Of buttons, links and what is chosen.</source>
        <translation>Für Schaltflächen, Links und was ausgewählt ist.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>How much room there is between things.</source>
        <translation>Wie viel Platz zwischen den Dingen ist.</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Luftig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>AsOfPage</name>
    <message>
        <source>Ask as of a page</source>
        <translation>Mit dem Stand einer Seite fragen</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Ask as of %1</source>
        <translation>Fragen mit Stand: %1</translation>
    </message>
    <message>
        <source>A new chat with the state that was kept at the end of %1</source>
        <translation>Ein neuer Chat mit dem Zustand, der am Ende aufbewahrt wurde: %1</translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>Hier angehalten.</translation>
    </message>
    <message>
        <source>Interrupted: the app closed while this was being written.</source>
        <translation>Unterbrochen: Die App wurde geschlossen, während dies geschrieben wurde.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>BranchStepper</name>
    <message>
        <source>Previous version</source>
        <translation>Vorherige Fassung</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Fassung %1 von %2</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
</context>
<context>
    <name>CatalogueCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>By address…</source>
        <translation>Per Adresse&#xa0;…</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>%1 von einer Adresse herunterladen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Licence: %1 · %2</source>
        <translation>Lizenz: %1 · %2</translation>
    </message>
    <message>
        <source>Address and checksum not known: get it where its makers publish it.</source>
        <translation>Adresse und Prüfsumme unbekannt: zu holen, wo die Hersteller es veröffentlichen.</translation>
    </message>
    <message>
        <source>Address and checksum not known. Published by: %1</source>
        <translation>Adresse und Prüfsumme unbekannt. Veröffentlicht von: %1</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Search the catalogue</source>
        <translation>Katalog durchsuchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>Rein rekurrente</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>An address to update from can be set in the settings, under Privacy</source>
        <translation>Eine Adresse dafür lässt sich in den Einstellungen unter „Privatsphäre“ festlegen</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Nach einem neueren Katalog wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>%1. Sizes and licences as published; read a model&apos;s card before you use it.</source>
        <translation>%1. Größen und Lizenzen wie veröffentlicht; lesen Sie vor Gebrauch die Beschreibung eines Modells.</translation>
    </message>
    <message>
        <source>Catalogue of models</source>
        <translation>Modellkatalog</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nichts dieser Art</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Dokumente hinzufügen</translation>
    </message>
    <message>
        <source>Persona and answers of this chat</source>
        <translation>Persona und Antworten dieses Chats</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>In diesem Chat zurückgehen</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>Diesen Chat umbenennen</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Diesen Chat anheften oder lösen</translation>
    </message>
    <message>
        <source>Archive this chat or take it back</source>
        <translation>Diesen Chat archivieren oder zurückholen</translation>
    </message>
    <message>
        <source>Move this chat to a folder</source>
        <translation>Diesen Chat in einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Diesen Chat duplizieren</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>Diesen Chat löschen</translation>
    </message>
    <message>
        <source>Open chat files</source>
        <translation>Chatdateien öffnen</translation>
    </message>
    <message>
        <source>Save this chat as a file</source>
        <translation>Diesen Chat als Datei speichern</translation>
    </message>
    <message>
        <source>Save all chats as files</source>
        <translation>Alle Chats als Dateien speichern</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Diesen Chat drucken</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>Privater Chat</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
</context>
<context>
    <name>ChatDropArea</name>
    <message>
        <source>Drop to open this chat</source>
        <translation>Zum Öffnen dieses Chats ablegen</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Open chat files</source>
        <translation>Chatdateien öffnen</translation>
    </message>
    <message>
        <source>Chats (*.eddy *.json *.chat *.md)</source>
        <translation>Chats (*.eddy *.json *.chat *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ChatFolderDialog</name>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Name of a folder, new or not</source>
        <translation>Name eines Ordners, neu oder vorhanden</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Answers are made on this computer and can be wrong. Shift+Enter breaks the line.</source>
        <translation>Antworten entstehen auf diesem Rechner und können falsch sein. Umschalt+Eingabe bricht die Zeile um.</translation>
    </message>
</context>
<context>
    <name>ChatPages</name>
    <message>
        <source>%1, %2</source>
        <comment>who said it, and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page numbers</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ChatStyleBar</name>
    <message>
        <source>Own instructions</source>
        <translation>Eigene Anweisungen</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>Persona wählen</translation>
    </message>
    <message>
        <source>Persona of this chat: %1</source>
        <translation>Persona dieses Chats: %1</translation>
    </message>
    <message>
        <source>Answers as in general</source>
        <translation>Antworten wie allgemein</translation>
    </message>
    <message>
        <source>How this chat is answered</source>
        <translation>Wie dieser Chat beantwortet wird</translation>
    </message>
    <message>
        <source>Answers of this chat: %1</source>
        <translation>Antworten dieses Chats: %1</translation>
    </message>
</context>
<context>
    <name>ChatStyleDialog</name>
    <message>
        <source>This chat</source>
        <translation>Dieser Chat</translation>
    </message>
    <message>
        <source>Persona and instructions</source>
        <translation>Persona und Anweisungen</translation>
    </message>
    <message>
        <source>Instructions for this chat</source>
        <translation>Anweisungen für diesen Chat</translation>
    </message>
    <message>
        <source>Empty: the general instructions of the settings</source>
        <translation>Leer: die allgemeinen Anweisungen aus den Einstellungen</translation>
    </message>
    <message>
        <source>Use these instructions</source>
        <translation>Diese Anweisungen verwenden</translation>
    </message>
    <message>
        <source>Use them and read again</source>
        <translation>Verwenden und neu lesen</translation>
    </message>
    <message>
        <source>Save as a persona…</source>
        <translation>Als Persona speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Counts from the next answer on.</source>
        <translation>Gilt ab der nächsten Antwort.</translation>
    </message>
    <message>
        <source>As in general</source>
        <translation>Wie allgemein</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Save the instructions as a persona</source>
        <translation>Anweisungen als Persona speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code in %1</source>
        <translation>Code in %1</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Ergebnis eines Werkzeugs</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1: %n Zeile</numerusform>
            <numerusform>%1: %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>%n weiteren Teil anzeigen</numerusform>
            <numerusform>%n weitere Teile anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeBlockHeader</name>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Do not wrap long lines</source>
        <translation>Lange Zeilen nicht umbrechen</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>Einklappen</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do? Or the title of a chat</source>
        <translation>Was möchten Sie tun? Oder der Titel eines Chats</translation>
    </message>
    <message>
        <source>No command and no chat is called that</source>
        <translation>Kein Befehl und kein Chat heißt so</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Dokumente anhängen</translation>
    </message>
</context>
<context>
    <name>ConversationItem</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>In Ordner verschieben&#xa0;…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n chat(s)</source>
        <translation>
            <numerusform>%n Chat löschen</numerusform>
            <numerusform>%n Chats löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationTitle</name>
    <message>
        <source>Conversation title</source>
        <translation>Titel der Unterhaltung</translation>
    </message>
</context>
<context>
    <name>DeleteModelDialog</name>
    <message>
        <source>Really put it into the bin?</source>
        <translation>Wirklich in den Papierkorb werfen?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The file is deleted at once and cannot be brought back. Your chats stay.</source>
        <translation>Die Datei wird sofort gelöscht und lässt sich nicht zurückholen. Die Chats bleiben.</translation>
    </message>
    <message>
        <source>Other programs that use this file will miss it:</source>
        <translation>Anderen Programmen, die diese Datei verwenden, wird sie fehlen:</translation>
    </message>
    <message>
        <source>Eddy did not download or make this file. It is put into the system&apos;s bin, and other programs may miss it. Your chats stay.</source>
        <translation>Eddy hat diese Datei weder heruntergeladen noch erzeugt. Sie kommt in den Papierkorb des Systems, und anderen Programmen könnte sie fehlen. Die Chats bleiben.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Yes, into the bin</source>
        <translation>Ja, in den Papierkorb</translation>
    </message>
    <message>
        <source>Into the bin…</source>
        <translation>In den Papierkorb&#xa0;…</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>am schnellsten</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Run models on %1</source>
        <translation>Modelle auf %1 ausführen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Compares every operation with a plain calculation</source>
        <translation>Vergleicht jede Rechenoperation mit einer einfachen Rechnung</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>%1 messen</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Software driver, through %1</source>
        <translation>Softwaretreiber, über %1</translation>
    </message>
    <message>
        <source>Graphics of the processor, through %1</source>
        <translation>Grafik des Prozessors, über %1</translation>
    </message>
    <message>
        <source>Virtual graphics, through %1</source>
        <translation>Virtuelle Grafik, über %1</translation>
    </message>
    <message>
        <source>Graphics card, through %1</source>
        <translation>Grafikkarte, über %1</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%1 von %2 Speicher frei</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>Treiber %1</translation>
    </message>
    <message>
        <source>Reads %1 of weights a second when it writes; %2 billion operations a second when it reads</source>
        <translation>Liest beim Schreiben %1 Gewichte je Sekunde; beim Lesen %2 Milliarden Rechenoperationen je Sekunde</translation>
    </message>
    <message>
        <source>The last test ended early: %1</source>
        <translation>Der letzte Test endete vorzeitig: %1</translation>
    </message>
    <message numerus="yes">
        <source>Self-test: %n operation(s) computed wrongly: %1</source>
        <translation>
            <numerusform>Selbsttest: %n Rechenoperation falsch: %1</numerusform>
            <numerusform>Selbsttest: %n Rechenoperationen falsch: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right, %1 that only some models need are missing</source>
        <translation>
            <numerusform>Selbsttest: %n Rechenoperation richtig, %1 fehlen, die nur manche Modelle brauchen</numerusform>
            <numerusform>Selbsttest: alle %n Rechenoperationen richtig, %1 fehlen, die nur manche Modelle brauchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right</source>
        <translation>
            <numerusform>Selbsttest: %n Rechenoperation richtig</numerusform>
            <numerusform>Selbsttest: alle %n Rechenoperationen richtig</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Not used by itself: its self-test found wrong results. Update its driver and test it again.</source>
        <translation>Wird nicht von selbst verwendet: Der Selbsttest fand falsche Ergebnisse. Aktualisieren Sie den Treiber und testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Not used by itself: this driver computes on the processor, more slowly than Eddy does.</source>
        <translation>Wird nicht von selbst verwendet: Dieser Treiber rechnet auf dem Prozessor, langsamer als Eddy.</translation>
    </message>
    <message>
        <source>Too little memory for %1, which needs %2.</source>
        <translation>Zu wenig Speicher für %1, das %2 braucht.</translation>
    </message>
    <message>
        <source>%1 of %2 layers of %3 lie here</source>
        <translation>%1 von %2 Schichten von %3 liegen hier</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Zurück zum Chat</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Noch einmal nach Geräten suchen</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>Alle messen</translation>
    </message>
    <message>
        <source>Takes a few seconds a device. Answers go first: a question stops it.</source>
        <translation>Dauert einige Sekunden je Gerät. Antworten gehen vor: Eine Frage hält es an.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>Wo Modelle laufen</translation>
    </message>
    <message>
        <source>Chosen automatically among the processor and the graphics cards.</source>
        <translation>Automatisch unter Prozessor und Grafikkarten gewählt.</translation>
    </message>
    <message>
        <source>On the device that you chose.</source>
        <translation>Auf dem Gerät Ihrer Wahl.</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>Geräte …</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Document %1</source>
        <translation>Dokument %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text anzeigen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Answer from</source>
        <translation>Antworten aus</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beidem</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Stichpunkte</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Stop reading and forget what was read</source>
        <translation>Lesen abbrechen und das Gelesene vergessen</translation>
    </message>
    <message>
        <source>Once more shows the next document</source>
        <translation>Noch einmal zeigt das nächste Dokument</translation>
    </message>
    <message>
        <source>Show next text</source>
        <translation>Nächsten Text zeigen</translation>
    </message>
</context>
<context>
    <name>DocumentDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>Zum Laden dieses Modells ablegen</translation>
    </message>
    <message>
        <source>Drop to read</source>
        <translation>Zum Lesen ablegen</translation>
    </message>
    <message>
        <source>PDF, Word, e-books, web pages, mail, tables, code, text, a folder of them, or selected text</source>
        <translation>PDF, Word, E-Books, Webseiten, E-Mails, Tabellen, Code, Text, ein Ordner davon oder ausgewählter Text</translation>
    </message>
</context>
<context>
    <name>DocumentItem</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>gelesen von %1</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 aufbewahrt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Show the text of %1</source>
        <translation>Text von %1 anzeigen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Read together with others</source>
        <translation>Mit anderen zusammen lesen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Read %1 together with others</source>
        <translation>%1 mit anderen zusammen lesen</translation>
    </message>
    <message>
        <source>Leave %1 out, it is number %2</source>
        <translation>%1 weglassen, zurzeit Nummer %2</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Anzeigen als</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Close the text (Esc)</source>
        <translation>Text schließen (Esc)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>Danach fragen</translation>
    </message>
    <message>
        <source>About &quot;%1&quot;: </source>
        <translation>Zu „%1“: </translation>
    </message>
    <message>
        <source>Summarise this</source>
        <translation>Dies zusammenfassen</translation>
    </message>
    <message>
        <source>Summarize this text in one line.
%1</source>
        <translation>Fasse diesen Text in einer Zeile zusammen.
%1</translation>
    </message>
    <message>
        <source>Next document of this chat</source>
        <translation>Nächstes Dokument dieses Chats</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>Die Datei ist verschwunden</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted. Drop it again from where it is now.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht. Legen Sie sie von ihrem jetzigen Ort noch einmal ab.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Check its permissions and whether its disk or network folder is there, then try again.</source>
        <translation>Prüfen Sie ihre Zugriffsrechte und ob ihr Datenträger oder Netzwerkordner da ist; danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>Sie enthält keinen Text</translation>
    </message>
    <message>
        <source>The file is empty or holds no words.</source>
        <translation>Die Datei ist leer oder enthält keine Wörter.</translation>
    </message>
    <message>
        <source>This is not text</source>
        <translation>Das ist kein Text</translation>
    </message>
    <message>
        <source>Its name says text, its content does not. Open it with the program it belongs to and save it as PDF or text.</source>
        <translation>Der Name sagt Text, der Inhalt nicht. Öffnen Sie sie mit dem zugehörigen Programm und speichern Sie sie als PDF oder Text.</translation>
    </message>
    <message>
        <source>Eddy does not read this kind of file</source>
        <translation>Diese Art Datei liest Eddy nicht</translation>
    </message>
    <message>
        <source>It reads PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, mail, tables, source code and plain text.</source>
        <translation>Gelesen werden PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, E-Mails, Tabellen, Quelltext und einfacher Text.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The file is locked</source>
        <translation>Die Datei ist gesperrt</translation>
    </message>
    <message>
        <source>A PDF can be opened with its password here. Save other files without a password first.</source>
        <translation>Eine PDF-Datei lässt sich hier mit ihrem Passwort öffnen. Speichern Sie andere Dateien vorher ohne Passwort.</translation>
    </message>
    <message>
        <source>The password does not open it</source>
        <translation>Das Passwort öffnet sie nicht</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, and try again.</source>
        <translation>Prüfen Sie Großbuchstaben und Tastaturbelegung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>These are pictures of pages</source>
        <translation>Das sind Bilder von Seiten</translation>
    </message>
    <message>
        <source>There is no text in them yet. Text recognition can read them when the program Tesseract is installed.</source>
        <translation>Sie enthalten noch keinen Text. Die Texterkennung kann sie lesen, wenn das Programm Tesseract installiert ist.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>Das Lesen der Datei dauerte zu lange</translation>
    </message>
    <message>
        <source>It was given up. Saving it anew with another program often helps.</source>
        <translation>Es wurde aufgegeben. Oft hilft es, sie mit einem anderen Programm neu zu speichern.</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>Die Datei konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.</source>
        <translation>Der Teil von Eddy, der Dateien liest, ist daran gescheitert. Alles andere geht weiter; oft hilft es, die Datei neu zu speichern.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>pp. %1–%2</source>
        <translation>S. %1–%2</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>S. %1</translation>
    </message>
    <message>
        <source>Passage %1</source>
        <translation>Textstelle %1</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 Seiten</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>The file keeps changing</source>
        <translation>Die Datei ändert sich ständig</translation>
    </message>
    <message>
        <source>Another program is writing it. Wait until it has finished, or drop a copy of the file.</source>
        <translation>Ein anderes Programm schreibt sie gerade. Warten Sie, bis es fertig ist, oder legen Sie eine Kopie der Datei ab.</translation>
    </message>
    <message>
        <source>Its text could not be saved</source>
        <translation>Ihr Text konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Check that there is free space where Eddy keeps its data (Settings, Storage), then drop the file again.</source>
        <translation>Prüfen Sie, ob dort, wo Eddy seine Daten ablegt (Einstellungen, Speicher), noch Platz ist, und legen Sie die Datei noch einmal ab.</translation>
    </message>
    <message>
        <source>It ends too early, contradicts itself or is not what its name says. Fetch it again, or open and save it with another program.</source>
        <translation>Sie endet zu früh, widerspricht sich oder ist nicht, was ihr Name sagt. Holen Sie sie noch einmal, oder öffnen und speichern Sie sie mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>It unpacks to more, or nests deeper, than a document may. Split it and drop the parts.</source>
        <translation>Sie entpackt sich zu mehr oder ist tiefer verschachtelt, als ein Dokument darf. Teilen Sie sie und legen Sie die Teile ab.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Add documents</source>
        <translation>Dokumente hinzufügen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>Noch keine Dokumente</translation>
    </message>
    <message>
        <source>Drop a file anywhere on the window. The model reads it whole, once; then you can ask as often as you like.</source>
        <translation>Legen Sie eine Datei irgendwo auf dem Fenster ab. Das Modell liest sie ganz, ein einziges Mal; danach können Sie fragen, so oft Sie möchten.</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>Zwischenablage lesen</translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation>Dateien oder Text, in einem anderen Programm kopiert (Strg+V)</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 aus dieser Liste nehmen</translation>
    </message>
    <message>
        <source>Give up %1 and delete what has come</source>
        <translation>%1 aufgeben und Empfangenes löschen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Allow %1 and go on</source>
        <translation>%1 erlauben und fortsetzen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is on your mind?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>%1. It knows little and makes things up.</source>
        <translation>%1. Es weiß wenig und erfindet manches.</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>Ein größeres Modell öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>What is this about?</source>
        <translation>Worum geht es darin?</translation>
    </message>
    <message>
        <source>What are the most important points?</source>
        <translation>Was sind die wichtigsten Punkte?</translation>
    </message>
    <message>
        <source>Which people and places are named?</source>
        <translation>Welche Menschen und Orte werden genannt?</translation>
    </message>
    <message>
        <source>What is said at the end?</source>
        <translation>Was steht am Ende?</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>Was möchten Sie wissen?</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>One passphrase for chats, documents and saved states. Eddy asks for it at every start.</source>
        <translation>Eine Passphrase für Chats, Dokumente und gespeicherte Zustände. Eddy fragt bei jedem Start danach.</translation>
    </message>
    <message>
        <source>Everything is encrypted</source>
        <translation>Alles ist verschlüsselt</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Whoever has the disk cannot read it without the passphrase. While Eddy runs, it is open.</source>
        <translation>Wer den Datenträger hat, kann ihn ohne die Passphrase nicht lesen. Solange Eddy läuft, ist alles offen.</translation>
    </message>
    <message>
        <source>Whoever can read the data folder can read your chats. Without the passphrase nobody can open it again, you neither.</source>
        <translation>Wer den Datenordner lesen kann, kann Ihre Chats lesen. Ohne die Passphrase kann ihn niemand wieder öffnen, auch Sie nicht.</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>Verschlüsseln&#xa0;…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>You stopped this.</source>
        <translation>Sie haben das angehalten.</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>Das geht so nicht</translation>
    </message>
    <message>
        <source>One of the settings or files does not fit; look at the settings and try again.</source>
        <translation>Eine der Einstellungen oder Dateien passt nicht; sehen Sie in den Einstellungen nach und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>This computer has too little free memory for it; close other programs or choose a smaller model.</source>
        <translation>Dieser Rechner hat dafür zu wenig freien Arbeitsspeicher; schließen Sie andere Programme oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The model file is not there</source>
        <translation>Die Modelldatei ist nicht da</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; choose a model that exists.</source>
        <translation>Sie wurde vielleicht verschoben oder gelöscht; wählen Sie ein vorhandenes Modell.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk works, then try again.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen und ob ihr Datenträger funktioniert; danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The file is in use</source>
        <translation>Die Datei ist in Gebrauch</translation>
    </message>
    <message>
        <source>Another program uses it at the moment; close that and try again.</source>
        <translation>Ein anderes Programm verwendet sie gerade; schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Nothing more can be saved; free some space and try again.</source>
        <translation>Es lässt sich nichts mehr speichern; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Written by a newer Eddy</source>
        <translation>Von einem neueren Eddy geschrieben</translation>
    </message>
    <message>
        <source>This version cannot read it and leaves it as it is; update Eddy.</source>
        <translation>Diese Version kann es nicht lesen und lässt es, wie es ist; aktualisieren Sie Eddy.</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>Die Modelldatei ist beschädigt</translation>
    </message>
    <message>
        <source>Its contents do not add up, perhaps because a download broke off; get it again or choose another.</source>
        <translation>Ihr Inhalt ist nicht schlüssig, vielleicht weil ein Download abbrach; holen Sie sie noch einmal oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Eddy does not know this kind of file</source>
        <translation>Diese Art Datei kennt Eddy nicht</translation>
    </message>
    <message>
        <source>Choose a model in a format that Eddy reads, such as .safetensors or .gguf.</source>
        <translation>Wählen Sie ein Modell in einem Format, das Eddy liest, etwa .safetensors oder .gguf.</translation>
    </message>
    <message>
        <source>Eddy cannot run this model</source>
        <translation>Eddy kann dieses Modell nicht ausführen</translation>
    </message>
    <message>
        <source>Its network is of a kind that this version does not know; choose another model.</source>
        <translation>Sein Netz ist von einer Art, die diese Version nicht kennt; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The saved state does not fit</source>
        <translation>Der gespeicherte Zustand passt nicht</translation>
    </message>
    <message>
        <source>It belongs to another model; try again and the conversation is read anew.</source>
        <translation>Er gehört zu einem anderen Modell; versuchen Sie es noch einmal, dann wird die Unterhaltung neu gelesen.</translation>
    </message>
    <message>
        <source>The device stopped working</source>
        <translation>Das Gerät hat aufgehört zu arbeiten</translation>
    </message>
    <message>
        <source>The graphics card or its driver gave up; what was written is kept, and you can try again.</source>
        <translation>Die Grafikkarte oder ihr Treiber hat aufgegeben; das Geschriebene bleibt erhalten, und Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Eddy met an error it did not foresee; the conversation is kept, and you can try again.</source>
        <translation>Eddy ist auf einen unerwarteten Fehler gestoßen; die Unterhaltung bleibt erhalten, und Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation>Der Datenordner ist nicht da</translation>
    </message>
    <message>
        <source>Eddy found no place for your conversations; check the folder and start again.</source>
        <translation>Eddy fand keinen Ort für Ihre Unterhaltungen; prüfen Sie den Ordner und starten Sie neu.</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>Der Datenordner lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Eddy may not read or write your conversations there; check its rights or choose another folder.</source>
        <translation>Eddy darf Ihre Unterhaltungen dort nicht lesen oder schreiben; prüfen Sie die Zugriffsrechte oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another program uses your conversations</source>
        <translation>Ein anderes Programm verwendet Ihre Unterhaltungen</translation>
    </message>
    <message>
        <source>Close the other Eddy that uses this data folder and start again.</source>
        <translation>Schließen Sie das andere Eddy, das diesen Datenordner verwendet, und starten Sie neu.</translation>
    </message>
    <message>
        <source>It could not be saved; free some space and send it again.</source>
        <translation>Sie konnte nicht gespeichert werden; schaffen Sie Platz und senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer Eddy</source>
        <translation>Ihre Unterhaltungen wurden von einem neueren Eddy geschrieben</translation>
    </message>
    <message>
        <source>This version leaves them untouched; update Eddy to open them.</source>
        <translation>Diese Version lässt sie unberührt; aktualisieren Sie Eddy, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <translation>Die Datenbank der Unterhaltungen ist beschädigt</translation>
    </message>
    <message>
        <source>Eddy changed nothing in it; a copy from a backup put in its place will work.</source>
        <translation>Eddy hat nichts darin geändert; eine Kopie aus einer Sicherung an ihrer Stelle genügt.</translation>
    </message>
    <message>
        <source>This is not a database of Eddy</source>
        <translation>Das ist keine Datenbank von Eddy</translation>
    </message>
    <message>
        <source>The data folder holds another program&apos;s file; choose another folder.</source>
        <translation>Im Datenordner liegt die Datei eines anderen Programms; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>no state had been saved for it yet</source>
        <translation>für sie war noch kein Zustand gespeichert</translation>
    </message>
    <message>
        <source>the saved state was damaged</source>
        <translation>der gespeicherte Zustand war beschädigt</translation>
    </message>
    <message>
        <source>the saved state belongs to another model</source>
        <translation>der gespeicherte Zustand gehört zu einem anderen Modell</translation>
    </message>
    <message>
        <source>this model divides text into other tokens</source>
        <translation>dieses Modell zerlegt Text in andere Token</translation>
    </message>
    <message>
        <source>this model lays out chats in another way</source>
        <translation>dieses Modell gliedert Chats anders</translation>
    </message>
    <message>
        <source>its saved state was unused for longest when the room for them ran out</source>
        <translation>ihr gespeicherter Zustand war am längsten unbenutzt, als der Platz dafür ausging</translation>
    </message>
    <message>
        <source>the saved state was written by a newer Eddy</source>
        <translation>der gespeicherte Zustand wurde von einem neueren Eddy geschrieben</translation>
    </message>
    <message>
        <source>of this branch only some states were kept when the room for them ran out</source>
        <translation>von diesem Zweig wurden nur einige Zustände behalten, als der Platz dafür ausging</translation>
    </message>
    <message>
        <source>you freed the space of its saved state</source>
        <translation>Sie haben den Platz ihres gespeicherten Zustands freigegeben</translation>
    </message>
    <message>
        <source>the file of the saved state that this chat begins with is damaged or gone</source>
        <translation>die Datei des gespeicherten Zustands, mit dem dieser Chat beginnt, ist beschädigt oder verschwunden</translation>
    </message>
    <message>
        <source>the text before it is not the one its state was saved for</source>
        <translation>der Text davor ist nicht der, für den ihr Zustand gespeichert wurde</translation>
    </message>
    <message>
        <source>its saved state is missing: it could not be written, or was deleted</source>
        <translation>ihr gespeicherter Zustand fehlt: er konnte nicht geschrieben werden oder wurde gelöscht</translation>
    </message>
    <message>
        <source>the folder of saved states cannot be used</source>
        <translation>der Ordner der gespeicherten Zustände lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An error&apos;s title, and the sentence that explains it.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save “%1” as a file</source>
        <translation>„%1“ als Datei speichern</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Eddy</source>
        <translation>Eddy</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything: all branches, the settings, and what the model has read. On another computer with the same model the chat goes on at once.</source>
        <translation>Alles: alle Zweige, die Einstellungen und was das Modell gelesen hat. Auf einem anderen Rechner mit demselben Modell geht der Chat sofort weiter.</translation>
    </message>
    <message>
        <source>All branches as text, for other programs.</source>
        <translation>Alle Zweige als Text, für andere Programme.</translation>
    </message>
    <message>
        <source>The branch on show as text, for people.</source>
        <translation>Der angezeigte Zweig als Text, für Menschen.</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Gespeicherte Zustände</translation>
    </message>
    <message>
        <source>No states</source>
        <translation>Keine Zustände</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>Der letzte</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>No state of this chat is saved: it will be read again where it is opened.</source>
        <translation>Von diesem Chat ist kein Zustand gespeichert: Beim Öffnen wird er neu gelesen.</translation>
    </message>
    <message>
        <source>The chat will be read again where it is opened.</source>
        <translation>Beim Öffnen wird der Chat neu gelesen.</translation>
    </message>
    <message>
        <source>It goes on at once where it ends; other branches are read again.</source>
        <translation>Er geht an seinem Ende sofort weiter; andere Zweige werden neu gelesen.</translation>
    </message>
    <message>
        <source>It goes on at once from every turn that is saved here.</source>
        <translation>Er geht von jeder hier gespeicherten Runde sofort weiter.</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save the chat</source>
        <translation>Chat speichern</translation>
    </message>
    <message>
        <source>Eddy chats (*.eddy)</source>
        <translation>Eddy-Chats (*.eddy)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>The branch on show as a page that any browser opens. It loads nothing from elsewhere.</source>
        <translation>Der gezeigte Zweig als Seite, die jeder Browser öffnet. Sie lädt nichts von anderswo.</translation>
    </message>
    <message>
        <source>The branch on show laid out on paper, to print or to pass on.</source>
        <translation>Der gezeigte Zweig auf Papier gesetzt, zum Drucken oder Weitergeben.</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>Save %n chat(s) as files</source>
        <translation>
            <numerusform>%n Chat als Datei speichern</numerusform>
            <numerusform>%n Chats als Dateien speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>A folder for the chats</source>
        <translation>Ein Ordner für die Chats</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorherige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not there now: perhaps on a drive that was taken out</source>
        <translation>Zurzeit nicht da: vielleicht auf einem Laufwerk, das entfernt wurde</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>Nicht durchsucht</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Anderen wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>%1 aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>%1 durchsuchen</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Models are used where they lie: nothing in these folders is copied or changed. Downloads go to Eddy&apos;s own folder.</source>
        <translation>Modelle werden verwendet, wo sie liegen: In diesen Ordnern wird nichts kopiert oder geändert. Downloads kommen in Eddys eigenen Ordner.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>Modellordner</translation>
    </message>
</context>
<context>
    <name>FolderMenu</name>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Dissolve folder, keep its chats</source>
        <translation>Ordner auflösen, Chats behalten</translation>
    </message>
</context>
<context>
    <name>GenerationSection</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Anweisungen an das Modell</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Zurück zu den Vorgaben</translation>
    </message>
    <message>
        <source>For every chat that has no settings of its own. Changes count from the next answer on.</source>
        <translation>Für jeden Chat ohne eigene Einstellungen. Änderungen gelten ab der nächsten Antwort.</translation>
    </message>
    <message>
        <source>%1 has values of its own, which count instead of these while it is loaded.</source>
        <translation>%1 hat eigene Werte, die statt dieser gelten, solange es geladen ist.</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Diese verwenden</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation that has no instructions of its own.</source>
        <translation>Werden am Anfang jeder neuen Unterhaltung gelesen, die keine eigenen Anweisungen hat.</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>Token-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Keeps, for the last answers and in memory alone, how likely every word was and what else could have stood there. See the menu of an answer.</source>
        <translation>Bewahrt für die letzten Antworten, nur im Arbeitsspeicher, auf, wie wahrscheinlich jedes Wort war und was sonst dort hätte stehen können. Siehe Menü einer Antwort.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Keep for %1 alone</source>
        <translation>Nur für %1 behalten</translation>
    </message>
    <message>
        <source>These values count whenever this model is loaded; others go on with the general ones</source>
        <translation>Diese Werte gelten, wann immer dieses Modell geladen ist; für andere bleiben die allgemeinen</translation>
    </message>
</context>
<context>
    <name>HitRow</name>
    <message>
        <source>Chat: %1</source>
        <translation>Chat: %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
</context>
<context>
    <name>InlineError</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>InstalledCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>in use, loaded at start</source>
        <translation>in Gebrauch, wird beim Start geladen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>loaded at start</source>
        <translation>wird beim Start geladen</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>%1 entladen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Arbeitsspeicher: %1</translation>
    </message>
    <message>
        <source>Memory: %1 (%2)</source>
        <translation>Arbeitsspeicher: %1 (%2)</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>State: %1 · Speed here: %2</source>
        <translation>Zustand: %1 · Tempo hier: %2</translation>
    </message>
</context>
<context>
    <name>InstalledList</name>
    <message>
        <source>Search by name, kind or place</source>
        <translation>Nach Name, Art oder Ort suchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>That run here</source>
        <translation>Hier lauffähige</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>Rein rekurrente</translation>
    </message>
    <message>
        <source>With attention</source>
        <translation>Mit Attention</translation>
    </message>
    <message>
        <source>That cannot run</source>
        <translation>Nicht lauffähige</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>Aus der Liste entfernte</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>Schnellste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nichts dieser Art</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Noch keine Modelle</translation>
    </message>
    <message>
        <source>Change the search or the filter above.</source>
        <translation>Ändern Sie oben die Suche oder den Filter.</translation>
    </message>
    <message>
        <source>Open a model file, add a folder that holds some, or look into the catalogue.</source>
        <translation>Öffnen Sie eine Modelldatei, fügen Sie einen Ordner mit Modellen hinzu oder sehen Sie in den Katalog.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>InstalledMenu</name>
    <message>
        <source>Load it when Eddy starts</source>
        <translation>Beim Start von Eddy laden</translation>
    </message>
    <message>
        <source>Make a smaller copy…</source>
        <translation>Kleinere Kopie erzeugen&#xa0;…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>In seinem Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show in the list again</source>
        <translation>Wieder in der Liste anzeigen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>Datei löschen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>LanguageSetting</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Texts, numbers and dates change at once. A notice on show keeps its words.</source>
        <translation>Texte, Zahlen und Daten wechseln sofort. Ein gerade gezeigter Hinweis behält seine Worte.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>Diesen Link im Browser öffnen?</translation>
    </message>
    <message>
        <source>It was written by the model and may lead anywhere.</source>
        <translation>Das Modell hat ihn geschrieben; er kann überallhin führen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <translation>Formel: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the formula as TeX</source>
        <translation>Formel als TeX kopieren</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Edit and answer again</source>
        <translation>Bearbeiten und neu beantworten</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu beantworten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Copy, or drag the text to another window</source>
        <translation>Kopieren, oder den Text in ein anderes Fenster ziehen</translation>
    </message>
</context>
<context>
    <name>MessageBlocks</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>%n weiteren Teil anzeigen</numerusform>
            <numerusform>%n weitere Teile anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>The earlier version is kept.</source>
        <translation>Die frühere Fassung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>MessageFooter</name>
    <message>
        <source>How this answer came about</source>
        <translation>Wie diese Antwort entstand</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 s to first token</source>
        <translation>%1 s bis zum ersten Token</translation>
    </message>
    <message>
        <source>1 token re-read</source>
        <translation>1 Token neu gelesen</translation>
    </message>
    <message>
        <source>%1 tokens re-read</source>
        <translation>%1 Token neu gelesen</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>Der gespeicherte Zustand wurde verwendet: Nichts musste noch einmal gelesen werden.</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Zur neuesten Nachricht springen</translation>
    </message>
</context>
<context>
    <name>MessagePicture</name>
    <message>
        <source>Picture that cannot be shown: %1</source>
        <translation>Bild, das nicht gezeigt werden kann: %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Nicht darstellbar</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Loading %1 %</source>
        <translation>%1&#xa0;% geladen</translation>
    </message>
    <message>
        <source>Model failed</source>
        <translation>Modell gescheitert</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>%1, in use</source>
        <translation>%1, in Gebrauch</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ModelChoiceList</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Search by name, kind or place</source>
        <translation>Nach Name, Art oder Ort suchen</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open a model file…</source>
        <translation>Modelldatei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>Startmodell verwenden</translation>
    </message>
    <message>
        <source>Safetensors, GGUF and rwkv.cpp files of recurrent models, or a folder that holds one. You can also drop a file on this window.</source>
        <translation>Safetensors-, GGUF- und rwkv.cpp-Dateien rekurrenter Modelle oder ein Ordner mit einer davon. Sie können auch eine Datei auf diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>Modelle (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
</context>
<context>
    <name>ModelDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>Zum Laden dieses Modells ablegen</translation>
    </message>
</context>
<context>
    <name>ModelStatusCard</name>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell geladen</translation>
    </message>
    <message>
        <source>Choose a model file to begin.</source>
        <translation>Wählen Sie zuerst eine Modelldatei.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>Startmodell verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 Mrd. Parameter</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 Mio. Parameter</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>weights %1, state %2, work %3</source>
        <translation>Gewichte %1, Zustand %2, Arbeit %3</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%1 von %2 Arbeitsspeicher frei</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>fits when other programs are closed</source>
        <translation>passt, wenn andere Programme geschlossen sind</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>zu groß für diesen Rechner</translation>
    </message>
</context>
<context>
    <name>ModelsHost</name>
    <message>
        <source>Add a model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>Modelle (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Modellordner hinzufügen</translation>
    </message>
    <message>
        <source>Keep downloaded models in</source>
        <translation>Heruntergeladene Modelle aufbewahren in</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Zurück zum Chat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Erneut nach Modellen suchen</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>From an address…</source>
        <translation>Von einer Adresse&#xa0;…</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>NotebookPage</name>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>Zurück zum Chat (Esc)</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notizbuch</translation>
    </message>
    <message>
        <source>The model goes on where the text ends. Its state is kept: going on reads nothing again, and a change reads only from the last completion before it.</source>
        <translation>Das Modell schreibt weiter, wo der Text endet. Sein Zustand wird aufbewahrt: Weiterschreiben liest nichts noch einmal, eine Änderung nur ab der letzten Ergänzung davor.</translation>
    </message>
    <message>
        <source>Text of the notebook</source>
        <translation>Text des Notizbuchs</translation>
    </message>
    <message>
        <source>Write the beginning of a text…</source>
        <translation>Anfang eines Textes schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Undo completion</source>
        <translation>Ergänzung rückgängig</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Hide the controls</source>
        <translation>Regler ausblenden</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Regler</translation>
    </message>
</context>
<context>
    <name>NotebookValues</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>Weniger Wiederholung</translation>
    </message>
    <message>
        <source>Tokens at once</source>
        <translation>Token auf einmal</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Stop at (one on each line)</source>
        <translation>Aufhören bei (je eins pro Zeile)</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Aufhören bei</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>When something long has ended</source>
        <translation>Wenn etwas Langes zu Ende ist</translation>
    </message>
    <message>
        <source>An answer that took a while, or the reading of documents; only while Eddy is not the active window.</source>
        <translation>Eine Antwort, die gedauert hat, oder das Lesen von Dokumenten; nur solange Eddy nicht das aktive Fenster ist.</translation>
    </message>
    <message>
        <source>Notify when something long has ended</source>
        <translation>Benachrichtigen, wenn etwas Langes zu Ende ist</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Where the desktop has a tray: opens the window, begins a chat, quits. Closing the window still ends Eddy.</source>
        <translation>Wo der Desktop einen Infobereich hat: öffnet das Fenster, beginnt einen Chat, beendet. Das Fenster zu schließen beendet Eddy weiterhin.</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>This chat begins with %1</source>
        <translation>Dieser Chat beginnt mit %1</translation>
    </message>
    <message>
        <source>This chat begins with “%1”. %2</source>
        <translation>Dieser Chat beginnt mit „%1“. %2</translation>
    </message>
    <message>
        <source>Hide what was read</source>
        <translation>Gelesenes ausblenden</translation>
    </message>
    <message>
        <source>Show what was read</source>
        <translation>Gelesenes anzeigen</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notizbuch</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Gespeicherte Zustände</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>Über Eddy</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>This page cannot be shown: %1. Its text is still here.</source>
        <translation>Diese Seite lässt sich nicht anzeigen: %1. Ihr Text ist trotzdem hier.</translation>
    </message>
</context>
<context>
    <name>ParallelAnswer</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Answer %1, stopped</source>
        <translation>Antwort %1, angehalten</translation>
    </message>
    <message numerus="yes">
        <source>Answer %1, %n tokens</source>
        <translation>
            <numerusform>Antwort %1, %n Token</numerusform>
            <numerusform>Antwort %1, %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>Mit dieser weitermachen</translation>
    </message>
</context>
<context>
    <name>ParallelAnswersPanel</name>
    <message>
        <source>Answers side by side</source>
        <translation>Antworten nebeneinander</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Close: all answers stay as branches</source>
        <translation>Schließen: Alle Antworten bleiben als Zweige</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypt chats, documents and saved states</source>
        <translation>Chats, Dokumente und gespeicherte Zustände verschlüsseln</translation>
    </message>
    <message>
        <source>Turn encryption off</source>
        <translation>Verschlüsselung ausschalten</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation>Vier oder mehr Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Short: quickly guessed by a machine.</source>
        <translation>Kurz: von einer Maschine schnell erraten.</translation>
    </message>
    <message>
        <source>Fair. Another word would make it much harder to guess.</source>
        <translation>Mittel. Ein weiteres Wort wäre viel schwerer zu erraten.</translation>
    </message>
    <message>
        <source>Long enough, if nobody else would think of it.</source>
        <translation>Lang genug, wenn sonst niemand darauf käme.</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open your conversations again, you neither: there is no second key. Keep it where you will find it. Everything is written anew, which takes a while and as much free space as it has now.</source>
        <translation>Ohne die Passphrase kann niemand Ihre Unterhaltungen wieder öffnen, auch Sie nicht: Es gibt keinen zweiten Schlüssel. Bewahren Sie sie so auf, dass Sie sie finden. Alles wird neu geschrieben; das dauert eine Weile und braucht so viel freien Platz, wie jetzt belegt ist.</translation>
    </message>
    <message>
        <source>Everything is written anew without encryption. Whoever can read the data folder can read your chats then.</source>
        <translation>Alles wird ohne Verschlüsselung neu geschrieben. Wer den Datenordner lesen kann, kann dann Ihre Chats lesen.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Jetzige Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>Neue Passphrase noch einmal</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>%n Sekunde warten</numerusform>
            <numerusform>%n Sekunden warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>Passphrase verbergen</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Passphrase zeigen</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Die Feststelltaste scheint aktiv zu sein.</translation>
    </message>
</context>
<context>
    <name>PersonaChooser</name>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>Keine Persona</translation>
    </message>
    <message>
        <source>Persona %1</source>
        <translation>Persona %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>[Picture: %1. It is not in this chat.]</source>
        <translation>[Bild: %1. Es ist nicht in diesem Chat.]</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 cannot be read. Check that it is still there and that you may open it.</source>
        <translation>%1 kann nicht gelesen werden. Prüfen Sie, ob die Datei noch da ist und ob Sie sie öffnen dürfen.</translation>
    </message>
    <message>
        <source>%1 is too large: a picture may have 20 MB, 64 million pixels and 20,000 pixels a side. Save it smaller and add it again.</source>
        <translation>%1 ist zu groß: Ein Bild darf 20 MB, 64 Millionen Bildpunkte und 20.000 Bildpunkte je Seite haben. Speichern Sie es kleiner und fügen Sie es noch einmal hinzu.</translation>
    </message>
    <message>
        <source>%1 is damaged, or is no picture. PNG, JPEG, GIF, WebP and BMP can be added.</source>
        <translation>%1 ist beschädigt oder kein Bild. Hinzugefügt werden können PNG, JPEG, GIF, WebP und BMP.</translation>
    </message>
</context>
<context>
    <name>PreparingBar</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>A set of values for a purpose. Moving a control below makes it your own.</source>
        <translation>Ein Satz Werte für einen Zweck. Wer unten einen Regler bewegt, macht ihn zum eigenen.</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save these values as…</source>
        <translation>Diese Werte speichern als&#xa0;…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export as a file…</source>
        <translation>Als Datei exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Aus Datei importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Save these values as a preset</source>
        <translation>Diese Werte als Vorgabe speichern</translation>
    </message>
    <message>
        <source>The name of one of your presets replaces it. A fixed seed is not saved.</source>
        <translation>Der Name einer eigenen Vorgabe ersetzt diese. Ein fester Startwert wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Vorgabe umbenennen</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Vorgabe exportieren</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Vorgaben (*.json)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>Vorgabe importieren</translation>
    </message>
</context>
<context>
    <name>PreviewPassage</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Eddy sends nothing anywhere. It asks the network only for a model or a catalogue that you want, and only these hosts.</source>
        <translation>Eddy sendet nirgendwohin etwas. Es fragt das Netz nur nach einem Modell oder Katalog, den Sie haben möchten, und nur diese Server.</translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation>Nie das Netz verwenden</translation>
    </message>
    <message>
        <source>No request is possible, whatever else is set. What runs is stopped at once.</source>
        <translation>Keine Anfrage ist möglich, was immer sonst eingestellt ist. Was läuft, wird sofort angehalten.</translation>
    </message>
    <message>
        <source>Hosts that may be asked</source>
        <translation>Server, die gefragt werden dürfen</translation>
    </message>
    <message>
        <source>None yet. A host comes onto the list when you download from it, and can be taken off again.</source>
        <translation>Noch keine. Ein Server kommt beim Herunterladen auf die Liste und lässt sich wieder entfernen.</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP-Proxy</translation>
    </message>
    <message>
        <source>SOCKS proxy</source>
        <translation>SOCKS-Proxy</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>server:port</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegelserver</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>https-Adresse oder leer</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Where a newer catalogue of models is asked for, when you press Update there. Only a rightly signed one is taken.</source>
        <translation>Wo nach einem neueren Modellkatalog gefragt wird, wenn Sie dort „Aktualisieren“ drücken. Nur ein richtig signierter wird übernommen.</translation>
    </message>
    <message>
        <source>Asked so far</source>
        <translation>Bisher gefragt</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>Niemand.</translation>
    </message>
    <message>
        <source>An address that stands in for huggingface.co, such as https://hf-mirror.com.</source>
        <translation>Eine Adresse, die an die Stelle von huggingface.co tritt, etwa https://hf-mirror.com.</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>Private chat: it stays in memory and is gone when you close it.</source>
        <translation>Privater Chat: Er bleibt im Arbeitsspeicher und ist weg, wenn Sie ihn schließen.</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>Schließen und vergessen</translation>
    </message>
</context>
<context>
    <name>PrivateChatItem</name>
    <message>
        <source>Private chat</source>
        <translation>Privater Chat</translation>
    </message>
    <message>
        <source>Kept in memory only; gone when it is closed</source>
        <translation>Nur im Arbeitsspeicher; weg, wenn er geschlossen wird</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>Schließen und vergessen</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>Text erkennen</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Dismiss all</source>
        <translation>Alle ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) about files</source>
        <translation>
            <numerusform>%n Meldung zu Dateien</numerusform>
            <numerusform>%n Meldungen zu Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantiseDialog</name>
    <message>
        <source>A smaller copy of %1</source>
        <translation>Kleinere Kopie von %1</translation>
    </message>
    <message>
        <source>Fewer bits for each number: less memory, faster answers, a little less exact. The model itself stays as it is.</source>
        <translation>Weniger Bits je Zahl: weniger Arbeitsspeicher, schnellere Antworten, etwas ungenauer. Das Modell selbst bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>Gewichtsformat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Kopie erzeugen</translation>
    </message>
</context>
<context>
    <name>QuoteChips</name>
    <message>
        <source>From memory alone: no passage was shown to the model.</source>
        <translation>Allein aus dem Gedächtnis: Dem Modell wurde keine Textstelle gezeigt.</translation>
    </message>
    <message>
        <source>From memory: no passage fits the question.</source>
        <translation>Aus dem Gedächtnis: Keine Textstelle passt zur Frage.</translation>
    </message>
    <message>
        <source>No passage fits the question.</source>
        <translation>Keine Textstelle passt zur Frage.</translation>
    </message>
    <message>
        <source>From memory and these passages:</source>
        <translation>Aus dem Gedächtnis und diesen Textstellen:</translation>
    </message>
    <message>
        <source>From these passages alone:</source>
        <translation>Allein aus diesen Textstellen:</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>%1 im Text anzeigen</translation>
    </message>
</context>
<context>
    <name>RereadLogDialog</name>
    <message>
        <source>What was read again</source>
        <translation>Was noch einmal gelesen wurde</translation>
    </message>
    <message>
        <source>Nothing yet: every conversation went on from its saved state.</source>
        <translation>Noch nichts: Jede Unterhaltung ging von ihrem gespeicherten Zustand weiter.</translation>
    </message>
    <message>
        <source>A conversation is read again when no saved state fits it. Its text is never at stake.</source>
        <translation>Eine Unterhaltung wird noch einmal gelesen, wenn kein gespeicherter Zustand zu ihr passt. Ihr Text ist nie in Gefahr.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SaveStateDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Save this point as</source>
        <translation>Diesen Punkt speichern als</translation>
    </message>
    <message>
        <source>Any chat can begin with what the model has read up to this answer. It is never dropped to make room.</source>
        <translation>Jeder Chat kann mit dem beginnen, was das Modell bis zu dieser Antwort gelesen hat. Es wird nie verdrängt, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (freiwillig)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>Gespeicherter Punkt</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>Gelesenes Dokument</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>Words in any chat, or &quot;words in this order&quot;</source>
        <translation>Wörter aus einem Chat oder &quot;Wörter in dieser Folge&quot;</translation>
    </message>
</context>
<context>
    <name>SelectableText</name>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Anheften oder lösen</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Archive or take back</source>
        <translation>Archivieren oder zurückholen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message>
        <source>Save as files</source>
        <translation>Als Dateien speichern</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About Eddy %1</source>
        <translation>Über Eddy %1</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Press a key…</source>
        <translation>Taste drücken …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1: keine Taste</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Taste ändern</translation>
    </message>
    <message>
        <source>Take the key of “%1” away</source>
        <translation>„%1“ die Taste nehmen</translation>
    </message>
    <message>
        <source>“%1” without a key, as usual</source>
        <translation>„%1“ ohne Taste, wie üblich</translation>
    </message>
    <message>
        <source>Back to %1 for “%2”</source>
        <translation>Zurück zu %1 für „%2“</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>Alle Befehle zeigen</translation>
    </message>
    <message>
        <source>All back to the usual keys</source>
        <translation>Alle zurück auf die üblichen Tasten</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Other ways to begin</source>
        <translation>Anders beginnen</translation>
    </message>
</context>
<context>
    <name>SidebarHeader</name>
    <message numerus="yes">
        <source>%1, %n chat(s)</source>
        <translation>
            <numerusform>%1, %n Chat</numerusform>
            <numerusform>%1, %n Chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidebarMenu</name>
    <message>
        <source>New private chat</source>
        <translation>Neuer privater Chat</translation>
    </message>
    <message>
        <source>Open chat file…</source>
        <translation>Chatdatei öffnen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>Beschäftigt</translation>
    </message>
</context>
<context>
    <name>StartupErrorDialog</name>
    <message>
        <source>Your conversations cannot be opened</source>
        <translation>Ihre Unterhaltungen lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Chat beginnen</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>In eine Datei exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n chats begin with it. They go on when it is deleted.</source>
        <translation>
            <numerusform>%n Chat beginnt damit. Er geht weiter, wenn er gelöscht wird.</numerusform>
            <numerusform>%n Chats beginnen damit. Sie gehen weiter, wenn er gelöscht wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateUsageList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Wird behalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept longest; press to treat it like the others</source>
        <translation>Wird am längsten behalten; drücken, um ihn wie die anderen zu behandeln</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states longest</source>
        <translation>Zustände dieses Chats am längsten behalten</translation>
    </message>
    <message>
        <source>Keep the states of %1 longest</source>
        <translation>Zustände von %1 am längsten behalten</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Free this space; the chat is read again when it goes on</source>
        <translation>Diesen Platz freigeben; der Chat wird neu gelesen, wenn er weitergeht</translation>
    </message>
    <message>
        <source>Free the states of %1</source>
        <translation>Zustände von %1 freigeben</translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation>Nur die größten anzeigen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 anzeigen</translation>
    </message>
</context>
<context>
    <name>StatesHost</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>Angepassten Zustand hinzufügen</translation>
    </message>
    <message>
        <source>Tuned states (*.pth *.safetensors)</source>
        <translation>Angepasste Zustände (*.pth *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a state</source>
        <translation>Zustand importieren</translation>
    </message>
    <message>
        <source>States (*.state)</source>
        <translation>Zustände (*.state)</translation>
    </message>
    <message>
        <source>Export a state</source>
        <translation>Zustand exportieren</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Zurück zum Chat</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Gespeicherte Zustände</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>Angepassten Zustand hinzufügen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No saved states yet</source>
        <translation>Noch keine gespeicherten Zustände</translation>
    </message>
    <message>
        <source>At any answer, “Save this point as…” keeps what the model has read up to there under a name. New chats begin with it and read nothing again.</source>
        <translation>„Diesen Punkt speichern als&#xa0;…“ bei einer Antwort bewahrt unter einem Namen auf, was das Modell bis dahin gelesen hat. Neue Chats beginnen damit und lesen nichts noch einmal.</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben&#xa0;…</translation>
    </message>
    <message>
        <source>Room for saved states</source>
        <translation>Platz für gespeicherte Zustände</translation>
    </message>
    <message>
        <source>Saved states let a conversation go on at once. When the room runs out, long branches keep fewer of them and those unused for longest go; no text is ever lost.</source>
        <translation>Mit gespeicherten Zuständen geht eine Unterhaltung sofort weiter. Geht der Platz aus, behalten lange Zweige weniger davon, und am längsten unbenutzte werden entfernt; Text geht nie verloren.</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Gespeicherte Zustände</translation>
    </message>
    <message>
        <source>What was read again…</source>
        <translation>Was noch einmal gelesen wurde&#xa0;…</translation>
    </message>
    <message>
        <source>Free all…</source>
        <translation>Alle freigeben&#xa0;…</translation>
    </message>
    <message>
        <source>Free all saved states?</source>
        <translation>Alle gespeicherten Zustände freigeben?</translation>
    </message>
    <message>
        <source>No text is lost. Every conversation is read again when it goes on, which can take a while.</source>
        <translation>Kein Text geht verloren. Jede Unterhaltung wird neu gelesen, wenn sie weitergeht; das kann eine Weile dauern.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Free all</source>
        <translation>Alle freigeben</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>Datenordner verschieben nach</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hide the summary</source>
        <translation>Zusammenfassung ausblenden</translation>
    </message>
</context>
<context>
    <name>SummaryColumn</name>
    <message>
        <source>Summary of %1</source>
        <translation>Zusammenfassung von %1</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>%1 im Text anzeigen</translation>
    </message>
</context>
<context>
    <name>ThinkingBlock</name>
    <message numerus="yes">
        <source>Thinking for %n second(s)</source>
        <translation>
            <numerusform>Denkt seit %n Sekunde nach</numerusform>
            <numerusform>Denkt seit %n Sekunden nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message numerus="yes">
        <source>Thought for about %n second(s)</source>
        <translation>
            <numerusform>Hat etwa %n Sekunde nachgedacht</numerusform>
            <numerusform>Hat etwa %n Sekunden nachgedacht</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought before it answered</source>
        <translation>Hat vor der Antwort nachgedacht</translation>
    </message>
    <message>
        <source>Shown; press to fold it</source>
        <translation>Angezeigt; drücken, um es einzuklappen</translation>
    </message>
    <message>
        <source>Folded; press to read it</source>
        <translation>Eingeklappt; drücken, um es zu lesen</translation>
    </message>
</context>
<context>
    <name>ThinkingWords</name>
    <message>
        <source>What the model thought</source>
        <translation>Was das Modell gedacht hat</translation>
    </message>
</context>
<context>
    <name>TimeTravelBar</name>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Ask as of then</source>
        <translation>Mit diesem Stand fragen</translation>
    </message>
    <message>
        <source>Question as of then</source>
        <translation>Frage mit diesem Stand</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>Diese Runde auslassen</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>TogetherBar</name>
    <message>
        <source>Read together</source>
        <translation>Zusammen lesen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Read %1 earlier</source>
        <translation>%1 früher lesen</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>The model reads them one after another, in this order.</source>
        <translation>Das Modell liest sie nacheinander, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>TokenChancesDialog</name>
    <message>
        <source>How likely the words were</source>
        <translation>Wie wahrscheinlich die Wörter waren</translation>
    </message>
    <message>
        <source>What the model thought before temperature and the like. The stronger the mark, the less likely the word was. Move with the pointer or the arrow keys.</source>
        <translation>Was das Modell vor Temperatur und dergleichen dachte. Je stärker die Markierung, desto unwahrscheinlicher war das Wort. Bewegen mit dem Zeiger oder den Pfeiltasten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 % · log %2</source>
        <translation>%1&#xa0;% · log %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>“%1”: %2 %</source>
        <translation>„%1“: %2&#xa0;%</translation>
    </message>
</context>
<context>
    <name>TransferBanners</name>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2&#xa0;%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try the text alone</source>
        <translation>Nur den Text versuchen</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>This chat was written with other generation settings.</source>
        <translation>Dieser Chat wurde mit anderen Einstellungen für Antworten geschrieben.</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Show Eddy</source>
        <translation>Eddy zeigen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>UndoToasts</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>Ihre Unterhaltungen sind gesperrt</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>Passphrase wird geprüft</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>%n Sekunde warten</numerusform>
            <numerusform>%n Sekunden warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Open another data folder…</source>
        <translation>Anderen Datenordner öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody keeps a second key, and Eddy cannot make one. Try the ways you usually write it. If it is lost, these conversations are lost; with another data folder you begin anew, and this one stays as it is.</source>
        <translation>Ohne die Passphrase gibt es keinen Weg zurück: Niemand hat einen zweiten Schlüssel, und Eddy kann keinen erzeugen. Versuchen Sie Ihre üblichen Schreibweisen. Ist sie verloren, sind diese Unterhaltungen verloren; mit einem anderen Datenordner beginnen Sie neu, und dieser bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Open another data folder</source>
        <translation>Anderen Datenordner öffnen</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Asking sends nothing but the request itself to %1.</source>
        <translation>Die Abfrage sendet nichts als sich selbst an %1.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>Was sich geändert hat: %1</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>Einmal am Tag nachsehen</translation>
    </message>
    <message>
        <source>Off until you switch it on.</source>
        <translation>Aus, bis Sie es einschalten.</translation>
    </message>
    <message>
        <source>Look for updates once a day</source>
        <translation>Einmal am Tag nach Aktualisierungen sehen</translation>
    </message>
    <message>
        <source>Version %1 is still here</source>
        <translation>Version %1 ist noch da</translation>
    </message>
    <message>
        <source>Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.</source>
        <translation>Zurückgehen beendet Eddy und startet jene Version. Unterhaltungen bleiben; was nur die neuere Version lesen kann, wird dort gesagt.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Sort chats by last change</source>
        <translation>Chats nach letzter Änderung ordnen</translation>
    </message>
    <message>
        <source>Sort chats by beginning</source>
        <translation>Chats nach Beginn ordnen</translation>
    </message>
    <message>
        <source>Sort chats by title</source>
        <translation>Chats nach Titel ordnen</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helles Erscheinungsbild</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkles Erscheinungsbild</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Erscheinungsbild des Systems</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
</context>
<context>
    <name>WaitingPictures</name>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>No model here can see pictures: it reads your words alone. The pictures are kept with your message, for you.</source>
        <translation>Kein Modell hier kann Bilder sehen: Es liest nur Ihre Worte. Die Bilder werden für Sie bei Ihrer Nachricht aufbewahrt.</translation>
    </message>
    <message>
        <source>Adding a picture…</source>
        <translation>Ein Bild wird hinzugefügt …</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Welcome to Eddy</source>
        <translation>Willkommen bei Eddy</translation>
    </message>
    <message>
        <source>A small model is loaded already: write below and it answers.</source>
        <translation>Ein kleines Modell ist schon geladen: unten schreiben, und es antwortet.</translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation>Geht sofort weiter</translation>
    </message>
    <message>
        <source>What the model has read is kept beside the text. Every chat goes on where it was, after any restart, without being read again.</source>
        <translation>Was das Modell gelesen hat, wird neben dem Text aufbewahrt. Jeder Chat geht nach jedem Neustart weiter, wo er war, ohne neu gelesen zu werden.</translation>
    </message>
    <message>
        <source>Reads documents</source>
        <translation>Liest Dokumente</translation>
    </message>
    <message>
        <source>Drop a document on the window: it is read once, then every question starts from there, with the passages it came from.</source>
        <translation>Legen Sie ein Dokument auf dem Fenster ab: Es wird einmal gelesen, und jede Frage beginnt dort, mit den Stellen, aus denen die Antwort kommt.</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Bleibt hier</translation>
    </message>
    <message>
        <source>Models run on this computer. What you write and read is kept in one folder of yours and sent nowhere.</source>
        <translation>Modelle laufen auf diesem Rechner. Was Sie schreiben und lesen, liegt in einem eigenen Ordner und wird nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>The starter is very small and speaks English alone: it makes small talk, answers questions about Eddy, from a short text and about what it was just told, and edits a sentence. It knows little, forgets after a few hundred words and makes things up; for real use take a larger model.</source>
        <translation>Das Startmodell ist sehr klein und spricht nur Englisch: Es plaudert, beantwortet Fragen zu Eddy, aus einem kurzen Text und zu eben Gesagtem und überarbeitet einen Satz. Es weiß wenig, vergisst nach einigen hundert Wörtern und erfindet manches; für echten Gebrauch ist ein größeres Modell nötig.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>Ihre Daten: %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Look at models</source>
        <translation>Modelle ansehen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Download that model</source>
        <translation>Dieses Modell herunterladen</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Add documents</source>
        <translation>Dokumente hinzufügen</translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>%1 - Eddy</source>
        <translation>%1 - Eddy</translation>
    </message>
</context>
<context>
    <name>WindowHeader</name>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>Zurück zum Chat (Esc)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Show the sidebar</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
</context>
<context>
    <name>eddy::AnswerAnnouncer</name>
    <message>
        <source>Stopped here.</source>
        <translation>Hier angehalten.</translation>
    </message>
</context>
<context>
    <name>eddy::CatalogueModel</name>
    <message>
        <source>The catalogue that was fetched is not rightly signed and was left aside.</source>
        <translation>Der geholte Katalog ist nicht richtig signiert und wurde beiseitegelassen.</translation>
    </message>
    <message>
        <source>Catalogue of %1</source>
        <translation>Katalog vom %1</translation>
    </message>
    <message>
        <source>%1 in use per token</source>
        <translation>%1 je Token in Gebrauch</translation>
    </message>
    <message>
        <source>%1 in 16 bits</source>
        <translation>%1 in 16 Bit</translation>
    </message>
    <message>
        <source>about %1 in 16 bits</source>
        <translation>etwa %1 in 16 Bit</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>Sprachen unbekannt</translation>
    </message>
    <message>
        <source>languages: %1</source>
        <translation>Sprachen: %1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>fits with 4-bit weights</source>
        <translation>passt mit 4-Bit-Gewichten</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>zu groß für diesen Rechner</translation>
    </message>
    <message>
        <source>State: %1 a chat and %2 a token</source>
        <translation>Zustand: %1 je Chat und %2 je Token</translation>
    </message>
    <message>
        <source>State: %1 a chat</source>
        <translation>Zustand: %1 je Chat</translation>
    </message>
    <message>
        <source>Where this model can be fetched is not known.</source>
        <translation>Woher dieses Modell zu holen ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The catalogue there is for a newer version of Eddy.</source>
        <translation>Der Katalog dort ist für eine neuere Version von Eddy.</translation>
    </message>
    <message>
        <source>What came is not rightly signed; the catalogue stays as it was.</source>
        <translation>Das Empfangene ist nicht richtig signiert; der Katalog bleibt, wie er war.</translation>
    </message>
    <message>
        <source>What came is no catalogue; the one here stays as it was.</source>
        <translation>Das Empfangene ist kein Katalog; der hiesige bleibt, wie er war.</translation>
    </message>
    <message>
        <source>The catalogue there is older than the one here.</source>
        <translation>Der Katalog dort ist älter als der hiesige.</translation>
    </message>
    <message>
        <source>The catalogue is up to date.</source>
        <translation>Der Katalog ist auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>The catalogue is up to date, but could not be kept for the next start.</source>
        <translation>Der Katalog ist auf dem neuesten Stand, konnte aber nicht für den nächsten Start aufbewahrt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is in this catalogue.</source>
        <translation>%1 (%2) von %3. Die Prüfsumme steht in diesem Katalog.</translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is the host&apos;s own word.</source>
        <translation>%1 (%2) von %3. Für die Prüfsumme steht allein der Server ein.</translation>
    </message>
    <message>
        <source>%1 from %2. Its checksum is in this catalogue.</source>
        <translation>%1 von %2. Die Prüfsumme steht in diesem Katalog.</translation>
    </message>
    <message>
        <source>%1 from %2. Size and checksum are the host&apos;s own word.</source>
        <translation>%1 von %2. Für Größe und Prüfsumme steht allein der Server ein.</translation>
    </message>
</context>
<context>
    <name>eddy::ChatExporter</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>eddy::ChatPictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message numerus="yes">
        <source>A message holds at most %n picture(s). Send it, or take one away.</source>
        <translation>
            <numerusform>Eine Nachricht fasst höchstens %n Bild. Senden Sie sie oder nehmen Sie eines weg.</numerusform>
            <numerusform>Eine Nachricht fasst höchstens %n Bilder. Senden Sie sie oder nehmen Sie eines weg.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.</source>
        <translation>Dieser Chat beginnt mit einem Dokument oder einem gespeicherten Zustand: Das dort Gelesene steht vor allem anderen, und Anweisungen würden nicht gelesen.</translation>
    </message>
    <message>
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start.</source>
        <translation>Anweisungen stehen ganz am Anfang, darum wird das Modell diese Unterhaltung von vorn neu lesen.</translation>
    </message>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation>
            <numerusform>Anweisungen stehen ganz am Anfang, darum wird das Modell diese Unterhaltung von vorn neu lesen: %n Token.</numerusform>
            <numerusform>Anweisungen stehen ganz am Anfang, darum wird das Modell diese Unterhaltung von vorn neu lesen: %n Token.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatViewModel</name>
    <message>
        <source>Reading your message: %1 of %2 tokens</source>
        <translation>Ihre Nachricht wird gelesen: %1 von %2 Token</translation>
    </message>
    <message>
        <source>Reading the conversation again: %1 of %2 tokens</source>
        <translation>Die Unterhaltung wird neu gelesen: %1 von %2 Token</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell geladen</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>What can you do?</source>
        <translation>Was kannst du?</translation>
    </message>
    <message>
        <source>My name is Ada and I live in Oslo. What is my name?</source>
        <translation>Ich heiße Ada und wohne in Oslo. Wie heiße ich?</translation>
    </message>
    <message>
        <source>Sort alphabetically: pear, apple, fig</source>
        <translation>Sortiere nach dem Alphabet: Birne, Apfel, Feige</translation>
    </message>
    <message>
        <source>What is a recurrent state?</source>
        <translation>Was ist ein rekurrenter Zustand?</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>State was rebuilt from an earlier saved state: %1 tokens re-read because %2</source>
        <translation>Der Zustand wurde aus einem früheren gespeicherten wiederhergestellt: %1 Token neu gelesen, denn %2</translation>
    </message>
    <message>
        <source>State was rebuilt: %1 tokens re-read because %2</source>
        <translation>Der Zustand wurde wiederhergestellt: %1 Token neu gelesen, denn %2</translation>
    </message>
    <message>
        <source>**You**</source>
        <translation>**Sie**</translation>
    </message>
    <message>
        <source>**Model**</source>
        <translation>**Modell**</translation>
    </message>
</context>
<context>
    <name>eddy::CodePieces</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>eddy::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>„%1“ wurde gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were deleted</source>
        <translation>
            <numerusform>%n Chat wurde gelöscht</numerusform>
            <numerusform>%n Chats wurden gelöscht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ConversationOrganizer</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>eddy::DevicesViewModel</name>
    <message>
        <source>The fastest of those measured here: %1</source>
        <translation>Das schnellste der hier gemessenen: %1</translation>
    </message>
    <message>
        <source>A graphics card where there is one, else the processor. Measuring tells which is faster.</source>
        <translation>Eine Grafikkarte, wo es eine gibt, sonst der Prozessor. Messen sagt, was schneller ist.</translation>
    </message>
    <message>
        <source>There is nothing to choose from: only one device here is fit for it.</source>
        <translation>Es gibt nichts zu wählen: Nur ein Gerät hier ist dafür geeignet.</translation>
    </message>
    <message>
        <source>The chosen device is not there at the moment; the automatic choice stands in for it.</source>
        <translation>Das gewählte Gerät ist gerade nicht da; die automatische Wahl springt ein.</translation>
    </message>
    <message>
        <source>Testing every operation on %1…</source>
        <translation>Jede Rechenoperation auf %1 wird geprüft …</translation>
    </message>
    <message>
        <source>Measuring %1…</source>
        <translation>%1 wird gemessen …</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentSummaries</name>
    <message>
        <source>Preparing the summary…</source>
        <translation>Die Zusammenfassung wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>Making notes: %1 of %2</source>
        <translation>Notizen: %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentsViewModel</name>
    <message>
        <source>Some files were left out</source>
        <translation>Einige Dateien wurden ausgelassen</translation>
    </message>
    <message>
        <source>This lies on the network</source>
        <translation>Das liegt im Netz</translation>
    </message>
    <message>
        <source>Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that.</source>
        <translation>Eddy holt nichts von selbst. Speichern Sie es und legen Sie die gespeicherte Datei ab, oder wählen Sie den Text selbst aus und ziehen Sie ihn her.</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Das Abgelegte</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>Sie enthält keinen Text</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation>Legen Sie eine Datei ab oder Text, der in einem anderen Programm ausgewählt wurde.</translation>
    </message>
    <message>
        <source>Opening %1 (%2 more)</source>
        <translation>%1 wird geöffnet (%2 weitere)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; deleted</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten&#xa0;…</translation>
    </message>
    <message>
        <source>Waits for another document</source>
        <translation>Wartet auf ein anderes Dokument</translation>
    </message>
    <message>
        <source>Is read as soon as a model is loaded</source>
        <translation>Wird gelesen, sobald ein Modell geladen ist</translation>
    </message>
    <message>
        <source>Reading is paused. Answers come from passages alone.</source>
        <translation>Das Lesen ist angehalten. Antworten kommen allein aus Textstellen.</translation>
    </message>
    <message>
        <source>Asked as of %1</source>
        <translation>Gefragt mit Stand: %1</translation>
    </message>
    <message>
        <source>Read. Ask away.</source>
        <translation>Gelesen. Fragen Sie!</translation>
    </message>
    <message>
        <source>Could not be read. Answers come from passages alone.</source>
        <translation>Konnte nicht gelesen werden. Antworten kommen allein aus Textstellen.</translation>
    </message>
    <message>
        <source>Not read by this model yet</source>
        <translation>Von diesem Modell noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>Reading was stopped. Answers come from passages alone.</source>
        <translation>Das Lesen wurde abgebrochen. Antworten kommen allein aus Textstellen.</translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>noch %n Stunde</numerusform>
            <numerusform>noch %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Checking what is here: %1</source>
        <translation>Vorhandenes wird geprüft: %1</translation>
    </message>
    <message>
        <source>%1; the connection broke, trying again</source>
        <translation>%1; die Verbindung brach ab, neuer Versuch</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Stehen geblieben bei %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 (file %2 of %3)</source>
        <translation>%1 (Datei %2 von %3)</translation>
    </message>
    <message>
        <source>There is a folder of this name already, or the name will not do.</source>
        <translation>Es gibt schon einen Ordner dieses Namens, oder der Name ist nicht möglich.</translation>
    </message>
    <message>
        <source>The address does not end in the name of a model file, such as model.gguf.</source>
        <translation>Die Adresse endet nicht mit dem Namen einer Modelldatei, etwa modell.gguf.</translation>
    </message>
    <message>
        <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f.</source>
        <translation>Eine SHA-256-Summe hat 64 Ziffern von 0 bis 9 und a bis f.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings, under Privacy.</source>
        <translation>Das Netz ist in den Einstellungen unter „Privatsphäre“ ausgeschaltet.</translation>
    </message>
    <message>
        <source>This is not an address that can be fetched.</source>
        <translation>Das ist keine Adresse, von der sich etwas holen lässt.</translation>
    </message>
    <message>
        <source>%1 would be asked without encryption, which Eddy does not do.</source>
        <translation>%1 würde ohne Verschlüsselung gefragt; das tut Eddy nicht.</translation>
    </message>
    <message>
        <source>The server sends on to %1, which is not on your list of hosts.</source>
        <translation>Der Server leitet an %1 weiter, das nicht auf Ihrer Liste der Server steht.</translation>
    </message>
    <message>
        <source>The server sends round in circles.</source>
        <translation>Der Server leitet im Kreis.</translation>
    </message>
    <message>
        <source>%1 does not have this file any more.</source>
        <translation>%1 hat diese Datei nicht mehr.</translation>
    </message>
    <message>
        <source>%1 gives this file only to those who have signed in or agreed to its terms.</source>
        <translation>%1 gibt diese Datei nur an Angemeldete oder nach Zustimmung zu den Bedingungen.</translation>
    </message>
    <message>
        <source>%1 cannot give the file now; try again later.</source>
        <translation>%1 kann die Datei gerade nicht liefern; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke too often; check the network and go on.</source>
        <translation>Die Verbindung zu %1 brach zu oft ab; prüfen Sie das Netz und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The file there has another size than it should: it is not the one that was wanted.</source>
        <translation>Die Datei dort hat eine andere Größe als vorgesehen: Es ist nicht die gewünschte.</translation>
    </message>
    <message>
        <source>What came is not the file that was wanted, and was thrown away.</source>
        <translation>Das Empfangene ist nicht die gewünschte Datei und wurde verworfen.</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a file.</source>
        <translation>%1 hat eine Webseite statt einer Datei gesendet.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk; free some and go on.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz; schaffen Sie welchen und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The file cannot be written in the folder for models.</source>
        <translation>Die Datei lässt sich nicht in den Modellordner schreiben.</translation>
    </message>
    <message>
        <source>Its checksum is the one that was known before.</source>
        <translation>Die Prüfsumme ist die, die vorher bekannt war.</translation>
    </message>
    <message>
        <source>No checksum was known: the size alone was checked.</source>
        <translation>Keine Prüfsumme war bekannt: Allein die Größe wurde geprüft.</translation>
    </message>
    <message>
        <source>It agrees with its host&apos;s checksum, which nobody else has confirmed.</source>
        <translation>Sie stimmt mit der Prüfsumme ihres Servers überein, die niemand sonst bestätigt hat.</translation>
    </message>
    <message>
        <source>The checksum is the host&apos;s own word.</source>
        <translation>Für die Prüfsumme steht allein der Server ein.</translation>
    </message>
</context>
<context>
    <name>eddy::InstalledModels</name>
    <message>
        <source>Starter</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>Comes with Eddy</source>
        <translation>Kommt mit Eddy</translation>
    </message>
    <message>
        <source>Downloaded or made with Eddy</source>
        <translation>Mit Eddy heruntergeladen oder erzeugt</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>Eigene Datei</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>Aus %1</translation>
    </message>
    <message>
        <source>%1 a chat, however long</source>
        <translation>%1 je Chat, wie lang er auch ist</translation>
    </message>
    <message>
        <source>%1 a chat and %2 a token</source>
        <translation>%1 je Chat und %2 je Token</translation>
    </message>
    <message>
        <source>%1 last, %2 typically</source>
        <translation>zuletzt %1, meist %2</translation>
    </message>
    <message>
        <source>Its folder is not there now: perhaps on a drive that was taken out.</source>
        <translation>Sein Ordner ist zurzeit nicht da: vielleicht auf einem Laufwerk, das entfernt wurde.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>eddy::ModelFolders</name>
    <message>
        <source>Eddy&apos;s own folder</source>
        <translation>Eddys eigener Ordner</translation>
    </message>
</context>
<context>
    <name>eddy::ModelQuantiser</name>
    <message>
        <source>This format would not make it smaller.</source>
        <translation>Dieses Format würde es nicht kleiner machen.</translation>
    </message>
    <message>
        <source>About %1 instead of %2</source>
        <translation>Etwa %1 statt %2</translation>
    </message>
    <message numerus="yes">
        <source>Its numbers change by %1 % on average (measured on %n matrices)</source>
        <translation>
            <numerusform>Seine Zahlen ändern sich im Mittel um %1&#xa0;% (gemessen an %n Matrix)</numerusform>
            <numerusform>Seine Zahlen ändern sich im Mittel um %1&#xa0;% (gemessen an %n Matrizen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 times as fast on this computer</source>
        <translation>Auf diesem Rechner bis zu %1-mal so schnell</translation>
    </message>
    <message>
        <source>Up to %1 instead of %2</source>
        <translation>Bis zu %1 statt %2</translation>
    </message>
    <message>
        <source>%1 is ready: %2, changed by %3 %</source>
        <translation>%1 ist fertig: %2, um %3&#xa0;% verändert</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>eddy::ModelShelf</name>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Looking into files: %1 of %2</source>
        <translation>Dateien werden durchgesehen: %1 von %2</translation>
    </message>
    <message>
        <source>What was known of models could not be read: %1</source>
        <translation>Was über Modelle bekannt war, konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This folder is in the list already, or cannot be read.</source>
        <translation>Dieser Ordner ist schon in der Liste oder lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Eddy may not write in %1.</source>
        <translation>Eddy darf in %1 nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 could not be deleted; check that you may write in its folder.</source>
        <translation>%1 konnte nicht gelöscht werden; prüfen Sie, ob Sie in seinem Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 could not be put into the bin, so it stays where it is.</source>
        <translation>%1 konnte nicht in den Papierkorb geworfen werden und bleibt, wo es ist.</translation>
    </message>
</context>
<context>
    <name>eddy::ModelsViewModel</name>
    <message>
        <source>Starter</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>Starter: small, English, trained for a first try</source>
        <translation>Startmodell: klein, englisch, trainiert für einen ersten Versuch</translation>
    </message>
    <message>
        <source>One saved turn costs %1</source>
        <translation>Eine gespeicherte Runde kostet %1</translation>
    </message>
    <message>
        <source>Uses %1 of memory</source>
        <translation>Belegt %1 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Uses %1 of memory: weights %2, state %3, work %4, token tables %5</source>
        <translation>Belegt %1 Arbeitsspeicher: Gewichte %2, Zustand %3, Arbeit %4, Tokentabellen %5</translation>
    </message>
    <message>
        <source>; with a text of %L1 tokens %2</source>
        <translation>; bei einem Text von %L1 Token %2</translation>
    </message>
    <message>
        <source>The shipped model is missing</source>
        <translation>Das mitgelieferte Modell fehlt</translation>
    </message>
    <message>
        <source>It was not found where Eddy was installed; choose a model file of your own.</source>
        <translation>Es wurde dort, wo Eddy installiert ist, nicht gefunden; wählen Sie eine eigene Modelldatei.</translation>
    </message>
    <message>
        <source>Loading was stopped</source>
        <translation>Das Laden wurde angehalten</translation>
    </message>
    <message>
        <source>No model is loaded; choose one or try again.</source>
        <translation>Kein Modell ist geladen; wählen Sie eines oder versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>eddy::NetworkSettings</name>
    <message>
        <source>%1, last on %2</source>
        <translation>%1, zuletzt am %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notebook</name>
    <message>
        <source>Reading: %1 of %2 tokens</source>
        <translation>Wird gelesen: %1 von %2 Token</translation>
    </message>
    <message>
        <source>Nothing had to be read</source>
        <translation>Nichts musste gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens read</source>
        <translation>
            <numerusform>%n Token gelesen</numerusform>
            <numerusform>%n Token gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 tokens/s</source>
        <translation>%1 · %2 · %3 Token/s</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>%n Token geschrieben</numerusform>
            <numerusform>%n Token geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, because %2</source>
        <extracomment>&quot;40 tokens read, because the saved state was damaged&quot;</extracomment>
        <translation>%1, denn %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notices</name>
    <message>
        <source>The answer is there</source>
        <translation>Die Antwort ist da</translation>
    </message>
    <message>
        <source>In a chat of yours</source>
        <translation>In einem Ihrer Chats</translation>
    </message>
    <message>
        <source>The documents have been read</source>
        <translation>Die Dokumente sind gelesen</translation>
    </message>
</context>
<context>
    <name>eddy::PaletteModel</name>
    <message>
        <source>Archived chat</source>
        <translation>Archivierter Chat</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>eddy::ParallelAnswers</name>
    <message>
        <source>With a temperature of 0 the model always takes the likeliest word: all answers are the same.</source>
        <translation>Bei Temperatur 0 nimmt das Modell immer das wahrscheinlichste Wort: Alle Antworten sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</source>
        <translation>
            <numerusform>%n Antwort auf einmal bräuchte %1 Arbeitsspeicher, frei sind %2. %3 würden passen.</numerusform>
            <numerusform>%n Antworten auf einmal bräuchten %1 Arbeitsspeicher, frei sind %2. %3 würden passen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::PersonaLibrary</name>
    <message>
        <source>Explainer</source>
        <translation>Erklärer</translation>
    </message>
    <message>
        <source>You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure.</source>
        <translation>Du erklärst Dinge einfach und richtig. Verwende kurze Sätze und ein Beispiel aus dem Alltag. Sage es, wenn du dir nicht sicher bist.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Lektorat</translation>
    </message>
    <message>
        <source>You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes.</source>
        <translation>Du verbesserst Texte. Bewahre Sinn, Sprache und Ton; berichtige Grammatik und Rechtschreibung; mache sie klarer und kürzer. Antworte mit dem verbesserten Text und nenne dann die wichtigsten Änderungen.</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>Programmieren</translation>
    </message>
    <message>
        <source>You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases.</source>
        <translation>Du hast viel Erfahrung im Programmieren. Antworte mit lauffähigem, lesbarem Code und nur der nötigen Erklärung. Nenne Annahmen und Grenzfälle.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Lernhilfe</translation>
    </message>
    <message>
        <source>You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong.</source>
        <translation>Du hilfst geduldig beim Lernen. Führe mit kleinen Schritten und Fragen zur Lösung, statt sie zu verraten. Lobe, was richtig ist, und berichtige, was falsch ist.</translation>
    </message>
    <message>
        <source>Storyteller</source>
        <translation>Erzählen</translation>
    </message>
    <message>
        <source>You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own.</source>
        <translation>Du erzählst Geschichten. Schreibe lebendig, zeige, statt zu erklären, und gib jeder Figur eine eigene Stimme.</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>„%1“ wurde gelöscht</translation>
    </message>
</context>
<context>
    <name>eddy::PresetLibrary</name>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>For most questions.</source>
        <translation>Für die meisten Fragen.</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Keeps to the likeliest words: facts, summaries, translations.</source>
        <translation>Bleibt bei den wahrscheinlichsten Wörtern: Fakten, Zusammenfassungen, Übersetzungen.</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Stories and ideas: surprising, and less repetitive.</source>
        <translation>Geschichten und Ideen: überraschend und mit weniger Wiederholung.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Careful and without penalties: code repeats itself on purpose.</source>
        <translation>Vorsichtig und ohne Malus: Code wiederholt sich mit Absicht.</translation>
    </message>
    <message>
        <source>RWKV chat</source>
        <translation>RWKV-Chat</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for conversations.</source>
        <translation>Was die Macher von RWKV für Unterhaltungen empfehlen.</translation>
    </message>
    <message>
        <source>RWKV creative</source>
        <translation>RWKV kreativ</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for free writing.</source>
        <translation>Was die Macher von RWKV für freies Schreiben empfehlen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>„%1“ wurde gelöscht</translation>
    </message>
    <message>
        <source>The preset could not be saved: %1</source>
        <translation>Die Vorgabe konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This file is no preset of Eddy.</source>
        <translation>Diese Datei ist keine Vorgabe von Eddy.</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>Eigene.</translation>
    </message>
</context>
<context>
    <name>eddy::PrivateChat</name>
    <message>
        <source>Private chat</source>
        <translation>Privater Chat</translation>
    </message>
</context>
<context>
    <name>eddy::ReadingPlaces</name>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>eddy::RereadListModel</name>
    <message numerus="yes">
        <source>%Ln tokens in %1 s, because %2.</source>
        <translation>
            <numerusform>%Ln Token in %1 s, denn %2.</numerusform>
            <numerusform>%Ln Token in %1 s, denn %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 before came from an earlier saved state.</source>
        <translation>Die %1 davor kamen aus einem früheren gespeicherten Zustand.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Give saved states more room</source>
        <translation>Gespeicherten Zuständen mehr Platz geben</translation>
    </message>
    <message>
        <source>Kept longest</source>
        <translation>Wird am längsten behalten</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states</source>
        <translation>Zustände dieses Chats behalten</translation>
    </message>
    <message>
        <source>Keep this model&apos;s states</source>
        <translation>Zustände dieses Modells behalten</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
</context>
<context>
    <name>eddy::SearchViewModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>in %n chat(s)</source>
        <extracomment>the second half of &quot;12 places in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>in %n Chat</numerusform>
            <numerusform>in %n Chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) %1</source>
        <extracomment>%1 is &quot;in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%n Stelle %1</numerusform>
            <numerusform>%n Stellen %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::Shortcuts</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This is no key.</source>
        <translation>Das ist keine Taste.</translation>
    </message>
    <message>
        <source>%1 alone is needed for writing: hold Ctrl or Alt with it, or take a function key.</source>
        <translation>%1 allein wird zum Schreiben gebraucht: Halten Sie Strg oder Alt dazu, oder nehmen Sie eine Funktionstaste.</translation>
    </message>
    <message>
        <source>%1 is needed in text fields.</source>
        <translation>%1 wird in Textfeldern gebraucht.</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1 gehört schon zu „%2“.</translation>
    </message>
</context>
<context>
    <name>eddy::SidebarModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
</context>
<context>
    <name>eddy::SpokenText</name>
    <message>
        <source>Thinking.</source>
        <translation>Denkt nach.</translation>
    </message>
    <message numerus="yes">
        <source>Thought about it in %n words.</source>
        <translation>
            <numerusform>In %n Wort darüber nachgedacht.</numerusform>
            <numerusform>In %n Wörtern darüber nachgedacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block, %n lines.</source>
        <translation>
            <numerusform>Code, %n Zeile.</numerusform>
            <numerusform>Code, %n Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block in %1, %n lines.</source>
        <translation>
            <numerusform>Code in %1, %n Zeile.</numerusform>
            <numerusform>Code in %1, %n Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::StateLibraryViewModel</name>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>Gelesenes Dokument</translation>
    </message>
    <message>
        <source>Tuned state</source>
        <translation>Angepasster Zustand</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>Gespeicherter Punkt</translation>
    </message>
    <message>
        <source>Load %1 to start a chat with it.</source>
        <translation>Laden Sie %1, um damit einen Chat zu beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>Made with %1. The model that is loaded would read its %n tokens again.</source>
        <translation>
            <numerusform>Entstanden mit %1. Das geladene Modell würde sein %n Token neu lesen.</numerusform>
            <numerusform>Entstanden mit %1. Das geladene Modell würde seine %n Token neu lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made with %1: it does not fit the model that is loaded.</source>
        <translation>Entstanden mit %1: Er passt nicht zum geladenen Modell.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>in memory, until the private chat is closed</source>
        <translation>im Arbeitsspeicher, bis der private Chat geschlossen wird</translation>
    </message>
    <message>
        <source>A tuned state: it has read nothing, and there is no text to show.</source>
        <translation>Ein angepasster Zustand: Er hat nichts gelesen, es gibt keinen Text zu zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message.</source>
        <translation>
            <numerusform>%n Token wurde vor der ersten Nachricht gelesen.</numerusform>
            <numerusform>%n Token wurden vor der ersten Nachricht gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</source>
        <translation>
            <numerusform>%n Token wurde vor der ersten Nachricht gelesen. Welches, ist nicht bekannt: Der Zustand lässt sich nicht noch einmal erzeugen.</numerusform>
            <numerusform>%n Token wurden vor der ersten Nachricht gelesen. Welche, ist nicht bekannt: Der Zustand lässt sich nicht noch einmal erzeugen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved states, %1. They are never dropped to make room.</source>
        <translation>
            <numerusform>%n gespeicherter Zustand, %1. Er wird nie verdrängt, um Platz zu schaffen.</numerusform>
            <numerusform>%n gespeicherte Zustände, %1. Sie werden nie verdrängt, um Platz zu schaffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This state does not fit the model that is loaded.</source>
        <translation>Dieser Zustand passt nicht zum geladenen Modell.</translation>
    </message>
    <message>
        <source>There is no state in this file that the loaded model could begin with.</source>
        <translation>In dieser Datei ist kein Zustand, mit dem das geladene Modell beginnen könnte.</translation>
    </message>
    <message>
        <source>The file of this state is damaged or missing.</source>
        <translation>Die Datei dieses Zustands ist beschädigt oder fehlt.</translation>
    </message>
    <message>
        <source>This state was written by a newer version of Eddy.</source>
        <translation>Dieser Zustand wurde von einer neueren Version von Eddy geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>„%1“ ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
</context>
<context>
    <name>eddy::StatesViewModel</name>
    <message>
        <source>Read: %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>A chat that is gone</source>
        <translation>Ein Chat, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>%1 of %2 in use.</source>
        <translation>%1 von %2 belegt.</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notizbuch</translation>
    </message>
</context>
<context>
    <name>eddy::TimeTravel</name>
    <message>
        <source>As of turn %1 of %2</source>
        <translation>Stand nach Runde %1 von %2</translation>
    </message>
    <message>
        <source>Its state is kept: nothing is read again.</source>
        <translation>Ihr Zustand ist aufbewahrt: Nichts wird noch einmal gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</source>
        <translation>
            <numerusform>Zustände eines privaten Chats bleiben im Arbeitsspeicher, solange Platz ist: Höchstens etwa %n Token wird neu gelesen.</numerusform>
            <numerusform>Zustände eines privaten Chats bleiben im Arbeitsspeicher, solange Platz ist: Höchstens etwa %n Token werden neu gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its state is not kept: about %n tokens are read again.</source>
        <translation>
            <numerusform>Ihr Zustand ist nicht aufbewahrt: Etwa %n Token wird neu gelesen.</numerusform>
            <numerusform>Ihr Zustand ist nicht aufbewahrt: Etwa %n Token werden neu gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TransferViewModel</name>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Checking and opening %1…</source>
        <translation>%1 wird geprüft und geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>%1 holds no chat that Eddy knows. It opens its own chat files and those of ChatGPT, LM Studio and GPT4All.</source>
        <translation>%1 enthält keinen Chat, den Eddy kennt. Es öffnet eigene Chatdateien und die von ChatGPT, LM Studio und GPT4All.</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of Eddy. Update Eddy to open it.</source>
        <translation>%1 wurde von einer neueren Version von Eddy gespeichert. Aktualisieren Sie Eddy, um es zu öffnen.</translation>
    </message>
    <message>
        <source>%1 is damaged. Nothing was taken over; get the file again from where it came from.</source>
        <translation>%1 ist beschädigt. Nichts wurde übernommen; holen Sie die Datei noch einmal von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 could not be saved: the disk is full. Free some space or choose another place.</source>
        <translation>%1 konnte nicht gespeichert werden: Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 could not be opened: the disk is full. Free some space and try again.</source>
        <translation>%1 konnte nicht geöffnet werden: Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be saved there. Choose another folder.</source>
        <translation>%1 konnte dort nicht gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be opened. Check that you may read it, then try again.</source>
        <translation>%1 konnte nicht geöffnet werden. Prüfen Sie, ob Sie es lesen dürfen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were taken over.</source>
        <translation>
            <numerusform>%n Chat wurde übernommen.</numerusform>
            <numerusform>%n Chats wurden übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This chat was held with %1. With that model it goes on at once; another one reads it again first.</source>
        <translation>Dieser Chat wurde mit %1 geführt. Mit diesem Modell geht er sofort weiter; ein anderes liest ihn erst neu.</translation>
    </message>
    <message>
        <source>This chat was held with %1. Another model may answer otherwise.</source>
        <translation>Dieser Chat wurde mit %1 geführt. Ein anderes Modell antwortet vielleicht anders.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved state(s) could not be used here; the chat is read again where they are missing.</source>
        <translation>
            <numerusform>%n gespeicherter Zustand war hier nicht verwendbar; der Chat wird neu gelesen, wo er fehlt.</numerusform>
            <numerusform>%n gespeicherte Zustände waren hier nicht verwendbar; der Chat wird neu gelesen, wo sie fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were saved in %1.</source>
        <translation>
            <numerusform>%n Chat wurde in %1 gespeichert.</numerusform>
            <numerusform>%n Chats wurden in %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving chat %1 of %2…</source>
        <translation>Chat %1 von %2 wird gespeichert …</translation>
    </message>
    <message>
        <source>No font of this computer has these letters, which are empty boxes in the PDF: %1. Install fonts that have them (on Debian fonts-noto-cjk, for Chinese, Japanese and Korean) and save it again.</source>
        <translation>Keine Schrift dieses Computers hat diese Zeichen, die im PDF leere Kästchen sind: %1. Installieren Sie Schriften, die sie haben (unter Debian fonts-noto-cjk für Chinesisch, Japanisch und Koreanisch), und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>eddy::UpdatesViewModel</name>
    <message>
        <source>The answer is not signed by Eddy’s publisher, so it was thrown away.</source>
        <translation>Die Antwort ist nicht vom Herausgeber von Eddy signiert und wurde verworfen.</translation>
    </message>
    <message>
        <source>The answer is meant for a later version of Eddy.</source>
        <translation>Die Antwort ist für eine spätere Version von Eddy bestimmt.</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>Die Antwort konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>This copy was built without an address to ask.</source>
        <translation>Diese Kopie wurde ohne eine Adresse zum Nachfragen gebaut.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>Eddy %1 is the newest version.</source>
        <translation>Eddy %1 ist die neueste Version.</translation>
    </message>
    <message>
        <source>Eddy %1 of %2 is there. This is %3.</source>
        <translation>Eddy %1 vom %2 ist da. Dies ist %3.</translation>
    </message>
    <message>
        <source>This is Eddy %1. Nobody was asked for a newer one yet.</source>
        <translation>Dies ist Eddy %1. Nach einer neueren Version wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>It came with your system’s packages: they bring the new version.</source>
        <translation>Es kam mit den Paketen Ihres Systems: Sie bringen die neue Version.</translation>
    </message>
    <message>
        <source>It was built from its sources: get the new ones and build again.</source>
        <translation>Es wurde aus dem Quelltext gebaut: Holen Sie den neuen und bauen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The new installer is checked after the download and lies in your models’ download list; start it when it suits you.</source>
        <translation>Das neue Installationsprogramm wird nach dem Herunterladen geprüft und liegt in der Downloadliste der Modelle; starten Sie es, wann es Ihnen passt.</translation>
    </message>
    <message>
        <source>There is no package for this kind of computer yet.</source>
        <translation>Für diese Art Rechner gibt es noch kein Paket.</translation>
    </message>
</context>
<context>
    <name>eddy::VaultViewModel</name>
    <message>
        <source>Wait until nothing is being written or read, or stop it first.</source>
        <translation>Warten Sie, bis nichts mehr geschrieben oder gelesen wird, oder halten Sie es vorher an.</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>Angehalten. Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>That is not the passphrase. Look at capital letters and the keyboard layout.</source>
        <translation>Das ist nicht die Passphrase. Prüfen Sie Großbuchstaben und Tastaturbelegung.</translation>
    </message>
    <message>
        <source>Chats, documents and saved states are encrypted now. The passphrase is asked for at the next start.</source>
        <translation>Chats, Dokumente und gespeicherte Zustände sind jetzt verschlüsselt. Beim nächsten Start wird nach der Passphrase gefragt.</translation>
    </message>
    <message>
        <source>The encryption is off.</source>
        <translation>Die Verschlüsselung ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The new passphrase is set. The old one opens nothing any more, copies made earlier aside.</source>
        <translation>Die neue Passphrase gilt. Die alte öffnet nichts mehr, außer früher gemachten Kopien.</translation>
    </message>
</context>
<context>
    <name>eddy::Welcome</name>
    <message>
        <source>This computer has %1 of memory.</source>
        <translation>Dieser Rechner hat %1 Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>A larger model knows more: RWKV-7 G1 with 1.5 billion parameters takes about 1 GB in 4 bits.</source>
        <translation>Ein größeres Modell weiß mehr: RWKV-7 G1 mit 1,5 Milliarden Parametern braucht etwa 1 GB in 4 Bit.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 0.4 billion parameters fits: about 0.3 GB in 4 bits.</source>
        <translation>RWKV-7 G1 mit 0,4 Milliarden Parametern passt: etwa 0,3 GB in 4 Bit.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 1.5 billion parameters fits well: about 1 GB in 4 bits.</source>
        <translation>RWKV-7 G1 mit 1,5 Milliarden Parametern passt gut: etwa 1 GB in 4 Bit.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 2.9 billion parameters fits well: about 2 GB in 4 bits.</source>
        <translation>RWKV-7 G1 mit 2,9 Milliarden Parametern passt gut: etwa 2 GB in 4 Bit.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 7.2 billion parameters fits well: about 4.5 GB in 4 bits.</source>
        <translation>RWKV-7 G1 mit 7,2 Milliarden Parametern passt gut: etwa 4,5 GB in 4 Bit.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 13.3 billion parameters fits well: about 8 GB in 4 bits.</source>
        <translation>RWKV-7 G1 mit 13,3 Milliarden Parametern passt gut: etwa 8 GB in 4 Bit.</translation>
    </message>
</context>
</TS>
