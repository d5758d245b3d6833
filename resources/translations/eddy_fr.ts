<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>Chat with recurrent language models on your own computer. Eddy keeps what the model has read beside the text, so that a conversation goes on at once after any pause.</source>
        <translation>Discuter avec des modèles de langage récurrents sur son propre ordinateur. Eddy conserve à côté du texte ce que le modèle a lu&#xa0;: une conversation reprend aussitôt après n’importe quelle pause.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt (LGPL 3) and SQLite; icons by Lucide (ISC); fonts Inter and JetBrains Mono (OFL 1.1). Nothing you write leaves this computer.</source>
        <translation>Licence Apache 2.0. Construit avec Qt (LGPL 3) et SQLite&#xa0;; icônes de Lucide (ISC)&#xa0;; polices Inter et JetBrains Mono (OFL 1.1). Rien de ce que vous écrivez ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AboveComposer</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Teal</source>
        <translation>Bleu canard</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Graphite</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Couleur d’accentuation</translation>
    </message>
</context>
<context>
    <name>AccessibilitySection</name>
    <message>
        <source>Accessibility</source>
        <translation>Accessibilité</translation>
    </message>
    <message>
        <source>Answers read aloud by a screen reader</source>
        <translation>Lecture des réponses par un lecteur d’écran</translation>
    </message>
    <message>
        <source>Each sentence as soon as it is whole, or everything at the end. Code is only named, with its number of lines.</source>
        <translation>Chaque phrase dès qu’elle est complète, ou tout à la fin. Le code est seulement annoncé, avec son nombre de lignes.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>Par phrase</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins d’animations</translation>
    </message>
    <message>
        <source>Nothing fades, slides or pulses.</source>
        <translation>Rien ne s’estompe, ne glisse ni ne clignote.</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Download from an address</source>
        <translation>Télécharger depuis une adresse</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>Télécharger %1 depuis une adresse</translation>
    </message>
    <message>
        <source>https://…/model.gguf</source>
        <translation>https://…/model.gguf</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>Adresse du fichier</translation>
    </message>
    <message>
        <source>SHA-256, if its makers tell it</source>
        <translation>SHA-256, si ses auteurs l’indiquent</translation>
    </message>
    <message>
        <source>Only https addresses. Eddy asks this host for the file and tells it nothing else.</source>
        <translation>Uniquement des adresses https. Eddy demande le fichier à cet hôte et ne lui dit rien d’autre.</translation>
    </message>
    <message>
        <source>Eddy will ask %1 for the file and tells it nothing else. Without a checksum the file is checked by its size and by opening it.</source>
        <translation>Eddy demandera le fichier à %1 et ne lui dit rien d’autre. Sans somme de contrôle, le fichier est vérifié par sa taille et en l’ouvrant.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Set</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>This will not do: %1</source>
        <translation>Cela ne va pas&#xa0;: %1</translation>
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
        <translation>Ne choisit que parmi ce nombre de mots.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out words that are much less likely than the best one.</source>
        <translation>Écarte les mots bien moins probables que le meilleur.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Pénalité de fréquence</translation>
    </message>
    <message>
        <source>Grows with every further use of a word.</source>
        <translation>Augmente à chaque nouvel emploi d’un mot.</translation>
    </message>
    <message>
        <source>Penalty decay</source>
        <translation>Décroissance des pénalités</translation>
    </message>
    <message>
        <source>How slowly earlier words are forgiven: 1 never forgives.</source>
        <translation>Lenteur avec laquelle les mots passés sont pardonnés&#xa0;: 1 ne pardonne jamais.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Pénalité de répétition</translation>
    </message>
    <message>
        <source>Divides the chance of words that were used already.</source>
        <translation>Divise la probabilité des mots déjà employés.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same number gives the same answer. Empty: a new one each time.</source>
        <translation>Le même nombre donne la même réponse. Vide&#xa0;: un nouveau à chaque fois.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aléatoire</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>S’arrêter à</translation>
    </message>
    <message>
        <source>Texts that end an answer, one on each line.</source>
        <translation>Textes qui terminent une réponse, un par ligne.</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as the text so far, up to this share.</source>
        <translation>Préfère les mots à peu près aussi surprenants que le texte jusqu’ici, jusqu’à cette part.</translation>
    </message>
</context>
<context>
    <name>AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads to compute with. The model is loaded again with the new number.</source>
        <translation>Threads du processeur utilisés pour le calcul. Le modèle est rechargé avec le nouveau nombre.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Begin anew with the settings</source>
        <translation>Repartir de zéro avec les paramètres</translation>
    </message>
    <message>
        <source>Chats, models, presets, personas, keys, hosts and the data folder stay as they are.</source>
        <translation>Les discussions, modèles, préréglages, personas, raccourcis, hôtes et le dossier de données restent tels quels.</translation>
    </message>
    <message>
        <source>Put all settings back…</source>
        <translation>Rétablir tous les paramètres…</translation>
    </message>
    <message>
        <source>Put all settings back?</source>
        <translation>Rétablir tous les paramètres ?</translation>
    </message>
    <message>
        <source>Appearance, language, generation, devices and notifications will be as after the first start, at once.</source>
        <translation>L’apparence, la langue, la génération, les appareils et les notifications redeviennent aussitôt comme au premier démarrage.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Put all settings back</source>
        <translation>Rétablir tous les paramètres</translation>
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
        <translation>Réponses côte à côte</translation>
    </message>
    <message numerus="yes">
        <source>%n answers to the next question</source>
        <translation>
            <numerusform>%n réponse à la prochaine question</numerusform>
            <numerusform>%n réponses à la prochaine question</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerDetails</name>
    <message>
        <source>How this answer came about</source>
        <translation>Comment cette réponse est née</translation>
    </message>
    <message>
        <source>Written at %1 tokens/s, the first one after %2 s.</source>
        <translation>Écrit à %1 jetons/s, le premier après %2 s.</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>L’état enregistré a servi&#xa0;: rien n’a dû être relu.</translation>
    </message>
    <message>
        <source>Tokens read again: %1, because %2.</source>
        <translation>Jetons relus&#xa0;: %1, car %2.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AnswerMenu</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>2 more answers, side by side</source>
        <translation>2 réponses de plus, côte à côte</translation>
    </message>
    <message>
        <source>4 more answers, side by side</source>
        <translation>4 réponses de plus, côte à côte</translation>
    </message>
    <message>
        <source>8 more answers, side by side</source>
        <translation>8 réponses de plus, côte à côte</translation>
    </message>
    <message>
        <source>Save this point as…</source>
        <translation>Enregistrer ce point sous…</translation>
    </message>
    <message>
        <source>Ask as of this point…</source>
        <translation>Poser une question à partir d’ici…</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>Laisser ce tour de côté</translation>
    </message>
    <message>
        <source>Token probabilities…</source>
        <translation>Probabilités des jetons…</translation>
    </message>
</context>
<context>
    <name>AnswerShape</name>
    <message>
        <source>Shape of the answer</source>
        <translation>Forme de la réponse</translation>
    </message>
    <message>
        <source>Makes the model write only what fits, to the last character. Good for data that another program reads.</source>
        <translation>Le modèle n’écrit que ce qui convient, au caractère près. Utile pour des données que lit un autre programme.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>Schéma JSON</translation>
    </message>
    <message>
        <source>Grammar (GBNF)</source>
        <translation>Grammaire (GBNF)</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammaire</translation>
    </message>
</context>
<context>
    <name>AnswerSliders</name>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.</source>
        <translation>Basse, elle s’en tient aux mots les plus probables&#xa0;; haute, elle surprend davantage. 0 donne chaque fois la même réponse.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Chooses only among the likeliest words that together make up this share.</source>
        <translation>Ne choisit que parmi les mots les plus probables qui forment ensemble cette part.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>Moins de répétitions</translation>
    </message>
    <message>
        <source>Presence penalty: makes words that were already used less likely.</source>
        <translation>Pénalité de présence&#xa0;: rend moins probables les mots déjà employés.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Réponse la plus longue</translation>
    </message>
    <message>
        <source>In tokens; a token is about three quarters of a word.</source>
        <translation>En jetons&#xa0;; un jeton fait environ trois quarts d’un mot.</translation>
    </message>
    <message>
        <source>Fewer controls</source>
        <translation>Moins de réglages</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>Plus de réglages</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
    <message>
        <source>Some models think before they answer. Where a model lets that be chosen, it can be switched off or on.</source>
        <translation>Certains modèles réfléchissent avant de répondre. Quand le modèle laisse le choix, cela peut être activé ou non.</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>Comme le modèle veut</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Longest thinking</source>
        <translation>Réflexion la plus longue</translation>
    </message>
    <message>
        <source>In tokens. Then its thinking is ended and the model answers.</source>
        <translation>En tokens. Ensuite la réflexion est close et le modèle répond.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>toute</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>“System” follows the desktop.</source>
        <translation>«&#xa0;Système&#xa0;» suit le bureau.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Everything in the app grows and shrinks with it.</source>
        <translation>Tout dans l’application grandit et rétrécit avec elle.</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Couleur d’accentuation</translation>
    </message>
    <message>
        <source>Of buttons, links and what is chosen.</source>
        <translation>Celle des boutons, des liens et de ce qui est choisi.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>How much room there is between things.</source>
        <translation>L’espace laissé entre les éléments.</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Aérée</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacte</translation>
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
        <translation>Interroger à partir d’une page</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>À partir de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ask as of %1</source>
        <translation>Interroger à partir de&#xa0;: %1</translation>
    </message>
    <message>
        <source>A new chat with the state that was kept at the end of %1</source>
        <translation>Une nouvelle discussion avec l’état conservé à la fin de&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>Model: %1</source>
        <translation>Modèle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>Arrêté ici.</translation>
    </message>
    <message>
        <source>Interrupted: the app closed while this was being written.</source>
        <translation>Interrompu&#xa0;: l’application s’est fermée pendant l’écriture.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>BranchStepper</name>
    <message>
        <source>Previous version</source>
        <translation>Version précédente</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 sur %2</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Version suivante</translation>
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
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>By address…</source>
        <translation>Par adresse…</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>Télécharger %1</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>Télécharger %1 depuis une adresse</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Licence&#xa0;: %1</translation>
    </message>
    <message>
        <source>Licence: %1 · %2</source>
        <translation>Licence&#xa0;: %1 · %2</translation>
    </message>
    <message>
        <source>Address and checksum not known: get it where its makers publish it.</source>
        <translation>Adresse et somme de contrôle inconnues&#xa0;: à récupérer là où ses auteurs le publient.</translation>
    </message>
    <message>
        <source>Address and checksum not known. Published by: %1</source>
        <translation>Adresse et somme de contrôle inconnues. Publié par&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Search the catalogue</source>
        <translation>Chercher dans le catalogue</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Ce qui tient</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>Purement récurrents</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>An address to update from can be set in the settings, under Privacy</source>
        <translation>Une adresse de mise à jour peut être définie dans les paramètres, sous «&#xa0;Confidentialité&#xa0;»</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Demande d’un catalogue plus récent…</translation>
    </message>
    <message>
        <source>%1. Sizes and licences as published; read a model&apos;s card before you use it.</source>
        <translation>%1. Tailles et licences telles que publiées&#xa0;; lisez la fiche d’un modèle avant de l’utiliser.</translation>
    </message>
    <message>
        <source>Catalogue of models</source>
        <translation>Catalogue de modèles</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Rien de ce genre</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>Chercher dans cette discussion</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Ajouter des documents</translation>
    </message>
    <message>
        <source>Persona and answers of this chat</source>
        <translation>Persona et réponses de cette discussion</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>Remonter dans cette discussion</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Arrêter la réponse</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>Renommer cette discussion</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Épingler ou détacher cette discussion</translation>
    </message>
    <message>
        <source>Archive this chat or take it back</source>
        <translation>Archiver cette discussion ou la reprendre</translation>
    </message>
    <message>
        <source>Move this chat to a folder</source>
        <translation>Déplacer cette discussion dans un dossier</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Dupliquer cette discussion</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>Supprimer cette discussion</translation>
    </message>
    <message>
        <source>Open chat files</source>
        <translation>Ouvrir des fichiers de discussion</translation>
    </message>
    <message>
        <source>Save this chat as a file</source>
        <translation>Enregistrer cette discussion dans un fichier</translation>
    </message>
    <message>
        <source>Save all chats as files</source>
        <translation>Enregistrer toutes les conversations comme fichiers</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Imprimer cette discussion</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>Discussion privée</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Annuler la suppression</translation>
    </message>
