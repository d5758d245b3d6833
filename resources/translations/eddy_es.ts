<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>Chat with recurrent language models on your own computer. Eddy keeps what the model has read beside the text, so that a conversation goes on at once after any pause.</source>
        <translation>Conversar con modelos de lenguaje recurrentes en el propio equipo. Eddy guarda junto al texto lo que el modelo ha leído: una conversación continúa al instante tras cualquier pausa.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt (LGPL 3) and SQLite; icons by Lucide (ISC); fonts Inter and JetBrains Mono (OFL 1.1). Nothing you write leaves this computer.</source>
        <translation>Licencia Apache 2.0. Creado con Qt (LGPL 3) y SQLite; iconos de Lucide (ISC); tipografías Inter y JetBrains Mono (OFL 1.1). Nada de lo escrito sale de este equipo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>AboveComposer</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Teal</source>
        <translation>Verde azulado</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Grafito</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Color de acento</translation>
    </message>
</context>
<context>
    <name>AccessibilitySection</name>
    <message>
        <source>Accessibility</source>
        <translation>Accesibilidad</translation>
    </message>
    <message>
        <source>Answers read aloud by a screen reader</source>
        <translation>Lectura de las respuestas por un lector de pantalla</translation>
    </message>
    <message>
        <source>Each sentence as soon as it is whole, or everything at the end. Code is only named, with its number of lines.</source>
        <translation>Cada frase en cuanto está completa, o todo al final. El código solo se nombra, con su número de líneas.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>Por frases</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Nothing fades, slides or pulses.</source>
        <translation>Nada se desvanece, se desliza ni parpadea.</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Download from an address</source>
        <translation>Descargar de una dirección</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>Descargar %1 de una dirección</translation>
    </message>
    <message>
        <source>https://…/model.gguf</source>
        <translation>https://…/model.gguf</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>Dirección del archivo</translation>
    </message>
    <message>
        <source>SHA-256, if its makers tell it</source>
        <translation>SHA-256, si sus autores la indican</translation>
    </message>
    <message>
        <source>Only https addresses. Eddy asks this host for the file and tells it nothing else.</source>
        <translation>Solo direcciones https. Eddy pide el archivo a este servidor y no le dice nada más.</translation>
    </message>
    <message>
        <source>Eddy will ask %1 for the file and tells it nothing else. Without a checksum the file is checked by its size and by opening it.</source>
        <translation>Eddy pedirá el archivo a %1 y no le dice nada más. Sin suma de comprobación, el archivo se comprueba por su tamaño y abriéndolo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Set</source>
        <translation>Establecer</translation>
    </message>
    <message>
        <source>This will not do: %1</source>
        <translation>Esto no sirve: %1</translation>
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
        <translation>Elige solo entre este número de palabras.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out words that are much less likely than the best one.</source>
        <translation>Descarta las palabras mucho menos probables que la mejor.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Penalización por frecuencia</translation>
    </message>
    <message>
        <source>Grows with every further use of a word.</source>
        <translation>Crece con cada nuevo uso de una palabra.</translation>
    </message>
    <message>
        <source>Penalty decay</source>
        <translation>Atenuación de penalizaciones</translation>
    </message>
    <message>
        <source>How slowly earlier words are forgiven: 1 never forgives.</source>
        <translation>Con qué lentitud se perdonan las palabras anteriores: 1 nunca perdona.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Penalización por repetición</translation>
    </message>
    <message>
        <source>Divides the chance of words that were used already.</source>
        <translation>Divide la probabilidad de las palabras ya usadas.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same number gives the same answer. Empty: a new one each time.</source>
        <translation>El mismo número da la misma respuesta. Vacío: uno nuevo cada vez.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aleatoria</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Detenerse en</translation>
    </message>
    <message>
        <source>Texts that end an answer, one on each line.</source>
        <translation>Textos que terminan una respuesta, uno por línea.</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as the text so far, up to this share.</source>
        <translation>Prefiere palabras tan sorprendentes como el texto hasta ahora, hasta esta proporción.</translation>
    </message>
</context>
<context>
    <name>AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Processor threads to compute with. The model is loaded again with the new number.</source>
        <translation>Hilos del procesador con los que se calcula. El modelo se carga de nuevo con el nuevo número.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Begin anew with the settings</source>
        <translation>Empezar de nuevo con las preferencias</translation>
    </message>
    <message>
        <source>Chats, models, presets, personas, keys, hosts and the data folder stay as they are.</source>
        <translation>Los chats, modelos, preajustes, personajes, atajos, servidores y la carpeta de datos se quedan como están.</translation>
    </message>
    <message>
        <source>Put all settings back…</source>
        <translation>Restablecer todas las preferencias…</translation>
    </message>
    <message>
        <source>Put all settings back?</source>
        <translation>¿Restablecer todas las preferencias?</translation>
    </message>
    <message>
        <source>Appearance, language, generation, devices and notifications will be as after the first start, at once.</source>
        <translation>La apariencia, el idioma, la generación, los dispositivos y las notificaciones quedarán al momento como tras el primer inicio.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message>
        <source>Put all settings back</source>
        <translation>Restablecer todas las preferencias</translation>
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
        <translation>Respuestas en paralelo</translation>
    </message>
    <message numerus="yes">
        <source>%n answers to the next question</source>
        <translation>
            <numerusform>%n respuesta a la próxima pregunta</numerusform>
            <numerusform>%n respuestas a la próxima pregunta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerDetails</name>
    <message>
        <source>How this answer came about</source>
        <translation>Cómo surgió esta respuesta</translation>
    </message>
    <message>
        <source>Written at %1 tokens/s, the first one after %2 s.</source>
        <translation>Escrito a %1 tokens/s, el primero a los %2 s.</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>Se usó el estado guardado: no hubo que volver a leer nada.</translation>
    </message>
    <message>
        <source>Tokens read again: %1, because %2.</source>
        <translation>Tokens releídos: %1, porque %2.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Releído</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>AnswerMenu</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>2 more answers, side by side</source>
        <translation>2 respuestas más, en paralelo</translation>
    </message>
    <message>
        <source>4 more answers, side by side</source>
        <translation>4 respuestas más, en paralelo</translation>
    </message>
    <message>
        <source>8 more answers, side by side</source>
        <translation>8 respuestas más, en paralelo</translation>
    </message>
    <message>
        <source>Save this point as…</source>
        <translation>Guardar este punto como…</translation>
    </message>
    <message>
        <source>Ask as of this point…</source>
        <translation>Preguntar desde este punto…</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>Omitir este turno</translation>
    </message>
    <message>
        <source>Token probabilities…</source>
        <translation>Probabilidades de los tokens…</translation>
    </message>
</context>
<context>
    <name>AnswerShape</name>
    <message>
        <source>Shape of the answer</source>
        <translation>Forma de la respuesta</translation>
    </message>
    <message>
        <source>Makes the model write only what fits, to the last character. Good for data that another program reads.</source>
        <translation>El modelo escribe solo lo que encaja, hasta el último carácter. Útil para datos que lee otro programa.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>Esquema JSON</translation>
    </message>
    <message>
        <source>Grammar (GBNF)</source>
        <translation>Gramática (GBNF)</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Gramática</translation>
    </message>
</context>
<context>
    <name>AnswerSliders</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.</source>
        <translation>Baja se ciñe a las palabras más probables, alta sorprende más. 0 da siempre la misma respuesta.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Chooses only among the likeliest words that together make up this share.</source>
        <translation>Elige solo entre las palabras más probables que juntas suman esta proporción.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>Menos repetición</translation>
    </message>
    <message>
        <source>Presence penalty: makes words that were already used less likely.</source>
        <translation>Penalización por presencia: hace menos probables las palabras ya usadas.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Respuesta más larga</translation>
    </message>
    <message>
        <source>In tokens; a token is about three quarters of a word.</source>
        <translation>En tokens; un token es unas tres cuartas partes de una palabra.</translation>
    </message>
    <message>
        <source>Fewer controls</source>
        <translation>Menos controles</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>Más controles</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>Some models think before they answer. Where a model lets that be chosen, it can be switched off or on.</source>
        <translation>Algunos modelos razonan antes de responder. Si el modelo permite elegirlo, se puede activar o desactivar.</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>Como quiera el modelo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Longest thinking</source>
        <translation>Razonamiento más largo</translation>
    </message>
    <message>
        <source>In tokens. Then its thinking is ended and the model answers.</source>
        <translation>En tokens. Después se da por terminado el razonamiento y el modelo responde.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>“System” follows the desktop.</source>
        <translation>«Sistema» sigue al escritorio.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Everything in the app grows and shrinks with it.</source>
        <translation>Todo en la aplicación crece y se reduce con él.</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Color de acento</translation>
    </message>
    <message>
        <source>Of buttons, links and what is chosen.</source>
        <translation>De los botones, los enlaces y lo elegido.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>How much room there is between things.</source>
        <translation>Cuánto espacio queda entre los elementos.</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Amplia</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
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
        <translation>Preguntar desde una página</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Desde: %1</translation>
    </message>
    <message>
        <source>Ask as of %1</source>
        <translation>Preguntar desde: %1</translation>
    </message>
    <message>
        <source>A new chat with the state that was kept at the end of %1</source>
        <translation>Un chat nuevo con el estado que se guardó al final de: %1</translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>Detenido aquí.</translation>
    </message>
    <message>
        <source>Interrupted: the app closed while this was being written.</source>
        <translation>Interrumpido: la aplicación se cerró mientras se escribía.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>BranchStepper</name>
    <message>
        <source>Previous version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Versión %1 de %2</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Versión siguiente</translation>
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
        <translation>Descargar</translation>
    </message>
    <message>
        <source>By address…</source>
        <translation>Por dirección…</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>Descargar %1</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>Descargar %1 de una dirección</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Licencia: %1</translation>
    </message>
    <message>
        <source>Licence: %1 · %2</source>
        <translation>Licencia: %1 · %2</translation>
    </message>
    <message>
        <source>Address and checksum not known: get it where its makers publish it.</source>
        <translation>Dirección y suma de comprobación desconocidas: se obtiene donde lo publican sus autores.</translation>
    </message>
    <message>
        <source>Address and checksum not known. Published by: %1</source>
        <translation>Dirección y suma de comprobación desconocidas. Publicado por: %1</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Search the catalogue</source>
        <translation>Buscar en el catálogo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Lo que cabe</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>Solo recurrentes</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>An address to update from can be set in the settings, under Privacy</source>
        <translation>La dirección de actualización se puede indicar en las preferencias, en «Privacidad»</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Consultando si hay un catálogo más reciente…</translation>
    </message>
    <message>
        <source>%1. Sizes and licences as published; read a model&apos;s card before you use it.</source>
        <translation>%1. Tamaños y licencias según lo publicado; conviene leer la ficha de un modelo antes de usarlo.</translation>
    </message>
    <message>
        <source>Catalogue of models</source>
        <translation>Catálogo de modelos</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nada de este tipo</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Añadir documentos</translation>
    </message>
    <message>
        <source>Persona and answers of this chat</source>
        <translation>Personaje y respuestas de este chat</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>Retroceder en este chat</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>Renombrar este chat</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Fijar o soltar este chat</translation>
    </message>
    <message>
        <source>Archive this chat or take it back</source>
        <translation>Archivar este chat o recuperarlo</translation>
    </message>
    <message>
        <source>Move this chat to a folder</source>
        <translation>Mover este chat a una carpeta</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Duplicar este chat</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>Eliminar este chat</translation>
    </message>
    <message>
        <source>Open chat files</source>
        <translation>Abrir archivos de chat</translation>
    </message>
    <message>
        <source>Save this chat as a file</source>
        <translation>Guardar este chat como archivo</translation>
    </message>
    <message>
        <source>Save all chats as files</source>
        <translation>Guardar todos los chats como archivos</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Imprimir este chat</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>Chat privado</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Deshacer la eliminación</translation>
    </message>
