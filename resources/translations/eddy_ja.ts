<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>Chat with recurrent language models on your own computer. Eddy keeps what the model has read beside the text, so that a conversation goes on at once after any pause.</source>
        <translation>再帰型言語モデルと自分のコンピューターで対話します。Eddy はモデルが読んだ内容をテキストと一緒に保存するので、どれだけ間を置いても会話をすぐに続けられます。</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt (LGPL 3) and SQLite; icons by Lucide (ISC); fonts Inter and JetBrains Mono (OFL 1.1). Nothing you write leaves this computer.</source>
        <translation>Apache License 2.0。Qt (LGPL 3) と SQLite で構築。アイコン: Lucide (ISC)、フォント: Inter と JetBrains Mono (OFL 1.1)。書いた内容がこのコンピューターの外に出ることはありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
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
        <translation>この数の単語の中からだけ選びます。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out words that are much less likely than the best one.</source>
        <translation>最良の単語より大幅に可能性の低い単語を除きます。</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>頻度ペナルティー</translation>
    </message>
    <message>
        <source>Grows with every further use of a word.</source>
        <translation>単語が使われるたびに大きくなります。</translation>
    </message>
    <message>
        <source>Penalty decay</source>
        <translation>ペナルティーの減衰</translation>
    </message>
    <message>
        <source>How slowly earlier words are forgiven: 1 never forgives.</source>
        <translation>過去の単語をどれだけゆっくり許すか。1 は決して許しません。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>反復ペナルティー</translation>
    </message>
    <message>
        <source>Divides the chance of words that were used already.</source>
        <translation>すでに使われた単語の確率を割り引きます。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>Processor threads to compute with.</source>
        <translation>計算に使うプロセッサーのスレッド数。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same number gives the same answer. Empty: a new one each time.</source>
        <translation>同じ数値なら同じ回答になります。空欄では毎回新しい値を使います。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止する文字列</translation>
    </message>
    <message>
        <source>Texts that end an answer, one on each line.</source>
        <translation>回答を終わらせるテキスト。1 行に 1 つ。</translation>
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
        <translation>回答を並べる</translation>
    </message>
    <message numerus="yes">
        <source>%n answers to the next question</source>
        <translation>
            <numerusform>次の質問に %n 件の回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n 件の回答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerDetails</name>
    <message>
        <source>How this answer came about</source>
        <translation>この回答の成り立ち</translation>
    </message>
    <message>
        <source>Written at %1 tokens/s, the first one after %2 s.</source>
        <translation>%1 トークン/秒で生成、最初のトークンまで %2 秒。</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>保存された状態を使用: 読み直しはありませんでした。</translation>
    </message>
    <message>
        <source>Tokens read again: %1, because %2.</source>
        <translation>読み直したトークン: %1。理由: %2。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直し</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>AnswerMenu</name>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>2 more answers, side by side</source>
        <translation>さらに 2 件の回答を並べる</translation>
    </message>
    <message>
        <source>4 more answers, side by side</source>
        <translation>さらに 4 件の回答を並べる</translation>
    </message>
    <message>
        <source>8 more answers, side by side</source>
        <translation>さらに 8 件の回答を並べる</translation>
    </message>
    <message>
        <source>Save this point as…</source>
        <translation>この時点を保存…</translation>
    </message>
    <message>
        <source>Ask as of this point…</source>
        <translation>この時点から質問…</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>このターンを除く</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>すべてのチャットを検索</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>このチャット内を検索</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>すべてのコマンド</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>ドキュメントを追加</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>ドキュメント</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>保存した状態</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>このチャットをさかのぼる</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>サイドバーの表示/非表示</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>このチャットの名前を変更</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>このチャットをピン留め/解除</translation>
    </message>
    <message>
        <source>Archive this chat or take it back</source>
        <translation>このチャットをアーカイブ/復元</translation>
    </message>
    <message>
        <source>Move this chat to a folder</source>
        <translation>このチャットをフォルダーに移動</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>このチャットを複製</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>このチャットを削除</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>削除を元に戻す</translation>
    </message>
    <message>
        <source>Sort chats by last change</source>
        <translation>チャットを更新順に並べる</translation>
    </message>
    <message>
        <source>Sort chats by beginning</source>
        <translation>チャットを開始順に並べる</translation>
    </message>
    <message>
        <source>Sort chats by title</source>
        <translation>チャットをタイトル順に並べる</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>ライトの外観</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>ダークの外観</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>システムの外観</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>標準の文字サイズ</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>Eddy について</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>“System” follows the desktop.</source>
        <translation>「システム」はデスクトップに従います。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Everything in the app grows and shrinks with it.</source>
        <translation>アプリ全体がこれに合わせて拡大・縮小します。</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>AsOfPage</name>
    <message>
        <source>Ask as of a page</source>
        <translation>特定のページから質問</translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new chat with the state that was kept at the end of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>Model: %1</source>
        <translation>モデル: %1</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>ここで停止しました。</translation>
    </message>
    <message>
        <source>Interrupted: the app closed while this was being written.</source>
        <translation>中断: 生成中にアプリが閉じられました。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>BranchStepper</name>
    <message>
        <source>Previous version</source>
        <translation>前のバージョン</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>バージョン %1 / %2</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>次のバージョン</translation>
    </message>