</context>
<context>
    <name>ChatDropArea</name>
    <message>
        <source>Drop to open this chat</source>
        <translation>Déposer pour ouvrir cette discussion</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Open chat files</source>
        <translation>Ouvrir des fichiers de discussion</translation>
    </message>
    <message>
        <source>Chats (*.eddy *.json *.chat *.md)</source>
        <translation>Discussions (*.eddy *.json *.chat *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>ChatFolderDialog</name>
    <message>
        <source>Move to folder</source>
        <translation>Déplacer dans un dossier</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Renommer le dossier</translation>
    </message>
    <message>
        <source>Name of a folder, new or not</source>
        <translation>Nom d’un dossier, nouveau ou non</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Aucun dossier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Answers are made on this computer and can be wrong. Shift+Enter breaks the line.</source>
        <translation>Les réponses sont produites sur cet ordinateur et peuvent être fausses. Maj+Entrée va à la ligne.</translation>
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
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>ChatStyleBar</name>
    <message>
        <source>Own instructions</source>
        <translation>Instructions propres</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>Choisir une persona</translation>
    </message>
    <message>
        <source>Persona of this chat: %1</source>
        <translation>Persona de cette discussion&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answers as in general</source>
        <translation>Réponses comme en général</translation>
    </message>
    <message>
        <source>How this chat is answered</source>
        <translation>Comment cette discussion reçoit ses réponses</translation>
    </message>
    <message>
        <source>Answers of this chat: %1</source>
        <translation>Réponses de cette discussion&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ChatStyleDialog</name>
    <message>
        <source>This chat</source>
        <translation>Cette discussion</translation>
    </message>
    <message>
        <source>Persona and instructions</source>
        <translation>Persona et instructions</translation>
    </message>
    <message>
        <source>Instructions for this chat</source>
        <translation>Instructions pour cette discussion</translation>
    </message>
    <message>
        <source>Empty: the general instructions of the settings</source>
        <translation>Vide&#xa0;: les instructions générales des paramètres</translation>
    </message>
    <message>
        <source>Use these instructions</source>
        <translation>Utiliser ces instructions</translation>
    </message>
    <message>
        <source>Use them and read again</source>
        <translation>Les utiliser et relire</translation>
    </message>
    <message>
        <source>Save as a persona…</source>
        <translation>Enregistrer comme persona…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Counts from the next answer on.</source>
        <translation>Vaut à partir de la prochaine réponse.</translation>
    </message>
    <message>
        <source>As in general</source>
        <translation>Comme en général</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propres</translation>
    </message>
    <message>
        <source>Save the instructions as a persona</source>
        <translation>Enregistrer les instructions comme persona</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
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
        <translation>Code en %1</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Enregistrer le code</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Appel d’outil</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Résultat d’un outil</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1 : %n ligne</numerusform>
            <numerusform>%1 : %n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Afficher %n partie de plus</numerusform>
            <numerusform>Afficher %n parties de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeBlockHeader</name>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>Do not wrap long lines</source>
        <translation>Ne pas couper les longues lignes</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Couper les longues lignes</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>Replier</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do? Or the title of a chat</source>
        <translation>Que voulez-vous faire&#xa0;? Ou le titre d’une discussion</translation>
    </message>
    <message>
        <source>No command and no chat is called that</source>
        <translation>Aucune commande ni discussion ne porte ce nom</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Arrêter (Échap)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Joindre des documents</translation>
    </message>
</context>
<context>
    <name>ConversationItem</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>Déplacer dans un dossier…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sortir des archives</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>En sélectionner plusieurs</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n chat(s)</source>
        <translation>
            <numerusform>Supprimer %n discussion</numerusform>
            <numerusform>Supprimer %n discussions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationTitle</name>
    <message>
        <source>Conversation title</source>
        <translation>Titre de la conversation</translation>
    </message>
</context>
<context>
    <name>DeleteModelDialog</name>
    <message>
        <source>Really put it into the bin?</source>
        <translation>Vraiment le mettre à la corbeille&#xa0;?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1&#xa0;?</translation>
    </message>
    <message>
        <source>The file is deleted at once and cannot be brought back. Your chats stay.</source>
        <translation>Le fichier est supprimé aussitôt et ne pourra pas être récupéré. Vos discussions restent.</translation>
    </message>
    <message>
        <source>Other programs that use this file will miss it:</source>
        <translation>Il manquera à d’autres programmes qui utilisent ce fichier&#xa0;:</translation>
    </message>
    <message>
        <source>Eddy did not download or make this file. It is put into the system&apos;s bin, and other programs may miss it. Your chats stay.</source>
        <translation>Eddy n’a ni téléchargé ni créé ce fichier. Il est mis à la corbeille du système et pourrait manquer à d’autres programmes. Vos discussions restent.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Yes, into the bin</source>
        <translation>Oui, à la corbeille</translation>
    </message>
    <message>
        <source>Into the bin…</source>
        <translation>Mettre à la corbeille…</translation>
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
        <translation>utilisé</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>le plus rapide</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Run models on %1</source>
        <translation>Exécuter les modèles sur %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autotest</translation>
    </message>
    <message>
        <source>Compares every operation with a plain calculation</source>
        <translation>Compare chaque opération à un calcul simple</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Tester %1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>Mesurer %1</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Software driver, through %1</source>
        <translation>Pilote logiciel, par %1</translation>
    </message>
    <message>
        <source>Graphics of the processor, through %1</source>
        <translation>Puce graphique du processeur, par %1</translation>
    </message>
    <message>
        <source>Virtual graphics, through %1</source>
        <translation>Carte graphique virtuelle, par %1</translation>
    </message>
    <message>
        <source>Graphics card, through %1</source>
        <translation>Carte graphique, par %1</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%1 de mémoire libre sur %2</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 de mémoire</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>pilote %1</translation>
    </message>
    <message>
        <source>Reads %1 of weights a second when it writes; %2 billion operations a second when it reads</source>
        <translation>Lit %1 de poids par seconde quand il écrit ; %2 milliards d’opérations par seconde quand il lit</translation>
    </message>
    <message>
        <source>The last test ended early: %1</source>
        <translation>Le dernier test s’est arrêté trop tôt : %1</translation>
    </message>
    <message numerus="yes">
        <source>Self-test: %n operation(s) computed wrongly: %1</source>
        <translation>
            <numerusform>Autotest : %n opération fausse : %1</numerusform>
            <numerusform>Autotest : %n opérations fausses : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right, %1 that only some models need are missing</source>
        <translation>
            <numerusform>Autotest : %n opération juste, il en manque %1 dont seuls certains modèles ont besoin</numerusform>
            <numerusform>Autotest : les %n opérations sont justes, il en manque %1 dont seuls certains modèles ont besoin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right</source>
        <translation>
            <numerusform>Autotest : %n opération juste</numerusform>
            <numerusform>Autotest : les %n opérations sont justes</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Inutilisable : %1</translation>
    </message>
    <message>
        <source>Not used by itself: its self-test found wrong results. Update its driver and test it again.</source>
        <translation>N’est pas utilisé de lui-même : l’autotest a trouvé des résultats faux. Mettez son pilote à jour et recommencez le test.</translation>
    </message>
    <message>
        <source>Not used by itself: this driver computes on the processor, more slowly than Eddy does.</source>
        <translation>N’est pas utilisé de lui-même : ce pilote calcule sur le processeur, plus lentement qu’Eddy.</translation>
    </message>
    <message>
        <source>Too little memory for %1, which needs %2.</source>
        <translation>Trop peu de mémoire pour %1, qui a besoin de %2.</translation>
    </message>
    <message>
        <source>%1 of %2 layers of %3 lie here</source>
        <translation>%1 des %2 couches de %3 se trouvent ici</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Retour à la discussion</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Rechercher à nouveau les appareils</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>Tout mesurer</translation>
    </message>
    <message>
        <source>Takes a few seconds a device. Answers go first: a question stops it.</source>
        <translation>Quelques secondes par appareil. Les réponses passent d’abord : une question l’arrête.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>Où tournent les modèles</translation>
    </message>
    <message>
        <source>Chosen automatically among the processor and the graphics cards.</source>
        <translation>Choisi automatiquement entre le processeur et les cartes graphiques.</translation>
    </message>
    <message>
        <source>On the device that you chose.</source>
        <translation>Sur l’appareil que vous avez choisi.</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>Appareils…</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Document %1</source>
        <translation>Document %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Suspendre la lecture</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Continuer la lecture</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Afficher le texte</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lecture de %1</translation>
    </message>
    <message>
        <source>Answer from</source>
        <translation>Répondre d’après</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>La mémoire</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Les passages</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Paragraphe</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Stop reading and forget what was read</source>
        <translation>Arrêter la lecture et oublier ce qui a été lu</translation>
    </message>
    <message>
        <source>Once more shows the next document</source>
        <translation>Encore une fois affiche le document suivant</translation>
    </message>
    <message>
        <source>Show next text</source>
        <translation>Afficher le texte suivant</translation>
    </message>
</context>
<context>
    <name>DocumentDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>Déposer pour charger ce modèle</translation>
    </message>
    <message>
        <source>Drop to read</source>
        <translation>Déposer pour lire</translation>
    </message>
    <message>
        <source>PDF, Word, e-books, web pages, mail, tables, code, text, a folder of them, or selected text</source>
        <translation>PDF, Word, livres numériques, pages web, courriels, tableaux, code, texte, un dossier qui en contient, ou du texte sélectionné</translation>
    </message>
</context>
<context>
    <name>DocumentItem</name>
    <message>
        <source>not read yet</source>
        <translation>pas encore lu</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>lu par %1</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 conservés</translation>
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
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Show the text of %1</source>
        <translation>Afficher le texte de %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Read together with others</source>
        <translation>Lire avec d’autres</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Read %1 together with others</source>
        <translation>Lire %1 avec d’autres</translation>
    </message>
    <message>
        <source>Leave %1 out, it is number %2</source>
        <translation>Laisser %1 de côté, c’est le numéro %2</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of %1</source>
        <translation>Texte de %1</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Afficher comme</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Close the text (Esc)</source>
        <translation>Fermer le texte (Échap)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Les passages</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>Poser une question là-dessus</translation>
    </message>
    <message>
        <source>About &quot;%1&quot;: </source>
        <translation>À propos de «&#xa0;%1&#xa0;»&#xa0;: </translation>
    </message>
    <message>
        <source>Summarise this</source>
        <translation>Résumer ceci</translation>
    </message>
    <message>
        <source>Summarize this text in one line.
%1</source>
        <translation>Résume ce texte en une ligne.
%1</translation>
    </message>
    <message>
        <source>Next document of this chat</source>
        <translation>Document suivant de cette conversation</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 s left</source>
        <translation>encore %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>encore %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>encore %1 h</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>Le fichier a disparu</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted. Drop it again from where it is now.</source>
        <translation>Il a été déplacé, renommé ou supprimé. Déposez-le à nouveau depuis son emplacement actuel.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier ne peut pas être lu</translation>
    </message>
    <message>
        <source>Check its permissions and whether its disk or network folder is there, then try again.</source>
        <translation>Vérifiez ses droits d’accès et la présence de son disque ou dossier réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>Il ne contient pas de texte</translation>
    </message>
    <message>
        <source>The file is empty or holds no words.</source>
        <translation>Le fichier est vide ou ne contient aucun mot.</translation>
    </message>
    <message>
        <source>This is not text</source>
        <translation>Ce n’est pas du texte</translation>
    </message>
    <message>
        <source>Its name says text, its content does not. Open it with the program it belongs to and save it as PDF or text.</source>
        <translation>Son nom annonce du texte, mais pas son contenu. Ouvrez-le avec son programme et enregistrez-le en PDF ou en texte.</translation>
    </message>
    <message>
        <source>Eddy does not read this kind of file</source>
        <translation>Eddy ne lit pas ce type de fichier</translation>
    </message>
    <message>
        <source>It reads PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, mail, tables, source code and plain text.</source>
        <translation>Sont lus&#xa0;: PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, courriels, tableaux, code source et texte brut.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Le fichier est endommagé</translation>
    </message>
    <message>
        <source>The file is locked</source>
        <translation>Le fichier est verrouillé</translation>
    </message>
    <message>
        <source>A PDF can be opened with its password here. Save other files without a password first.</source>
        <translation>Un PDF peut être ouvert ici avec son mot de passe. Enregistrez d’abord les autres fichiers sans mot de passe.</translation>
    </message>
    <message>
        <source>The password does not open it</source>
        <translation>Le mot de passe ne l’ouvre pas</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, and try again.</source>
        <translation>Vérifiez les majuscules et la disposition du clavier, puis réessayez.</translation>
    </message>
    <message>
        <source>These are pictures of pages</source>
        <translation>Ce sont des images de pages</translation>
    </message>
    <message>
        <source>There is no text in them yet. Text recognition can read them when the program Tesseract is installed.</source>
        <translation>Elles ne contiennent pas encore de texte. La reconnaissance de texte peut les lire si le programme Tesseract est installé.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Le fichier est trop volumineux</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>La lecture du fichier a pris trop de temps</translation>
    </message>
    <message>
        <source>It was given up. Saving it anew with another program often helps.</source>
        <translation>Elle a été abandonnée. L’enregistrer à nouveau avec un autre programme aide souvent.</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>Le fichier n’a pas pu être lu</translation>
    </message>
    <message>
        <source>The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.</source>
        <translation>La partie d’Eddy qui lit les fichiers a échoué sur celui-ci. Tout le reste continue&#xa0;; l’enregistrer à nouveau aide souvent.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>pp. %1–%2</source>
        <translation>p. %1–%2</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Passage %1</source>
        <translation>Passage %1</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 pages</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>The file keeps changing</source>
        <translation>Le fichier change sans cesse</translation>
    </message>
    <message>
        <source>Another program is writing it. Wait until it has finished, or drop a copy of the file.</source>
        <translation>Un autre programme est en train de l’écrire. Attendez qu’il ait terminé, ou déposez une copie du fichier.</translation>
    </message>
    <message>
        <source>Its text could not be saved</source>
        <translation>Son texte n’a pas pu être enregistré</translation>
    </message>
    <message>
        <source>Check that there is free space where Eddy keeps its data (Settings, Storage), then drop the file again.</source>
        <translation>Vérifiez qu’il reste de la place là où Eddy garde ses données (Paramètres, Stockage), puis déposez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>It ends too early, contradicts itself or is not what its name says. Fetch it again, or open and save it with another program.</source>
        <translation>Il finit trop tôt, se contredit ou n’est pas ce que dit son nom. Récupérez-le à nouveau, ou ouvrez-le et enregistrez-le avec un autre programme.</translation>
    </message>
    <message>
        <source>It unpacks to more, or nests deeper, than a document may. Split it and drop the parts.</source>
        <translation>Décompressé, il dépasse ce qu’un document peut contenir, ou il est imbriqué trop profondément. Divisez-le et déposez les parties.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Add documents</source>
        <translation>Ajouter des documents</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>Pas encore de documents</translation>
    </message>
    <message>
        <source>Drop a file anywhere on the window. The model reads it whole, once; then you can ask as often as you like.</source>
        <translation>Déposez un fichier n’importe où sur la fenêtre. Le modèle le lit en entier, une seule fois&#xa0;; ensuite, vous pouvez l’interroger aussi souvent que vous voulez.</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>Lire le presse-papiers</translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation>Fichiers ou texte copiés dans un autre programme (Ctrl+V)</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
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
        <translation>Continuer %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Suspendre %1</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>Retirer %1 de cette liste</translation>
    </message>
    <message>
        <source>Give up %1 and delete what has come</source>
        <translation>Abandonner %1 et supprimer ce qui est arrivé</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Allow %1 and go on</source>
        <translation>Autoriser %1 et continuer</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is on your mind?</source>
        <translation>De quoi voulez-vous parler&#xa0;?</translation>
    </message>
    <message>
        <source>%1. It knows little and makes things up.</source>
        <translation>%1. Il sait peu de choses et en invente.</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>Ouvrir un modèle plus grand…</translation>
    </message>
    <message>
        <source>What is this about?</source>
        <translation>De quoi s’agit-il ?</translation>
    </message>
    <message>
        <source>What are the most important points?</source>
        <translation>Quels sont les points les plus importants ?</translation>
    </message>
    <message>
        <source>Which people and places are named?</source>
        <translation>Quelles personnes et quels lieux sont nommés ?</translation>
    </message>
    <message>
        <source>What is said at the end?</source>
        <translation>Que dit la fin ?</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>Que voulez-vous savoir ?</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>One passphrase for chats, documents and saved states. Eddy asks for it at every start.</source>
        <translation>Une seule phrase secrète pour les discussions, documents et états enregistrés. Eddy la demande à chaque démarrage.</translation>
    </message>
    <message>
        <source>Everything is encrypted</source>
        <translation>Tout est chiffré</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Pas chiffré</translation>
    </message>
    <message>
        <source>Whoever has the disk cannot read it without the passphrase. While Eddy runs, it is open.</source>
        <translation>Qui détient le disque ne peut pas le lire sans la phrase secrète. Tant qu’Eddy fonctionne, tout est ouvert.</translation>
    </message>
    <message>
        <source>Whoever can read the data folder can read your chats. Without the passphrase nobody can open it again, you neither.</source>
        <translation>Qui peut lire le dossier de données peut lire vos discussions. Sans la phrase secrète, personne ne peut le rouvrir, pas même vous.</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>Chiffrer…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Verrouiller maintenant</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Modifier la phrase secrète</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Désactiver…</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>You stopped this.</source>
        <translation>Vous avez arrêté ceci.</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>Ce n’est pas possible tel quel</translation>
    </message>
    <message>
        <source>One of the settings or files does not fit; look at the settings and try again.</source>
        <translation>L’un des paramètres ou fichiers ne convient pas&#xa0;; vérifiez les paramètres, puis réessayez.</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Mémoire insuffisante</translation>
    </message>
    <message>
        <source>This computer has too little free memory for it; close other programs or choose a smaller model.</source>
        <translation>Cet ordinateur n’a pas assez de mémoire libre pour cela&#xa0;; fermez d’autres programmes ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>The model file is not there</source>
        <translation>Le fichier du modèle est introuvable</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; choose a model that exists.</source>
        <translation>Il a peut-être été déplacé ou supprimé&#xa0;; choisissez un modèle qui existe.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier ne peut pas être lu</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk works, then try again.</source>
        <translation>Vérifiez que vous avez le droit de le lire et que son disque fonctionne, puis réessayez.</translation>
    </message>
    <message>
        <source>The file is in use</source>
        <translation>Le fichier est en cours d’utilisation</translation>
    </message>
    <message>
        <source>Another program uses it at the moment; close that and try again.</source>
        <translation>Un autre programme l’utilise en ce moment&#xa0;; fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Nothing more can be saved; free some space and try again.</source>
        <translation>Plus rien ne peut être enregistré&#xa0;; libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>Written by a newer Eddy</source>
        <translation>Écrit par un Eddy plus récent</translation>
    </message>
    <message>
        <source>This version cannot read it and leaves it as it is; update Eddy.</source>
        <translation>Cette version ne peut pas le lire et le laisse tel quel&#xa0;; mettez Eddy à jour.</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>Le fichier du modèle est endommagé</translation>
    </message>
    <message>
        <source>Its contents do not add up, perhaps because a download broke off; get it again or choose another.</source>
        <translation>Son contenu est incohérent, peut-être à cause d’un téléchargement interrompu&#xa0;; récupérez-le à nouveau ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Eddy does not know this kind of file</source>
        <translation>Eddy ne connaît pas ce type de fichier</translation>
    </message>
    <message>
        <source>Choose a model in a format that Eddy reads, such as .safetensors or .gguf.</source>
        <translation>Choisissez un modèle dans un format que lit Eddy, comme .safetensors ou .gguf.</translation>
    </message>
    <message>
        <source>Eddy cannot run this model</source>
        <translation>Eddy ne peut pas exécuter ce modèle</translation>
    </message>
    <message>
        <source>Its network is of a kind that this version does not know; choose another model.</source>
        <translation>Son réseau est d’un genre inconnu de cette version&#xa0;; choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The saved state does not fit</source>
        <translation>L’état enregistré ne convient pas</translation>
    </message>
    <message>
        <source>It belongs to another model; try again and the conversation is read anew.</source>
        <translation>Il appartient à un autre modèle&#xa0;; réessayez et la conversation sera relue.</translation>
    </message>
    <message>
        <source>The device stopped working</source>
        <translation>Le périphérique a cessé de fonctionner</translation>
    </message>
    <message>
        <source>The graphics card or its driver gave up; what was written is kept, and you can try again.</source>
        <translation>La carte graphique ou son pilote a lâché&#xa0;; ce qui est écrit est conservé et vous pouvez réessayer.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>Eddy met an error it did not foresee; the conversation is kept, and you can try again.</source>
        <translation>Eddy a rencontré une erreur imprévue&#xa0;; la conversation est conservée et vous pouvez réessayer.</translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation>Le dossier de données est introuvable</translation>
    </message>
    <message>
        <source>Eddy found no place for your conversations; check the folder and start again.</source>
        <translation>Eddy n’a trouvé aucun emplacement pour vos conversations&#xa0;; vérifiez le dossier, puis redémarrez.</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>Le dossier de données est inutilisable</translation>
    </message>
    <message>
        <source>Eddy may not read or write your conversations there; check its rights or choose another folder.</source>
        <translation>Eddy ne peut pas y lire ou y écrire vos conversations&#xa0;; vérifiez ses droits d’accès ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Another program uses your conversations</source>
        <translation>Un autre programme utilise vos conversations</translation>
    </message>
    <message>
        <source>Close the other Eddy that uses this data folder and start again.</source>
        <translation>Fermez l’autre Eddy qui utilise ce dossier de données, puis redémarrez.</translation>
    </message>
    <message>
        <source>It could not be saved; free some space and send it again.</source>
        <translation>Il n’a pas pu être enregistré&#xa0;; libérez de la place et envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer Eddy</source>
        <translation>Vos conversations ont été écrites par un Eddy plus récent</translation>
    </message>
    <message>
        <source>This version leaves them untouched; update Eddy to open them.</source>
        <translation>Cette version n’y touche pas&#xa0;; mettez Eddy à jour pour les ouvrir.</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <translation>La base de données des conversations est endommagée</translation>
    </message>
    <message>
        <source>Eddy changed nothing in it; a copy from a backup put in its place will work.</source>
        <translation>Eddy n’y a rien changé&#xa0;; une copie issue d’une sauvegarde, mise à sa place, suffira.</translation>
    </message>
    <message>
        <source>This is not a database of Eddy</source>
        <translation>Ce n’est pas une base de données d’Eddy</translation>
    </message>
    <message>
        <source>The data folder holds another program&apos;s file; choose another folder.</source>
        <translation>Le dossier de données contient le fichier d’un autre programme&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>no state had been saved for it yet</source>
        <translation>aucun état n’avait encore été enregistré pour elle</translation>
    </message>
    <message>
        <source>the saved state was damaged</source>
        <translation>l’état enregistré était endommagé</translation>
    </message>
    <message>
        <source>the saved state belongs to another model</source>
        <translation>l’état enregistré appartient à un autre modèle</translation>
    </message>
    <message>
        <source>this model divides text into other tokens</source>
        <translation>ce modèle découpe le texte en d’autres jetons</translation>
    </message>
    <message>
        <source>this model lays out chats in another way</source>
        <translation>ce modèle met en forme les discussions autrement</translation>
    </message>
    <message>
        <source>its saved state was unused for longest when the room for them ran out</source>
        <translation>son état enregistré était le plus longtemps inutilisé quand la place a manqué</translation>
    </message>
    <message>
        <source>the saved state was written by a newer Eddy</source>
        <translation>l’état enregistré a été écrit par un Eddy plus récent</translation>
    </message>
    <message>
        <source>of this branch only some states were kept when the room for them ran out</source>
        <translation>seuls quelques états de cette branche ont été gardés quand la place a manqué</translation>
    </message>
    <message>
        <source>you freed the space of its saved state</source>
        <translation>vous avez libéré la place de son état enregistré</translation>
    </message>
    <message>
        <source>the file of the saved state that this chat begins with is damaged or gone</source>
        <translation>le fichier de l’état enregistré par lequel commence cette discussion est endommagé ou a disparu</translation>
    </message>
    <message>
        <source>the text before it is not the one its state was saved for</source>
        <translation>le texte qui précède n’est pas celui pour lequel son état a été enregistré</translation>
    </message>
    <message>
        <source>its saved state is missing: it could not be written, or was deleted</source>
        <translation>son état enregistré manque&#xa0;: il n’a pas pu être écrit ou a été supprimé</translation>
    </message>
    <message>
        <source>the folder of saved states cannot be used</source>
        <translation>le dossier des états enregistrés est inutilisable</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An error&apos;s title, and the sentence that explains it.</extracomment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save “%1” as a file</source>
        <translation>Enregistrer «&#xa0;%1&#xa0;» dans un fichier</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Type de fichier</translation>
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
        <translation>Tout&#xa0;: toutes les branches, les paramètres et ce que le modèle a lu. Sur un autre ordinateur doté du même modèle, la discussion reprend aussitôt.</translation>
    </message>
    <message>
        <source>All branches as text, for other programs.</source>
        <translation>Toutes les branches en texte, pour d’autres programmes.</translation>
    </message>
    <message>
        <source>The branch on show as text, for people.</source>
        <translation>La branche affichée en texte, pour des lecteurs.</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>États enregistrés</translation>
    </message>
    <message>
        <source>No states</source>
        <translation>Aucun état</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>Le dernier</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Tous (%1)</translation>
    </message>
    <message>
        <source>No state of this chat is saved: it will be read again where it is opened.</source>
        <translation>Aucun état de cette discussion n’est enregistré&#xa0;: elle sera relue là où elle sera ouverte.</translation>
    </message>
    <message>
        <source>The chat will be read again where it is opened.</source>
        <translation>La discussion sera relue là où elle sera ouverte.</translation>
    </message>
    <message>
        <source>It goes on at once where it ends; other branches are read again.</source>
        <translation>Elle reprend aussitôt à sa fin&#xa0;; les autres branches sont relues.</translation>
    </message>
    <message>
        <source>It goes on at once from every turn that is saved here.</source>
        <translation>Elle reprend aussitôt à partir de chaque tour enregistré ici.</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Environ %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save the chat</source>
        <translation>Enregistrer la discussion</translation>
    </message>
    <message>
        <source>Eddy chats (*.eddy)</source>
        <translation>Discussions Eddy (*.eddy)</translation>
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
        <translation>La branche affichée sous forme de page que tout navigateur ouvre. Elle ne charge rien d’ailleurs.</translation>
    </message>
    <message>
        <source>The branch on show laid out on paper, to print or to pass on.</source>
        <translation>La branche affichée mise en page sur papier, à imprimer ou à transmettre.</translation>
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
            <numerusform>Enregistrer %n conversation comme fichier</numerusform>
            <numerusform>Enregistrer %n conversations comme fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>A folder for the chats</source>
        <translation>Un dossier pour les conversations</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>Chercher dans cette discussion</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Occurrence précédente (Maj+Entrée)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Occurrence suivante (Entrée)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
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
        <translation>Absent pour le moment&#xa0;: peut-être sur un disque qui a été retiré</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>Pas examiné</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>En choisir un autre…</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>Retirer %1 de la liste</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>Examiner %1</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Models are used where they lie: nothing in these folders is copied or changed. Downloads go to Eddy&apos;s own folder.</source>
        <translation>Les modèles sont utilisés là où ils se trouvent&#xa0;: rien n’est copié ni modifié dans ces dossiers. Les téléchargements vont dans le dossier propre à Eddy.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>Dossiers de modèles</translation>
    </message>
</context>
<context>
    <name>FolderMenu</name>
    <message>
        <source>Rename folder</source>
        <translation>Renommer le dossier</translation>
    </message>
    <message>
        <source>Dissolve folder, keep its chats</source>
        <translation>Dissoudre le dossier, garder ses discussions</translation>
    </message>
</context>
<context>
    <name>GenerationSection</name>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Instructions pour le modèle</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Revenir aux valeurs par défaut</translation>
    </message>
    <message>
        <source>For every chat that has no settings of its own. Changes count from the next answer on.</source>
        <translation>Pour toute discussion sans paramètres propres. Les changements valent à partir de la prochaine réponse.</translation>
    </message>
    <message>
        <source>%1 has values of its own, which count instead of these while it is loaded.</source>
        <translation>%1 a ses propres valeurs, qui remplacent celles-ci tant qu’il est chargé.</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Utiliser celles-ci</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation that has no instructions of its own.</source>
        <translation>Lues au début de chaque nouvelle conversation sans instructions propres.</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>Probabilités des jetons</translation>
    </message>
    <message>
        <source>Keeps, for the last answers and in memory alone, how likely every word was and what else could have stood there. See the menu of an answer.</source>
        <translation>Conserve, pour les dernières réponses et en mémoire seulement, la probabilité de chaque mot et ce qui aurait pu s’y trouver. Voir le menu d’une réponse.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Keep for %1 alone</source>
        <translation>Garder pour %1 seulement</translation>
    </message>
    <message>
        <source>These values count whenever this model is loaded; others go on with the general ones</source>
        <translation>Ces valeurs s’appliquent dès que ce modèle est chargé&#xa0;; les autres gardent les valeurs générales</translation>
    </message>
</context>
<context>
    <name>HitRow</name>
    <message>
        <source>Chat: %1</source>
        <translation>Discussion&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, dans %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>InlineError</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
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
        <translation>utilisé, chargé au démarrage</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>loaded at start</source>
        <translation>chargé au démarrage</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Décharger</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>Décharger %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Plus sur %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Mémoire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Memory: %1 (%2)</source>
        <translation>Mémoire&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
    <message>
        <source>State: %1 · Speed here: %2</source>
        <translation>État&#xa0;: %1 · Vitesse ici&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>InstalledList</name>
    <message>
        <source>Search by name, kind or place</source>
        <translation>Chercher par nom, genre ou emplacement</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Tous les modèles</translation>
    </message>
    <message>
        <source>That run here</source>
        <translation>Utilisables ici</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>Purement récurrents</translation>
    </message>
    <message>
        <source>With attention</source>
        <translation>Avec attention</translation>
    </message>
    <message>
        <source>That cannot run</source>
        <translation>Inutilisables</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>Retirés de la liste</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Les plus grands d’abord</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>Les plus rapides d’abord</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modèles sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Rien de ce genre</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Pas encore de modèles</translation>
    </message>
    <message>
        <source>Change the search or the filter above.</source>
        <translation>Modifiez la recherche ou le filtre ci-dessus.</translation>
    </message>
    <message>
        <source>Open a model file, add a folder that holds some, or look into the catalogue.</source>
        <translation>Ouvrez un fichier de modèle, ajoutez un dossier qui en contient ou consultez le catalogue.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Ajouter un fichier…</translation>
    </message>
</context>
<context>
    <name>InstalledMenu</name>
    <message>
        <source>Load it when Eddy starts</source>
        <translation>Le charger au démarrage d’Eddy</translation>
    </message>
    <message>
        <source>Make a smaller copy…</source>
        <translation>Faire une copie plus petite…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Afficher dans son dossier</translation>
    </message>
    <message>
        <source>Show in the list again</source>
        <translation>Réafficher dans la liste</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>Supprimer le fichier…</translation>
    </message>
</context>
<context>
    <name>LanguageSetting</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Texts, numbers and dates change at once. A notice on show keeps its words.</source>
        <translation>Textes, nombres et dates changent aussitôt. Un avis déjà affiché garde ses mots.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>Ouvrir ce lien dans le navigateur&#xa0;?</translation>
    </message>
    <message>
        <source>It was written by the model and may lead anywhere.</source>
        <translation>Il a été écrit par le modèle et peut mener n’importe où.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <translation>Formule : %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy the formula as TeX</source>
        <translation>Copier la formule en TeX</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Edit and answer again</source>
        <translation>Modifier et répondre à nouveau</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Répondre à nouveau</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Copy, or drag the text to another window</source>
        <translation>Copier, ou glisser le texte vers une autre fenêtre</translation>
    </message>
</context>
<context>
    <name>MessageBlocks</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Afficher %n partie de plus</numerusform>
            <numerusform>Afficher %n parties de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit message</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>The earlier version is kept.</source>
        <translation>La version précédente est conservée.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
</context>
<context>
    <name>MessageFooter</name>
    <message>
        <source>How this answer came about</source>
        <translation>Comment cette réponse est née</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>%1 s to first token</source>
        <translation>%1 s jusqu’au premier jeton</translation>
    </message>
    <message>
        <source>1 token re-read</source>
        <translation>1 jeton relu</translation>
    </message>
    <message>
        <source>%1 tokens re-read</source>
        <translation>%1 jetons relus</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>L’état enregistré a servi&#xa0;: rien n’a dû être relu.</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Aller au dernier message</translation>
    </message>
</context>
<context>
    <name>MessagePicture</name>
    <message>
        <source>Picture that cannot be shown: %1</source>
        <translation>Image qui ne peut pas être affichée : %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Image : %1</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Affichage impossible</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Loading %1 %</source>
        <translation>Chargement %1&#xa0;%</translation>
    </message>
    <message>
        <source>Model failed</source>
        <translation>Échec du modèle</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modèle&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>%1, in use</source>
        <translation>%1, utilisé</translation>
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
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Search by name, kind or place</source>
        <translation>Chercher par nom, genre ou emplacement</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modèles sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open a model file…</source>
        <translation>Ouvrir un fichier de modèle…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>Utiliser le modèle de départ</translation>
    </message>
    <message>
        <source>Safetensors, GGUF and rwkv.cpp files of recurrent models, or a folder that holds one. You can also drop a file on this window.</source>
        <translation>Fichiers Safetensors, GGUF et rwkv.cpp de modèles récurrents, ou un dossier qui en contient un. Vous pouvez aussi déposer un fichier sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Ouvrir un fichier de modèle</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>Modèles (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Ouvrir un dossier de modèle</translation>
    </message>
</context>
<context>
    <name>ModelDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>Déposer pour charger ce modèle</translation>
    </message>
</context>
<context>
    <name>ModelStatusCard</name>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Aucun modèle chargé</translation>
    </message>
    <message>
        <source>Choose a model file to begin.</source>
        <translation>Choisissez un fichier de modèle pour commencer.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Choisir un modèle…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>Utiliser le modèle de départ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 Md de paramètres</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 M de paramètres</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 paramètres</translation>
    </message>
    <message>
        <source>weights %1, state %2, work %3</source>
        <translation>poids %1, état %2, calcul %3</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%1 de mémoire libre sur %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>tient</translation>
    </message>
    <message>
        <source>fits when other programs are closed</source>
        <translation>tient si d’autres programmes sont fermés</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>trop grand pour cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ModelsHost</name>
    <message>
        <source>Add a model file</source>
        <translation>Ajouter un fichier de modèle</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>Modèles (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Ajouter un dossier de modèles</translation>
    </message>
    <message>
        <source>Keep downloaded models in</source>
        <translation>Garder les modèles téléchargés dans</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Retour à la discussion</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Rechercher à nouveau des modèles</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Ajouter un fichier…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>From an address…</source>
        <translation>Depuis une adresse…</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>NotebookPage</name>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>Retour à la discussion (Échap)</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Carnet</translation>
    </message>
    <message>
        <source>The model goes on where the text ends. Its state is kept: going on reads nothing again, and a change reads only from the last completion before it.</source>
        <translation>Le modèle continue là où le texte finit. Son état est conservé&#xa0;: continuer ne relit rien, et un changement ne relit que depuis le dernier complément qui le précède.</translation>
    </message>
    <message>
        <source>Text of the notebook</source>
        <translation>Texte du carnet</translation>
    </message>
    <message>
        <source>Write the beginning of a text…</source>
        <translation>Écrire le début d’un texte…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Undo completion</source>
        <translation>Annuler le complément</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Hide the controls</source>
        <translation>Masquer les réglages</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>NotebookValues</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>Moins de répétitions</translation>
    </message>
    <message>
        <source>Tokens at once</source>
        <translation>Jetons à la fois</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aléatoire</translation>
    </message>
    <message>
        <source>Stop at (one on each line)</source>
        <translation>S’arrêter à (un par ligne)</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>S’arrêter à</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>When something long has ended</source>
        <translation>Quand une longue tâche est finie</translation>
    </message>
    <message>
        <source>An answer that took a while, or the reading of documents; only while Eddy is not the active window.</source>
        <translation>Une réponse qui a pris du temps ou la lecture de documents ; seulement quand Eddy n’est pas la fenêtre active.</translation>
    </message>
    <message>
        <source>Notify when something long has ended</source>
        <translation>Avertir quand une longue tâche est finie</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Icône dans la zone de notification</translation>
    </message>
    <message>
        <source>Where the desktop has a tray: opens the window, begins a chat, quits. Closing the window still ends Eddy.</source>
        <translation>Là où le bureau en a une : ouvre la fenêtre, commence une discussion, quitte. Fermer la fenêtre quitte toujours Eddy.</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>This chat begins with %1</source>
        <translation>Cette discussion commence par %1</translation>
    </message>
    <message>
        <source>This chat begins with “%1”. %2</source>
        <translation>Cette discussion commence par «&#xa0;%1&#xa0;». %2</translation>
    </message>
    <message>
        <source>Hide what was read</source>
        <translation>Masquer ce qui a été lu</translation>
    </message>
    <message>
        <source>Show what was read</source>
        <translation>Afficher ce qui a été lu</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Search all chats</source>
        <translation>Chercher dans toutes les discussions</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Toutes les commandes</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Carnet</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>États enregistrés</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Verrouiller maintenant</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>À propos d’Eddy</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>This page cannot be shown: %1. Its text is still here.</source>
        <translation>Cette page ne peut pas être affichée&#xa0;: %1. Son texte reste disponible ici.</translation>
    </message>
</context>
<context>
    <name>ParallelAnswer</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>Réponse %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Réponse %1</translation>
    </message>
    <message>
        <source>Answer %1, stopped</source>
        <translation>Réponse %1, arrêtée</translation>
    </message>
    <message numerus="yes">
        <source>Answer %1, %n tokens</source>
        <translation>
            <numerusform>Réponse %1, %n jeton</numerusform>
            <numerusform>Réponse %1, %n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>Continuer avec celle-ci</translation>
    </message>
</context>
<context>
    <name>ParallelAnswersPanel</name>
    <message>
        <source>Answers side by side</source>
        <translation>Réponses côte à côte</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>Close: all answers stay as branches</source>
        <translation>Fermer&#xa0;: toutes les réponses restent comme branches</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypt chats, documents and saved states</source>
        <translation>Chiffrer les discussions, documents et états enregistrés</translation>
    </message>
    <message>
        <source>Turn encryption off</source>
        <translation>Désactiver le chiffrement</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Modifier la phrase secrète</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation>Quatre mots ou plus sans rapport entre eux sont faciles à retenir et difficiles à deviner.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Au moins %1 caractères.</translation>
    </message>
    <message>
        <source>Short: quickly guessed by a machine.</source>
        <translation>Court&#xa0;: une machine le devine vite.</translation>
    </message>
    <message>
        <source>Fair. Another word would make it much harder to guess.</source>
        <translation>Moyen. Un mot de plus serait bien plus difficile à deviner.</translation>
    </message>
    <message>
        <source>Long enough, if nobody else would think of it.</source>
        <translation>Assez long, si personne d’autre n’y penserait.</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open your conversations again, you neither: there is no second key. Keep it where you will find it. Everything is written anew, which takes a while and as much free space as it has now.</source>
        <translation>Sans la phrase secrète, personne ne peut rouvrir vos conversations, pas même vous&#xa0;: il n’y a pas de seconde clé. Gardez-la là où vous la retrouverez. Tout est réécrit, ce qui prend un moment et autant de place libre que l’espace occupé actuellement.</translation>
    </message>
    <message>
        <source>Everything is written anew without encryption. Whoever can read the data folder can read your chats then.</source>
        <translation>Tout est réécrit sans chiffrement. Qui peut lire le dossier de données pourra alors lire vos discussions.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase secrète actuelle</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>Nouvelle phrase secrète, encore une fois</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Attendre %n seconde</numerusform>
            <numerusform>Attendre %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Chiffrer</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>Masquer la phrase secrète</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Afficher la phrase secrète</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Le verrouillage des majuscules semble actif.</translation>
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
        <translation>Aucun</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>Aucune persona</translation>
    </message>
    <message>
        <source>Persona %1</source>
        <translation>Persona %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Picture: %1</source>
        <translation>Image : %1</translation>
    </message>
    <message>
        <source>[Picture: %1. It is not in this chat.]</source>
        <translation>[Image : %1. Elle n’est pas dans cette conversation.]</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: %1</source>
        <translation>Image : %1</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 ne peut pas être affichée</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 cannot be read. Check that it is still there and that you may open it.</source>
        <translation>%1 ne peut pas être lu. Vérifiez que le fichier est toujours là et que vous avez le droit de l’ouvrir.</translation>
    </message>
    <message>
        <source>%1 is too large: a picture may have 20 MB, 64 million pixels and 20,000 pixels a side. Save it smaller and add it again.</source>
        <translation>%1 est trop grande : une image peut avoir 20 Mo, 64 millions de pixels et 20 000 pixels de côté. Enregistrez-la en plus petit et ajoutez-la de nouveau.</translation>
    </message>
    <message>
        <source>%1 is damaged, or is no picture. PNG, JPEG, GIF, WebP and BMP can be added.</source>
        <translation>%1 est endommagé ou n’est pas une image. On peut ajouter des fichiers PNG, JPEG, GIF, WebP et BMP.</translation>
    </message>
</context>
<context>
    <name>PreparingBar</name>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>A set of values for a purpose. Moving a control below makes it your own.</source>
        <translation>Un jeu de valeurs pour un usage. Déplacer un réglage ci-dessous en fait le vôtre.</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>Valeurs propres</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Préréglage&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save these values as…</source>
        <translation>Enregistrer ces valeurs sous…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Export as a file…</source>
        <translation>Exporter dans un fichier…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importer d’un fichier…</translation>
    </message>
    <message>
        <source>Save these values as a preset</source>
        <translation>Enregistrer ces valeurs comme préréglage</translation>
    </message>
    <message>
        <source>The name of one of your presets replaces it. A fixed seed is not saved.</source>
        <translation>Le nom d’un de vos préréglages le remplace. Une graine fixe n’est pas enregistrée.</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Exporter le préréglage</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Préréglages (*.json)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>Importer un préréglage</translation>
    </message>
</context>
<context>
    <name>PreviewPassage</name>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Eddy sends nothing anywhere. It asks the network only for a model or a catalogue that you want, and only these hosts.</source>
        <translation>Eddy n’envoie rien nulle part. Il ne sollicite le réseau que pour un modèle ou un catalogue que vous voulez, et seulement ces hôtes.</translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation>Ne jamais utiliser le réseau</translation>
    </message>
    <message>
        <source>No request is possible, whatever else is set. What runs is stopped at once.</source>
        <translation>Aucune requête n’est possible, quels que soient les autres réglages. Ce qui est en cours s’arrête aussitôt.</translation>
    </message>
    <message>
        <source>Hosts that may be asked</source>
        <translation>Hôtes pouvant être sollicités</translation>
    </message>
    <message>
        <source>None yet. A host comes onto the list when you download from it, and can be taken off again.</source>
        <translation>Aucun pour l’instant. Un hôte entre dans la liste quand vous y téléchargez et peut en être retiré.</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>Retirer %1 de la liste</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>Ajouter un hôte</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Serveur mandataire</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>Mandataire HTTP</translation>
    </message>
    <message>
        <source>SOCKS proxy</source>
        <translation>Mandataire SOCKS</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>hôte:port</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Miroir</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>adresse https, ou vide</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Where a newer catalogue of models is asked for, when you press Update there. Only a rightly signed one is taken.</source>
        <translation>Où demander un catalogue de modèles plus récent quand vous y cliquez sur «&#xa0;Mettre à jour&#xa0;». Seul un catalogue correctement signé est accepté.</translation>
    </message>
    <message>
        <source>Asked so far</source>
        <translation>Sollicités jusqu’ici</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>Personne.</translation>
    </message>
    <message>
        <source>An address that stands in for huggingface.co, such as https://hf-mirror.com.</source>
        <translation>Une adresse qui remplace huggingface.co, par exemple https://hf-mirror.com.</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>Private chat: it stays in memory and is gone when you close it.</source>
        <translation>Discussion privée&#xa0;: elle reste en mémoire et disparaît quand vous la fermez.</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>Fermer et oublier</translation>
    </message>
</context>
<context>
    <name>PrivateChatItem</name>
    <message>
        <source>Private chat</source>
        <translation>Discussion privée</translation>
    </message>
    <message>
        <source>Kept in memory only; gone when it is closed</source>
        <translation>Conservée en mémoire seulement&#xa0;; disparaît à la fermeture</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>Fermer et oublier</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Mot de passe de %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>Reconnaître le texte</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Dismiss all</source>
        <translation>Tout masquer</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) about files</source>
        <translation>
            <numerusform>%n message sur des fichiers</numerusform>
            <numerusform>%n messages sur des fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantiseDialog</name>
    <message>
        <source>A smaller copy of %1</source>
        <translation>Une copie plus petite de %1</translation>
    </message>
    <message>
        <source>Fewer bits for each number: less memory, faster answers, a little less exact. The model itself stays as it is.</source>
        <translation>Moins de bits par nombre&#xa0;: moins de mémoire, des réponses plus rapides, un peu moins d’exactitude. Le modèle lui-même reste tel quel.</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>Format des poids</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Faire la copie</translation>
    </message>
</context>
<context>
    <name>QuoteChips</name>
    <message>
        <source>From memory alone: no passage was shown to the model.</source>
        <translation>De mémoire seulement&#xa0;: aucun passage n’a été montré au modèle.</translation>
    </message>
    <message>
        <source>From memory: no passage fits the question.</source>
        <translation>De mémoire&#xa0;: aucun passage ne correspond à la question.</translation>
    </message>
    <message>
        <source>No passage fits the question.</source>
        <translation>Aucun passage ne correspond à la question.</translation>
    </message>
    <message>
        <source>From memory and these passages:</source>
        <translation>De mémoire et d’après ces passages&#xa0;:</translation>
    </message>
    <message>
        <source>From these passages alone:</source>
        <translation>D’après ces passages seulement&#xa0;:</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>Afficher %1 dans le texte</translation>
    </message>
</context>
<context>
    <name>RereadLogDialog</name>
    <message>
        <source>What was read again</source>
        <translation>Ce qui a été relu</translation>
    </message>
    <message>
        <source>Nothing yet: every conversation went on from its saved state.</source>
        <translation>Rien pour l’instant&#xa0;: chaque conversation est repartie de son état enregistré.</translation>
    </message>
    <message>
        <source>A conversation is read again when no saved state fits it. Its text is never at stake.</source>
        <translation>Une conversation est relue quand aucun état enregistré ne lui convient. Son texte n’est jamais en danger.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SaveStateDialog</name>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Save this point as</source>
        <translation>Enregistrer ce point sous</translation>
    </message>
    <message>
        <source>Any chat can begin with what the model has read up to this answer. It is never dropped to make room.</source>
        <translation>N’importe quelle discussion peut commencer avec ce que le modèle a lu jusqu’à cette réponse. Ce point n’est jamais écarté pour faire de la place.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Note (facultative)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>Point enregistré</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>Document étudié</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search all chats</source>
        <translation>Chercher dans toutes les discussions</translation>
    </message>
    <message>
        <source>Words in any chat, or &quot;words in this order&quot;</source>
        <translation>Des mots d’une discussion, ou &quot;des mots dans cet ordre&quot;</translation>
    </message>
</context>
<context>
    <name>SelectableText</name>
    <message>
        <source>Copy selection</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Épingler ou détacher</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Déplacer dans un dossier</translation>
    </message>
    <message>
        <source>Archive or take back</source>
        <translation>Archiver ou reprendre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation>Ne rien sélectionner (Échap)</translation>
    </message>
    <message>
        <source>Save as files</source>
        <translation>Enregistrer comme fichiers</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About Eddy %1</source>
        <translation>À propos d’Eddy %1</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Press a key…</source>
        <translation>Appuyez sur une touche…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1 : aucune touche</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Changer la touche</translation>
    </message>
    <message>
        <source>Take the key of “%1” away</source>
        <translation>Retirer la touche de « %1 »</translation>
    </message>
    <message>
        <source>“%1” without a key, as usual</source>
        <translation>« %1 » sans touche, comme d’habitude</translation>
    </message>
    <message>
        <source>Back to %1 for “%2”</source>
        <translation>Revenir à %1 pour « %2 »</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>En montrer moins</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>Montrer toutes les commandes</translation>
    </message>
    <message>
        <source>All back to the usual keys</source>
        <translation>Revenir à toutes les touches habituelles</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Other ways to begin</source>
        <translation>Autres façons de commencer</translation>
    </message>
</context>
<context>
    <name>SidebarHeader</name>
    <message numerus="yes">
        <source>%1, %n chat(s)</source>
        <translation>
            <numerusform>%1, %n discussion</numerusform>
            <numerusform>%1, %n discussions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidebarMenu</name>
    <message>
        <source>New private chat</source>
        <translation>Nouvelle discussion privée</translation>
    </message>
    <message>
        <source>Open chat file…</source>
        <translation>Ouvrir un fichier de discussion…</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
</context>
<context>
    <name>StartupErrorDialog</name>
    <message>
        <source>Your conversations cannot be opened</source>
        <translation>Vos conversations ne peuvent pas être ouvertes</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
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
        <translation>Commencer une discussion</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Plus sur %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exporter vers un fichier…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>%n chats begin with it. They go on when it is deleted.</source>
        <translation>
            <numerusform>%n discussion commence par lui. Elle continue s’il est supprimé.</numerusform>
            <numerusform>%n discussions commencent par lui. Elles continuent s’il est supprimé.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateUsageList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservés</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Kept longest; press to treat it like the others</source>
        <translation>Conservés le plus longtemps&#xa0;; cliquer pour les traiter comme les autres</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states longest</source>
        <translation>Conserver le plus longtemps les états de cette discussion</translation>
    </message>
    <message>
        <source>Keep the states of %1 longest</source>
        <translation>Conserver le plus longtemps les états de %1</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Free this space; the chat is read again when it goes on</source>
        <translation>Libérer cette place&#xa0;; la discussion sera relue quand elle reprendra</translation>
    </message>
    <message>
        <source>Free the states of %1</source>
        <translation>Libérer les états de %1</translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation>Afficher seulement les plus grands</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Afficher les %1</translation>
    </message>
</context>
<context>
    <name>StatesHost</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>Ajouter un état ajusté</translation>
    </message>
    <message>
        <source>Tuned states (*.pth *.safetensors)</source>
        <translation>États ajustés (*.pth *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import a state</source>
        <translation>Importer un état</translation>
    </message>
    <message>
        <source>States (*.state)</source>
        <translation>États (*.state)</translation>
    </message>
    <message>
        <source>Export a state</source>
        <translation>Exporter un état</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Retour à la discussion</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>États enregistrés</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>Ajouter un état ajusté</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No saved states yet</source>
        <translation>Pas encore d’états enregistrés</translation>
    </message>
    <message>
        <source>At any answer, “Save this point as…” keeps what the model has read up to there under a name. New chats begin with it and read nothing again.</source>
        <translation>À chaque réponse, «&#xa0;Enregistrer ce point sous…&#xa0;» garde sous un nom ce que le modèle a lu jusque-là. De nouvelles discussions commencent avec lui et ne relisent rien.</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Tout reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Dossier de données</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Déplacer…</translation>
    </message>
    <message>
        <source>Room for saved states</source>
        <translation>Place pour les états enregistrés</translation>
    </message>
    <message>
        <source>Saved states let a conversation go on at once. When the room runs out, long branches keep fewer of them and those unused for longest go; no text is ever lost.</source>
        <translation>Les états enregistrés permettent à une conversation de reprendre aussitôt. Quand la place manque, les longues branches en gardent moins et les plus longtemps inutilisés disparaissent&#xa0;; aucun texte n’est jamais perdu.</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>États enregistrés</translation>
    </message>
    <message>
        <source>What was read again…</source>
        <translation>Ce qui a été relu…</translation>
    </message>
    <message>
        <source>Free all…</source>
        <translation>Tout libérer…</translation>
    </message>
    <message>
        <source>Free all saved states?</source>
        <translation>Libérer tous les états enregistrés&#xa0;?</translation>
    </message>
    <message>
        <source>No text is lost. Every conversation is read again when it goes on, which can take a while.</source>
        <translation>Aucun texte n’est perdu. Chaque conversation est relue quand elle reprend, ce qui peut durer un moment.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Free all</source>
        <translation>Tout libérer</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>Déplacer le dossier de données vers</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Hide the summary</source>
        <translation>Masquer le résumé</translation>
    </message>
</context>
<context>
    <name>SummaryColumn</name>
    <message>
        <source>Summary of %1</source>
        <translation>Résumé de %1</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>Afficher %1 dans le texte</translation>
    </message>
</context>
<context>
    <name>ThinkingBlock</name>
    <message numerus="yes">
        <source>Thinking for %n second(s)</source>
        <translation>
            <numerusform>Réfléchit depuis %n seconde</numerusform>
            <numerusform>Réfléchit depuis %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
    <message numerus="yes">
        <source>Thought for about %n second(s)</source>
        <translation>
            <numerusform>A réfléchi environ %n seconde</numerusform>
            <numerusform>A réfléchi environ %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought before it answered</source>
        <translation>A réfléchi avant de répondre</translation>
    </message>
    <message>
        <source>Shown; press to fold it</source>
        <translation>Affiché ; appuyez pour le replier</translation>
    </message>
    <message>
        <source>Folded; press to read it</source>
        <translation>Replié ; appuyez pour le lire</translation>
    </message>
</context>
<context>
    <name>ThinkingWords</name>
    <message>
        <source>What the model thought</source>
        <translation>Ce que le modèle a pensé</translation>
    </message>
</context>
<context>
    <name>TimeTravelBar</name>
    <message>
        <source>Back to now</source>
        <translation>Revenir à maintenant</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Ask as of then</source>
        <translation>Interroger à partir d’ici</translation>
    </message>
    <message>
        <source>Question as of then</source>
        <translation>Question posée à partir d’ici</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>Laisser ce tour de côté</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>TogetherBar</name>
    <message>
        <source>Read together</source>
        <translation>Lire ensemble</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Read %1 earlier</source>
        <translation>Lire %1 plus tôt</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>Laisser %1 de côté</translation>
    </message>
    <message>
        <source>The model reads them one after another, in this order.</source>
        <translation>Le modèle les lit l’un après l’autre, dans cet ordre.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>TokenChancesDialog</name>
    <message>
        <source>How likely the words were</source>
        <translation>Probabilité des mots</translation>
    </message>
    <message>
        <source>What the model thought before temperature and the like. The stronger the mark, the less likely the word was. Move with the pointer or the arrow keys.</source>
        <translation>Ce que pensait le modèle avant la température et le reste. Plus la marque est forte, moins le mot était probable. Déplacez-vous avec le pointeur ou les flèches.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 % · log %2</source>
        <translation>%1&#xa0;% · log %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>“%1”: %2 %</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2&#xa0;%</translation>
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
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Try the text alone</source>
        <translation>Essayer avec le texte seul</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Le charger</translation>
    </message>
    <message>
        <source>This chat was written with other generation settings.</source>
        <translation>Cette discussion a été écrite avec d’autres paramètres de génération.</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Les utiliser</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Show Eddy</source>
        <translation>Afficher Eddy</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>UndoToasts</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>Vos conversations sont verrouillées</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>Vérification de la phrase secrète</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Attendre %n seconde</numerusform>
            <numerusform>Attendre %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>Je l’ai oubliée</translation>
    </message>
    <message>
        <source>Open another data folder…</source>
        <translation>Ouvrir un autre dossier de données…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody keeps a second key, and Eddy cannot make one. Try the ways you usually write it. If it is lost, these conversations are lost; with another data folder you begin anew, and this one stays as it is.</source>
        <translation>Sans la phrase secrète, il n’y a pas de retour possible&#xa0;: personne ne garde de seconde clé et Eddy ne peut pas en créer. Essayez vos façons habituelles de l’écrire. Si elle est perdue, ces conversations le sont aussi&#xa0;; avec un autre dossier de données, vous repartez de zéro et celui-ci reste tel quel.</translation>
    </message>
    <message>
        <source>Open another data folder</source>
        <translation>Ouvrir un autre dossier de données</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Asking sends nothing but the request itself to %1.</source>
        <translation>La demande n’envoie rien d’autre qu’elle-même à %1.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>Ce qui a changé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>Vérifier une fois par jour</translation>
    </message>
    <message>
        <source>Off until you switch it on.</source>
        <translation>Désactivé jusqu’à ce que vous l’activiez.</translation>
    </message>
    <message>
        <source>Look for updates once a day</source>
        <translation>Chercher des mises à jour une fois par jour</translation>
    </message>
    <message>
        <source>Version %1 is still here</source>
        <translation>La version %1 est encore là</translation>
    </message>
    <message>
        <source>Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.</source>
        <translation>Revenir en arrière ferme Eddy et démarre cette version. Les conversations restent&#xa0;; ce que seule la version plus récente peut lire y est indiqué.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Afficher ou masquer le volet latéral</translation>
    </message>
    <message>
        <source>Sort chats by last change</source>
        <translation>Trier les discussions par dernière modification</translation>
    </message>
    <message>
        <source>Sort chats by beginning</source>
        <translation>Trier les discussions par début</translation>
    </message>
    <message>
        <source>Sort chats by title</source>
        <translation>Trier les discussions par titre</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Apparence claire</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Apparence sombre</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Apparence du système</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Taille de texte habituelle</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
</context>
<context>
    <name>WaitingPictures</name>
    <message>
        <source>Take %1 away</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>No model here can see pictures: it reads your words alone. The pictures are kept with your message, for you.</source>
        <translation>Aucun modèle ici ne voit les images : il ne lit que vos mots. Les images sont conservées avec votre message, pour vous.</translation>
    </message>
    <message>
        <source>Adding a picture…</source>
        <translation>Ajout d’une image…</translation>
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
        <translation>Bienvenue dans Eddy</translation>
    </message>
    <message>
        <source>A small model is loaded already: write below and it answers.</source>
        <translation>Un petit modèle est déjà chargé&#xa0;: écrivez ci-dessous et il répond.</translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation>Reprend aussitôt</translation>
    </message>
    <message>
        <source>What the model has read is kept beside the text. Every chat goes on where it was, after any restart, without being read again.</source>
        <translation>Ce que le modèle a lu est conservé à côté du texte. Chaque discussion reprend où elle en était, après tout redémarrage, sans être relue.</translation>
    </message>
    <message>
        <source>Reads documents</source>
        <translation>Lit des documents</translation>
    </message>
    <message>
        <source>Drop a document on the window: it is read once, then every question starts from there, with the passages it came from.</source>
        <translation>Déposez un document sur la fenêtre&#xa0;: il est lu une fois, puis chaque question part de là, avec les passages d’où vient la réponse.</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Reste ici</translation>
    </message>
    <message>
        <source>Models run on this computer. What you write and read is kept in one folder of yours and sent nowhere.</source>
        <translation>Les modèles fonctionnent sur cet ordinateur. Ce que vous écrivez et lisez est gardé dans un dossier à vous et n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>The starter is very small and speaks English alone: it makes small talk, answers questions about Eddy, from a short text and about what it was just told, and edits a sentence. It knows little, forgets after a few hundred words and makes things up; for real use take a larger model.</source>
        <translation>Le modèle de départ est très petit et ne parle qu’anglais&#xa0;: il bavarde, répond à des questions sur Eddy, sur un court texte et sur ce qu’on vient de lui dire, et corrige une phrase. Il sait peu de choses, oublie après quelques centaines de mots et invente&#xa0;; pour un véritable usage, prenez un modèle plus grand.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>Vos données&#xa0;: %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Look at models</source>
        <translation>Voir les modèles</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>Download that model</source>
        <translation>Télécharger ce modèle</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Add documents</source>
        <translation>Ajouter des documents</translation>
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
        <translation>Retour à la discussion (Échap)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Show the sidebar</source>
        <translation>Afficher le panneau latéral</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
</context>
<context>
    <name>eddy::AnswerAnnouncer</name>
    <message>
        <source>Stopped here.</source>
        <translation>Arrêté ici.</translation>
    </message>
</context>
<context>
    <name>eddy::CatalogueModel</name>
    <message>
        <source>The catalogue that was fetched is not rightly signed and was left aside.</source>
        <translation>Le catalogue récupéré n’est pas correctement signé et a été laissé de côté.</translation>
    </message>
    <message>
        <source>Catalogue of %1</source>
        <translation>Catalogue du %1</translation>
    </message>
    <message>
        <source>%1 in use per token</source>
        <translation>%1 utilisés par jeton</translation>
    </message>
    <message>
        <source>%1 in 16 bits</source>
        <translation>%1 en 16 bits</translation>
    </message>
    <message>
        <source>about %1 in 16 bits</source>
        <translation>environ %1 en 16 bits</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>langues inconnues</translation>
    </message>
    <message>
        <source>languages: %1</source>
        <translation>langues&#xa0;: %1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>tient</translation>
    </message>
    <message>
        <source>fits with 4-bit weights</source>
        <translation>tient avec des poids de 4 bits</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>trop grand pour cet ordinateur</translation>
    </message>
    <message>
        <source>State: %1 a chat and %2 a token</source>
        <translation>État&#xa0;: %1 par discussion et %2 par jeton</translation>
    </message>
    <message>
        <source>State: %1 a chat</source>
        <translation>État&#xa0;: %1 par discussion</translation>
    </message>
    <message>
        <source>Where this model can be fetched is not known.</source>
        <translation>On ignore où ce modèle peut être récupéré.</translation>
    </message>
    <message>
        <source>The catalogue there is for a newer version of Eddy.</source>
        <translation>Le catalogue proposé est destiné à une version plus récente d’Eddy.</translation>
    </message>
    <message>
        <source>What came is not rightly signed; the catalogue stays as it was.</source>
        <translation>Ce qui est arrivé n’est pas correctement signé&#xa0;; le catalogue reste tel quel.</translation>
    </message>
    <message>
        <source>What came is no catalogue; the one here stays as it was.</source>
        <translation>Ce qui est arrivé n’est pas un catalogue&#xa0;; celui d’ici reste tel quel.</translation>
    </message>
    <message>
        <source>The catalogue there is older than the one here.</source>
        <translation>Le catalogue proposé est plus ancien que celui d’ici.</translation>
    </message>
    <message>
        <source>The catalogue is up to date.</source>
        <translation>Le catalogue est à jour.</translation>
    </message>
    <message>
        <source>The catalogue is up to date, but could not be kept for the next start.</source>
        <translation>Le catalogue est à jour, mais n’a pas pu être conservé pour le prochain démarrage.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is in this catalogue.</source>
        <translation>%1 (%2) depuis %3. Sa somme de contrôle figure dans ce catalogue.</translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is the host&apos;s own word.</source>
        <translation>%1 (%2) depuis %3. Seul l’hôte répond de sa somme de contrôle.</translation>
    </message>
    <message>
        <source>%1 from %2. Its checksum is in this catalogue.</source>
        <translation>%1 depuis %2. Sa somme de contrôle figure dans ce catalogue.</translation>
    </message>
    <message>
        <source>%1 from %2. Size and checksum are the host&apos;s own word.</source>
        <translation>%1 depuis %2. Seul l’hôte répond de la taille et de la somme de contrôle.</translation>
    </message>
</context>
<context>
    <name>eddy::ChatExporter</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
</context>
<context>
    <name>eddy::ChatPictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message numerus="yes">
        <source>A message holds at most %n picture(s). Send it, or take one away.</source>
        <translation>
            <numerusform>Un message contient au plus %n image. Envoyez-le ou retirez-en une.</numerusform>
            <numerusform>Un message contient au plus %n images. Envoyez-le ou retirez-en une.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message>
        <source>Own settings</source>
        <translation>Paramètres propres</translation>
    </message>
    <message>
        <source>This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.</source>
        <translation>Cette discussion commence par un document ou un état enregistré&#xa0;: ce qui y a été lu précède tout le reste, et des instructions ne seraient pas lues.</translation>
    </message>
    <message>
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start.</source>
        <translation>Les instructions se trouvent tout au début&#xa0;: le modèle relira donc cette conversation depuis le départ.</translation>
    </message>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation>
            <numerusform>Les instructions se trouvent tout au début&#xa0;: le modèle relira donc cette conversation depuis le départ, soit %n jeton.</numerusform>
            <numerusform>Les instructions se trouvent tout au début&#xa0;: le modèle relira donc cette conversation depuis le départ, soit %n jetons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatViewModel</name>
    <message>
        <source>Reading your message: %1 of %2 tokens</source>
        <translation>Lecture de votre message&#xa0;: %1 jetons sur %2</translation>
    </message>
    <message>
        <source>Reading the conversation again: %1 of %2 tokens</source>
        <translation>Relecture de la conversation&#xa0;: %1 jetons sur %2</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Aucun modèle chargé</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>What can you do?</source>
        <translation>Que sais-tu faire&#xa0;?</translation>
    </message>
    <message>
        <source>My name is Ada and I live in Oslo. What is my name?</source>
        <translation>Je m’appelle Ada et j’habite à Oslo. Comment je m’appelle&#xa0;?</translation>
    </message>
    <message>
        <source>Sort alphabetically: pear, apple, fig</source>
        <translation>Trie par ordre alphabétique&#xa0;: poire, pomme, figue</translation>
    </message>
    <message>
        <source>What is a recurrent state?</source>
        <translation>Qu’est-ce qu’un état récurrent&#xa0;?</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>State was rebuilt from an earlier saved state: %1 tokens re-read because %2</source>
        <translation>L’état a été reconstruit à partir d’un état enregistré plus ancien&#xa0;: %1 jetons relus, car %2</translation>
    </message>
    <message>
        <source>State was rebuilt: %1 tokens re-read because %2</source>
        <translation>L’état a été reconstruit&#xa0;: %1 jetons relus, car %2</translation>
    </message>
    <message>
        <source>**You**</source>
        <translation>**Vous**</translation>
    </message>
    <message>
        <source>**Model**</source>
        <translation>**Modèle**</translation>
    </message>
</context>
<context>
    <name>eddy::CodePieces</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>eddy::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>«&#xa0;%1&#xa0;» a été supprimée</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were deleted</source>
        <translation>
            <numerusform>%n discussion a été supprimée</numerusform>
            <numerusform>%n discussions ont été supprimées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ConversationOrganizer</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
</context>
<context>
    <name>eddy::DevicesViewModel</name>
    <message>
        <source>The fastest of those measured here: %1</source>
        <translation>Le plus rapide de ceux mesurés ici : %1</translation>
    </message>
    <message>
        <source>A graphics card where there is one, else the processor. Measuring tells which is faster.</source>
        <translation>Une carte graphique s’il y en a une, sinon le processeur. Mesurer dit lequel est le plus rapide.</translation>
    </message>
    <message>
        <source>There is nothing to choose from: only one device here is fit for it.</source>
        <translation>Il n’y a pas de choix : un seul appareil ici convient.</translation>
    </message>
    <message>
        <source>The chosen device is not there at the moment; the automatic choice stands in for it.</source>
        <translation>L’appareil choisi n’est pas là pour le moment ; le choix automatique le remplace.</translation>
    </message>
    <message>
        <source>Testing every operation on %1…</source>
        <translation>Test de chaque opération sur %1…</translation>
    </message>
    <message>
        <source>Measuring %1…</source>
        <translation>Mesure de %1…</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentSummaries</name>
    <message>
        <source>Preparing the summary…</source>
        <translation>Préparation du résumé…</translation>
    </message>
    <message>
        <source>Making notes: %1 of %2</source>
        <translation>Prise de notes&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentsViewModel</name>
    <message>
        <source>Some files were left out</source>
        <translation>Certains fichiers ont été laissés de côté</translation>
    </message>
    <message>
        <source>This lies on the network</source>
        <translation>Ceci se trouve sur le réseau</translation>
    </message>
    <message>
        <source>Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that.</source>
        <translation>Eddy ne va rien chercher de lui-même. Enregistrez-le et déposez le fichier, ou sélectionnez le texte et faites-le glisser.</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Ce qui a été déposé</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>Il ne contient pas de texte</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation>Déposez un fichier, ou du texte sélectionné dans un autre programme.</translation>
    </message>
    <message>
        <source>Opening %1 (%2 more)</source>
        <translation>Ouverture de %1 (encore %2)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; deleted</source>
        <translation>«&#xa0;%1&#xa0;» supprimé</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Suspension…</translation>
    </message>
    <message>
        <source>Waits for another document</source>
        <translation>En attente d’un autre document</translation>
    </message>
    <message>
        <source>Is read as soon as a model is loaded</source>
        <translation>Sera lu dès qu’un modèle sera chargé</translation>
    </message>
    <message>
        <source>Reading is paused. Answers come from passages alone.</source>
        <translation>La lecture est suspendue. Les réponses viennent des passages seuls.</translation>
    </message>
    <message>
        <source>Asked as of %1</source>
        <translation>Interrogé à partir de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Read. Ask away.</source>
        <translation>Lu. Posez vos questions.</translation>
    </message>
    <message>
        <source>Could not be read. Answers come from passages alone.</source>
        <translation>N’a pas pu être lu. Les réponses viennent des passages seuls.</translation>
    </message>
    <message>
        <source>Not read by this model yet</source>
        <translation>Pas encore lu par ce modèle</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, page %2</translation>
    </message>
    <message>
        <source>Reading was stopped. Answers come from passages alone.</source>
        <translation>La lecture a été arrêtée. Les réponses viennent des passages seuls.</translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message>
        <source>less than a minute left</source>
        <translation>encore moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>encore %n minute</numerusform>
            <numerusform>encore %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>encore %n heure</numerusform>
            <numerusform>encore %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Checking what is here: %1</source>
        <translation>Vérification de ce qui est là&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1; the connection broke, trying again</source>
        <translation>%1&#xa0;; la connexion s’est interrompue, nouvel essai</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Suspendu à %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Arrêté à %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Terminé&#xa0;: %1</translation>
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
        <translation>%1 (fichier %2 sur %3)</translation>
    </message>
    <message>
        <source>There is a folder of this name already, or the name will not do.</source>
        <translation>Il existe déjà un dossier de ce nom, ou le nom n’est pas possible.</translation>
    </message>
    <message>
        <source>The address does not end in the name of a model file, such as model.gguf.</source>
        <translation>L’adresse ne se termine pas par le nom d’un fichier de modèle, comme modele.gguf.</translation>
    </message>
    <message>
        <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f.</source>
        <translation>Une somme SHA-256 a 64 chiffres de 0 à 9 et de a à f.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings, under Privacy.</source>
        <translation>Le réseau est désactivé dans les paramètres, sous «&#xa0;Confidentialité&#xa0;».</translation>
    </message>
    <message>
        <source>This is not an address that can be fetched.</source>
        <translation>Ce n’est pas une adresse où l’on peut récupérer quelque chose.</translation>
    </message>
    <message>
        <source>%1 would be asked without encryption, which Eddy does not do.</source>
        <translation>%1 serait interrogé sans chiffrement, ce qu’Eddy ne fait pas.</translation>
    </message>
    <message>
        <source>The server sends on to %1, which is not on your list of hosts.</source>
        <translation>Le serveur renvoie vers %1, qui n’est pas dans votre liste d’hôtes.</translation>
    </message>
    <message>
        <source>The server sends round in circles.</source>
        <translation>Le serveur tourne en rond.</translation>
    </message>
    <message>
        <source>%1 does not have this file any more.</source>
        <translation>%1 n’a plus ce fichier.</translation>
    </message>
    <message>
        <source>%1 gives this file only to those who have signed in or agreed to its terms.</source>
        <translation>%1 ne donne ce fichier qu’aux personnes connectées ou ayant accepté ses conditions.</translation>
    </message>
    <message>
        <source>%1 cannot give the file now; try again later.</source>
        <translation>%1 ne peut pas fournir le fichier pour le moment&#xa0;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The connection to %1 broke too often; check the network and go on.</source>
        <translation>La connexion à %1 s’est interrompue trop souvent&#xa0;; vérifiez le réseau, puis continuez.</translation>
    </message>
    <message>
        <source>The file there has another size than it should: it is not the one that was wanted.</source>
        <translation>Le fichier proposé n’a pas la taille attendue&#xa0;: ce n’est pas celui qui était voulu.</translation>
    </message>
    <message>
        <source>What came is not the file that was wanted, and was thrown away.</source>
        <translation>Ce qui est arrivé n’est pas le fichier voulu et a été jeté.</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a file.</source>
        <translation>%1 a envoyé une page web au lieu d’un fichier.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk; free some and go on.</source>
        <translation>Il n’y a pas assez de place sur le disque&#xa0;; libérez-en, puis continuez.</translation>
    </message>
    <message>
        <source>The file cannot be written in the folder for models.</source>
        <translation>Le fichier ne peut pas être écrit dans le dossier des modèles.</translation>
    </message>
    <message>
        <source>Its checksum is the one that was known before.</source>
        <translation>Sa somme de contrôle est celle qui était connue d’avance.</translation>
    </message>
    <message>
        <source>No checksum was known: the size alone was checked.</source>
        <translation>Aucune somme de contrôle n’était connue : seule la taille a été vérifiée.</translation>
    </message>
    <message>
        <source>It agrees with its host&apos;s checksum, which nobody else has confirmed.</source>
        <translation>Il correspond à la somme de contrôle de son hôte, que personne d’autre n’a confirmée.</translation>
    </message>
    <message>
        <source>The checksum is the host&apos;s own word.</source>
        <translation>Seul l’hôte répond de la somme de contrôle.</translation>
    </message>
</context>
<context>
    <name>eddy::InstalledModels</name>
    <message>
        <source>Starter</source>
        <translation>Modèle de départ</translation>
    </message>
    <message>
        <source>Comes with Eddy</source>
        <translation>Fourni avec Eddy</translation>
    </message>
    <message>
        <source>Downloaded or made with Eddy</source>
        <translation>Téléchargé ou créé avec Eddy</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>Votre fichier</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>%1 a chat, however long</source>
        <translation>%1 par discussion, quelle que soit sa longueur</translation>
    </message>
    <message>
        <source>%1 a chat and %2 a token</source>
        <translation>%1 par discussion et %2 par jeton</translation>
    </message>
    <message>
        <source>%1 last, %2 typically</source>
        <translation>%1 la dernière fois, %2 d’ordinaire</translation>
    </message>
    <message>
        <source>Its folder is not there now: perhaps on a drive that was taken out.</source>
        <translation>Son dossier est absent pour le moment&#xa0;: peut-être sur un disque qui a été retiré.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>eddy::ModelFolders</name>
    <message>
        <source>Eddy&apos;s own folder</source>
        <translation>Dossier propre à Eddy</translation>
    </message>
</context>
<context>
    <name>eddy::ModelQuantiser</name>
    <message>
        <source>This format would not make it smaller.</source>
        <translation>Ce format ne le rendrait pas plus petit.</translation>
    </message>
    <message>
        <source>About %1 instead of %2</source>
        <translation>Environ %1 au lieu de %2</translation>
    </message>
    <message numerus="yes">
        <source>Its numbers change by %1 % on average (measured on %n matrices)</source>
        <translation>
            <numerusform>Ses nombres changent de %1&#xa0;% en moyenne (mesuré sur %n matrice)</numerusform>
            <numerusform>Ses nombres changent de %1&#xa0;% en moyenne (mesuré sur %n matrices)</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 times as fast on this computer</source>
        <translation>Jusqu’à %1 fois plus rapide sur cet ordinateur</translation>
    </message>
    <message>
        <source>Up to %1 instead of %2</source>
        <translation>Jusqu’à %1 au lieu de %2</translation>
    </message>
    <message>
        <source>%1 is ready: %2, changed by %3 %</source>
        <translation>%1 est prêt&#xa0;: %2, changé de %3&#xa0;%</translation>
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
        <translation>Recherche de modèles…</translation>
    </message>
    <message>
        <source>Looking into files: %1 of %2</source>
        <translation>Examen des fichiers&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>What was known of models could not be read: %1</source>
        <translation>Ce que l’on savait des modèles n’a pas pu être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>This folder is in the list already, or cannot be read.</source>
        <translation>Ce dossier est déjà dans la liste ou ne peut pas être lu.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Il n’y a pas de fichier %1.</translation>
    </message>
    <message>
        <source>Eddy may not write in %1.</source>
        <translation>Eddy n’a pas le droit d’écrire dans %1.</translation>
    </message>
    <message>
        <source>%1 could not be deleted; check that you may write in its folder.</source>
        <translation>%1 n’a pas pu être supprimé&#xa0;; vérifiez que vous avez le droit d’écrire dans son dossier.</translation>
    </message>
    <message>
        <source>%1 could not be put into the bin, so it stays where it is.</source>
        <translation>%1 n’a pas pu être mis à la corbeille et reste donc en place.</translation>
    </message>
</context>
<context>
    <name>eddy::ModelsViewModel</name>
    <message>
        <source>Starter</source>
        <translation>Modèle de départ</translation>
    </message>
    <message>
        <source>Starter: small, English, trained for a first try</source>
        <translation>Modèle de départ&#xa0;: petit, en anglais, entraîné pour un premier essai</translation>
    </message>
    <message>
        <source>One saved turn costs %1</source>
        <translation>Un tour enregistré coûte %1</translation>
    </message>
    <message>
        <source>Uses %1 of memory</source>
        <translation>Occupe %1 de mémoire</translation>
    </message>
    <message>
        <source>Uses %1 of memory: weights %2, state %3, work %4, token tables %5</source>
        <translation>Occupe %1 de mémoire&#xa0;: poids %2, état %3, calcul %4, tables de jetons %5</translation>
    </message>
    <message>
        <source>; with a text of %L1 tokens %2</source>
        <translation>&#xa0;; avec un texte de %L1 jetons %2</translation>
    </message>
    <message>
        <source>The shipped model is missing</source>
        <translation>Le modèle fourni manque</translation>
    </message>
    <message>
        <source>It was not found where Eddy was installed; choose a model file of your own.</source>
        <translation>Il n’a pas été trouvé là où Eddy est installé&#xa0;; choisissez un fichier de modèle à vous.</translation>
    </message>
    <message>
        <source>Loading was stopped</source>
        <translation>Le chargement a été arrêté</translation>
    </message>
    <message>
        <source>No model is loaded; choose one or try again.</source>
        <translation>Aucun modèle n’est chargé&#xa0;; choisissez-en un ou réessayez.</translation>
    </message>
</context>
<context>
    <name>eddy::NetworkSettings</name>
    <message>
        <source>%1, last on %2</source>
        <translation>%1, dernière fois le %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notebook</name>
    <message>
        <source>Reading: %1 of %2 tokens</source>
        <translation>Lecture&#xa0;: %1 jetons sur %2</translation>
    </message>
    <message>
        <source>Nothing had to be read</source>
        <translation>Rien n’a dû être lu</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens read</source>
        <translation>
            <numerusform>%n jeton lu</numerusform>
            <numerusform>%n jetons lus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 tokens/s</source>
        <translation>%1 · %2 · %3 jetons/s</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>%n jeton écrit</numerusform>
            <numerusform>%n jetons écrits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, because %2</source>
        <extracomment>&quot;40 tokens read, because the saved state was damaged&quot;</extracomment>
        <translation>%1, car %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notices</name>
    <message>
        <source>The answer is there</source>
        <translation>La réponse est là</translation>
    </message>
    <message>
        <source>In a chat of yours</source>
        <translation>Dans une de vos discussions</translation>
    </message>
    <message>
        <source>The documents have been read</source>
        <translation>Les documents ont été lus</translation>
    </message>
</context>
<context>
    <name>eddy::PaletteModel</name>
    <message>
        <source>Archived chat</source>
        <translation>Discussion archivée</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
</context>
<context>
    <name>eddy::ParallelAnswers</name>
    <message>
        <source>With a temperature of 0 the model always takes the likeliest word: all answers are the same.</source>
        <translation>À une température de 0, le modèle prend toujours le mot le plus probable&#xa0;: toutes les réponses sont identiques.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</source>
        <translation>
            <numerusform>%n réponse à la fois demanderait %1 de mémoire, et %2 sont libres. %3 tiendraient.</numerusform>
            <numerusform>%n réponses à la fois demanderaient %1 de mémoire, et %2 sont libres. %3 tiendraient.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::PersonaLibrary</name>
    <message>
        <source>Explainer</source>
        <translation>Explications</translation>
    </message>
    <message>
        <source>You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure.</source>
        <translation>Tu expliques les choses simplement et correctement. Emploie des phrases courtes et un exemple du quotidien. Dis-le quand tu n’es pas sûr.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes.</source>
        <translation>Tu améliores des textes. Garde leur sens, leur langue et leur ton&#xa0;; corrige la grammaire et l’orthographe&#xa0;; rends-les plus clairs et plus courts. Réponds par le texte amélioré, puis nomme les changements les plus importants.</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>Programmation</translation>
    </message>
    <message>
        <source>You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases.</source>
        <translation>Tu es un programmeur expérimenté. Réponds par du code lisible qui fonctionne et la seule explication nécessaire. Nomme les hypothèses et les cas limites.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Tutorat</translation>
    </message>
    <message>
        <source>You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong.</source>
        <translation>Tu es un tuteur patient. Mène à la solution par petites étapes et par des questions au lieu de la donner. Félicite ce qui est juste et corrige ce qui est faux.</translation>
    </message>
    <message>
        <source>Storyteller</source>
        <translation>Récits</translation>
    </message>
    <message>
        <source>You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own.</source>
        <translation>Tu racontes des histoires. Écris de façon vivante, montre au lieu d’expliquer et donne à chaque personnage sa propre voix.</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>«&#xa0;%1&#xa0;» a été supprimée</translation>
    </message>
</context>
<context>
    <name>eddy::PresetLibrary</name>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>For most questions.</source>
        <translation>Pour la plupart des questions.</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Précis</translation>
    </message>
    <message>
        <source>Keeps to the likeliest words: facts, summaries, translations.</source>
        <translation>S’en tient aux mots les plus probables&#xa0;: faits, résumés, traductions.</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Créatif</translation>
    </message>
    <message>
        <source>Stories and ideas: surprising, and less repetitive.</source>
        <translation>Histoires et idées&#xa0;: surprenant et moins répétitif.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Careful and without penalties: code repeats itself on purpose.</source>
        <translation>Prudent et sans pénalités&#xa0;: le code se répète exprès.</translation>
    </message>
    <message>
        <source>RWKV chat</source>
        <translation>RWKV discussion</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for conversations.</source>
        <translation>Ce que les auteurs de RWKV recommandent pour les conversations.</translation>
    </message>
    <message>
        <source>RWKV creative</source>
        <translation>RWKV créatif</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for free writing.</source>
        <translation>Ce que les auteurs de RWKV recommandent pour l’écriture libre.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>«&#xa0;%1&#xa0;» a été supprimée</translation>
    </message>
    <message>
        <source>The preset could not be saved: %1</source>
        <translation>Le préréglage n’a pas pu être enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Le fichier n’a pas pu être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>This file is no preset of Eddy.</source>
        <translation>Ce fichier n’est pas un préréglage d’Eddy.</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>Le vôtre.</translation>
    </message>
</context>
<context>
    <name>eddy::PrivateChat</name>
    <message>
        <source>Private chat</source>
        <translation>Discussion privée</translation>
    </message>
</context>
<context>
    <name>eddy::ReadingPlaces</name>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
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
            <numerusform>%Ln jeton en %1 s, car %2.</numerusform>
            <numerusform>%Ln jetons en %1 s, car %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 before came from an earlier saved state.</source>
        <translation>Les %1 précédents venaient d’un état enregistré plus ancien.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Give saved states more room</source>
        <translation>Donner plus de place aux états enregistrés</translation>
    </message>
    <message>
        <source>Kept longest</source>
        <translation>Conservés le plus longtemps</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states</source>
        <translation>Conserver les états de cette discussion</translation>
    </message>
    <message>
        <source>Keep this model&apos;s states</source>
        <translation>Conserver les états de ce modèle</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
</context>
<context>
    <name>eddy::SearchViewModel</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message numerus="yes">
        <source>in %n chat(s)</source>
        <extracomment>the second half of &quot;12 places in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>dans %n discussion</numerusform>
            <numerusform>dans %n discussions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) %1</source>
        <extracomment>%1 is &quot;in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%n occurrence %1</numerusform>
            <numerusform>%n occurrences %1</numerusform>
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
        <translation>Ce n’est pas une touche.</translation>
    </message>
    <message>
        <source>%1 alone is needed for writing: hold Ctrl or Alt with it, or take a function key.</source>
        <translation>%1 seul sert à écrire : tenez Ctrl ou Alt avec, ou prenez une touche de fonction.</translation>
    </message>
    <message>
        <source>%1 is needed in text fields.</source>
        <translation>%1 sert dans les champs de texte.</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1 appartient déjà à « %2 ».</translation>
    </message>
</context>
<context>
    <name>eddy::SidebarModel</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Plus ancien</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglées</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Toutes les discussions</translation>
    </message>
</context>
<context>
    <name>eddy::SpokenText</name>
    <message>
        <source>Thinking.</source>
        <translation>Réflexion.</translation>
    </message>
    <message numerus="yes">
        <source>Thought about it in %n words.</source>
        <translation>
            <numerusform>A réfléchi en %n mot.</numerusform>
            <numerusform>A réfléchi en %n mots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block, %n lines.</source>
        <translation>
            <numerusform>Bloc de code, %n ligne.</numerusform>
            <numerusform>Bloc de code, %n lignes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block in %1, %n lines.</source>
        <translation>
            <numerusform>Bloc de code en %1, %n ligne.</numerusform>
            <numerusform>Bloc de code en %1, %n lignes.</numerusform>
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
        <translation>Document étudié</translation>
    </message>
    <message>
        <source>Tuned state</source>
        <translation>État ajusté</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>Point enregistré</translation>
    </message>
    <message>
        <source>Load %1 to start a chat with it.</source>
        <translation>Chargez %1 pour commencer une discussion avec lui.</translation>
    </message>
    <message numerus="yes">
        <source>Made with %1. The model that is loaded would read its %n tokens again.</source>
        <translation>
            <numerusform>Fait avec %1. Le modèle chargé relirait son %n jeton.</numerusform>
            <numerusform>Fait avec %1. Le modèle chargé relirait ses %n jetons.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made with %1: it does not fit the model that is loaded.</source>
        <translation>Fait avec %1&#xa0;: il ne convient pas au modèle chargé.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n jeton</numerusform>
            <numerusform>%n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>in memory, until the private chat is closed</source>
        <translation>en mémoire, jusqu’à la fermeture de la discussion privée</translation>
    </message>
    <message>
        <source>A tuned state: it has read nothing, and there is no text to show.</source>
        <translation>Un état ajusté&#xa0;: il n’a rien lu et il n’y a pas de texte à afficher.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message.</source>
        <translation>
            <numerusform>%n jeton a été lu avant le premier message.</numerusform>
            <numerusform>%n jetons ont été lus avant le premier message.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</source>
        <translation>
            <numerusform>%n jeton a été lu avant le premier message. On ignore lequel&#xa0;: l’état ne peut pas être refait.</numerusform>
            <numerusform>%n jetons ont été lus avant le premier message. On ignore lesquels&#xa0;: l’état ne peut pas être refait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved states, %1. They are never dropped to make room.</source>
        <translation>
            <numerusform>%n état enregistré, %1. Il n’est jamais écarté pour faire de la place.</numerusform>
            <numerusform>%n états enregistrés, %1. Ils ne sont jamais écartés pour faire de la place.</numerusform>
        </translation>
    </message>
    <message>
        <source>This state does not fit the model that is loaded.</source>
        <translation>Cet état ne convient pas au modèle chargé.</translation>
    </message>
    <message>
        <source>There is no state in this file that the loaded model could begin with.</source>
        <translation>Ce fichier ne contient aucun état par lequel le modèle chargé pourrait commencer.</translation>
    </message>
    <message>
        <source>The file of this state is damaged or missing.</source>
        <translation>Le fichier de cet état est endommagé ou manquant.</translation>
    </message>
    <message>
        <source>This state was written by a newer version of Eddy.</source>
        <translation>Cet état a été écrit par une version plus récente d’Eddy.</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>«&#xa0;%1&#xa0;» est dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
</context>
<context>
    <name>eddy::StatesViewModel</name>
    <message>
        <source>Read: %1</source>
        <translation>Lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>A chat that is gone</source>
        <translation>Une discussion qui n’existe plus</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>%1 of %2 in use.</source>
        <translation>%1 utilisés sur %2.</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Carnet</translation>
    </message>
</context>
<context>
    <name>eddy::TimeTravel</name>
    <message>
        <source>As of turn %1 of %2</source>
        <translation>À partir du tour %1 sur %2</translation>
    </message>
    <message>
        <source>Its state is kept: nothing is read again.</source>
        <translation>Son état est conservé&#xa0;: rien n’est relu.</translation>
    </message>
    <message numerus="yes">
        <source>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</source>
        <translation>
            <numerusform>Les états d’une discussion privée restent en mémoire tant qu’il y a de la place&#xa0;: au plus environ %n jeton est relu.</numerusform>
            <numerusform>Les états d’une discussion privée restent en mémoire tant qu’il y a de la place&#xa0;: au plus environ %n jetons sont relus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its state is not kept: about %n tokens are read again.</source>
        <translation>
            <numerusform>Son état n’est pas conservé&#xa0;: environ %n jeton est relu.</numerusform>
            <numerusform>Son état n’est pas conservé&#xa0;: environ %n jetons sont relus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TransferViewModel</name>
    <message>
        <source>Saving %1…</source>
        <translation>Enregistrement de %1…</translation>
    </message>
    <message>
        <source>Checking and opening %1…</source>
        <translation>Vérification et ouverture de %1…</translation>
    </message>
    <message>
        <source>%1 holds no chat that Eddy knows. It opens its own chat files and those of ChatGPT, LM Studio and GPT4All.</source>
        <translation>%1 ne contient aucune discussion connue d’Eddy. Il ouvre ses propres fichiers de discussion et ceux de ChatGPT, LM Studio et GPT4All.</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of Eddy. Update Eddy to open it.</source>
        <translation>%1 a été enregistré par une version plus récente d’Eddy. Mettez Eddy à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>%1 is damaged. Nothing was taken over; get the file again from where it came from.</source>
        <translation>%1 est endommagé. Rien n’a été repris&#xa0;; récupérez à nouveau le fichier là d’où il vient.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 n’est plus là.</translation>
    </message>
    <message>
        <source>%1 could not be saved: the disk is full. Free some space or choose another place.</source>
        <translation>%1 n’a pas pu être enregistré&#xa0;: le disque est plein. Libérez de la place ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>%1 could not be opened: the disk is full. Free some space and try again.</source>
        <translation>%1 n’a pas pu être ouvert&#xa0;: le disque est plein. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 could not be saved there. Choose another folder.</source>
        <translation>%1 n’a pas pu y être enregistré. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>%1 could not be opened. Check that you may read it, then try again.</source>
        <translation>%1 n’a pas pu être ouvert. Vérifiez que vous avez le droit de le lire, puis réessayez.</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were taken over.</source>
        <translation>
            <numerusform>%n discussion a été reprise.</numerusform>
            <numerusform>%n discussions ont été reprises.</numerusform>
        </translation>
    </message>
    <message>
        <source>This chat was held with %1. With that model it goes on at once; another one reads it again first.</source>
        <translation>Cette discussion a été menée avec %1. Avec ce modèle, elle reprend aussitôt&#xa0;; un autre la relit d’abord.</translation>
    </message>
    <message>
        <source>This chat was held with %1. Another model may answer otherwise.</source>
        <translation>Cette discussion a été menée avec %1. Un autre modèle répondra peut-être autrement.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved state(s) could not be used here; the chat is read again where they are missing.</source>
        <translation>
            <numerusform>%n état enregistré n’a pas pu servir ici&#xa0;; la discussion est relue là où il manque.</numerusform>
            <numerusform>%n états enregistrés n’ont pas pu servir ici&#xa0;; la discussion est relue là où ils manquent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were saved in %1.</source>
        <translation>
            <numerusform>%n conversation a été enregistrée dans %1.</numerusform>
            <numerusform>%n conversations ont été enregistrées dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving chat %1 of %2…</source>
        <translation>Enregistrement de la conversation %1 sur %2…</translation>
    </message>
    <message>
        <source>No font of this computer has these letters, which are empty boxes in the PDF: %1. Install fonts that have them (on Debian fonts-noto-cjk, for Chinese, Japanese and Korean) and save it again.</source>
        <translation>Aucune police de cet ordinateur n’a ces caractères, qui sont des cases vides dans le PDF : %1. Installez des polices qui les ont (sous Debian fonts-noto-cjk pour le chinois, le japonais et le coréen) et enregistrez de nouveau.</translation>
    </message>
</context>
<context>
    <name>eddy::UpdatesViewModel</name>
    <message>
        <source>The answer is not signed by Eddy’s publisher, so it was thrown away.</source>
        <translation>La réponse n’est pas signée par l’éditeur d’Eddy et a été jetée.</translation>
    </message>
    <message>
        <source>The answer is meant for a later version of Eddy.</source>
        <translation>La réponse est destinée à une version ultérieure d’Eddy.</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>La réponse n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 n’a pas pu être démarré.</translation>
    </message>
    <message>
        <source>This copy was built without an address to ask.</source>
        <translation>Cette copie a été construite sans adresse à interroger.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message>
        <source>Eddy %1 is the newest version.</source>
        <translation>Eddy %1 est la version la plus récente.</translation>
    </message>
    <message>
        <source>Eddy %1 of %2 is there. This is %3.</source>
        <translation>Eddy %1 du %2 est disponible. Ceci est %3.</translation>
    </message>
    <message>
        <source>This is Eddy %1. Nobody was asked for a newer one yet.</source>
        <translation>Ceci est Eddy %1. Aucune version plus récente n’a encore été demandée.</translation>
    </message>
    <message>
        <source>It came with your system’s packages: they bring the new version.</source>
        <translation>Il est venu avec les paquets de votre système&#xa0;: ils apporteront la nouvelle version.</translation>
    </message>
    <message>
        <source>It was built from its sources: get the new ones and build again.</source>
        <translation>Il a été construit à partir des sources&#xa0;: récupérez les nouvelles et construisez à nouveau.</translation>
    </message>
    <message>
        <source>The new installer is checked after the download and lies in your models’ download list; start it when it suits you.</source>
        <translation>Le nouvel installateur est vérifié après le téléchargement et se trouve dans la liste des téléchargements de modèles&#xa0;; démarrez-le quand cela vous convient.</translation>
    </message>
    <message>
        <source>There is no package for this kind of computer yet.</source>
        <translation>Il n’y a pas encore de paquet pour ce type d’ordinateur.</translation>
    </message>
</context>
<context>
    <name>eddy::VaultViewModel</name>
    <message>
        <source>Wait until nothing is being written or read, or stop it first.</source>
        <translation>Attendez que rien ne soit en cours d’écriture ou de lecture, ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>Arrêté. Tout est comme avant.</translation>
    </message>
    <message>
        <source>That is not the passphrase. Look at capital letters and the keyboard layout.</source>
        <translation>Ce n’est pas la phrase secrète. Vérifiez les majuscules et la disposition du clavier.</translation>
    </message>
    <message>
        <source>Chats, documents and saved states are encrypted now. The passphrase is asked for at the next start.</source>
        <translation>Les discussions, documents et états enregistrés sont maintenant chiffrés. La phrase secrète sera demandée au prochain démarrage.</translation>
    </message>
    <message>
        <source>The encryption is off.</source>
        <translation>Le chiffrement est désactivé.</translation>
    </message>
    <message>
        <source>The new passphrase is set. The old one opens nothing any more, copies made earlier aside.</source>
        <translation>La nouvelle phrase secrète est en place. L’ancienne n’ouvre plus rien, hormis les copies faites auparavant.</translation>
    </message>
</context>
<context>
    <name>eddy::Welcome</name>
    <message>
        <source>This computer has %1 of memory.</source>
        <translation>Cet ordinateur a %1 de mémoire.</translation>
    </message>
    <message>
        <source>A larger model knows more: RWKV-7 G1 with 1.5 billion parameters takes about 1 GB in 4 bits.</source>
        <translation>Un modèle plus grand en sait plus&#xa0;: RWKV-7 G1 à 1,5 milliard de paramètres prend environ 1 Go en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 0.4 billion parameters fits: about 0.3 GB in 4 bits.</source>
        <translation>RWKV-7 G1 à 0,4 milliard de paramètres tient&#xa0;: environ 0,3 Go en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 1.5 billion parameters fits well: about 1 GB in 4 bits.</source>
        <translation>RWKV-7 G1 à 1,5 milliard de paramètres tient bien&#xa0;: environ 1 Go en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 2.9 billion parameters fits well: about 2 GB in 4 bits.</source>
        <translation>RWKV-7 G1 à 2,9 milliards de paramètres tient bien&#xa0;: environ 2 Go en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 7.2 billion parameters fits well: about 4.5 GB in 4 bits.</source>
        <translation>RWKV-7 G1 à 7,2 milliards de paramètres tient bien&#xa0;: environ 4,5 Go en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 13.3 billion parameters fits well: about 8 GB in 4 bits.</source>
        <translation>RWKV-7 G1 à 13,3 milliards de paramètres tient bien&#xa0;: environ 8 Go en 4 bits.</translation>
    </message>
</context>
</TS>