</context>
<context>
    <name>ChatDropArea</name>
    <message>
        <source>Drop to open this chat</source>
        <translation>Soltar para abrir este chat</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Open chat files</source>
        <translation>Abrir archivos de chat</translation>
    </message>
    <message>
        <source>Chats (*.eddy *.json *.chat *.md)</source>
        <translation>Chats (*.eddy *.json *.chat *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ChatFolderDialog</name>
    <message>
        <source>Move to folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Renombrar la carpeta</translation>
    </message>
    <message>
        <source>Name of a folder, new or not</source>
        <translation>Nombre de una carpeta, nueva o existente</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Ninguna carpeta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Answers are made on this computer and can be wrong. Shift+Enter breaks the line.</source>
        <translation>Las respuestas se generan en este equipo y pueden ser erróneas. Mayús+Intro inserta un salto de línea.</translation>
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
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>ChatStyleBar</name>
    <message>
        <source>Own instructions</source>
        <translation>Instrucciones propias</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>Elegir un personaje</translation>
    </message>
    <message>
        <source>Persona of this chat: %1</source>
        <translation>Personaje de este chat: %1</translation>
    </message>
    <message>
        <source>Answers as in general</source>
        <translation>Respuestas como en general</translation>
    </message>
    <message>
        <source>How this chat is answered</source>
        <translation>Cómo se responde en este chat</translation>
    </message>
    <message>
        <source>Answers of this chat: %1</source>
        <translation>Respuestas de este chat: %1</translation>
    </message>
</context>
<context>
    <name>ChatStyleDialog</name>
    <message>
        <source>This chat</source>
        <translation>Este chat</translation>
    </message>
    <message>
        <source>Persona and instructions</source>
        <translation>Personaje e instrucciones</translation>
    </message>
    <message>
        <source>Instructions for this chat</source>
        <translation>Instrucciones para este chat</translation>
    </message>
    <message>
        <source>Empty: the general instructions of the settings</source>
        <translation>Vacío: las instrucciones generales de las preferencias</translation>
    </message>
    <message>
        <source>Use these instructions</source>
        <translation>Usar estas instrucciones</translation>
    </message>
    <message>
        <source>Use them and read again</source>
        <translation>Usarlas y releer</translation>
    </message>
    <message>
        <source>Save as a persona…</source>
        <translation>Guardar como personaje…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Eliminar «%1»</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Counts from the next answer on.</source>
        <translation>Vale desde la próxima respuesta.</translation>
    </message>
    <message>
        <source>As in general</source>
        <translation>Como en general</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propios</translation>
    </message>
    <message>
        <source>Save the instructions as a persona</source>
        <translation>Guardar las instrucciones como personaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Código</translation>
    </message>
    <message>
        <source>Code in %1</source>
        <translation>Código en %1</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Guardar código</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Llamada a herramienta</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Resultado de una herramienta</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1: %n línea</numerusform>
            <numerusform>%1: %n líneas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Mostrar %n parte más</numerusform>
            <numerusform>Mostrar %n partes más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeBlockHeader</name>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>Do not wrap long lines</source>
        <translation>No ajustar las líneas largas</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Ajustar las líneas largas</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Guardar como archivo</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copiar código</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>Plegar</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>What do you want to do? Or the title of a chat</source>
        <translation>¿Qué hay que hacer? O el título de un chat</translation>
    </message>
    <message>
        <source>No command and no chat is called that</source>
        <translation>Ninguna orden ni chat se llama así</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Adjuntar documentos</translation>
    </message>
</context>
<context>
    <name>ConversationItem</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>Mover a una carpeta…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sacar del archivo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Seleccionar varios</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n chat(s)</source>
        <translation>
            <numerusform>Eliminar %n chat</numerusform>
            <numerusform>Eliminar %n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationTitle</name>
    <message>
        <source>Conversation title</source>
        <translation>Título de la conversación</translation>
    </message>
</context>
<context>
    <name>DeleteModelDialog</name>
    <message>
        <source>Really put it into the bin?</source>
        <translation>¿Mover realmente a la papelera?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>¿Eliminar %1?</translation>
    </message>
    <message>
        <source>The file is deleted at once and cannot be brought back. Your chats stay.</source>
        <translation>El archivo se elimina al instante y no se puede recuperar. Los chats se conservan.</translation>
    </message>
    <message>
        <source>Other programs that use this file will miss it:</source>
        <translation>Otros programas que usan este archivo lo echarán en falta:</translation>
    </message>
    <message>
        <source>Eddy did not download or make this file. It is put into the system&apos;s bin, and other programs may miss it. Your chats stay.</source>
        <translation>Eddy no descargó ni creó este archivo. Se mueve a la papelera del sistema y otros programas podrían echarlo en falta. Los chats se conservan.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Yes, into the bin</source>
        <translation>Sí, a la papelera</translation>
    </message>
    <message>
        <source>Into the bin…</source>
        <translation>Mover a la papelera…</translation>
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
        <translation>en uso</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>el más rápido</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Run models on %1</source>
        <translation>Ejecutar los modelos en %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autoprueba</translation>
    </message>
    <message>
        <source>Compares every operation with a plain calculation</source>
        <translation>Compara cada operación con un cálculo sencillo</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Probar %1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>Medir %1</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Software driver, through %1</source>
        <translation>Controlador por software, mediante %1</translation>
    </message>
    <message>
        <source>Graphics of the processor, through %1</source>
        <translation>Gráficos del procesador, mediante %1</translation>
    </message>
    <message>
        <source>Virtual graphics, through %1</source>
        <translation>Gráficos virtuales, mediante %1</translation>
    </message>
    <message>
        <source>Graphics card, through %1</source>
        <translation>Tarjeta gráfica, mediante %1</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%1 de %2 de memoria libres</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 de memoria</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>controlador %1</translation>
    </message>
    <message>
        <source>Reads %1 of weights a second when it writes; %2 billion operations a second when it reads</source>
        <translation>Lee %1 de pesos por segundo al escribir; %2 mil millones de operaciones por segundo al leer</translation>
    </message>
    <message>
        <source>The last test ended early: %1</source>
        <translation>La última prueba terminó antes de tiempo: %1</translation>
    </message>
    <message numerus="yes">
        <source>Self-test: %n operation(s) computed wrongly: %1</source>
        <translation>
            <numerusform>Autoprueba: %n operación errónea: %1</numerusform>
            <numerusform>Autoprueba: %n operaciones erróneas: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right, %1 that only some models need are missing</source>
        <translation>
            <numerusform>Autoprueba: %n operación correcta; faltan %1 que solo necesitan algunos modelos</numerusform>
            <numerusform>Autoprueba: las %n operaciones son correctas; faltan %1 que solo necesitan algunos modelos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right</source>
        <translation>
            <numerusform>Autoprueba: %n operación correcta</numerusform>
            <numerusform>Autoprueba: las %n operaciones son correctas</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>No se puede usar: %1</translation>
    </message>
    <message>
        <source>Not used by itself: its self-test found wrong results. Update its driver and test it again.</source>
        <translation>No se usa por sí solo: la autoprueba encontró resultados erróneos. Actualizar su controlador y repetir la prueba.</translation>
    </message>
    <message>
        <source>Not used by itself: this driver computes on the processor, more slowly than Eddy does.</source>
        <translation>No se usa por sí solo: este controlador calcula en el procesador, más despacio que Eddy.</translation>
    </message>
    <message>
        <source>Too little memory for %1, which needs %2.</source>
        <translation>Poca memoria para %1, que necesita %2.</translation>
    </message>
    <message>
        <source>%1 of %2 layers of %3 lie here</source>
        <translation>Aquí están %1 de las %2 capas de %3</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Volver al chat</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Volver a buscar dispositivos</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>Medir todos</translation>
    </message>
    <message>
        <source>Takes a few seconds a device. Answers go first: a question stops it.</source>
        <translation>Tarda unos segundos por dispositivo. Las respuestas van primero: una pregunta lo detiene.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>Dónde se ejecutan los modelos</translation>
    </message>
    <message>
        <source>Chosen automatically among the processor and the graphics cards.</source>
        <translation>Se elige automáticamente entre el procesador y las tarjetas gráficas.</translation>
    </message>
    <message>
        <source>On the device that you chose.</source>
        <translation>En el dispositivo elegido.</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>Dispositivos…</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Document %1</source>
        <translation>Documento %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Pausar la lectura</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Seguir leyendo</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Mostrar el texto</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>Answer from</source>
        <translation>Responder desde</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Pasajes</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Una línea</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Párrafo</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Stop reading and forget what was read</source>
        <translation>Detener la lectura y olvidar lo leído</translation>
    </message>
    <message>
        <source>Once more shows the next document</source>
        <translation>Otra vez muestra el documento siguiente</translation>
    </message>
    <message>
        <source>Show next text</source>
        <translation>Mostrar el texto siguiente</translation>
    </message>
</context>
<context>
    <name>DocumentDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>Soltar para cargar este modelo</translation>
    </message>
    <message>
        <source>Drop to read</source>
        <translation>Soltar para leer</translation>
    </message>
    <message>
        <source>PDF, Word, e-books, web pages, mail, tables, code, text, a folder of them, or selected text</source>
        <translation>PDF, Word, libros electrónicos, páginas web, correo, tablas, código, texto, una carpeta con ellos o texto seleccionado</translation>
    </message>
</context>
<context>
    <name>DocumentItem</name>
    <message>
        <source>not read yet</source>
        <translation>aún sin leer</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>leído por %1</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 guardados</translation>
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
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Show the text of %1</source>
        <translation>Mostrar el texto de %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Read together with others</source>
        <translation>Leer junto con otros</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Read %1 together with others</source>
        <translation>Leer %1 junto con otros</translation>
    </message>
    <message>
        <source>Leave %1 out, it is number %2</source>
        <translation>Omitir %1, es el número %2</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of %1</source>
        <translation>Texto de %1</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Mostrar como</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Close the text (Esc)</source>
        <translation>Cerrar el texto (Esc)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Pasajes</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>Preguntar sobre esto</translation>
    </message>
    <message>
        <source>About &quot;%1&quot;: </source>
        <translation>Sobre «%1»: </translation>
    </message>
    <message>
        <source>Summarise this</source>
        <translation>Resumir esto</translation>
    </message>
    <message>
        <source>Summarize this text in one line.
%1</source>
        <translation>Resume este texto en una línea.
%1</translation>
    </message>
    <message>
        <source>Next document of this chat</source>
        <translation>Documento siguiente de este chat</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 s left</source>
        <translation>quedan %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>quedan %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>quedan %1 h</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>El archivo ya no está</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted. Drop it again from where it is now.</source>
        <translation>Se movió, renombró o eliminó. Conviene soltarlo de nuevo desde donde está ahora.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>El archivo no se puede leer</translation>
    </message>
    <message>
        <source>Check its permissions and whether its disk or network folder is there, then try again.</source>
        <translation>Comprobar sus permisos y si su disco o carpeta de red está disponible, e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>No contiene texto</translation>
    </message>
    <message>
        <source>The file is empty or holds no words.</source>
        <translation>El archivo está vacío o no tiene palabras.</translation>
    </message>
    <message>
        <source>This is not text</source>
        <translation>Esto no es texto</translation>
    </message>
    <message>
        <source>Its name says text, its content does not. Open it with the program it belongs to and save it as PDF or text.</source>
        <translation>El nombre dice texto, el contenido no. Conviene abrirlo con su programa y guardarlo como PDF o texto.</translation>
    </message>
    <message>
        <source>Eddy does not read this kind of file</source>
        <translation>Eddy no lee este tipo de archivo</translation>
    </message>
    <message>
        <source>It reads PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, mail, tables, source code and plain text.</source>
        <translation>Lee PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, correo, tablas, código fuente y texto sencillo.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>El archivo está dañado</translation>
    </message>
    <message>
        <source>The file is locked</source>
        <translation>El archivo está protegido</translation>
    </message>
    <message>
        <source>A PDF can be opened with its password here. Save other files without a password first.</source>
        <translation>Un PDF se puede abrir aquí con su contraseña. Los demás archivos deben guardarse antes sin contraseña.</translation>
    </message>
    <message>
        <source>The password does not open it</source>
        <translation>La contraseña no lo abre</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, and try again.</source>
        <translation>Comprobar las mayúsculas y la distribución del teclado, e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>These are pictures of pages</source>
        <translation>Son imágenes de páginas</translation>
    </message>
    <message>
        <source>There is no text in them yet. Text recognition can read them when the program Tesseract is installed.</source>
        <translation>Todavía no contienen texto. El reconocimiento de texto puede leerlas si está instalado el programa Tesseract.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>El archivo es demasiado grande</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>La lectura del archivo tardó demasiado</translation>
    </message>
    <message>
        <source>It was given up. Saving it anew with another program often helps.</source>
        <translation>Se abandonó. Guardarlo de nuevo con otro programa suele ayudar.</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>No se pudo leer el archivo</translation>
    </message>
    <message>
        <source>The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.</source>
        <translation>La parte de Eddy que lee archivos falló con este. Todo lo demás sigue; guardar el archivo de nuevo suele ayudar.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>pp. %1–%2</source>
        <translation>págs. %1–%2</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>pág. %1</translation>
    </message>
    <message>
        <source>Passage %1</source>
        <translation>Pasaje %1</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 páginas</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>The file keeps changing</source>
        <translation>El archivo cambia sin parar</translation>
    </message>
    <message>
        <source>Another program is writing it. Wait until it has finished, or drop a copy of the file.</source>
        <translation>Otro programa lo está escribiendo. Espere a que termine o suelte una copia del archivo.</translation>
    </message>
    <message>
        <source>Its text could not be saved</source>
        <translation>No se pudo guardar su texto</translation>
    </message>
    <message>
        <source>Check that there is free space where Eddy keeps its data (Settings, Storage), then drop the file again.</source>
        <translation>Compruebe que haya espacio libre donde Eddy guarda sus datos (Preferencias, Almacenamiento) y vuelva a soltar el archivo.</translation>
    </message>
    <message>
        <source>It ends too early, contradicts itself or is not what its name says. Fetch it again, or open and save it with another program.</source>
        <translation>Termina demasiado pronto, se contradice o no es lo que dice su nombre. Consígalo de nuevo, o ábralo y guárdelo con otro programa.</translation>
    </message>
    <message>
        <source>It unpacks to more, or nests deeper, than a document may. Split it and drop the parts.</source>
        <translation>Al descomprimirse ocupa más, o está anidado más hondo, de lo que puede un documento. Divídalo y suelte las partes.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Add documents</source>
        <translation>Añadir documentos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>Aún no hay documentos</translation>
    </message>
    <message>
        <source>Drop a file anywhere on the window. The model reads it whole, once; then you can ask as often as you like.</source>
        <translation>Se puede soltar un archivo en cualquier parte de la ventana. El modelo lo lee entero una sola vez; después se puede preguntar cuantas veces se quiera.</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>Leer el portapapeles</translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation>Archivos o texto copiados en otro programa (Ctrl+V)</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
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
        <translation>Continuar %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Pausar %1</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>Quitar %1 de esta lista</translation>
    </message>
    <message>
        <source>Give up %1 and delete what has come</source>
        <translation>Abandonar %1 y eliminar lo recibido</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Allow %1 and go on</source>
        <translation>Permitir %1 y continuar</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is on your mind?</source>
        <translation>¿De qué hablamos?</translation>
    </message>
    <message>
        <source>%1. It knows little and makes things up.</source>
        <translation>%1. Sabe poco e inventa cosas.</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>Abrir un modelo más grande…</translation>
    </message>
    <message>
        <source>What is this about?</source>
        <translation>¿De qué trata?</translation>
    </message>
    <message>
        <source>What are the most important points?</source>
        <translation>¿Cuáles son los puntos más importantes?</translation>
    </message>
    <message>
        <source>Which people and places are named?</source>
        <translation>¿Qué personas y lugares se nombran?</translation>
    </message>
    <message>
        <source>What is said at the end?</source>
        <translation>¿Qué se dice al final?</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>¿Qué quiere saber?</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>One passphrase for chats, documents and saved states. Eddy asks for it at every start.</source>
        <translation>Una sola frase de contraseña para chats, documentos y estados guardados. Eddy la pide en cada inicio.</translation>
    </message>
    <message>
        <source>Everything is encrypted</source>
        <translation>Todo está cifrado</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Sin cifrar</translation>
    </message>
    <message>
        <source>Whoever has the disk cannot read it without the passphrase. While Eddy runs, it is open.</source>
        <translation>Quien tenga el disco no puede leerlo sin la frase de contraseña. Mientras Eddy funciona, está abierto.</translation>
    </message>
    <message>
        <source>Whoever can read the data folder can read your chats. Without the passphrase nobody can open it again, you neither.</source>
        <translation>Quien pueda leer la carpeta de datos puede leer los chats. Sin la frase de contraseña nadie puede volver a abrirla, tampoco quien la creó.</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>Cifrar…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Desactivar…</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>You stopped this.</source>
        <translation>Detenido a petición.</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>Esto no se puede hacer así</translation>
    </message>
    <message>
        <source>One of the settings or files does not fit; look at the settings and try again.</source>
        <translation>Alguno de los ajustes o archivos no encaja; conviene revisar las preferencias e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Memoria insuficiente</translation>
    </message>
    <message>
        <source>This computer has too little free memory for it; close other programs or choose a smaller model.</source>
        <translation>Este equipo tiene poca memoria libre para esto; conviene cerrar otros programas o elegir un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The model file is not there</source>
        <translation>El archivo del modelo no está</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; choose a model that exists.</source>
        <translation>Puede que se haya movido o eliminado; hay que elegir un modelo que exista.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>El archivo no se puede leer</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk works, then try again.</source>
        <translation>Comprobar que se puede leer y que su disco funciona, e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The file is in use</source>
        <translation>El archivo está en uso</translation>
    </message>
    <message>
        <source>Another program uses it at the moment; close that and try again.</source>
        <translation>Otro programa lo está usando; conviene cerrarlo e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Nothing more can be saved; free some space and try again.</source>
        <translation>No se puede guardar nada más; hay que liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Written by a newer Eddy</source>
        <translation>Escrito por un Eddy más reciente</translation>
    </message>
    <message>
        <source>This version cannot read it and leaves it as it is; update Eddy.</source>
        <translation>Esta versión no puede leerlo y lo deja como está; hay que actualizar Eddy.</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>El archivo del modelo está dañado</translation>
    </message>
    <message>
        <source>Its contents do not add up, perhaps because a download broke off; get it again or choose another.</source>
        <translation>Su contenido no cuadra, quizá porque se interrumpió una descarga; conviene obtenerlo de nuevo o elegir otro.</translation>
    </message>
    <message>
        <source>Eddy does not know this kind of file</source>
        <translation>Eddy no conoce este tipo de archivo</translation>
    </message>
    <message>
        <source>Choose a model in a format that Eddy reads, such as .safetensors or .gguf.</source>
        <translation>Hay que elegir un modelo en un formato que Eddy lea, como .safetensors o .gguf.</translation>
    </message>
    <message>
        <source>Eddy cannot run this model</source>
        <translation>Eddy no puede ejecutar este modelo</translation>
    </message>
    <message>
        <source>Its network is of a kind that this version does not know; choose another model.</source>
        <translation>Su red es de un tipo que esta versión no conoce; hay que elegir otro modelo.</translation>
    </message>
    <message>
        <source>The saved state does not fit</source>
        <translation>El estado guardado no encaja</translation>
    </message>
    <message>
        <source>It belongs to another model; try again and the conversation is read anew.</source>
        <translation>Pertenece a otro modelo; al intentarlo de nuevo se releerá la conversación.</translation>
    </message>
    <message>
        <source>The device stopped working</source>
        <translation>El dispositivo dejó de funcionar</translation>
    </message>
    <message>
        <source>The graphics card or its driver gave up; what was written is kept, and you can try again.</source>
        <translation>La tarjeta gráfica o su controlador falló; lo escrito se conserva y se puede intentar de nuevo.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Eddy met an error it did not foresee; the conversation is kept, and you can try again.</source>
        <translation>Eddy encontró un error imprevisto; la conversación se conserva y se puede intentar de nuevo.</translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation>La carpeta de datos no está</translation>
    </message>
    <message>
        <source>Eddy found no place for your conversations; check the folder and start again.</source>
        <translation>Eddy no encontró un lugar para las conversaciones; hay que comprobar la carpeta y empezar de nuevo.</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>La carpeta de datos no se puede usar</translation>
    </message>
    <message>
        <source>Eddy may not read or write your conversations there; check its rights or choose another folder.</source>
        <translation>Eddy no puede leer ni escribir las conversaciones ahí; hay que comprobar los permisos o elegir otra carpeta.</translation>
    </message>
    <message>
        <source>Another program uses your conversations</source>
        <translation>Otro programa usa las conversaciones</translation>
    </message>
    <message>
        <source>Close the other Eddy that uses this data folder and start again.</source>
        <translation>Hay que cerrar el otro Eddy que usa esta carpeta de datos y empezar de nuevo.</translation>
    </message>
    <message>
        <source>It could not be saved; free some space and send it again.</source>
        <translation>No se pudo guardar; hay que liberar espacio y enviarlo de nuevo.</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer Eddy</source>
        <translation>Las conversaciones fueron escritas por un Eddy más reciente</translation>
    </message>
    <message>
        <source>This version leaves them untouched; update Eddy to open them.</source>
        <translation>Esta versión no las toca; para abrirlas hay que actualizar Eddy.</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <translation>La base de datos de conversaciones está dañada</translation>
    </message>
    <message>
        <source>Eddy changed nothing in it; a copy from a backup put in its place will work.</source>
        <translation>Eddy no cambió nada en ella; basta con poner en su lugar una copia de seguridad.</translation>
    </message>
    <message>
        <source>This is not a database of Eddy</source>
        <translation>Esta no es una base de datos de Eddy</translation>
    </message>
    <message>
        <source>The data folder holds another program&apos;s file; choose another folder.</source>
        <translation>La carpeta de datos contiene el archivo de otro programa; hay que elegir otra carpeta.</translation>
    </message>
    <message>
        <source>no state had been saved for it yet</source>
        <translation>aún no se había guardado ningún estado para ella</translation>
    </message>
    <message>
        <source>the saved state was damaged</source>
        <translation>el estado guardado estaba dañado</translation>
    </message>
    <message>
        <source>the saved state belongs to another model</source>
        <translation>el estado guardado pertenece a otro modelo</translation>
    </message>
    <message>
        <source>this model divides text into other tokens</source>
        <translation>este modelo divide el texto en otros tokens</translation>
    </message>
    <message>
        <source>this model lays out chats in another way</source>
        <translation>este modelo compone los chats de otra manera</translation>
    </message>
    <message>
        <source>its saved state was unused for longest when the room for them ran out</source>
        <translation>su estado guardado era el que llevaba más tiempo sin usarse cuando se agotó el espacio</translation>
    </message>
    <message>
        <source>the saved state was written by a newer Eddy</source>
        <translation>el estado guardado fue escrito por un Eddy más reciente</translation>
    </message>
    <message>
        <source>of this branch only some states were kept when the room for them ran out</source>
        <translation>de esta rama solo se conservaron algunos estados cuando se agotó el espacio</translation>
    </message>
    <message>
        <source>you freed the space of its saved state</source>
        <translation>se liberó el espacio de su estado guardado</translation>
    </message>
    <message>
        <source>the file of the saved state that this chat begins with is damaged or gone</source>
        <translation>el archivo del estado guardado con el que empieza este chat está dañado o ya no está</translation>
    </message>
    <message>
        <source>the text before it is not the one its state was saved for</source>
        <translation>el texto anterior no es aquel para el que se guardó su estado</translation>
    </message>
    <message>
        <source>its saved state is missing: it could not be written, or was deleted</source>
        <translation>falta su estado guardado: no se pudo escribir o se eliminó</translation>
    </message>
    <message>
        <source>the folder of saved states cannot be used</source>
        <translation>la carpeta de estados guardados no se puede usar</translation>
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
        <translation>Guardar «%1» como archivo</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
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
        <translation>Todo: todas las ramas, los ajustes y lo que el modelo ha leído. En otro equipo con el mismo modelo el chat continúa al instante.</translation>
    </message>
    <message>
        <source>All branches as text, for other programs.</source>
        <translation>Todas las ramas como texto, para otros programas.</translation>
    </message>
    <message>
        <source>The branch on show as text, for people.</source>
        <translation>La rama mostrada como texto, para personas.</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Estados guardados</translation>
    </message>
    <message>
        <source>No states</source>
        <translation>Ningún estado</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>El último</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Todos (%1)</translation>
    </message>
    <message>
        <source>No state of this chat is saved: it will be read again where it is opened.</source>
        <translation>No hay ningún estado guardado de este chat: se releerá donde se abra.</translation>
    </message>
    <message>
        <source>The chat will be read again where it is opened.</source>
        <translation>El chat se releerá donde se abra.</translation>
    </message>
    <message>
        <source>It goes on at once where it ends; other branches are read again.</source>
        <translation>Continúa al instante donde termina; las demás ramas se releen.</translation>
    </message>
    <message>
        <source>It goes on at once from every turn that is saved here.</source>
        <translation>Continúa al instante desde cada turno guardado aquí.</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Unos %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save the chat</source>
        <translation>Guardar el chat</translation>
    </message>
    <message>
        <source>Eddy chats (*.eddy)</source>
        <translation>Chats de Eddy (*.eddy)</translation>
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
        <translation>La rama mostrada como página que abre cualquier navegador. No carga nada de otros sitios.</translation>
    </message>
    <message>
        <source>The branch on show laid out on paper, to print or to pass on.</source>
        <translation>La rama mostrada maquetada en papel, para imprimir o compartir.</translation>
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
            <numerusform>Guardar %n chat como archivo</numerusform>
            <numerusform>Guardar %n chats como archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>A folder for the chats</source>
        <translation>Una carpeta para los chats</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Lugar anterior (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Lugar siguiente (Intro)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
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
        <translation>No está ahora: quizá en una unidad que se retiró</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>Sin examinar</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Elegir otra…</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>Quitar %1 de la lista</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>Examinar %1</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Models are used where they lie: nothing in these folders is copied or changed. Downloads go to Eddy&apos;s own folder.</source>
        <translation>Los modelos se usan donde están: en estas carpetas no se copia ni cambia nada. Las descargas van a la carpeta propia de Eddy.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>Carpetas de modelos</translation>
    </message>
</context>
<context>
    <name>FolderMenu</name>
    <message>
        <source>Rename folder</source>
        <translation>Renombrar la carpeta</translation>
    </message>
    <message>
        <source>Dissolve folder, keep its chats</source>
        <translation>Deshacer la carpeta, conservar sus chats</translation>
    </message>
</context>
<context>
    <name>GenerationSection</name>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Instrucciones para el modelo</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Volver a los valores predeterminados</translation>
    </message>
    <message>
        <source>For every chat that has no settings of its own. Changes count from the next answer on.</source>
        <translation>Para todo chat sin ajustes propios. Los cambios valen desde la próxima respuesta.</translation>
    </message>
    <message>
        <source>%1 has values of its own, which count instead of these while it is loaded.</source>
        <translation>%1 tiene valores propios, que valen en lugar de estos mientras está cargado.</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Usar estos</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation that has no instructions of its own.</source>
        <translation>Se leen al comienzo de cada conversación nueva sin instrucciones propias.</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>Probabilidades de los tokens</translation>
    </message>
    <message>
        <source>Keeps, for the last answers and in memory alone, how likely every word was and what else could have stood there. See the menu of an answer.</source>
        <translation>Conserva, para las últimas respuestas y solo en memoria, lo probable que era cada palabra y qué más podría haber estado ahí. Véase el menú de una respuesta.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Keep for %1 alone</source>
        <translation>Conservar solo para %1</translation>
    </message>
    <message>
        <source>These values count whenever this model is loaded; others go on with the general ones</source>
        <translation>Estos valores valen siempre que este modelo esté cargado; los demás siguen con los generales</translation>
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
        <translation>%1, en %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Usuario: %1</translation>
    </message>
</context>
<context>
    <name>InlineError</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
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
        <translation>en uso, se carga al iniciar</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>loaded at start</source>
        <translation>se carga al iniciar</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Descargar de memoria</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>Descargar %1 de la memoria</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Más sobre %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Memoria: %1</translation>
    </message>
    <message>
        <source>Memory: %1 (%2)</source>
        <translation>Memoria: %1 (%2)</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>State: %1 · Speed here: %2</source>
        <translation>Estado: %1 · Velocidad aquí: %2</translation>
    </message>
</context>
<context>
    <name>InstalledList</name>
    <message>
        <source>Search by name, kind or place</source>
        <translation>Buscar por nombre, tipo o lugar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Todos los modelos</translation>
    </message>
    <message>
        <source>That run here</source>
        <translation>Los que funcionan aquí</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>Solo recurrentes</translation>
    </message>
    <message>
        <source>With attention</source>
        <translation>Con atención</translation>
    </message>
    <message>
        <source>That cannot run</source>
        <translation>Los que no funcionan</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>Quitados de la lista</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Primero los más grandes</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>Primero los más rápidos</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero los más recientes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modelos en este equipo</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nada de este tipo</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Aún no hay modelos</translation>
    </message>
    <message>
        <source>Change the search or the filter above.</source>
        <translation>Se puede cambiar arriba la búsqueda o el filtro.</translation>
    </message>
    <message>
        <source>Open a model file, add a folder that holds some, or look into the catalogue.</source>
        <translation>Se puede abrir un archivo de modelo, añadir una carpeta que los contenga o mirar en el catálogo.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Añadir un archivo…</translation>
    </message>
</context>
<context>
    <name>InstalledMenu</name>
    <message>
        <source>Load it when Eddy starts</source>
        <translation>Cargarlo al iniciar Eddy</translation>
    </message>
    <message>
        <source>Make a smaller copy…</source>
        <translation>Crear una copia más pequeña…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>Show in the list again</source>
        <translation>Volver a mostrar en la lista</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>Eliminar el archivo…</translation>
    </message>
</context>
<context>
    <name>LanguageSetting</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Texts, numbers and dates change at once. A notice on show keeps its words.</source>
        <translation>Textos, números y fechas cambian al instante. Un aviso ya mostrado conserva sus palabras.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>¿Abrir este enlace en el navegador?</translation>
    </message>
    <message>
        <source>It was written by the model and may lead anywhere.</source>
        <translation>Lo escribió el modelo y puede llevar a cualquier parte.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <translation>Fórmula: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy the formula as TeX</source>
        <translation>Copiar la fórmula como TeX</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Edit and answer again</source>
        <translation>Editar y responder de nuevo</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy, or drag the text to another window</source>
        <translation>Copiar, o arrastrar el texto a otra ventana</translation>
    </message>
</context>
<context>
    <name>MessageBlocks</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Mostrar %n parte más</numerusform>
            <numerusform>Mostrar %n partes más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit message</source>
        <translation>Editar mensaje</translation>
    </message>
    <message>
        <source>The earlier version is kept.</source>
        <translation>La versión anterior se conserva.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>MessageFooter</name>
    <message>
        <source>How this answer came about</source>
        <translation>Cómo surgió esta respuesta</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>%1 s to first token</source>
        <translation>%1 s hasta el primer token</translation>
    </message>
    <message>
        <source>1 token re-read</source>
        <translation>1 token releído</translation>
    </message>
    <message>
        <source>%1 tokens re-read</source>
        <translation>%1 tokens releídos</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>Se usó el estado guardado: no hubo que volver a leer nada.</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Ir al último mensaje</translation>
    </message>
</context>
<context>
    <name>MessagePicture</name>
    <message>
        <source>Picture that cannot be shown: %1</source>
        <translation>Imagen que no se puede mostrar: %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Imagen: %1</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>No se puede mostrar</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Loading %1 %</source>
        <translation>Cargando %1&#xa0;%</translation>
    </message>
    <message>
        <source>Model failed</source>
        <translation>Falló el modelo</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>%1, in use</source>
        <translation>%1, en uso</translation>
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
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Search by name, kind or place</source>
        <translation>Buscar por nombre, tipo o lugar</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modelos en este equipo</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Sin resultados</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open a model file…</source>
        <translation>Abrir un archivo de modelo…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>Usar el modelo inicial</translation>
    </message>
    <message>
        <source>Safetensors, GGUF and rwkv.cpp files of recurrent models, or a folder that holds one. You can also drop a file on this window.</source>
        <translation>Archivos Safetensors, GGUF y rwkv.cpp de modelos recurrentes, o una carpeta que contenga uno. También se puede soltar un archivo en esta ventana.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Abrir un archivo de modelo</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>Modelos (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Abrir una carpeta de modelo</translation>
    </message>
</context>
<context>
    <name>ModelDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>Soltar para cargar este modelo</translation>
    </message>
</context>
<context>
    <name>ModelStatusCard</name>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Ningún modelo cargado</translation>
    </message>
    <message>
        <source>Choose a model file to begin.</source>
        <translation>Para empezar hay que elegir un archivo de modelo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Elegir un modelo…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>Usar el modelo inicial</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 mil M de parámetros</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 M de parámetros</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 parámetros</translation>
    </message>
    <message>
        <source>weights %1, state %2, work %3</source>
        <translation>pesos %1, estado %2, trabajo %3</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%1 de %2 de memoria libres</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>fits when other programs are closed</source>
        <translation>cabe si se cierran otros programas</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>demasiado grande para este equipo</translation>
    </message>
</context>
<context>
    <name>ModelsHost</name>
    <message>
        <source>Add a model file</source>
        <translation>Añadir un archivo de modelo</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>Modelos (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Añadir una carpeta de modelos</translation>
    </message>
    <message>
        <source>Keep downloaded models in</source>
        <translation>Guardar los modelos descargados en</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Volver al chat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Buscar modelos de nuevo</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Añadir un archivo…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>From an address…</source>
        <translation>De una dirección…</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>NotebookPage</name>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>Volver al chat (Esc)</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Cuaderno</translation>
    </message>
    <message>
        <source>The model goes on where the text ends. Its state is kept: going on reads nothing again, and a change reads only from the last completion before it.</source>
        <translation>El modelo continúa donde termina el texto. Su estado se conserva: continuar no relee nada, y un cambio relee solo desde la última continuación anterior.</translation>
    </message>
    <message>
        <source>Text of the notebook</source>
        <translation>Texto del cuaderno</translation>
    </message>
    <message>
        <source>Write the beginning of a text…</source>
        <translation>Escribir el comienzo de un texto…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Undo completion</source>
        <translation>Deshacer lo completado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Hide the controls</source>
        <translation>Ocultar los controles</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Controles</translation>
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
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>Menos repetición</translation>
    </message>
    <message>
        <source>Tokens at once</source>
        <translation>Tokens cada vez</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aleatoria</translation>
    </message>
    <message>
        <source>Stop at (one on each line)</source>
        <translation>Detenerse en (uno por línea)</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Detenerse en</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>When something long has ended</source>
        <translation>Cuando termina algo largo</translation>
    </message>
    <message>
        <source>An answer that took a while, or the reading of documents; only while Eddy is not the active window.</source>
        <translation>Una respuesta que ha tardado o la lectura de documentos; solo mientras Eddy no es la ventana activa.</translation>
    </message>
    <message>
        <source>Notify when something long has ended</source>
        <translation>Avisar cuando termina algo largo</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Icono en la bandeja</translation>
    </message>
    <message>
        <source>Where the desktop has a tray: opens the window, begins a chat, quits. Closing the window still ends Eddy.</source>
        <translation>Donde el escritorio tiene bandeja: abre la ventana, inicia un chat, sale. Cerrar la ventana sigue cerrando Eddy.</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>This chat begins with %1</source>
        <translation>Este chat empieza con %1</translation>
    </message>
    <message>
        <source>This chat begins with “%1”. %2</source>
        <translation>Este chat empieza con «%1». %2</translation>
    </message>
    <message>
        <source>Hide what was read</source>
        <translation>Ocultar lo leído</translation>
    </message>
    <message>
        <source>Show what was read</source>
        <translation>Mostrar lo leído</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Search all chats</source>
        <translation>Buscar en todos los chats</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Todas las órdenes</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Cuaderno</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Estados guardados</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>Acerca de Eddy</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>This page cannot be shown: %1. Its text is still here.</source>
        <translation>Esta página no se puede mostrar: %1. Su texto sigue aquí.</translation>
    </message>
</context>
<context>
    <name>ParallelAnswer</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>Respuesta %1: %2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Respuesta %1</translation>
    </message>
    <message>
        <source>Answer %1, stopped</source>
        <translation>Respuesta %1, detenida</translation>
    </message>
    <message numerus="yes">
        <source>Answer %1, %n tokens</source>
        <translation>
            <numerusform>Respuesta %1, %n token</numerusform>
            <numerusform>Respuesta %1, %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>Seguir con esta</translation>
    </message>
</context>
<context>
    <name>ParallelAnswersPanel</name>
    <message>
        <source>Answers side by side</source>
        <translation>Respuestas en paralelo</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Detener todas</translation>
    </message>
    <message>
        <source>Close: all answers stay as branches</source>
        <translation>Cerrar: todas las respuestas quedan como ramas</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypt chats, documents and saved states</source>
        <translation>Cifrar chats, documentos y estados guardados</translation>
    </message>
    <message>
        <source>Turn encryption off</source>
        <translation>Desactivar el cifrado</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation>Cuatro o más palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>Short: quickly guessed by a machine.</source>
        <translation>Corta: una máquina la adivina pronto.</translation>
    </message>
    <message>
        <source>Fair. Another word would make it much harder to guess.</source>
        <translation>Regular. Otra palabra la haría mucho más difícil de adivinar.</translation>
    </message>
    <message>
        <source>Long enough, if nobody else would think of it.</source>
        <translation>Lo bastante larga, si a nadie más se le ocurriría.</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open your conversations again, you neither: there is no second key. Keep it where you will find it. Everything is written anew, which takes a while and as much free space as it has now.</source>
        <translation>Sin la frase de contraseña nadie puede volver a abrir las conversaciones, tampoco quien la creó: no hay segunda llave. Conviene guardarla donde se pueda encontrar. Todo se escribe de nuevo, lo que tarda un poco y necesita tanto espacio libre como ocupa ahora.</translation>
    </message>
    <message>
        <source>Everything is written anew without encryption. Whoever can read the data folder can read your chats then.</source>
        <translation>Todo se escribe de nuevo sin cifrado. Quien pueda leer la carpeta de datos podrá entonces leer los chats.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Frase de contraseña actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>La nueva frase de contraseña otra vez</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no coinciden.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Esperar %n segundo</numerusform>
            <numerusform>Esperar %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Cifrar</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ocultar la frase de contraseña</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Mostrar la frase de contraseña</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Bloq Mayús parece activado.</translation>
    </message>
</context>
<context>
    <name>PersonaChooser</name>
    <message>
        <source>Persona</source>
        <translation>Personaje</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>Ningún personaje</translation>
    </message>
    <message>
        <source>Persona %1</source>
        <translation>Personaje %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Picture: %1</source>
        <translation>Imagen: %1</translation>
    </message>
    <message>
        <source>[Picture: %1. It is not in this chat.]</source>
        <translation>[Imagen: %1. No está en este chat.]</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: %1</source>
        <translation>Imagen: %1</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 no se puede mostrar</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 cannot be read. Check that it is still there and that you may open it.</source>
        <translation>No se puede leer %1. Compruebe que sigue ahí y que tiene permiso para abrirlo.</translation>
    </message>
    <message>
        <source>%1 is too large: a picture may have 20 MB, 64 million pixels and 20,000 pixels a side. Save it smaller and add it again.</source>
        <translation>%1 es demasiado grande: una imagen puede tener 20 MB, 64 millones de píxeles y 20 000 píxeles por lado. Guárdela más pequeña y añádala de nuevo.</translation>
    </message>
    <message>
        <source>%1 is damaged, or is no picture. PNG, JPEG, GIF, WebP and BMP can be added.</source>
        <translation>%1 está dañado o no es una imagen. Se pueden añadir PNG, JPEG, GIF, WebP y BMP.</translation>
    </message>
</context>
<context>
    <name>PreparingBar</name>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>A set of values for a purpose. Moving a control below makes it your own.</source>
        <translation>Un conjunto de valores para un fin. Al mover un control de abajo pasa a ser propio.</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>Valores propios</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Preajuste: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Save these values as…</source>
        <translation>Guardar estos valores como…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Export as a file…</source>
        <translation>Exportar como archivo…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importar de un archivo…</translation>
    </message>
    <message>
        <source>Save these values as a preset</source>
        <translation>Guardar estos valores como preajuste</translation>
    </message>
    <message>
        <source>The name of one of your presets replaces it. A fixed seed is not saved.</source>
        <translation>El nombre de un preajuste propio lo reemplaza. Una semilla fija no se guarda.</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Renombrar el preajuste</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Exportar el preajuste</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Preajustes (*.json)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>Importar un preajuste</translation>
    </message>
</context>
<context>
    <name>PreviewPassage</name>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Eddy sends nothing anywhere. It asks the network only for a model or a catalogue that you want, and only these hosts.</source>
        <translation>Eddy no envía nada a ninguna parte. Solo consulta la red por un modelo o un catálogo solicitado, y solo a estos servidores.</translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation>No usar nunca la red</translation>
    </message>
    <message>
        <source>No request is possible, whatever else is set. What runs is stopped at once.</source>
        <translation>Ninguna petición es posible, sea cual sea el resto de ajustes. Lo que esté en marcha se detiene al instante.</translation>
    </message>
    <message>
        <source>Hosts that may be asked</source>
        <translation>Servidores a los que se puede consultar</translation>
    </message>
    <message>
        <source>None yet. A host comes onto the list when you download from it, and can be taken off again.</source>
        <translation>Ninguno todavía. Un servidor entra en la lista al descargar de él y se puede quitar después.</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>Quitar %1 de la lista</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>Proxy HTTP</translation>
    </message>
    <message>
        <source>SOCKS proxy</source>
        <translation>Proxy SOCKS</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>servidor:puerto</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Réplica</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>https, o vacío</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Where a newer catalogue of models is asked for, when you press Update there. Only a rightly signed one is taken.</source>
        <translation>Dónde se pide un catálogo de modelos más reciente al pulsar allí «Actualizar». Solo se acepta uno bien firmado.</translation>
    </message>
    <message>
        <source>Asked so far</source>
        <translation>Consultados hasta ahora</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>Nadie.</translation>
    </message>
    <message>
        <source>An address that stands in for huggingface.co, such as https://hf-mirror.com.</source>
        <translation>Una dirección que sustituye a huggingface.co, por ejemplo https://hf-mirror.com.</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>Private chat: it stays in memory and is gone when you close it.</source>
        <translation>Chat privado: queda en memoria y desaparece al cerrarlo.</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>Cerrar y olvidar</translation>
    </message>
</context>
<context>
    <name>PrivateChatItem</name>
    <message>
        <source>Private chat</source>
        <translation>Chat privado</translation>
    </message>
    <message>
        <source>Kept in memory only; gone when it is closed</source>
        <translation>Solo en memoria; desaparece al cerrarlo</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>Cerrar y olvidar</translation>
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
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Contraseña de %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>Reconocer el texto</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Dismiss all</source>
        <translation>Descartar todos</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) about files</source>
        <translation>
            <numerusform>%n mensaje sobre archivos</numerusform>
            <numerusform>%n mensajes sobre archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantiseDialog</name>
    <message>
        <source>A smaller copy of %1</source>
        <translation>Una copia más pequeña de %1</translation>
    </message>
    <message>
        <source>Fewer bits for each number: less memory, faster answers, a little less exact. The model itself stays as it is.</source>
        <translation>Menos bits por número: menos memoria, respuestas más rápidas, algo menos de exactitud. El modelo en sí queda como está.</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>Formato de los pesos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Crear la copia</translation>
    </message>
</context>
<context>
    <name>QuoteChips</name>
    <message>
        <source>From memory alone: no passage was shown to the model.</source>
        <translation>Solo de memoria: no se mostró ningún pasaje al modelo.</translation>
    </message>
    <message>
        <source>From memory: no passage fits the question.</source>
        <translation>De memoria: ningún pasaje encaja con la pregunta.</translation>
    </message>
    <message>
        <source>No passage fits the question.</source>
        <translation>Ningún pasaje encaja con la pregunta.</translation>
    </message>
    <message>
        <source>From memory and these passages:</source>
        <translation>De memoria y de estos pasajes:</translation>
    </message>
    <message>
        <source>From these passages alone:</source>
        <translation>Solo de estos pasajes:</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>Mostrar %1 en el texto</translation>
    </message>
</context>
<context>
    <name>RereadLogDialog</name>
    <message>
        <source>What was read again</source>
        <translation>Qué se ha releído</translation>
    </message>
    <message>
        <source>Nothing yet: every conversation went on from its saved state.</source>
        <translation>Nada todavía: todas las conversaciones continuaron desde su estado guardado.</translation>
    </message>
    <message>
        <source>A conversation is read again when no saved state fits it. Its text is never at stake.</source>
        <translation>Una conversación se relee cuando no encaja ningún estado guardado. Su texto nunca corre peligro.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SaveStateDialog</name>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Save this point as</source>
        <translation>Guardar este punto como</translation>
    </message>
    <message>
        <source>Any chat can begin with what the model has read up to this answer. It is never dropped to make room.</source>
        <translation>Cualquier chat puede empezar con lo que el modelo ha leído hasta esta respuesta. Nunca se descarta para hacer sitio.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Nota (opcional)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>Punto guardado</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Personaje</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>Documento estudiado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search all chats</source>
        <translation>Buscar en todos los chats</translation>
    </message>
    <message>
        <source>Words in any chat, or &quot;words in this order&quot;</source>
        <translation>Palabras de cualquier chat, o &quot;palabras en este orden&quot;</translation>
    </message>
</context>
<context>
    <name>SelectableText</name>
    <message>
        <source>Copy selection</source>
        <translation>Copiar la selección</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionado</numerusform>
            <numerusform>%n seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Fijar o soltar</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>Archive or take back</source>
        <translation>Archivar o recuperar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation>Anular la selección (Esc)</translation>
    </message>
    <message>
        <source>Save as files</source>
        <translation>Guardar como archivos</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About Eddy %1</source>
        <translation>Acerca de Eddy %1</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Press a key…</source>
        <translation>Pulsar una tecla…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1: sin tecla</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Cambiar la tecla</translation>
    </message>
    <message>
        <source>Take the key of “%1” away</source>
        <translation>Quitar la tecla de «%1»</translation>
    </message>
    <message>
        <source>“%1” without a key, as usual</source>
        <translation>«%1» sin tecla, como de costumbre</translation>
    </message>
    <message>
        <source>Back to %1 for “%2”</source>
        <translation>Volver a %1 para «%2»</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>Mostrar todas las órdenes</translation>
    </message>
    <message>
        <source>All back to the usual keys</source>
        <translation>Volver a las teclas habituales</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Other ways to begin</source>
        <translation>Otras formas de empezar</translation>
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
    <name>SidebarMenu</name>
    <message>
        <source>New private chat</source>
        <translation>Nuevo chat privado</translation>
    </message>
    <message>
        <source>Open chat file…</source>
        <translation>Abrir archivo de chat…</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
</context>
<context>
    <name>StartupErrorDialog</name>
    <message>
        <source>Your conversations cannot be opened</source>
        <translation>No se pueden abrir las conversaciones</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
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
        <translation>Empezar un chat</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Más sobre %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar a un archivo…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message numerus="yes">
        <source>%n chats begin with it. They go on when it is deleted.</source>
        <translation>
            <numerusform>%n chat empieza con él. Continúa aunque se elimine.</numerusform>
            <numerusform>%n chats empiezan con él. Continúan aunque se elimine.</numerusform>
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
        <translation>Conservados</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Kept longest; press to treat it like the others</source>
        <translation>Se conservan más tiempo; pulsar para tratarlos como los demás</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states longest</source>
        <translation>Conservar más tiempo los estados de este chat</translation>
    </message>
    <message>
        <source>Keep the states of %1 longest</source>
        <translation>Conservar más tiempo los estados de %1</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Free this space; the chat is read again when it goes on</source>
        <translation>Liberar este espacio; el chat se relee cuando continúe</translation>
    </message>
    <message>
        <source>Free the states of %1</source>
        <translation>Liberar los estados de %1</translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation>Mostrar solo los más grandes</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Mostrar los %1</translation>
    </message>
</context>
<context>
    <name>StatesHost</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>Añadir un estado ajustado</translation>
    </message>
    <message>
        <source>Tuned states (*.pth *.safetensors)</source>
        <translation>Estados ajustados (*.pth *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import a state</source>
        <translation>Importar un estado</translation>
    </message>
    <message>
        <source>States (*.state)</source>
        <translation>Estados (*.state)</translation>
    </message>
    <message>
        <source>Export a state</source>
        <translation>Exportar un estado</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>Volver al chat</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Estados guardados</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>Añadir un estado ajustado</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No saved states yet</source>
        <translation>Aún no hay estados guardados</translation>
    </message>
    <message>
        <source>At any answer, “Save this point as…” keeps what the model has read up to there under a name. New chats begin with it and read nothing again.</source>
        <translation>En cualquier respuesta, «Guardar este punto como…» conserva con un nombre lo que el modelo ha leído hasta ahí. Los chats nuevos empiezan con ello y no releen nada.</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Todo queda en este equipo.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Mover…</translation>
    </message>
    <message>
        <source>Room for saved states</source>
        <translation>Espacio para estados guardados</translation>
    </message>
    <message>
        <source>Saved states let a conversation go on at once. When the room runs out, long branches keep fewer of them and those unused for longest go; no text is ever lost.</source>
        <translation>Los estados guardados permiten que una conversación continúe al instante. Cuando se agota el espacio, las ramas largas conservan menos y desaparecen los que llevan más tiempo sin usarse; nunca se pierde texto.</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Estados guardados</translation>
    </message>
    <message>
        <source>What was read again…</source>
        <translation>Qué se ha releído…</translation>
    </message>
    <message>
        <source>Free all…</source>
        <translation>Liberar todo…</translation>
    </message>
    <message>
        <source>Free all saved states?</source>
        <translation>¿Liberar todos los estados guardados?</translation>
    </message>
    <message>
        <source>No text is lost. Every conversation is read again when it goes on, which can take a while.</source>
        <translation>No se pierde ningún texto. Cada conversación se relee cuando continúa, lo que puede tardar un poco.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlos</translation>
    </message>
    <message>
        <source>Free all</source>
        <translation>Liberar todo</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>Mover la carpeta de datos a</translation>
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
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Hide the summary</source>
        <translation>Ocultar el resumen</translation>
    </message>
</context>
<context>
    <name>SummaryColumn</name>
    <message>
        <source>Summary of %1</source>
        <translation>Resumen de %1</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>Mostrar %1 en el texto</translation>
    </message>
</context>
<context>
    <name>ThinkingBlock</name>
    <message numerus="yes">
        <source>Thinking for %n second(s)</source>
        <translation>
            <numerusform>Razonando desde hace %n segundo</numerusform>
            <numerusform>Razonando desde hace %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Razonamiento</translation>
    </message>
    <message numerus="yes">
        <source>Thought for about %n second(s)</source>
        <translation>
            <numerusform>Razonó unos %n segundo</numerusform>
            <numerusform>Razonó unos %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought before it answered</source>
        <translation>Razonó antes de responder</translation>
    </message>
    <message>
        <source>Shown; press to fold it</source>
        <translation>Visible; pulse para plegarlo</translation>
    </message>
    <message>
        <source>Folded; press to read it</source>
        <translation>Plegado; pulse para leerlo</translation>
    </message>
</context>
<context>
    <name>ThinkingWords</name>
    <message>
        <source>What the model thought</source>
        <translation>Lo que pensó el modelo</translation>
    </message>
</context>
<context>
    <name>TimeTravelBar</name>
    <message>
        <source>Back to now</source>
        <translation>Volver al presente</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Ask as of then</source>
        <translation>Preguntar desde aquí</translation>
    </message>
    <message>
        <source>Question as of then</source>
        <translation>Pregunta desde aquí</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>Omitir este turno</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>TogetherBar</name>
    <message>
        <source>Read together</source>
        <translation>Leer juntos</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Read %1 earlier</source>
        <translation>Leer %1 antes</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>Omitir %1</translation>
    </message>
    <message>
        <source>The model reads them one after another, in this order.</source>
        <translation>El modelo los lee uno tras otro, en este orden.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>TokenChancesDialog</name>
    <message>
        <source>How likely the words were</source>
        <translation>Lo probables que eran las palabras</translation>
    </message>
    <message>
        <source>What the model thought before temperature and the like. The stronger the mark, the less likely the word was. Move with the pointer or the arrow keys.</source>
        <translation>Lo que pensaba el modelo antes de la temperatura y similares. Cuanto más fuerte la marca, menos probable era la palabra. Se recorre con el puntero o las teclas de flecha.</translation>
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
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>“%1”: %2 %</source>
        <translation>«%1»: %2&#xa0;%</translation>
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
        <translation>Detener</translation>
    </message>
    <message>
        <source>Try the text alone</source>
        <translation>Probar solo con el texto</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Cargarlo</translation>
    </message>
    <message>
        <source>This chat was written with other generation settings.</source>
        <translation>Este chat se escribió con otros ajustes de generación.</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Usarlos</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Show Eddy</source>
        <translation>Mostrar Eddy</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>UndoToasts</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>Las conversaciones están bloqueadas</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>Comprobando la frase de contraseña</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Esperar %n segundo</numerusform>
            <numerusform>Esperar %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>La he olvidado</translation>
    </message>
    <message>
        <source>Open another data folder…</source>
        <translation>Abrir otra carpeta de datos…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody keeps a second key, and Eddy cannot make one. Try the ways you usually write it. If it is lost, these conversations are lost; with another data folder you begin anew, and this one stays as it is.</source>
        <translation>Sin la frase de contraseña no hay vuelta atrás: nadie guarda una segunda llave y Eddy no puede crearla. Conviene probar las formas habituales de escribirla. Si se ha perdido, se han perdido estas conversaciones; con otra carpeta de datos se empieza de nuevo y esta queda como está.</translation>
    </message>
    <message>
        <source>Open another data folder</source>
        <translation>Abrir otra carpeta de datos</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Asking sends nothing but the request itself to %1.</source>
        <translation>La consulta no envía a %1 nada más que la propia petición.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Buscar ahora</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>Qué ha cambiado: %1</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>Buscar una vez al día</translation>
    </message>
    <message>
        <source>Off until you switch it on.</source>
        <translation>Desactivado hasta que se active.</translation>
    </message>
    <message>
        <source>Look for updates once a day</source>
        <translation>Buscar actualizaciones una vez al día</translation>
    </message>
    <message>
        <source>Version %1 is still here</source>
        <translation>La versión %1 sigue aquí</translation>
    </message>
    <message>
        <source>Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.</source>
        <translation>Volver atrás cierra Eddy e inicia esa versión. Las conversaciones se conservan; lo que solo puede leer la versión más reciente se indica allí.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver atrás</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You: %1</source>
        <translation>Usuario: %1</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Mostrar u ocultar la barra lateral</translation>
    </message>
    <message>
        <source>Sort chats by last change</source>
        <translation>Ordenar chats por último cambio</translation>
    </message>
    <message>
        <source>Sort chats by beginning</source>
        <translation>Ordenar chats por comienzo</translation>
    </message>
    <message>
        <source>Sort chats by title</source>
        <translation>Ordenar chats por título</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Aspecto claro</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Aspecto oscuro</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Aspecto del sistema</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Tamaño de texto habitual</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
</context>
<context>
    <name>WaitingPictures</name>
    <message>
        <source>Take %1 away</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>No model here can see pictures: it reads your words alone. The pictures are kept with your message, for you.</source>
        <translation>Ningún modelo de aquí puede ver imágenes: solo lee sus palabras. Las imágenes se guardan con su mensaje, para usted.</translation>
    </message>
    <message>
        <source>Adding a picture…</source>
        <translation>Añadiendo una imagen…</translation>
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
        <translation>Te damos la bienvenida a Eddy</translation>
    </message>
    <message>
        <source>A small model is loaded already: write below and it answers.</source>
        <translation>Ya hay un modelo pequeño cargado: basta escribir abajo y responde.</translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation>Continúa al instante</translation>
    </message>
    <message>
        <source>What the model has read is kept beside the text. Every chat goes on where it was, after any restart, without being read again.</source>
        <translation>Lo que el modelo ha leído se guarda junto al texto. Cada chat continúa donde estaba, tras cualquier reinicio, sin releerse.</translation>
    </message>
    <message>
        <source>Reads documents</source>
        <translation>Lee documentos</translation>
    </message>
    <message>
        <source>Drop a document on the window: it is read once, then every question starts from there, with the passages it came from.</source>
        <translation>Al soltar un documento en la ventana se lee una vez; después cada pregunta parte de ahí, con los pasajes de los que procede.</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Se queda aquí</translation>
    </message>
    <message>
        <source>Models run on this computer. What you write and read is kept in one folder of yours and sent nowhere.</source>
        <translation>Los modelos funcionan en este equipo. Lo que se escribe y se lee queda en una carpeta propia y no se envía a ninguna parte.</translation>
    </message>
    <message>
        <source>The starter is very small and speaks English alone: it makes small talk, answers questions about Eddy, from a short text and about what it was just told, and edits a sentence. It knows little, forgets after a few hundred words and makes things up; for real use take a larger model.</source>
        <translation>El modelo inicial es muy pequeño y solo habla inglés: charla, responde preguntas sobre Eddy, sobre un texto corto y sobre lo que se le acaba de contar, y corrige una frase. Sabe poco, olvida tras unos cientos de palabras e inventa cosas; para un uso real conviene un modelo más grande.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>Datos: %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Look at models</source>
        <translation>Ver modelos</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Download that model</source>
        <translation>Descargar ese modelo</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Add documents</source>
        <translation>Añadir documentos</translation>
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
        <translation>Volver al chat (Esc)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Show the sidebar</source>
        <translation>Mostrar la barra lateral</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
</context>
<context>
    <name>eddy::AnswerAnnouncer</name>
    <message>
        <source>Stopped here.</source>
        <translation>Detenido aquí.</translation>
    </message>
</context>
<context>
    <name>eddy::CatalogueModel</name>
    <message>
        <source>The catalogue that was fetched is not rightly signed and was left aside.</source>
        <translation>El catálogo obtenido no está bien firmado y se dejó de lado.</translation>
    </message>
    <message>
        <source>Catalogue of %1</source>
        <translation>Catálogo del %1</translation>
    </message>
    <message>
        <source>%1 in use per token</source>
        <translation>%1 en uso por token</translation>
    </message>
    <message>
        <source>%1 in 16 bits</source>
        <translation>%1 en 16 bits</translation>
    </message>
    <message>
        <source>about %1 in 16 bits</source>
        <translation>unos %1 en 16 bits</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>idiomas desconocidos</translation>
    </message>
    <message>
        <source>languages: %1</source>
        <translation>idiomas: %1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>fits with 4-bit weights</source>
        <translation>cabe con pesos de 4 bits</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>demasiado grande para este equipo</translation>
    </message>
    <message>
        <source>State: %1 a chat and %2 a token</source>
        <translation>Estado: %1 por chat y %2 por token</translation>
    </message>
    <message>
        <source>State: %1 a chat</source>
        <translation>Estado: %1 por chat</translation>
    </message>
    <message>
        <source>Where this model can be fetched is not known.</source>
        <translation>No se sabe de dónde se puede obtener este modelo.</translation>
    </message>
    <message>
        <source>The catalogue there is for a newer version of Eddy.</source>
        <translation>El catálogo de allí es para una versión más reciente de Eddy.</translation>
    </message>
    <message>
        <source>What came is not rightly signed; the catalogue stays as it was.</source>
        <translation>Lo recibido no está bien firmado; el catálogo queda como estaba.</translation>
    </message>
    <message>
        <source>What came is no catalogue; the one here stays as it was.</source>
        <translation>Lo recibido no es un catálogo; el de aquí queda como estaba.</translation>
    </message>
    <message>
        <source>The catalogue there is older than the one here.</source>
        <translation>El catálogo de allí es más antiguo que el de aquí.</translation>
    </message>
    <message>
        <source>The catalogue is up to date.</source>
        <translation>El catálogo está al día.</translation>
    </message>
    <message>
        <source>The catalogue is up to date, but could not be kept for the next start.</source>
        <translation>El catálogo está al día, pero no se pudo guardar para el próximo inicio.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is in this catalogue.</source>
        <translation>%1 (%2) de %3. Su suma de comprobación está en este catálogo.</translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is the host&apos;s own word.</source>
        <translation>%1 (%2) de %3. De su suma de comprobación solo responde el servidor.</translation>
    </message>
    <message>
        <source>%1 from %2. Its checksum is in this catalogue.</source>
        <translation>%1 de %2. Su suma de comprobación está en este catálogo.</translation>
    </message>
    <message>
        <source>%1 from %2. Size and checksum are the host&apos;s own word.</source>
        <translation>%1 de %2. Del tamaño y la suma de comprobación solo responde el servidor.</translation>
    </message>
</context>
<context>
    <name>eddy::ChatExporter</name>
    <message>
        <source>You</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
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
        <translation>Imagen pegada</translation>
    </message>
    <message numerus="yes">
        <source>A message holds at most %n picture(s). Send it, or take one away.</source>
        <translation>
            <numerusform>Un mensaje admite como máximo %n imagen. Envíelo o quite una.</numerusform>
            <numerusform>Un mensaje admite como máximo %n imágenes. Envíelo o quite una.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message>
        <source>Own settings</source>
        <translation>Ajustes propios</translation>
    </message>
    <message>
        <source>This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.</source>
        <translation>Este chat empieza con un documento o un estado guardado: lo leído allí va antes que todo, y las instrucciones no se leerían.</translation>
    </message>
    <message>
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start.</source>
        <translation>Las instrucciones van al principio de todo, así que el modelo releerá esta conversación desde el comienzo.</translation>
    </message>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation>
            <numerusform>Las instrucciones van al principio de todo, así que el modelo releerá esta conversación desde el comienzo: %n token.</numerusform>
            <numerusform>Las instrucciones van al principio de todo, así que el modelo releerá esta conversación desde el comienzo: %n tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatViewModel</name>
    <message>
        <source>Reading your message: %1 of %2 tokens</source>
        <translation>Leyendo el mensaje: %1 de %2 tokens</translation>
    </message>
    <message>
        <source>Reading the conversation again: %1 of %2 tokens</source>
        <translation>Releyendo la conversación: %1 de %2 tokens</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Ningún modelo cargado</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>What can you do?</source>
        <translation>¿Qué sabes hacer?</translation>
    </message>
    <message>
        <source>My name is Ada and I live in Oslo. What is my name?</source>
        <translation>Me llamo Ada y vivo en Oslo. ¿Cómo me llamo?</translation>
    </message>
    <message>
        <source>Sort alphabetically: pear, apple, fig</source>
        <translation>Ordena alfabéticamente: pera, manzana, higo</translation>
    </message>
    <message>
        <source>What is a recurrent state?</source>
        <translation>¿Qué es un estado recurrente?</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>State was rebuilt from an earlier saved state: %1 tokens re-read because %2</source>
        <translation>El estado se reconstruyó a partir de uno guardado antes: %1 tokens releídos porque %2</translation>
    </message>
    <message>
        <source>State was rebuilt: %1 tokens re-read because %2</source>
        <translation>El estado se reconstruyó: %1 tokens releídos porque %2</translation>
    </message>
    <message>
        <source>**You**</source>
        <translation>**Usted**</translation>
    </message>
    <message>
        <source>**Model**</source>
        <translation>**Modelo**</translation>
    </message>
</context>
<context>
    <name>eddy::CodePieces</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>No se pudo escribir el archivo: %1</translation>
    </message>
</context>
<context>
    <name>eddy::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>Se eliminó «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were deleted</source>
        <translation>
            <numerusform>Se eliminó %n chat</numerusform>
            <numerusform>Se eliminaron %n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ConversationOrganizer</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copia)</translation>
    </message>
</context>
<context>
    <name>eddy::DevicesViewModel</name>
    <message>
        <source>The fastest of those measured here: %1</source>
        <translation>El más rápido de los medidos aquí: %1</translation>
    </message>
    <message>
        <source>A graphics card where there is one, else the processor. Measuring tells which is faster.</source>
        <translation>Una tarjeta gráfica si la hay; si no, el procesador. Medir dice cuál es más rápido.</translation>
    </message>
    <message>
        <source>There is nothing to choose from: only one device here is fit for it.</source>
        <translation>No hay nada que elegir: aquí solo sirve un dispositivo.</translation>
    </message>
    <message>
        <source>The chosen device is not there at the moment; the automatic choice stands in for it.</source>
        <translation>El dispositivo elegido no está en este momento; lo sustituye la elección automática.</translation>
    </message>
    <message>
        <source>Testing every operation on %1…</source>
        <translation>Probando cada operación en %1…</translation>
    </message>
    <message>
        <source>Measuring %1…</source>
        <translation>Midiendo %1…</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentSummaries</name>
    <message>
        <source>Preparing the summary…</source>
        <translation>Preparando el resumen…</translation>
    </message>
    <message>
        <source>Making notes: %1 of %2</source>
        <translation>Tomando notas: %1 de %2</translation>
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
        <translation>Algunos archivos se omitieron</translation>
    </message>
    <message>
        <source>This lies on the network</source>
        <translation>Esto está en la red</translation>
    </message>
    <message>
        <source>Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that.</source>
        <translation>Eddy no trae nada por sí mismo. Conviene guardarlo y soltar el archivo, o seleccionar el texto y arrastrarlo.</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Lo que se soltó</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>No contiene texto</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation>Se puede soltar un archivo o texto seleccionado en otro programa.</translation>
    </message>
    <message>
        <source>Opening %1 (%2 more)</source>
        <translation>Abriendo %1 (%2 más)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; deleted</source>
        <translation>«%1» eliminado</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausando…</translation>
    </message>
    <message>
        <source>Waits for another document</source>
        <translation>Espera a otro documento</translation>
    </message>
    <message>
        <source>Is read as soon as a model is loaded</source>
        <translation>Se leerá en cuanto se cargue un modelo</translation>
    </message>
    <message>
        <source>Reading is paused. Answers come from passages alone.</source>
        <translation>La lectura está en pausa. Las respuestas vienen solo de pasajes.</translation>
    </message>
    <message>
        <source>Asked as of %1</source>
        <translation>Preguntado desde: %1</translation>
    </message>
    <message>
        <source>Read. Ask away.</source>
        <translation>Leído. Se puede preguntar.</translation>
    </message>
    <message>
        <source>Could not be read. Answers come from passages alone.</source>
        <translation>No se pudo leer. Las respuestas vienen solo de pasajes.</translation>
    </message>
    <message>
        <source>Not read by this model yet</source>
        <translation>Este modelo aún no lo ha leído</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, página %2</translation>
    </message>
    <message>
        <source>Reading was stopped. Answers come from passages alone.</source>
        <translation>La lectura se detuvo. Las respuestas vienen solo de pasajes.</translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>queda %n minuto</numerusform>
            <numerusform>quedan %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>queda %n hora</numerusform>
            <numerusform>quedan %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Espera su turno</translation>
    </message>
    <message>
        <source>Checking what is here: %1</source>
        <translation>Comprobando lo que hay: %1</translation>
    </message>
    <message>
        <source>%1; the connection broke, trying again</source>
        <translation>%1; se cortó la conexión, nuevo intento</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>En pausa en %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Detenido en %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Hecho: %1</translation>
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
        <translation>%1 (archivo %2 de %3)</translation>
    </message>
    <message>
        <source>There is a folder of this name already, or the name will not do.</source>
        <translation>Ya hay una carpeta con este nombre, o el nombre no sirve.</translation>
    </message>
    <message>
        <source>The address does not end in the name of a model file, such as model.gguf.</source>
        <translation>La dirección no termina en el nombre de un archivo de modelo, como modelo.gguf.</translation>
    </message>
    <message>
        <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f.</source>
        <translation>Una suma SHA-256 tiene 64 dígitos de 0 a 9 y de a a f.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings, under Privacy.</source>
        <translation>La red está desactivada en las preferencias, en «Privacidad».</translation>
    </message>
    <message>
        <source>This is not an address that can be fetched.</source>
        <translation>Esta no es una dirección de la que se pueda obtener algo.</translation>
    </message>
    <message>
        <source>%1 would be asked without encryption, which Eddy does not do.</source>
        <translation>Se consultaría a %1 sin cifrado, y Eddy no hace eso.</translation>
    </message>
    <message>
        <source>The server sends on to %1, which is not on your list of hosts.</source>
        <translation>El servidor remite a %1, que no está en la lista de servidores.</translation>
    </message>
    <message>
        <source>The server sends round in circles.</source>
        <translation>El servidor remite en círculos.</translation>
    </message>
    <message>
        <source>%1 does not have this file any more.</source>
        <translation>%1 ya no tiene este archivo.</translation>
    </message>
    <message>
        <source>%1 gives this file only to those who have signed in or agreed to its terms.</source>
        <translation>%1 solo da este archivo a quienes han iniciado sesión o aceptado sus condiciones.</translation>
    </message>
    <message>
        <source>%1 cannot give the file now; try again later.</source>
        <translation>%1 no puede dar el archivo ahora; conviene intentarlo más tarde.</translation>
    </message>
    <message>
        <source>The connection to %1 broke too often; check the network and go on.</source>
        <translation>La conexión con %1 se cortó demasiadas veces; conviene comprobar la red y continuar.</translation>
    </message>
    <message>
        <source>The file there has another size than it should: it is not the one that was wanted.</source>
        <translation>El archivo de allí tiene otro tamaño del debido: no es el que se quería.</translation>
    </message>
    <message>
        <source>What came is not the file that was wanted, and was thrown away.</source>
        <translation>Lo recibido no es el archivo que se quería y se descartó.</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a file.</source>
        <translation>%1 envió una página web en lugar de un archivo.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk; free some and go on.</source>
        <translation>No hay bastante espacio en el disco; hay que liberar y continuar.</translation>
    </message>
    <message>
        <source>The file cannot be written in the folder for models.</source>
        <translation>El archivo no se puede escribir en la carpeta de modelos.</translation>
    </message>
    <message>
        <source>Its checksum is the one that was known before.</source>
        <translation>Su suma de comprobación es la que se conocía de antemano.</translation>
    </message>
    <message>
        <source>No checksum was known: the size alone was checked.</source>
        <translation>No se conocía ninguna suma de comprobación: solo se comprobó el tamaño.</translation>
    </message>
    <message>
        <source>It agrees with its host&apos;s checksum, which nobody else has confirmed.</source>
        <translation>Coincide con la suma de comprobación de su servidor, que nadie más ha confirmado.</translation>
    </message>
    <message>
        <source>The checksum is the host&apos;s own word.</source>
        <translation>De la suma de comprobación solo responde el servidor.</translation>
    </message>
</context>
<context>
    <name>eddy::InstalledModels</name>
    <message>
        <source>Starter</source>
        <translation>Modelo inicial</translation>
    </message>
    <message>
        <source>Comes with Eddy</source>
        <translation>Viene con Eddy</translation>
    </message>
    <message>
        <source>Downloaded or made with Eddy</source>
        <translation>Descargado o creado con Eddy</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>Archivo propio</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>%1 a chat, however long</source>
        <translation>%1 por chat, por largo que sea</translation>
    </message>
    <message>
        <source>%1 a chat and %2 a token</source>
        <translation>%1 por chat y %2 por token</translation>
    </message>
    <message>
        <source>%1 last, %2 typically</source>
        <translation>%1 la última vez, %2 lo habitual</translation>
    </message>
    <message>
        <source>Its folder is not there now: perhaps on a drive that was taken out.</source>
        <translation>Su carpeta no está ahora: quizá en una unidad que se retiró.</translation>
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
        <translation>Carpeta propia de Eddy</translation>
    </message>
</context>
<context>
    <name>eddy::ModelQuantiser</name>
    <message>
        <source>This format would not make it smaller.</source>
        <translation>Este formato no lo haría más pequeño.</translation>
    </message>
    <message>
        <source>About %1 instead of %2</source>
        <translation>Unos %1 en lugar de %2</translation>
    </message>
    <message numerus="yes">
        <source>Its numbers change by %1 % on average (measured on %n matrices)</source>
        <translation>
            <numerusform>Sus números cambian un %1&#xa0;% de media (medido en %n matriz)</numerusform>
            <numerusform>Sus números cambian un %1&#xa0;% de media (medido en %n matrices)</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 times as fast on this computer</source>
        <translation>Hasta %1 veces más rápido en este equipo</translation>
    </message>
    <message>
        <source>Up to %1 instead of %2</source>
        <translation>Hasta %1 en lugar de %2</translation>
    </message>
    <message>
        <source>%1 is ready: %2, changed by %3 %</source>
        <translation>%1 está listo: %2, cambiado un %3&#xa0;%</translation>
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
        <translation>Buscando modelos…</translation>
    </message>
    <message>
        <source>Looking into files: %1 of %2</source>
        <translation>Examinando archivos: %1 de %2</translation>
    </message>
    <message>
        <source>What was known of models could not be read: %1</source>
        <translation>No se pudo leer lo que se sabía de los modelos: %1</translation>
    </message>
    <message>
        <source>This folder is in the list already, or cannot be read.</source>
        <translation>Esta carpeta ya está en la lista o no se puede leer.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>No existe el archivo %1.</translation>
    </message>
    <message>
        <source>Eddy may not write in %1.</source>
        <translation>Eddy no puede escribir en %1.</translation>
    </message>
    <message>
        <source>%1 could not be deleted; check that you may write in its folder.</source>
        <translation>No se pudo eliminar %1; hay que comprobar que se puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>%1 could not be put into the bin, so it stays where it is.</source>
        <translation>No se pudo mover %1 a la papelera, así que se queda donde está.</translation>
    </message>
</context>
<context>
    <name>eddy::ModelsViewModel</name>
    <message>
        <source>Starter</source>
        <translation>Modelo inicial</translation>
    </message>
    <message>
        <source>Starter: small, English, trained for a first try</source>
        <translation>Inicial: pequeño, en inglés, entrenado para una primera prueba</translation>
    </message>
    <message>
        <source>One saved turn costs %1</source>
        <translation>Un turno guardado cuesta %1</translation>
    </message>
    <message>
        <source>Uses %1 of memory</source>
        <translation>Ocupa %1 de memoria</translation>
    </message>
    <message>
        <source>Uses %1 of memory: weights %2, state %3, work %4, token tables %5</source>
        <translation>Ocupa %1 de memoria: pesos %2, estado %3, trabajo %4, tablas de tokens %5</translation>
    </message>
    <message>
        <source>; with a text of %L1 tokens %2</source>
        <translation>; con un texto de %L1 tokens %2</translation>
    </message>
    <message>
        <source>The shipped model is missing</source>
        <translation>Falta el modelo incluido</translation>
    </message>
    <message>
        <source>It was not found where Eddy was installed; choose a model file of your own.</source>
        <translation>No se encontró donde está instalado Eddy; hay que elegir un archivo de modelo propio.</translation>
    </message>
    <message>
        <source>Loading was stopped</source>
        <translation>Se detuvo la carga</translation>
    </message>
    <message>
        <source>No model is loaded; choose one or try again.</source>
        <translation>No hay ningún modelo cargado; hay que elegir uno o intentarlo de nuevo.</translation>
    </message>
</context>
<context>
    <name>eddy::NetworkSettings</name>
    <message>
        <source>%1, last on %2</source>
        <translation>%1, la última vez el %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notebook</name>
    <message>
        <source>Reading: %1 of %2 tokens</source>
        <translation>Leyendo: %1 de %2 tokens</translation>
    </message>
    <message>
        <source>Nothing had to be read</source>
        <translation>No hubo que leer nada</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens read</source>
        <translation>
            <numerusform>%n token leído</numerusform>
            <numerusform>%n tokens leídos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 tokens/s</source>
        <translation>%1 · %2 · %3 tokens/s</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>%n token escrito</numerusform>
            <numerusform>%n tokens escritos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, because %2</source>
        <extracomment>&quot;40 tokens read, because the saved state was damaged&quot;</extracomment>
        <translation>%1, porque %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notices</name>
    <message>
        <source>The answer is there</source>
        <translation>La respuesta está lista</translation>
    </message>
    <message>
        <source>In a chat of yours</source>
        <translation>En uno de los chats</translation>
    </message>
    <message>
        <source>The documents have been read</source>
        <translation>Los documentos se han leído</translation>
    </message>
</context>
<context>
    <name>eddy::PaletteModel</name>
    <message>
        <source>Archived chat</source>
        <translation>Chat archivado</translation>
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
        <translation>Con temperatura 0 el modelo toma siempre la palabra más probable: todas las respuestas son iguales.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</source>
        <translation>
            <numerusform>%n respuesta a la vez ocuparía %1 de memoria, y hay %2 libres. Cabrían %3.</numerusform>
            <numerusform>%n respuestas a la vez ocuparían %1 de memoria, y hay %2 libres. Cabrían %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::PersonaLibrary</name>
    <message>
        <source>Explainer</source>
        <translation>Explicaciones</translation>
    </message>
    <message>
        <source>You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure.</source>
        <translation>Explicas las cosas con sencillez y corrección. Usa frases cortas y un ejemplo cotidiano. Dilo cuando no tengas seguridad.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes.</source>
        <translation>Mejoras textos. Conserva su sentido, idioma y tono; corrige gramática y ortografía; hazlos más claros y breves. Responde con el texto mejorado y nombra después los cambios más importantes.</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases.</source>
        <translation>Tienes mucha experiencia programando. Responde con código legible que funcione y solo la explicación necesaria. Nombra supuestos y casos límite.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Tutoría</translation>
    </message>
    <message>
        <source>You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong.</source>
        <translation>Enseñas con paciencia. Lleva a la solución con pasos pequeños y preguntas en lugar de darla. Elogia lo correcto y corrige lo erróneo.</translation>
    </message>
    <message>
        <source>Storyteller</source>
        <translation>Narración</translation>
    </message>
    <message>
        <source>You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own.</source>
        <translation>Cuentas historias. Escribe con viveza, muestra en lugar de explicar y da a cada personaje una voz propia.</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>Se eliminó «%1»</translation>
    </message>
</context>
<context>
    <name>eddy::PresetLibrary</name>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>For most questions.</source>
        <translation>Para la mayoría de las preguntas.</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Preciso</translation>
    </message>
    <message>
        <source>Keeps to the likeliest words: facts, summaries, translations.</source>
        <translation>Se ciñe a las palabras más probables: datos, resúmenes, traducciones.</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Creativo</translation>
    </message>
    <message>
        <source>Stories and ideas: surprising, and less repetitive.</source>
        <translation>Historias e ideas: sorprendente y menos repetitivo.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Careful and without penalties: code repeats itself on purpose.</source>
        <translation>Cuidadoso y sin penalizaciones: el código se repite a propósito.</translation>
    </message>
    <message>
        <source>RWKV chat</source>
        <translation>RWKV chat</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for conversations.</source>
        <translation>Lo que recomiendan los creadores de RWKV para conversaciones.</translation>
    </message>
    <message>
        <source>RWKV creative</source>
        <translation>RWKV creativo</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for free writing.</source>
        <translation>Lo que recomiendan los creadores de RWKV para escritura libre.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>Se eliminó «%1»</translation>
    </message>
    <message>
        <source>The preset could not be saved: %1</source>
        <translation>No se pudo guardar el preajuste: %1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>No se pudo leer el archivo: %1</translation>
    </message>
    <message>
        <source>This file is no preset of Eddy.</source>
        <translation>Este archivo no es un preajuste de Eddy.</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>Propio.</translation>
    </message>
</context>
<context>
    <name>eddy::PrivateChat</name>
    <message>
        <source>Private chat</source>
        <translation>Chat privado</translation>
    </message>
</context>
<context>
    <name>eddy::ReadingPlaces</name>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
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
            <numerusform>%Ln token en %1 s, porque %2.</numerusform>
            <numerusform>%Ln tokens en %1 s, porque %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 before came from an earlier saved state.</source>
        <translation>Los %1 anteriores vinieron de un estado guardado antes.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 con %2</translation>
    </message>
    <message>
        <source>Give saved states more room</source>
        <translation>Dar más espacio a los estados guardados</translation>
    </message>
    <message>
        <source>Kept longest</source>
        <translation>Se conservan más tiempo</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states</source>
        <translation>Conservar los estados de este chat</translation>
    </message>
    <message>
        <source>Keep this model&apos;s states</source>
        <translation>Conservar los estados de este modelo</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
</context>
<context>
    <name>eddy::SearchViewModel</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Sin resultados</translation>
    </message>
    <message numerus="yes">
        <source>in %n chat(s)</source>
        <extracomment>the second half of &quot;12 places in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>en %n chat</numerusform>
            <numerusform>en %n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) %1</source>
        <extracomment>%1 is &quot;in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%n coincidencia %1</numerusform>
            <numerusform>%n coincidencias %1</numerusform>
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
        <translation>Esto no es una tecla.</translation>
    </message>
    <message>
        <source>%1 alone is needed for writing: hold Ctrl or Alt with it, or take a function key.</source>
        <translation>%1 sola hace falta para escribir: mantener Ctrl o Alt con ella, o usar una tecla de función.</translation>
    </message>
    <message>
        <source>%1 is needed in text fields.</source>
        <translation>%1 hace falta en los campos de texto.</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1 ya pertenece a «%2».</translation>
    </message>
</context>
<context>
    <name>eddy::SidebarModel</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijados</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Todos los chats</translation>
    </message>
</context>
<context>
    <name>eddy::SpokenText</name>
    <message>
        <source>Thinking.</source>
        <translation>Pensando.</translation>
    </message>
    <message numerus="yes">
        <source>Thought about it in %n words.</source>
        <translation>
            <numerusform>Lo ha pensado en %n palabra.</numerusform>
            <numerusform>Lo ha pensado en %n palabras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block, %n lines.</source>
        <translation>
            <numerusform>Bloque de código, %n línea.</numerusform>
            <numerusform>Bloque de código, %n líneas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block in %1, %n lines.</source>
        <translation>
            <numerusform>Bloque de código en %1, %n línea.</numerusform>
            <numerusform>Bloque de código en %1, %n líneas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::StateLibraryViewModel</name>
    <message>
        <source>Persona</source>
        <translation>Personaje</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>Documento estudiado</translation>
    </message>
    <message>
        <source>Tuned state</source>
        <translation>Estado ajustado</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>Punto guardado</translation>
    </message>
    <message>
        <source>Load %1 to start a chat with it.</source>
        <translation>Hay que cargar %1 para empezar un chat con él.</translation>
    </message>
    <message numerus="yes">
        <source>Made with %1. The model that is loaded would read its %n tokens again.</source>
        <translation>
            <numerusform>Hecho con %1. El modelo cargado releería su %n token.</numerusform>
            <numerusform>Hecho con %1. El modelo cargado releería sus %n tokens.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made with %1: it does not fit the model that is loaded.</source>
        <translation>Hecho con %1: no encaja con el modelo cargado.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>in memory, until the private chat is closed</source>
        <translation>en memoria, hasta que se cierre el chat privado</translation>
    </message>
    <message>
        <source>A tuned state: it has read nothing, and there is no text to show.</source>
        <translation>Un estado ajustado: no ha leído nada y no hay texto que mostrar.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message.</source>
        <translation>
            <numerusform>Se leyó %n token antes del primer mensaje.</numerusform>
            <numerusform>Se leyeron %n tokens antes del primer mensaje.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</source>
        <translation>
            <numerusform>Se leyó %n token antes del primer mensaje. No se sabe cuál: el estado no se puede rehacer.</numerusform>
            <numerusform>Se leyeron %n tokens antes del primer mensaje. No se sabe cuáles: el estado no se puede rehacer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved states, %1. They are never dropped to make room.</source>
        <translation>
            <numerusform>%n estado guardado, %1. Nunca se descarta para hacer sitio.</numerusform>
            <numerusform>%n estados guardados, %1. Nunca se descartan para hacer sitio.</numerusform>
        </translation>
    </message>
    <message>
        <source>This state does not fit the model that is loaded.</source>
        <translation>Este estado no encaja con el modelo cargado.</translation>
    </message>
    <message>
        <source>There is no state in this file that the loaded model could begin with.</source>
        <translation>En este archivo no hay ningún estado con el que pueda empezar el modelo cargado.</translation>
    </message>
    <message>
        <source>The file of this state is damaged or missing.</source>
        <translation>El archivo de este estado está dañado o falta.</translation>
    </message>
    <message>
        <source>This state was written by a newer version of Eddy.</source>
        <translation>Este estado fue escrito por una versión más reciente de Eddy.</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>«%1» está en la biblioteca.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Escrito en %1.</translation>
    </message>
</context>
<context>
    <name>eddy::StatesViewModel</name>
    <message>
        <source>Read: %1</source>
        <translation>Leído: %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>A chat that is gone</source>
        <translation>Un chat que ya no existe</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>%1 of %2 in use.</source>
        <translation>%1 de %2 en uso.</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Cuaderno</translation>
    </message>
</context>
<context>
    <name>eddy::TimeTravel</name>
    <message>
        <source>As of turn %1 of %2</source>
        <translation>Desde el turno %1 de %2</translation>
    </message>
    <message>
        <source>Its state is kept: nothing is read again.</source>
        <translation>Su estado se conserva: no se relee nada.</translation>
    </message>
    <message numerus="yes">
        <source>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</source>
        <translation>
            <numerusform>Los estados de un chat privado quedan en memoria mientras haya sitio: se relee como mucho %n token, aproximadamente.</numerusform>
            <numerusform>Los estados de un chat privado quedan en memoria mientras haya sitio: se releen como mucho unos %n tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its state is not kept: about %n tokens are read again.</source>
        <translation>
            <numerusform>Su estado no se conserva: se relee %n token, aproximadamente.</numerusform>
            <numerusform>Su estado no se conserva: se releen unos %n tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TransferViewModel</name>
    <message>
        <source>Saving %1…</source>
        <translation>Guardando %1…</translation>
    </message>
    <message>
        <source>Checking and opening %1…</source>
        <translation>Comprobando y abriendo %1…</translation>
    </message>
    <message>
        <source>%1 holds no chat that Eddy knows. It opens its own chat files and those of ChatGPT, LM Studio and GPT4All.</source>
        <translation>%1 no contiene ningún chat que Eddy conozca. Abre sus propios archivos de chat y los de ChatGPT, LM Studio y GPT4All.</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of Eddy. Update Eddy to open it.</source>
        <translation>%1 se guardó con una versión más reciente de Eddy. Para abrirlo hay que actualizar Eddy.</translation>
    </message>
    <message>
        <source>%1 is damaged. Nothing was taken over; get the file again from where it came from.</source>
        <translation>%1 está dañado. No se tomó nada; conviene obtener el archivo de nuevo de donde vino.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ya no está.</translation>
    </message>
    <message>
        <source>%1 could not be saved: the disk is full. Free some space or choose another place.</source>
        <translation>No se pudo guardar %1: el disco está lleno. Hay que liberar espacio o elegir otro lugar.</translation>
    </message>
    <message>
        <source>%1 could not be opened: the disk is full. Free some space and try again.</source>
        <translation>No se pudo abrir %1: el disco está lleno. Hay que liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>%1 could not be saved there. Choose another folder.</source>
        <translation>No se pudo guardar %1 ahí. Hay que elegir otra carpeta.</translation>
    </message>
    <message>
        <source>%1 could not be opened. Check that you may read it, then try again.</source>
        <translation>No se pudo abrir %1. Hay que comprobar que se puede leer e intentarlo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were taken over.</source>
        <translation>
            <numerusform>Se incorporó %n chat.</numerusform>
            <numerusform>Se incorporaron %n chats.</numerusform>
        </translation>
    </message>
    <message>
        <source>This chat was held with %1. With that model it goes on at once; another one reads it again first.</source>
        <translation>Este chat se mantuvo con %1. Con ese modelo continúa al instante; otro lo relee primero.</translation>
    </message>
    <message>
        <source>This chat was held with %1. Another model may answer otherwise.</source>
        <translation>Este chat se mantuvo con %1. Otro modelo puede responder de otra manera.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved state(s) could not be used here; the chat is read again where they are missing.</source>
        <translation>
            <numerusform>%n estado guardado no se pudo usar aquí; el chat se relee donde falta.</numerusform>
            <numerusform>%n estados guardados no se pudieron usar aquí; el chat se relee donde faltan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were saved in %1.</source>
        <translation>
            <numerusform>%n chat se guardó en %1.</numerusform>
            <numerusform>%n chats se guardaron en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving chat %1 of %2…</source>
        <translation>Guardando el chat %1 de %2…</translation>
    </message>
    <message>
        <source>No font of this computer has these letters, which are empty boxes in the PDF: %1. Install fonts that have them (on Debian fonts-noto-cjk, for Chinese, Japanese and Korean) and save it again.</source>
        <translation>Ninguna fuente de este equipo tiene estos caracteres, que son recuadros vacíos en el PDF: %1. Instale fuentes que los tengan (en Debian fonts-noto-cjk, para chino, japonés y coreano) y guárdelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>eddy::UpdatesViewModel</name>
    <message>
        <source>The answer is not signed by Eddy’s publisher, so it was thrown away.</source>
        <translation>La respuesta no está firmada por el editor de Eddy y se descartó.</translation>
    </message>
    <message>
        <source>The answer is meant for a later version of Eddy.</source>
        <translation>La respuesta es para una versión posterior de Eddy.</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>No se pudo leer la respuesta.</translation>
    </message>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>No se pudo iniciar %1.</translation>
    </message>
    <message>
        <source>This copy was built without an address to ask.</source>
        <translation>Esta copia se creó sin una dirección a la que consultar.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Consultando a %1…</translation>
    </message>
    <message>
        <source>Eddy %1 is the newest version.</source>
        <translation>Eddy %1 es la versión más reciente.</translation>
    </message>
    <message>
        <source>Eddy %1 of %2 is there. This is %3.</source>
        <translation>Hay Eddy %1 del %2. Este es %3.</translation>
    </message>
    <message>
        <source>This is Eddy %1. Nobody was asked for a newer one yet.</source>
        <translation>Este es Eddy %1. Aún no se ha consultado si hay una más reciente.</translation>
    </message>
    <message>
        <source>It came with your system’s packages: they bring the new version.</source>
        <translation>Vino con los paquetes del sistema: ellos traen la versión nueva.</translation>
    </message>
    <message>
        <source>It was built from its sources: get the new ones and build again.</source>
        <translation>Se compiló desde las fuentes: hay que obtener las nuevas y compilar de nuevo.</translation>
    </message>
    <message>
        <source>The new installer is checked after the download and lies in your models’ download list; start it when it suits you.</source>
        <translation>El nuevo instalador se comprueba tras la descarga y queda en la lista de descargas de modelos; se puede iniciar cuando convenga.</translation>
    </message>
    <message>
        <source>There is no package for this kind of computer yet.</source>
        <translation>Aún no hay un paquete para este tipo de equipo.</translation>
    </message>
</context>
<context>
    <name>eddy::VaultViewModel</name>
    <message>
        <source>Wait until nothing is being written or read, or stop it first.</source>
        <translation>Hay que esperar a que no se escriba ni lea nada, o detenerlo antes.</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>Detenido. Todo está como estaba.</translation>
    </message>
    <message>
        <source>That is not the passphrase. Look at capital letters and the keyboard layout.</source>
        <translation>Esa no es la frase de contraseña. Conviene comprobar las mayúsculas y la distribución del teclado.</translation>
    </message>
    <message>
        <source>Chats, documents and saved states are encrypted now. The passphrase is asked for at the next start.</source>
        <translation>Los chats, documentos y estados guardados están ahora cifrados. La frase de contraseña se pedirá en el próximo inicio.</translation>
    </message>
    <message>
        <source>The encryption is off.</source>
        <translation>El cifrado está desactivado.</translation>
    </message>
    <message>
        <source>The new passphrase is set. The old one opens nothing any more, copies made earlier aside.</source>
        <translation>La nueva frase de contraseña está puesta. La antigua ya no abre nada, salvo copias hechas antes.</translation>
    </message>
</context>
<context>
    <name>eddy::Welcome</name>
    <message>
        <source>This computer has %1 of memory.</source>
        <translation>Este equipo tiene %1 de memoria.</translation>
    </message>
    <message>
        <source>A larger model knows more: RWKV-7 G1 with 1.5 billion parameters takes about 1 GB in 4 bits.</source>
        <translation>Un modelo más grande sabe más: RWKV-7 G1 con 1,5 mil millones de parámetros ocupa cerca de 1 GB en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 0.4 billion parameters fits: about 0.3 GB in 4 bits.</source>
        <translation>RWKV-7 G1 con 0,4 mil millones de parámetros cabe: cerca de 0,3 GB en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 1.5 billion parameters fits well: about 1 GB in 4 bits.</source>
        <translation>RWKV-7 G1 con 1,5 mil millones de parámetros cabe bien: cerca de 1 GB en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 2.9 billion parameters fits well: about 2 GB in 4 bits.</source>
        <translation>RWKV-7 G1 con 2,9 mil millones de parámetros cabe bien: cerca de 2 GB en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 7.2 billion parameters fits well: about 4.5 GB in 4 bits.</source>
        <translation>RWKV-7 G1 con 7,2 mil millones de parámetros cabe bien: cerca de 4,5 GB en 4 bits.</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 13.3 billion parameters fits well: about 8 GB in 4 bits.</source>
        <translation>RWKV-7 G1 con 13,3 mil millones de parámetros cabe bien: cerca de 8 GB en 4 bits.</translation>
    </message>
</context>
</TS>