</context>
<context>
    <name>ChatDropArea</name>
    <message>
        <source>Drop to open this chat</source>
        <translation>ドロップしてこのチャットを開く</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Open chat files</source>
        <translation>チャットファイルを開く</translation>
    </message>
    <message>
        <source>Chats (*.eddy *.json *.chat *.md)</source>
        <translation>チャット (*.eddy *.json *.chat *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>ChatFolderDialog</name>
    <message>
        <source>Move to folder</source>
        <translation>フォルダーに移動</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>フォルダー名を変更</translation>
    </message>
    <message>
        <source>Name of a folder, new or not</source>
        <translation>フォルダー名 (新規または既存)</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>フォルダーなし</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Answers are made on this computer and can be wrong. Shift+Enter breaks the line.</source>
        <translation>回答はこのコンピューターで生成され、間違うことがあります。Shift+Enter で改行。</translation>
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
        <translation>コード</translation>
    </message>
    <message>
        <source>Code in %1</source>
        <translation>%1 のコード</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>コードを保存</translation>
    </message>
</context>
<context>
    <name>CodeBlockHeader</name>
    <message>
        <source>code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Do not wrap long lines</source>
        <translation>長い行を折り返さない</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>ファイルとして保存</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>コードをコピー</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do? Or the title of a chat</source>
        <translation>実行したいこと、またはチャットのタイトル</translation>
    </message>
    <message>
        <source>No command and no chat is called that</source>
        <translation>該当するコマンドもチャットもありません</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Attach documents (Ctrl+O)</source>
        <translation>ドキュメントを添付 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>送信 (Enter)</translation>
    </message>
</context>
<context>
    <name>ConversationItem</name>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを解除</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>フォルダーに移動…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>アーカイブから戻す</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>ファイルとして保存…</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>複数選択</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n chat(s)</source>
        <translation>
            <numerusform>%n 件のチャットを削除</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationTitle</name>
    <message>
        <source>Conversation title</source>
        <translation>会話のタイトル</translation>
    </message>
</context>
<context>
    <name>DeleteModelDialog</name>
    <message>
        <source>Really put it into the bin?</source>
        <translation>本当にゴミ箱に入れますか?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 を削除しますか?</translation>
    </message>
    <message>
        <source>The file is deleted at once and cannot be brought back. Your chats stay.</source>
        <translation>ファイルはすぐに削除され、元に戻せません。チャットは残ります。</translation>
    </message>
    <message>
        <source>Other programs that use this file will miss it:</source>
        <translation>このファイルを使う他のプログラムで見つからなくなります:</translation>
    </message>
    <message>
        <source>Eddy did not download or make this file. It is put into the system&apos;s bin, and other programs may miss it. Your chats stay.</source>
        <translation>このファイルは Eddy がダウンロードまたは作成したものではありません。システムのゴミ箱に入り、他のプログラムで見つからなくなる場合があります。チャットは残ります。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Yes, into the bin</source>
        <translation>はい、ゴミ箱に入れる</translation>
    </message>
    <message>
        <source>Into the bin…</source>
        <translation>ゴミ箱に入れる…</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Document %1</source>
        <translation>ドキュメント %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>読み込みを一時停止</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>読み込みを再開</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>テキストを表示</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 を読み込み中</translation>
    </message>
    <message>
        <source>Answer from</source>
        <translation>回答の根拠</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>該当箇所</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>DocumentDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>ドロップしてこのモデルを読み込む</translation>
    </message>
    <message>
        <source>Drop to read</source>
        <translation>ドロップして読ませる</translation>
    </message>
    <message>
        <source>PDF, Word, e-books, web pages, mail, tables, code, text, a folder of them, or selected text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentItem</name>
    <message>
        <source>not read yet</source>
        <translation>まだ読んでいません</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>%1 が読み込み済み</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 を保持</translation>
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
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Read together with others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1 together with others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave %1 out, it is number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the text of %1</source>
        <translation>%1 のテキストを表示</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 を削除</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of %1</source>
        <translation>%1 のテキスト</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>表示方法</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Close the text (Esc)</source>
        <translation>テキストを閉じる (Esc)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>該当箇所</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>これについて質問</translation>
    </message>
    <message>
        <source>About &quot;%1&quot;: </source>
        <translation>「%1」について: </translation>
    </message>
    <message>
        <source>Summarise this</source>
        <translation>これを要約</translation>
    </message>
    <message>
        <source>Summarize this text in one line.
%1</source>
        <translation>このテキストを 1 行で要約してください。
%1</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 s left</source>
        <translation>残り %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>残り %1 分</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>残り %1 時間</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>ファイルがありません</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted. Drop it again from where it is now.</source>
        <translation>移動、名前の変更、または削除されています。現在の場所からもう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読み込めません</translation>
    </message>
    <message>
        <source>Check its permissions and whether its disk or network folder is there, then try again.</source>
        <translation>アクセス権と、ディスクやネットワークフォルダーが利用できるかを確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>テキストが含まれていません</translation>
    </message>
    <message>
        <source>The file is empty or holds no words.</source>
        <translation>ファイルが空か、文字が含まれていません。</translation>
    </message>
    <message>
        <source>This is not text</source>
        <translation>これはテキストではありません</translation>
    </message>
    <message>
        <source>Its name says text, its content does not. Open it with the program it belongs to and save it as PDF or text.</source>
        <translation>名前はテキストですが、内容は違います。対応するプログラムで開き、PDF またはテキストとして保存してください。</translation>
    </message>
    <message>
        <source>Eddy does not read this kind of file</source>
        <translation>Eddy はこの種類のファイルを読めません</translation>
    </message>
    <message>
        <source>It reads PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, mail, tables, source code and plain text.</source>
        <translation>読めるのは PDF、Word、OpenDocument、PowerPoint、EPUB、HTML、Markdown、RTF、メール、表、ソースコード、プレーンテキストです。</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>ファイルが破損しています</translation>
    </message>
    <message>
        <source>It ends too early or contradicts itself. Fetch it again, or open and save it with another program.</source>
        <translation>途中で終わっているか、矛盾があります。もう一度入手するか、別のプログラムで開いて保存してください。</translation>
    </message>
    <message>
        <source>The file is locked</source>
        <translation>ファイルがロックされています</translation>
    </message>
    <message>
        <source>A PDF can be opened with its password here. Save other files without a password first.</source>
        <translation>PDF はここでパスワードを入力して開けます。その他のファイルは先にパスワードなしで保存してください。</translation>
    </message>
    <message>
        <source>The password does not open it</source>
        <translation>このパスワードでは開けません</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, and try again.</source>
        <translation>大文字小文字とキーボード配列を確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>These are pictures of pages</source>
        <translation>これはページの画像です</translation>
    </message>
    <message>
        <source>There is no text in them yet. Text recognition can read them when the program Tesseract is installed.</source>
        <translation>まだテキストが含まれていません。Tesseract がインストールされていれば、文字認識で読み込めます。</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>It unpacks to more than a document may have. Split it and drop the parts.</source>
        <translation>展開するとドキュメントの上限を超えます。分割して、それぞれドロップしてください。</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>ファイルの読み込みに時間がかかりすぎました</translation>
    </message>
    <message>
        <source>It was given up. Saving it anew with another program often helps.</source>
        <translation>読み込みを中止しました。別のプログラムで保存し直すと解決することがあります。</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>ファイルを読み込めませんでした</translation>
    </message>
    <message>
        <source>The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.</source>
        <translation>ファイルを読む Eddy の部品が失敗しました。他の機能は続いています。ファイルを保存し直すと解決することがあります。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>pp. %1–%2</source>
        <translation>%1–%2 ページ</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>%1 ページ</translation>
    </message>
    <message>
        <source>Passage %1</source>
        <translation>箇所 %1</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 ページ</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 ページ</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Add documents</source>
        <translation>ドキュメントを追加</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>ドキュメント</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>ドキュメントはまだありません</translation>
    </message>
    <message>
        <source>Drop a file anywhere on the window. The model reads it whole, once; then you can ask as often as you like.</source>
        <translation>ウィンドウのどこにでもファイルをドロップできます。モデルが全体を一度だけ読み、その後は何度でも質問できます。</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is on your mind?</source>
        <translation>何について話しますか?</translation>
    </message>
    <message>
        <source>%1. It knows little and makes things up.</source>
        <translation>%1。知識が少なく、作り話をします。</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>より大きなモデルを開く…</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>You stopped this.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>このままでは実行できません</translation>
    </message>
    <message>
        <source>One of the settings or files does not fit; look at the settings and try again.</source>
        <translation>設定またはファイルが合っていません。設定を確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>メモリー不足</translation>
    </message>
    <message>
        <source>This computer has too little free memory for it; close other programs or choose a smaller model.</source>
        <translation>空きメモリーが足りません。他のプログラムを閉じるか、より小さなモデルを選んでください。</translation>
    </message>
    <message>
        <source>The model file is not there</source>
        <translation>モデルファイルがありません</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; choose a model that exists.</source>
        <translation>移動または削除された可能性があります。存在するモデルを選んでください。</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読み込めません</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk works, then try again.</source>
        <translation>読み取り権限とディスクの状態を確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>The file is in use</source>
        <translation>ファイルは使用中です</translation>
    </message>
    <message>
        <source>Another program uses it at the moment; close that and try again.</source>
        <translation>別のプログラムが使用しています。それを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>Nothing more can be saved; free some space and try again.</source>
        <translation>これ以上保存できません。空き容量を増やして、もう一度試してください。</translation>
    </message>
    <message>
        <source>Written by a newer Eddy</source>
        <translation>より新しい Eddy で書かれています</translation>
    </message>
    <message>
        <source>This version cannot read it and leaves it as it is; update Eddy.</source>
        <translation>このバージョンでは読めないため、そのままにしておきます。Eddy を更新してください。</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>モデルファイルが破損しています</translation>
    </message>
    <message>
        <source>Its contents do not add up, perhaps because a download broke off; get it again or choose another.</source>
        <translation>内容に矛盾があります。ダウンロードの中断が原因かもしれません。もう一度入手するか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Eddy does not know this kind of file</source>
        <translation>Eddy が対応していない種類のファイルです</translation>
    </message>
    <message>
        <source>Choose a model in a format that Eddy reads, such as .safetensors or .gguf.</source>
        <translation>.safetensors や .gguf など、Eddy が読める形式のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Eddy cannot run this model</source>
        <translation>Eddy はこのモデルを実行できません</translation>
    </message>
    <message>
        <source>Its network is of a kind that this version does not know; choose another model.</source>
        <translation>このバージョンが対応していない種類のネットワークです。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The saved state does not fit</source>
        <translation>保存された状態が合いません</translation>
    </message>
    <message>
        <source>It belongs to another model; try again and the conversation is read anew.</source>
        <translation>別のモデルのものです。もう一度試すと、会話が読み直されます。</translation>
    </message>
    <message>
        <source>The device stopped working</source>
        <translation>デバイスが動作を停止しました</translation>
    </message>
    <message>
        <source>The graphics card or its driver gave up; what was written is kept, and you can try again.</source>
        <translation>グラフィックカードまたはドライバーに障害が起きました。書かれた内容は残り、もう一度試せます。</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>Eddy met an error it did not foresee; the conversation is kept, and you can try again.</source>
        <translation>Eddy で予期しないエラーが起きました。会話は残り、もう一度試せます。</translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation>データフォルダーがありません</translation>
    </message>
    <message>
        <source>Eddy found no place for your conversations; check the folder and start again.</source>
        <translation>会話の保存場所が見つかりません。フォルダーを確認して、起動し直してください。</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>データフォルダーを使えません</translation>
    </message>
    <message>
        <source>Eddy may not read or write your conversations there; check its rights or choose another folder.</source>
        <translation>そこでは会話を読み書きできません。アクセス権を確認するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Another program uses your conversations</source>
        <translation>別のプログラムが会話を使用しています</translation>
    </message>
    <message>
        <source>Close the other Eddy that uses this data folder and start again.</source>
        <translation>このデータフォルダーを使っているもう一つの Eddy を閉じて、起動し直してください。</translation>
    </message>
    <message>
        <source>It could not be saved; free some space and send it again.</source>
        <translation>保存できませんでした。空き容量を増やして、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer Eddy</source>
        <translation>会話はより新しい Eddy で書かれています</translation>
    </message>
    <message>
        <source>This version leaves them untouched; update Eddy to open them.</source>
        <translation>このバージョンでは変更しません。開くには Eddy を更新してください。</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <translation>会話のデータベースが破損しています</translation>
    </message>
    <message>
        <source>Eddy changed nothing in it; a copy from a backup put in its place will work.</source>
        <translation>Eddy は何も変更していません。バックアップのコピーに置き換えれば使えます。</translation>
    </message>
    <message>
        <source>This is not a database of Eddy</source>
        <translation>Eddy のデータベースではありません</translation>
    </message>
    <message>
        <source>The data folder holds another program&apos;s file; choose another folder.</source>
        <translation>データフォルダーに別のプログラムのファイルがあります。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>no state had been saved for it yet</source>
        <translation>まだ状態が保存されていませんでした</translation>
    </message>
    <message>
        <source>the saved state was damaged</source>
        <translation>保存された状態が破損していました</translation>
    </message>
    <message>
        <source>the saved state belongs to another model</source>
        <translation>保存された状態は別のモデルのものです</translation>
    </message>
    <message>
        <source>this model divides text into other tokens</source>
        <translation>このモデルはテキストを別のトークンに分割します</translation>
    </message>
    <message>
        <source>this model lays out chats in another way</source>
        <translation>このモデルはチャットの組み立て方が異なります</translation>
    </message>
    <message>
        <source>its saved state was unused for longest when the room for them ran out</source>
        <translation>容量が足りなくなったとき、最も長く使われていない状態でした</translation>
    </message>
    <message>
        <source>the saved state was written by a newer Eddy</source>
        <translation>保存された状態はより新しい Eddy で書かれています</translation>
    </message>
    <message>
        <source>of this branch only some states were kept when the room for them ran out</source>
        <translation>容量が足りなくなり、この分岐の状態は一部だけ残されました</translation>
    </message>
    <message>
        <source>you freed the space of its saved state</source>
        <translation>保存された状態の容量を解放しました</translation>
    </message>
    <message>
        <source>the file of the saved state that this chat begins with is damaged or gone</source>
        <translation>このチャットの始まりとなる状態のファイルが破損しているか、ありません</translation>
    </message>
    <message>
        <source>the text before it is not the one its state was saved for</source>
        <translation>前のテキストが、状態を保存したときのものと異なります</translation>
    </message>
    <message>
        <source>its saved state is missing: it could not be written, or was deleted</source>
        <translation>保存された状態がありません (書き込めなかったか、削除されました)</translation>
    </message>
    <message>
        <source>the folder of saved states cannot be used</source>
        <translation>保存した状態のフォルダーを使えません</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save “%1” as a file</source>
        <translation>「%1」をファイルとして保存</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
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
        <translation>すべて: すべての分岐、設定、モデルが読んだ内容。同じモデルのある別のコンピューターでもすぐに続けられます。</translation>
    </message>
    <message>
        <source>All branches as text, for other programs.</source>
        <translation>すべての分岐をテキストで (他のプログラム向け)。</translation>
    </message>
    <message>
        <source>The branch on show as text, for people.</source>
        <translation>表示中の分岐をテキストで (人が読むため)。</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>保存した状態</translation>
    </message>
    <message>
        <source>No states</source>
        <translation>状態なし</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最後の状態</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>すべて (%1)</translation>
    </message>
    <message>
        <source>No state of this chat is saved: it will be read again where it is opened.</source>
        <translation>このチャットの状態は保存されていません。開いた先で読み直されます。</translation>
    </message>
    <message>
        <source>The chat will be read again where it is opened.</source>
        <translation>チャットは開いた先で読み直されます。</translation>
    </message>
    <message>
        <source>It goes on at once where it ends; other branches are read again.</source>
        <translation>最後からはすぐに続けられます。他の分岐は読み直されます。</translation>
    </message>
    <message>
        <source>It goes on at once from every turn that is saved here.</source>
        <translation>ここに保存されたどのターンからもすぐに続けられます。</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the chat</source>
        <translation>チャットを保存</translation>
    </message>
    <message>
        <source>Eddy chats (*.eddy)</source>
        <translation>Eddy チャット (*.eddy)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>このチャット内を検索</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>前の箇所 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>次の箇所 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Not there now: perhaps on a drive that was taken out</source>
        <translation>現在ありません。取り外されたドライブにあるのかもしれません</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>調べていません</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 個のモデル</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>別のフォルダーを選択…</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>%1 を一覧から外す</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>%1 の中を調べる</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Models are used where they lie: nothing in these folders is copied or changed. Downloads go to Eddy&apos;s own folder.</source>
        <translation>モデルは置かれた場所でそのまま使われます。これらのフォルダーの中身はコピーも変更もされません。ダウンロードは Eddy 専用フォルダーに入ります。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>モデルのフォルダー</translation>
    </message>
</context>
<context>
    <name>FolderMenu</name>
    <message>
        <source>Rename folder</source>
        <translation>フォルダー名を変更</translation>
    </message>
    <message>
        <source>Dissolve folder, keep its chats</source>
        <translation>フォルダーを解除してチャットを残す</translation>
    </message>
</context>
<context>
    <name>GenerationSection</name>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Changes count from the next answer on.</source>
        <translation>変更は次の回答から有効です。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.</source>
        <translation>低いと可能性の高い単語を選び、高いと意外性が増します。0 では毎回同じ回答になります。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Chooses only among the likeliest words that together make up this share.</source>
        <translation>合計がこの割合になる、可能性の高い単語の中からだけ選びます。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>繰り返しを減らす</translation>
    </message>
    <message>
        <source>Presence penalty: makes words that were already used less likely.</source>
        <translation>存在ペナルティー: すでに使われた単語を出にくくします。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>回答の最大長</translation>
    </message>
    <message>
        <source>In tokens; a token is about three quarters of a word.</source>
        <translation>トークン単位。1 トークンは英単語の約 4 分の 3 です。</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>モデルへの指示</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation.</source>
        <translation>新しい会話の最初に毎回読み込まれます。</translation>
    </message>
    <message>
        <source>Fewer controls</source>
        <translation>項目を減らす</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>その他の項目</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>既定値に戻す</translation>
    </message>
</context>
<context>
    <name>HitRow</name>
    <message>
        <source>Chat: %1</source>
        <translation>チャット: %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1 (%2 内)</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>あなた: %1</translation>
    </message>
</context>
<context>
    <name>InlineError</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
</context>
<context>
    <name>InstalledCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>in use, loaded at start</source>
        <translation>使用中、起動時に読み込み</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>loaded at start</source>
        <translation>起動時に読み込み</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>解放</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>%1 を解放</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使用</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>%1 の詳細</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>メモリー: %1</translation>
    </message>
    <message>
        <source>Memory: %1 (%2)</source>
        <translation>メモリー: %1 (%2)</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状態: %1</translation>
    </message>
    <message>
        <source>State: %1 · Speed here: %2</source>
        <translation>状態: %1 · この環境での速度: %2</translation>
    </message>
</context>
<context>
    <name>InstalledList</name>
    <message>
        <source>Search by name, kind or place</source>
        <translation>名前、種類、場所で検索</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>That run here</source>
        <translation>ここで動くもの</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>再帰型のみ</translation>
    </message>
    <message>
        <source>With attention</source>
        <translation>アテンション付き</translation>
    </message>
    <message>
        <source>That cannot run</source>
        <translation>動かないもの</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>一覧から外したもの</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>速い順</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>このコンピューターのモデル</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>該当するものはありません</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>モデルはまだありません</translation>
    </message>
    <message>
        <source>Change the search or the filter above.</source>
        <translation>上の検索またはフィルターを変更してください。</translation>
    </message>
    <message>
        <source>Open a model file, add a folder that holds some, or look into the catalogue.</source>
        <translation>モデルファイルを開くか、モデルのあるフォルダーを追加するか、カタログを見てください。</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>ファイルを追加…</translation>
    </message>
</context>
<context>
    <name>InstalledMenu</name>
    <message>
        <source>Load it when Eddy starts</source>
        <translation>Eddy の起動時に読み込む</translation>
    </message>
    <message>
        <source>Make a smaller copy…</source>
        <translation>小さいコピーを作成…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Show in the list again</source>
        <translation>一覧に再表示</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>ファイルを削除…</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>このリンクをブラウザーで開きますか?</translation>
    </message>
    <message>
        <source>It was written by the model and may lead anywhere.</source>
        <translation>モデルが書いたもので、どこにつながるか分かりません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 - Eddy</source>
        <translation>%1 - Eddy</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>ドキュメントを追加</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Edit and answer again</source>
        <translation>編集して再回答</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>再回答</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit message</source>
        <translation>メッセージを編集</translation>
    </message>
    <message>
        <source>The earlier version is kept.</source>
        <translation>以前のバージョンは残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
</context>
<context>
    <name>MessageFooter</name>
    <message>
        <source>How this answer came about</source>
        <translation>この回答の成り立ち</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>%1 s to first token</source>
        <translation>最初のトークンまで %1 秒</translation>
    </message>
    <message>
        <source>1 token re-read</source>
        <translation>1 トークンを読み直し</translation>
    </message>
    <message>
        <source>%1 tokens re-read</source>
        <translation>%1 トークンを読み直し</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>保存された状態を使用: 読み直しはありませんでした。</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>最新のメッセージに移動</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Loading %1 %</source>
        <translation>読み込み中 %1%</translation>
    </message>
    <message>
        <source>Model failed</source>
        <translation>モデルの読み込み失敗</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>モデル: %1</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open a model file…</source>
        <translation>モデルファイルを開く…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>フォルダーを開く…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>スターターを使う</translation>
    </message>
    <message>
        <source>Safetensors, GGUF and rwkv.cpp files of recurrent models, or a folder that holds one. You can also drop a file on this window.</source>
        <translation>再帰型モデルの Safetensors、GGUF、rwkv.cpp ファイル、またはそれを含むフォルダー。このウィンドウにファイルをドロップすることもできます。</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>以前に使用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>モデルファイルを開く</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>モデル (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>モデルフォルダーを開く</translation>
    </message>
</context>
<context>
    <name>ModelDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>ドロップしてこのモデルを読み込む</translation>
    </message>
</context>
<context>
    <name>ModelStatusCard</name>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込んでいます</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>モデルが読み込まれていません</translation>
    </message>
    <message>
        <source>Choose a model file to begin.</source>
        <translation>まずモデルファイルを選んでください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>モデルを選択…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>スターターを使う</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 B パラメーター</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 M パラメーター</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 パラメーター</translation>
    </message>
    <message>
        <source>weights %1, state %2, work %3</source>
        <translation>重み %1、状態 %2、作業領域 %3</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>メモリー空き %1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>収まります</translation>
    </message>
    <message>
        <source>fits when other programs are closed</source>
        <translation>他のプログラムを閉じれば収まります</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>このコンピューターには大きすぎます</translation>
    </message>
</context>
<context>
    <name>ModelsHost</name>
    <message>
        <source>Add a model file</source>
        <translation>モデルファイルを追加</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>モデル (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>モデルのフォルダーを追加</translation>
    </message>
    <message>
        <source>Keep downloaded models in</source>
        <translation>ダウンロードしたモデルの保存先</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>チャットに戻る</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>モデルを探し直す</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>This chat begins with %1</source>
        <translation>このチャットは %1 から始まります</translation>
    </message>
    <message>
        <source>This chat begins with “%1”. %2</source>
        <translation>このチャットは「%1」から始まります。%2</translation>
    </message>
    <message>
        <source>Hide what was read</source>
        <translation>読んだ内容を隠す</translation>
    </message>
    <message>
        <source>Show what was read</source>
        <translation>読んだ内容を表示</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
    <message>
        <source>This page cannot be shown: %1. Its text is still here.</source>
        <translation>このページは表示できません: %1。テキストはここにあります。</translation>
    </message>
</context>
<context>
    <name>ParallelAnswer</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>回答 %1: %2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>Answer %1, stopped</source>
        <translation>回答 %1、停止済み</translation>
    </message>
    <message numerus="yes">
        <source>Answer %1, %n tokens</source>
        <translation>
            <numerusform>回答 %1、%n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>これで続ける</translation>
    </message>
</context>
<context>
    <name>ParallelAnswersPanel</name>
    <message>
        <source>Answers side by side</source>
        <translation>回答を並べる</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Close: all answers stay as branches</source>
        <translation>閉じる: すべての回答は分岐として残ります</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>PreparingBar</name>
    <message>
        <source>Why?</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>PreviewPassage</name>
    <message>
        <source>Page %1</source>
        <translation>%1 ページ</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>Private chat: it stays in memory and is gone when you close it.</source>
        <translation>プライベートチャット: メモリーにのみ残り、閉じると消えます。</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>閉じて消去</translation>
    </message>
</context>
<context>
    <name>PrivateChatItem</name>
    <message>
        <source>Private chat</source>
        <translation>プライベートチャット</translation>
    </message>
    <message>
        <source>Kept in memory only; gone when it is closed</source>
        <translation>メモリーにのみ保持。閉じると消えます</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>閉じて消去</translation>
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
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 のパスワード</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>文字を認識</translation>
    </message>
</context>
<context>
    <name>QuoteChips</name>
    <message>
        <source>From memory alone: no passage was shown to the model.</source>
        <translation>記憶のみ: モデルに該当箇所は示されませんでした。</translation>
    </message>
    <message>
        <source>From memory: no passage fits the question.</source>
        <translation>記憶から: 質問に合う箇所はありません。</translation>
    </message>
    <message>
        <source>No passage fits the question.</source>
        <translation>質問に合う箇所はありません。</translation>
    </message>
    <message>
        <source>From memory and these passages:</source>
        <translation>記憶と次の箇所から:</translation>
    </message>
    <message>
        <source>From these passages alone:</source>
        <translation>次の箇所のみから:</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>テキストで %1 を表示</translation>
    </message>
</context>
<context>
    <name>RereadLogDialog</name>
    <message>
        <source>What was read again</source>
        <translation>読み直した内容</translation>
    </message>
    <message>
        <source>Nothing yet: every conversation went on from its saved state.</source>
        <translation>まだありません。どの会話も保存された状態から続いています。</translation>
    </message>
    <message>
        <source>A conversation is read again when no saved state fits it. Its text is never at stake.</source>
        <translation>合う状態が保存されていないとき、会話は読み直されます。テキストが失われることはありません。</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>SaveStateDialog</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Save this point as</source>
        <translation>この時点を保存</translation>
    </message>
    <message>
        <source>Any chat can begin with what the model has read up to this answer. It is never dropped to make room.</source>
        <translation>この回答までにモデルが読んだ内容から、どのチャットも始められます。容量を空けるために消されることはありません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>メモ (任意)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>保存ポイント</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>読み込み済みドキュメント</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search all chats</source>
        <translation>すべてのチャットを検索</translation>
    </message>
    <message>
        <source>Words in any chat, or &quot;words in this order&quot;</source>
        <translation>チャット内の単語、または &quot;この順序の単語&quot;</translation>
    </message>
</context>
<context>
    <name>SelectableText</name>
    <message>
        <source>Copy selection</source>
        <translation>選択範囲をコピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 件を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>ピン留め/解除</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>フォルダーに移動</translation>
    </message>
    <message>
        <source>Archive or take back</source>
        <translation>アーカイブ/復元</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation>選択を解除 (Esc)</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About Eddy %1</source>
        <translation>Eddy %1 について</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Other ways to begin</source>
        <translation>その他の始め方</translation>
    </message>
</context>
<context>
    <name>SidebarHeader</name>
    <message numerus="yes">
        <source>%1, %n chat(s)</source>
        <translation>
            <numerusform>%1、%n 件のチャット</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidebarMenu</name>
    <message>
        <source>New private chat</source>
        <translation>新しいプライベートチャット</translation>
    </message>
    <message>
        <source>Open chat file…</source>
        <translation>チャットファイルを開く…</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>処理中</translation>
    </message>
</context>
<context>
    <name>StartupErrorDialog</name>
    <message>
        <source>Your conversations cannot be opened</source>
        <translation>会話を開けません</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>チャットを始める</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>%1 の詳細</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>ファイルにエクスポート…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message numerus="yes">
        <source>%n chats begin with it. They go on when it is deleted.</source>
        <translation>
            <numerusform>%n 件のチャットがこれから始まっています。削除してもチャットは続けられます。</numerusform>
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
        <translation>保持中</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Kept longest; press to treat it like the others</source>
        <translation>最も長く保持されます。押すと他と同じ扱いに戻ります</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states longest</source>
        <translation>このチャットの状態を最も長く保持</translation>
    </message>
    <message>
        <source>Keep the states of %1 longest</source>
        <translation>%1 の状態を最も長く保持</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>解放</translation>
    </message>
    <message>
        <source>Free this space; the chat is read again when it goes on</source>
        <translation>この容量を解放します。チャットは再開時に読み直されます</translation>
    </message>
    <message>
        <source>Free the states of %1</source>
        <translation>%1 の状態を解放</translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation>大きいものだけ表示</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>%1 件すべて表示</translation>
    </message>
</context>
<context>
    <name>StatesHost</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>調整済み状態を追加</translation>
    </message>
    <message>
        <source>Tuned states (*.pth *.safetensors)</source>
        <translation>調整済み状態 (*.pth *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Import a state</source>
        <translation>状態をインポート</translation>
    </message>
    <message>
        <source>States (*.state)</source>
        <translation>状態 (*.state)</translation>
    </message>
    <message>
        <source>Export a state</source>
        <translation>状態をエクスポート</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>チャットに戻る</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>保存した状態</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>調整済み状態を追加</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No saved states yet</source>
        <translation>保存した状態はまだありません</translation>
    </message>
    <message>
        <source>At any answer, “Save this point as…” keeps what the model has read up to there under a name. New chats begin with it and read nothing again.</source>
        <translation>どの回答でも「この時点を保存…」で、モデルがそこまでに読んだ内容に名前を付けて残せます。新しいチャットはそこから始まり、読み直しは不要です。</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>ストレージ</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>すべてこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>データフォルダー</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移動…</translation>
    </message>
    <message>
        <source>Room for saved states</source>
        <translation>保存する状態の容量</translation>
    </message>
    <message>
        <source>Saved states let a conversation go on at once. When the room runs out, long branches keep fewer of them and those unused for longest go; no text is ever lost.</source>
        <translation>保存された状態により会話をすぐに続けられます。容量が足りなくなると、長い分岐の状態は間引かれ、最も長く使われていないものが消えます。テキストが失われることはありません。</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>保存した状態</translation>
    </message>
    <message>
        <source>What was read again…</source>
        <translation>読み直した内容…</translation>
    </message>
    <message>
        <source>Free all…</source>
        <translation>すべて解放…</translation>
    </message>
    <message>
        <source>Free all saved states?</source>
        <translation>保存した状態をすべて解放しますか?</translation>
    </message>
    <message>
        <source>No text is lost. Every conversation is read again when it goes on, which can take a while.</source>
        <translation>テキストは失われません。各会話は再開時に読み直されるため、時間がかかることがあります。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Free all</source>
        <translation>すべて解放</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>データフォルダーの移動先</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>SummaryColumn</name>
    <message>
        <source>Summary of %1</source>
        <translation>%1 の要約</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>テキストで %1 を表示</translation>
    </message>
</context>
<context>
    <name>TimeTravelBar</name>
    <message>
        <source>Back to now</source>
        <translation>現在に戻る</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>ターン</translation>
    </message>
    <message>
        <source>Ask as of then</source>
        <translation>この時点で質問</translation>
    </message>
    <message>
        <source>Question as of then</source>
        <translation>この時点での質問</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>このターンを除く</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>TogetherBar</name>
    <message>
        <source>Read together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Read %1 earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads them one after another, in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>TransferBanners</name>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try the text alone</source>
        <translation>テキストだけ試す</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>This chat was written with other generation settings.</source>
        <translation>このチャットは別の生成設定で書かれました。</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>使用する</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking sends nothing but the request itself to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off until you switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for updates once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You: %1</source>
        <translation>あなた: %1</translation>
    </message>
</context>
<context>
    <name>WindowHeader</name>
    <message>
        <source>Show the sidebar (Ctrl+B)</source>
        <translation>サイドバーを表示 (Ctrl+B)</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>新しいチャット (Ctrl+N)</translation>
    </message>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>チャットに戻る (Esc)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>ドキュメント</translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message>
        <source>Own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatViewModel</name>
    <message>
        <source>Reading your message: %1 of %2 tokens</source>
        <translation>メッセージを読んでいます: %1 / %2 トークン</translation>
    </message>
    <message>
        <source>Reading the conversation again: %1 of %2 tokens</source>
        <translation>会話を読み直しています: %1 / %2 トークン</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>モデルが読み込まれていません</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>What can you do?</source>
        <translation>何ができますか?</translation>
    </message>
    <message>
        <source>My name is Ada and I live in Oslo. What is my name?</source>
        <translation>私の名前はアダで、オスロに住んでいます。私の名前は何ですか?</translation>
    </message>
    <message>
        <source>Sort alphabetically: pear, apple, fig</source>
        <translation>五十音順に並べてください: なし、りんご、いちじく</translation>
    </message>
    <message>
        <source>What is a recurrent state?</source>
        <translation>再帰状態とは何ですか?</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>State was rebuilt from an earlier saved state: %1 tokens re-read because %2</source>
        <translation>以前に保存された状態から再構築しました: %1 トークンを読み直し、理由: %2</translation>
    </message>
    <message>
        <source>State was rebuilt: %1 tokens re-read because %2</source>
        <translation>状態を再構築しました: %1 トークンを読み直し、理由: %2</translation>
    </message>
</context>
<context>
    <name>eddy::CodeHighlighter</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>ファイルに書き込めませんでした: %1</translation>
    </message>
</context>
<context>
    <name>eddy::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>「%1」を削除しました</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were deleted</source>
        <translation>
            <numerusform>%n 件のチャットを削除しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ConversationOrganizer</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (コピー)</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentSummaries</name>
    <message>
        <source>Preparing the summary…</source>
        <translation>要約を準備しています…</translation>
    </message>
    <message>
        <source>Making notes: %1 of %2</source>
        <translation>メモを作成中: %1 / %2</translation>
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
        <translation>一部のファイルは除外されました</translation>
    </message>
    <message>
        <source>This lies on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>テキストが含まれていません</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 (%2 more)</source>
        <translation>%1 を開いています (あと %2 件)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 を開いています</translation>
    </message>
    <message>
        <source>&quot;%1&quot; deleted</source>
        <translation>「%1」を削除しました</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 件</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>一時停止しています…</translation>
    </message>
    <message>
        <source>Waits for another document</source>
        <translation>別のドキュメントを待っています</translation>
    </message>
    <message>
        <source>Is read as soon as a model is loaded</source>
        <translation>モデルが読み込まれ次第、読み始めます</translation>
    </message>
    <message>
        <source>Reading is paused. Answers come from passages alone.</source>
        <translation>読み込みは一時停止中です。回答は該当箇所のみに基づきます。</translation>
    </message>
    <message>
        <source>Asked as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read. Ask away.</source>
        <translation>読み終えました。質問できます。</translation>
    </message>
    <message>
        <source>Could not be read. Answers come from passages alone.</source>
        <translation>読み込めませんでした。回答は該当箇所のみに基づきます。</translation>
    </message>
    <message>
        <source>Not read by this model yet</source>
        <translation>このモデルはまだ読んでいません</translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what is here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the connection broke, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished">%1。%2。%3 {1,?} {2,?}</translation>
    </message>
    <message>
        <source>%1 (file %2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder of this name already, or the name will not do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address does not end in the name of a model file, such as model.gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is switched off in the settings, under Privacy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address that can be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be asked without encryption, which Eddy does not do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends on to %1, which is not on your list of hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends round in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not have this file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives this file only to those who have signed in or agreed to its terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot give the file now; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke too often; check the network and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file there has another size than it should: it is not the one that was wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came is not the file that was wanted, and was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disk; free some and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written in the folder for models.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>eddy::InstalledModels</name>
    <message>
        <source>Starter</source>
        <translation>スターター</translation>
    </message>
    <message>
        <source>Comes with Eddy</source>
        <translation>Eddy に付属</translation>
    </message>
    <message>
        <source>Downloaded or made with Eddy</source>
        <translation>Eddy でダウンロードまたは作成</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>自分のファイル</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>%1 のもの</translation>
    </message>
    <message>
        <source>%1 a chat, however long</source>
        <translation>長さにかかわらず 1 チャットあたり %1</translation>
    </message>
    <message>
        <source>%1 a chat and %2 a token</source>
        <translation>1 チャットあたり %1、1 トークンあたり %2</translation>
    </message>
    <message>
        <source>%1 last, %2 typically</source>
        <translation>前回 %1、通常 %2</translation>
    </message>
    <message>
        <source>Its folder is not there now: perhaps on a drive that was taken out.</source>
        <translation>フォルダーが現在ありません。取り外されたドライブにあるのかもしれません。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
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
        <translation>Eddy 専用フォルダー</translation>
    </message>
</context>
<context>
    <name>eddy::ModelShelf</name>
    <message>
        <source>Looking for models…</source>
        <translation>モデルを探しています…</translation>
    </message>
    <message>
        <source>Looking into files: %1 of %2</source>
        <translation>ファイルを調べています: %1 / %2</translation>
    </message>
    <message>
        <source>What was known of models could not be read: %1</source>
        <translation>モデルの既知の情報を読み込めませんでした: %1</translation>
    </message>
    <message>
        <source>This folder is in the list already, or cannot be read.</source>
        <translation>このフォルダーはすでに一覧にあるか、読み込めません。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 はありません。</translation>
    </message>
    <message>
        <source>Eddy may not write in %1.</source>
        <translation>%1 に書き込む権限がありません。</translation>
    </message>
    <message>
        <source>%1 could not be deleted; check that you may write in its folder.</source>
        <translation>%1 を削除できませんでした。フォルダーへの書き込み権限を確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be put into the bin, so it stays where it is.</source>
        <translation>%1 をゴミ箱に入れられなかったため、そのまま残ります。</translation>
    </message>
</context>
<context>
    <name>eddy::ModelsViewModel</name>
    <message>
        <source>Starter</source>
        <translation>スターター</translation>
    </message>
    <message>
        <source>Starter: small, English, trained for a first try</source>
        <translation>スターター: 小型、英語、初めてのお試し用</translation>
    </message>
    <message>
        <source>One saved turn costs %1</source>
        <translation>保存した 1 ターンあたり %1</translation>
    </message>
    <message>
        <source>Uses %1 of memory</source>
        <translation>メモリー使用量 %1</translation>
    </message>
    <message>
        <source>Uses %1 of memory: weights %2, state %3, work %4, token tables %5</source>
        <translation>メモリー使用量 %1: 重み %2、状態 %3、作業領域 %4、トークン表 %5</translation>
    </message>
    <message>
        <source>; with a text of %L1 tokens %2</source>
        <translation>、%L1 トークンのテキストでは %2</translation>
    </message>
    <message>
        <source>The shipped model is missing</source>
        <translation>付属のモデルがありません</translation>
    </message>
    <message>
        <source>It was not found where Eddy was installed; choose a model file of your own.</source>
        <translation>Eddy のインストール先に見つかりませんでした。自分のモデルファイルを選んでください。</translation>
    </message>
    <message>
        <source>Loading was stopped</source>
        <translation>読み込みを停止しました</translation>
    </message>
    <message>
        <source>No model is loaded; choose one or try again.</source>
        <translation>モデルが読み込まれていません。選ぶか、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>eddy::NetworkSettings</name>
    <message>
        <source>%1, last on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>eddy::PaletteModel</name>
    <message>
        <source>Archived chat</source>
        <translation>アーカイブ済みチャット</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
</context>
<context>
    <name>eddy::ParallelAnswers</name>
    <message>
        <source>With a temperature of 0 the model always takes the likeliest word: all answers are the same.</source>
        <translation>温度 0 ではモデルは常に最も可能性の高い単語を選ぶため、すべての回答が同じになります。</translation>
    </message>
    <message numerus="yes">
        <source>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</source>
        <translation>
            <numerusform>%n 件の同時回答にはメモリーが %1 必要ですが、空きは %2 です。%3 件なら収まります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::PersonaLibrary</name>
    <message>
        <source>Explainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storyteller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>「%1」を削除しました</translation>
    </message>
</context>
<context>
    <name>eddy::PresetLibrary</name>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For most questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps to the likeliest words: facts, summaries, translations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories and ideas: surprising, and less repetitive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Careful and without penalties: code repeats itself on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RWKV chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RWKV creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for free writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>「%1」を削除しました</translation>
    </message>
    <message>
        <source>The preset could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no preset of Eddy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>eddy::PrivateChat</name>
    <message>
        <source>Private chat</source>
        <translation>プライベートチャット</translation>
    </message>
</context>
<context>
    <name>eddy::ReadingPlaces</name>
    <message>
        <source>page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>eddy::RereadListModel</name>
    <message numerus="yes">
        <source>%Ln tokens in %1 s, because %2.</source>
        <translation>
            <numerusform>%Ln トークンを %1 秒、理由: %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 before came from an earlier saved state.</source>
        <translation>その前の %1 トークンは、以前に保存された状態を使いました。</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Give saved states more room</source>
        <translation>保存する状態の容量を増やす</translation>
    </message>
    <message>
        <source>Kept longest</source>
        <translation>最も長く保持</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states</source>
        <translation>このチャットの状態を保持</translation>
    </message>
    <message>
        <source>Keep this model&apos;s states</source>
        <translation>このモデルの状態を保持</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
</context>
<context>
    <name>eddy::SearchViewModel</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message numerus="yes">
        <source>in %n chat(s)</source>
        <extracomment>the second half of &quot;12 places in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%n 件のチャット</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) %1</source>
        <extracomment>%1 is &quot;in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%1に %n か所</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::SidebarModel</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日間</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>それ以前</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>すべてのチャット</translation>
    </message>
</context>
<context>
    <name>eddy::StateLibraryViewModel</name>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>読み込み済みドキュメント</translation>
    </message>
    <message>
        <source>Tuned state</source>
        <translation>調整済み状態</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>保存ポイント</translation>
    </message>
    <message>
        <source>Load %1 to start a chat with it.</source>
        <translation>これでチャットを始めるには %1 を読み込んでください。</translation>
    </message>
    <message numerus="yes">
        <source>Made with %1. The model that is loaded would read its %n tokens again.</source>
        <translation>
            <numerusform>%1 で作成。現在のモデルでは %n トークンの読み直しが必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Made with %1: it does not fit the model that is loaded.</source>
        <translation>%1 で作成: 現在のモデルには合いません。</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>in memory, until the private chat is closed</source>
        <translation>メモリー内 (プライベートチャットを閉じるまで)</translation>
    </message>
    <message>
        <source>A tuned state: it has read nothing, and there is no text to show.</source>
        <translation>調整済み状態: 何も読んでいないため、表示するテキストはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message.</source>
        <translation>
            <numerusform>最初のメッセージの前に %n トークンが読み込まれています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</source>
        <translation>
            <numerusform>最初のメッセージの前に %n トークンが読み込まれています。内容は不明で、この状態を作り直すことはできません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved states, %1. They are never dropped to make room.</source>
        <translation>
            <numerusform>保存した状態 %n 件、%1。容量を空けるために消されることはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>This state does not fit the model that is loaded.</source>
        <translation>この状態は現在のモデルに合いません。</translation>
    </message>
    <message>
        <source>There is no state in this file that the loaded model could begin with.</source>
        <translation>このファイルには、現在のモデルが始められる状態がありません。</translation>
    </message>
    <message>
        <source>The file of this state is damaged or missing.</source>
        <translation>この状態のファイルが破損しているか、ありません。</translation>
    </message>
    <message>
        <source>This state was written by a newer version of Eddy.</source>
        <translation>この状態はより新しいバージョンの Eddy で書かれています。</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>「%1」をライブラリーに追加しました。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き込みました。</translation>
    </message>
</context>
<context>
    <name>eddy::StatesViewModel</name>
    <message>
        <source>Read: %1</source>
        <translation>読み込み済み: %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>ドキュメント</translation>
    </message>
    <message>
        <source>A chat that is gone</source>
        <translation>もう存在しないチャット</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>%1 of %2 in use.</source>
        <translation>%2 のうち %1 を使用。</translation>
    </message>
</context>
<context>
    <name>eddy::TimeTravel</name>
    <message>
        <source>As of turn %1 of %2</source>
        <translation>ターン %1 / %2 の時点</translation>
    </message>
    <message>
        <source>Its state is kept: nothing is read again.</source>
        <translation>状態が保持されています: 読み直しはありません。</translation>
    </message>
    <message numerus="yes">
        <source>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</source>
        <translation>
            <numerusform>プライベートチャットの状態は容量がある間メモリーに残ります: 読み直しは最大で約 %n トークンです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its state is not kept: about %n tokens are read again.</source>
        <translation>
            <numerusform>状態が保持されていません: 約 %n トークンを読み直します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TransferViewModel</name>
    <message>
        <source>Saving %1…</source>
        <translation>%1 を保存しています…</translation>
    </message>
    <message>
        <source>Checking and opening %1…</source>
        <translation>%1 を確認して開いています…</translation>
    </message>
    <message>
        <source>%1 holds no chat that Eddy knows. It opens its own chat files and those of ChatGPT, LM Studio and GPT4All.</source>
        <translation>%1 には Eddy が対応するチャットがありません。Eddy 自身のチャットファイルと ChatGPT、LM Studio、GPT4All のものを開けます。</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of Eddy. Update Eddy to open it.</source>
        <translation>%1 はより新しいバージョンの Eddy で保存されています。開くには Eddy を更新してください。</translation>
    </message>
    <message>
        <source>%1 is damaged. Nothing was taken over; get the file again from where it came from.</source>
        <translation>%1 は破損しています。何も取り込まれませんでした。入手元からもう一度取得してください。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 はもうありません。</translation>
    </message>
    <message>
        <source>%1 could not be saved: the disk is full. Free some space or choose another place.</source>
        <translation>%1 を保存できませんでした: ディスクがいっぱいです。空き容量を増やすか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>%1 could not be opened: the disk is full. Free some space and try again.</source>
        <translation>%1 を開けませんでした: ディスクがいっぱいです。空き容量を増やして、もう一度試してください。</translation>
    </message>
    <message>
        <source>%1 could not be saved there. Choose another folder.</source>
        <translation>%1 をそこに保存できませんでした。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 could not be opened. Check that you may read it, then try again.</source>
        <translation>%1 を開けませんでした。読み取り権限を確認して、もう一度試してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were taken over.</source>
        <translation>
            <numerusform>%n 件のチャットを取り込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>This chat was held with %1. With that model it goes on at once; another one reads it again first.</source>
        <translation>このチャットは %1 で行われました。そのモデルならすぐに続きます。別のモデルは先に読み直します。</translation>
    </message>
    <message>
        <source>This chat was held with %1. Another model may answer otherwise.</source>
        <translation>このチャットは %1 で行われました。別のモデルでは回答が変わることがあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n saved state(s) could not be used here; the chat is read again where they are missing.</source>
        <translation>
            <numerusform>保存された状態 %n 件はここでは使えませんでした。不足する部分は読み直されます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::UpdatesViewModel</name>
    <message>
        <source>The answer is not signed by Eddy’s publisher, so it was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is meant for a later version of Eddy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy was built without an address to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eddy %1 is the newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eddy %1 of %2 is there. This is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is Eddy %1. Nobody was asked for a newer one yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with your system’s packages: they bring the new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was built from its sources: get the new ones and build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new installer is checked after the download and lies in your models’ download list; start it when it suits you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no package for this kind of computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
