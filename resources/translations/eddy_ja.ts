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
    <name>AboveComposer</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Teal</source>
        <translation>ティール</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>ブルー</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>グリーン</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>バイオレット</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>ローズ</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>グラファイト</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>アクセントカラー</translation>
    </message>
</context>
<context>
    <name>AccessibilitySection</name>
    <message>
        <source>Accessibility</source>
        <translation>アクセシビリティ</translation>
    </message>
    <message>
        <source>Answers read aloud by a screen reader</source>
        <translation>スクリーンリーダーによる回答の読み上げ</translation>
    </message>
    <message>
        <source>Each sentence as soon as it is whole, or everything at the end. Code is only named, with its number of lines.</source>
        <translation>文が完成するたびに、または最後にまとめて読み上げます。コードは行数だけを伝えます。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>文ごと</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>最後に</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>Nothing fades, slides or pulses.</source>
        <translation>フェード、スライド、点滅をなくします。</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Download from an address</source>
        <translation>アドレスからダウンロード</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>%1 をアドレスからダウンロード</translation>
    </message>
    <message>
        <source>https://…/model.gguf</source>
        <translation>https://…/model.gguf</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>ファイルのアドレス</translation>
    </message>
    <message>
        <source>SHA-256, if its makers tell it</source>
        <translation>SHA-256 (作者が公開している場合)</translation>
    </message>
    <message>
        <source>Only https addresses. Eddy asks this host for the file and tells it nothing else.</source>
        <translation>https アドレスのみ。Eddy はこのホストにファイルを要求するだけで、他には何も伝えません。</translation>
    </message>
    <message>
        <source>Eddy will ask %1 for the file and tells it nothing else. Without a checksum the file is checked by its size and by opening it.</source>
        <translation>Eddy は %1 にファイルを要求し、他には何も伝えません。チェックサムがない場合は、サイズと、実際に開くことで確認します。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>This will not do: %1</source>
        <translation>これは使えません: %1</translation>
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
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as the text so far, up to this share.</source>
        <translation>これまでのテキストと同程度に意外な単語を、この割合まで優先します。</translation>
    </message>
</context>
<context>
    <name>AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>Processor threads to compute with. The model is loaded again with the new number.</source>
        <translation>計算に使うプロセッサーのスレッド数。新しい数でモデルを読み込み直します。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Begin anew with the settings</source>
        <translation>設定を最初からやり直す</translation>
    </message>
    <message>
        <source>Chats, models, presets, personas, keys, hosts and the data folder stay as they are.</source>
        <translation>チャット、モデル、プリセット、ペルソナ、キー、ホスト、データフォルダーはそのままです。</translation>
    </message>
    <message>
        <source>Put all settings back…</source>
        <translation>すべての設定を元に戻す…</translation>
    </message>
    <message>
        <source>Put all settings back?</source>
        <translation>すべての設定を元に戻しますか？</translation>
    </message>
    <message>
        <source>Appearance, language, generation, devices and notifications will be as after the first start, at once.</source>
        <translation>外観、言語、生成、デバイス、通知がすぐに初回起動時の状態に戻ります。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Put all settings back</source>
        <translation>すべての設定を元に戻す</translation>
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
    <message>
        <source>Token probabilities…</source>
        <translation>トークンの確率…</translation>
    </message>
</context>
<context>
    <name>AnswerShape</name>
    <message>
        <source>Shape of the answer</source>
        <translation>回答の形式</translation>
    </message>
    <message>
        <source>Makes the model write only what fits, to the last character. Good for data that another program reads.</source>
        <translation>モデルが最後の 1 文字まで形式に合うものだけを書くようにします。別のプログラムが読むデータに適します。</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>解放</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON スキーマ</translation>
    </message>
    <message>
        <source>Grammar (GBNF)</source>
        <translation>文法 (GBNF)</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>文法</translation>
    </message>
</context>
<context>
    <name>AnswerSliders</name>
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
        <source>Fewer controls</source>
        <translation>項目を減らす</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>その他の項目</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Some models think before they answer. Where a model lets that be chosen, it can be switched off or on.</source>
        <translation>回答の前に思考するモデルがあります。モデルが選択を許す場合は、オンとオフを切り替えられます。</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>モデルに任せる</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Longest thinking</source>
        <translation>思考の長さの上限</translation>
    </message>
    <message>
        <source>In tokens. Then its thinking is ended and the model answers.</source>
        <translation>トークン単位。これを過ぎると思考を終わらせ、モデルが回答します。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>制限なし</translation>
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
        <source>Accent colour</source>
        <translation>アクセントカラー</translation>
    </message>
    <message>
        <source>Of buttons, links and what is chosen.</source>
        <translation>ボタン、リンク、選択中の項目の色です。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How much room there is between things.</source>
        <translation>要素どうしの間隔です。</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>ゆったり</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>コンパクト</translation>
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
        <translation>特定のページから質問</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>この時点:</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>時点: %1</translation>
    </message>
    <message>
        <source>Ask as of %1</source>
        <translation>この時点で質問: %1</translation>
    </message>
    <message>
        <source>A new chat with the state that was kept at the end of %1</source>
        <translation>次の終わりで保存された状態から新しいチャットを始めます: %1</translation>
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
    <message>
        <source>Model</source>
        <translation>モデル</translation>
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
    <name>CatalogueCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>By address…</source>
        <translation>アドレスから…</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 をダウンロード</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>%1 をアドレスからダウンロード</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>ライセンス: %1</translation>
    </message>
    <message>
        <source>Licence: %1 · %2</source>
        <translation>ライセンス: %1 · %2</translation>
    </message>
    <message>
        <source>Address and checksum not known: get it where its makers publish it.</source>
        <translation>アドレスとチェックサムは不明です。作者の公開場所から入手してください。</translation>
    </message>
    <message>
        <source>Address and checksum not known. Published by: %1</source>
        <translation>アドレスとチェックサムは不明です。公開元: %1</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Search the catalogue</source>
        <translation>カタログを検索</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>収まるもの</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>再帰型のみ</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>An address to update from can be set in the settings, under Privacy</source>
        <translation>更新元のアドレスは設定の「プライバシー」で指定できます</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>新しいカタログを問い合わせています…</translation>
    </message>
    <message>
        <source>%1. Sizes and licences as published; read a model&apos;s card before you use it.</source>
        <translation>%1。サイズとライセンスは公開情報のとおり。使う前にモデルの説明を読んでください。</translation>
    </message>
    <message>
        <source>Catalogue of models</source>
        <translation>モデルのカタログ</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>該当するものはありません</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>このチャット内を検索</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>ドキュメントを追加</translation>
    </message>
    <message>
        <source>Persona and answers of this chat</source>
        <translation>このチャットのペルソナと回答</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>このチャットをさかのぼる</translation>
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
        <source>Open chat files</source>
        <translation>チャットファイルを開く</translation>
    </message>
    <message>
        <source>Save this chat as a file</source>
        <translation>このチャットをファイルに保存</translation>
    </message>
    <message>
        <source>Save all chats as files</source>
        <translation>すべてのチャットをファイルに保存</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>このチャットを印刷</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>プライベートチャット</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>削除を元に戻す</translation>
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
    <name>ChatPages</name>
    <message>
        <source>%1, %2</source>
        <comment>who said it, and when</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page numbers</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ChatStyleBar</name>
    <message>
        <source>Own instructions</source>
        <translation>独自の指示</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>ペルソナを選択</translation>
    </message>
    <message>
        <source>Persona of this chat: %1</source>
        <translation>このチャットのペルソナ: %1</translation>
    </message>
    <message>
        <source>Answers as in general</source>
        <translation>回答は全般の設定どおり</translation>
    </message>
    <message>
        <source>How this chat is answered</source>
        <translation>このチャットの回答方法</translation>
    </message>
    <message>
        <source>Answers of this chat: %1</source>
        <translation>このチャットの回答: %1</translation>
    </message>
</context>
<context>
    <name>ChatStyleDialog</name>
    <message>
        <source>This chat</source>
        <translation>このチャット</translation>
    </message>
    <message>
        <source>Persona and instructions</source>
        <translation>ペルソナと指示</translation>
    </message>
    <message>
        <source>Instructions for this chat</source>
        <translation>このチャットへの指示</translation>
    </message>
    <message>
        <source>Empty: the general instructions of the settings</source>
        <translation>空欄: 設定にある全般の指示</translation>
    </message>
    <message>
        <source>Use these instructions</source>
        <translation>この指示を使う</translation>
    </message>
    <message>
        <source>Use them and read again</source>
        <translation>使って読み直す</translation>
    </message>
    <message>
        <source>Save as a persona…</source>
        <translation>ペルソナとして保存…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>「%1」を削除</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Counts from the next answer on.</source>
        <translation>次の回答から有効です。</translation>
    </message>
    <message>
        <source>As in general</source>
        <translation>全般と同じ</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>独自</translation>
    </message>
    <message>
        <source>Save the instructions as a persona</source>
        <translation>指示をペルソナとして保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
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
    <message>
        <source>Tool call</source>
        <translation>ツール呼び出し</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>ツールの結果</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1：%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>さらに %n 個の部分を表示</numerusform>
        </translation>
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
    <message>
        <source>Show it</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>折りたたむ</translation>
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
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>送信 (Enter)</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>ドキュメントを添付</translation>
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
    <name>DeviceCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選択済み</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Run models on %1</source>
        <translation>%1 でモデルを実行</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>セルフテスト</translation>
    </message>
    <message>
        <source>Compares every operation with a plain calculation</source>
        <translation>すべての演算を単純な計算と比べます</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 をテスト</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>計測</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>%1 を計測</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Software driver, through %1</source>
        <translation>ソフトウェアドライバー、%1 経由</translation>
    </message>
    <message>
        <source>Graphics of the processor, through %1</source>
        <translation>プロセッサー内蔵グラフィックス、%1 経由</translation>
    </message>
    <message>
        <source>Virtual graphics, through %1</source>
        <translation>仮想グラフィックス、%1 経由</translation>
    </message>
    <message>
        <source>Graphics card, through %1</source>
        <translation>グラフィックボード、%1 経由</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>メモリー %2 のうち %1 が空き</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>メモリー %1</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>ドライバー %1</translation>
    </message>
    <message>
        <source>Reads %1 of weights a second when it writes; %2 billion operations a second when it reads</source>
        <translation>書くときは毎秒 %1 の重みを読み、読むときは毎秒 %2×10 億回演算します</translation>
    </message>
    <message>
        <source>The last test ended early: %1</source>
        <translation>前回のテストは途中で終わりました: %1</translation>
    </message>
    <message numerus="yes">
        <source>Self-test: %n operation(s) computed wrongly: %1</source>
        <translation>
            <numerusform>セルフテスト: %n 個の演算が誤り: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right, %1 that only some models need are missing</source>
        <translation>
            <numerusform>セルフテスト: %n 個の演算がすべて正しく、一部のモデルだけが使う %1 個がありません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right</source>
        <translation>
            <numerusform>セルフテスト: %n 個の演算がすべて正しい</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>使えません: %1</translation>
    </message>
    <message>
        <source>Not used by itself: its self-test found wrong results. Update its driver and test it again.</source>
        <translation>自動では使いません: セルフテストで誤った結果が出ました。ドライバーを更新して、もう一度テストしてください。</translation>
    </message>
    <message>
        <source>Not used by itself: this driver computes on the processor, more slowly than Eddy does.</source>
        <translation>自動では使いません: このドライバーはプロセッサーで計算し、Eddy より遅くなります。</translation>
    </message>
    <message>
        <source>Too little memory for %1, which needs %2.</source>
        <translation>%1 には %2 のメモリーが要りますが、足りません。</translation>
    </message>
    <message>
        <source>%1 of %2 layers of %3 lie here</source>
        <translation>%3 の全 %2 層のうち %1 層がここにあります</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>チャットに戻る</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>デバイスを探し直す</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>すべて計測</translation>
    </message>
    <message>
        <source>Takes a few seconds a device. Answers go first: a question stops it.</source>
        <translation>デバイスごとに数秒。回答が優先で、質問すると止まります。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>モデルを実行する場所</translation>
    </message>
    <message>
        <source>Chosen automatically among the processor and the graphics cards.</source>
        <translation>プロセッサーとグラフィックボードから自動で選びます。</translation>
    </message>
    <message>
        <source>On the device that you chose.</source>
        <translation>選んだデバイスで実行します。</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>デバイス…</translation>
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
    <message>
        <source>Stop reading and forget what was read</source>
        <translation>読み込みを中止し、読んだ内容を破棄</translation>
    </message>
    <message>
        <source>Once more shows the next document</source>
        <translation>もう一度押すと次の文書を表示</translation>
    </message>
    <message>
        <source>Show next text</source>
        <translation>次の文書を表示</translation>
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
        <translation>PDF、Word、電子書籍、ウェブページ、メール、表、コード、テキスト、それらのフォルダー、または選択したテキスト</translation>
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
        <translation>他と一緒に読む</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>除く</translation>
    </message>
    <message>
        <source>Read %1 together with others</source>
        <translation>%1 を他と一緒に読む</translation>
    </message>
    <message>
        <source>Leave %1 out, it is number %2</source>
        <translation>%1 を除く (現在 %2 番目)</translation>
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
    <message>
        <source>Next document of this chat</source>
        <translation>このチャットの次の文書</translation>
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
    <message>
        <source>The file keeps changing</source>
        <translation>ファイルが変わり続けています</translation>
    </message>
    <message>
        <source>Another program is writing it. Wait until it has finished, or drop a copy of the file.</source>
        <translation>別のプログラムが書き込んでいます。終わるまで待つか、ファイルのコピーをドロップしてください。</translation>
    </message>
    <message>
        <source>Its text could not be saved</source>
        <translation>テキストを保存できませんでした</translation>
    </message>
    <message>
        <source>Check that there is free space where Eddy keeps its data (Settings, Storage), then drop the file again.</source>
        <translation>Eddy がデータを保存する場所（設定、ストレージ）に空きがあるか確かめて、もう一度ファイルをドロップしてください。</translation>
    </message>
    <message>
        <source>It ends too early, contradicts itself or is not what its name says. Fetch it again, or open and save it with another program.</source>
        <translation>途中で終わっているか、内容が矛盾しているか、名前と中身が違います。もう一度取得するか、別のプログラムで開いて保存し直してください。</translation>
    </message>
    <message>
        <source>It unpacks to more, or nests deeper, than a document may. Split it and drop the parts.</source>
        <translation>展開後の大きさ、または入れ子の深さが文書の上限を超えています。分割してからドロップしてください。</translation>
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
        <translation>クリップボードを読む</translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation>別のプログラムでコピーしたファイルまたはテキスト (Ctrl+V)</translation>
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
    <name>DownloadList</name>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 を続ける</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 を一時停止</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 をこの一覧から外す</translation>
    </message>
    <message>
        <source>Give up %1 and delete what has come</source>
        <translation>%1 を中止し、受信分を削除</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Allow %1 and go on</source>
        <translation>%1 を許可して続ける</translation>
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
    <message>
        <source>What is this about?</source>
        <translation>これは何についての文書ですか？</translation>
    </message>
    <message>
        <source>What are the most important points?</source>
        <translation>最も重要な点は何ですか？</translation>
    </message>
    <message>
        <source>Which people and places are named?</source>
        <translation>どんな人物や場所が出てきますか？</translation>
    </message>
    <message>
        <source>What is said at the end?</source>
        <translation>最後には何が書かれていますか？</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>何を知りたいですか？</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>One passphrase for chats, documents and saved states. Eddy asks for it at every start.</source>
        <translation>チャット、ドキュメント、保存した状態に共通のパスフレーズ。Eddy の起動時に毎回尋ねます。</translation>
    </message>
    <message>
        <source>Everything is encrypted</source>
        <translation>すべて暗号化されています</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>暗号化されていません</translation>
    </message>
    <message>
        <source>Whoever has the disk cannot read it without the passphrase. While Eddy runs, it is open.</source>
        <translation>ディスクを手に入れても、パスフレーズなしでは読めません。Eddy の実行中は開いています。</translation>
    </message>
    <message>
        <source>Whoever can read the data folder can read your chats. Without the passphrase nobody can open it again, you neither.</source>
        <translation>データフォルダーを読める人はチャットも読めます。暗号化すると、パスフレーズなしでは誰も (あなたも) 二度と開けません。</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>暗号化…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>今すぐロック</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>パスフレーズを変更</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>オフにする…</translation>
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
    <message>
        <source>%1: %2</source>
        <extracomment>An error&apos;s title, and the sentence that explains it.</extracomment>
        <translation>%1：%2</translation>
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
        <translation>表示中の分岐を、どのブラウザーでも開けるページにします。よそからは何も読み込みません。</translation>
    </message>
    <message>
        <source>The branch on show laid out on paper, to print or to pass on.</source>
        <translation>表示中の分岐を紙面に組みます。印刷や受け渡しに。</translation>
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
            <numerusform>%n 件のチャットをファイルに保存</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>A folder for the chats</source>
        <translation>チャットを入れるフォルダー</translation>
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
        <source>Instructions for the model</source>
        <translation>モデルへの指示</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>For every chat that has no settings of its own. Changes count from the next answer on.</source>
        <translation>独自の設定がないすべてのチャット用です。変更は次の回答から有効です。</translation>
    </message>
    <message>
        <source>%1 has values of its own, which count instead of these while it is loaded.</source>
        <translation>%1 には独自の値があり、読み込まれている間はこれらに代わって使われます。</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation that has no instructions of its own.</source>
        <translation>独自の指示がない新しい会話の最初に毎回読み込まれます。</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>トークンの確率</translation>
    </message>
    <message>
        <source>Keeps, for the last answers and in memory alone, how likely every word was and what else could have stood there. See the menu of an answer.</source>
        <translation>最近の回答について、各単語の確率と他の候補をメモリーにのみ保持します。回答のメニューから見られます。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Keep for %1 alone</source>
        <translation>%1 だけに適用</translation>
    </message>
    <message>
        <source>These values count whenever this model is loaded; others go on with the general ones</source>
        <translation>このモデルの読み込み中は常にこの値を使い、他のモデルは全般の値を使います</translation>
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
    <name>LanguageSetting</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Texts, numbers and dates change at once. A notice on show keeps its words.</source>
        <translation>テキスト、数値、日付はすぐに切り替わります。表示中の通知はそのままです。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
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
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <translation>数式: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy the formula as TeX</source>
        <translation>数式を TeX でコピー</translation>
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
    <message>
        <source>Copy, or drag the text to another window</source>
        <translation>コピー、または文章を別のウィンドウへドラッグ</translation>
    </message>
</context>
<context>
    <name>MessageBlocks</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>さらに %n 個の部分を表示</numerusform>
        </translation>
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
    <name>MessagePicture</name>
    <message>
        <source>Picture that cannot be shown: %1</source>
        <translation>表示できない画像: %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>画像: %1</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>表示できません</translation>
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
    <name>ModelChoice</name>
    <message>
        <source>%1, in use</source>
        <translation>%1（使用中）</translation>
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
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Search by name, kind or place</source>
        <translation>名前、種類、場所で検索</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>このコンピューターのモデル</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
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
    <message>
        <source>From an address…</source>
        <translation>アドレスから…</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>カタログ</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
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
    <name>NotebookPage</name>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>チャットに戻る (Esc)</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>ノートブック</translation>
    </message>
    <message>
        <source>The model goes on where the text ends. Its state is kept: going on reads nothing again, and a change reads only from the last completion before it.</source>
        <translation>モデルはテキストの終わりから続けます。状態は保持されるため、続けるときの読み直しはなく、変更時もその直前の補完からだけ読み直します。</translation>
    </message>
    <message>
        <source>Text of the notebook</source>
        <translation>ノートブックのテキスト</translation>
    </message>
    <message>
        <source>Write the beginning of a text…</source>
        <translation>テキストの書き出しを入力…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>補完</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Undo completion</source>
        <translation>補完を元に戻す</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Hide the controls</source>
        <translation>項目を隠す</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>項目</translation>
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
        <translation>温度</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>繰り返しを減らす</translation>
    </message>
    <message>
        <source>Tokens at once</source>
        <translation>1 回のトークン数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Stop at (one on each line)</source>
        <translation>停止する文字列 (1 行に 1 つ)</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止する文字列</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>When something long has ended</source>
        <translation>時間のかかる処理が終わったとき</translation>
    </message>
    <message>
        <source>An answer that took a while, or the reading of documents; only while Eddy is not the active window.</source>
        <translation>時間のかかった回答やドキュメントの読み込み。Eddy が前面のウィンドウでないときだけです。</translation>
    </message>
    <message>
        <source>Notify when something long has ended</source>
        <translation>時間のかかる処理が終わったら通知</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>トレイのアイコン</translation>
    </message>
    <message>
        <source>Where the desktop has a tray: opens the window, begins a chat, quits. Closing the window still ends Eddy.</source>
        <translation>トレイのあるデスクトップで、ウィンドウを開く、チャットを始める、終了するのに使えます。ウィンドウを閉じると Eddy は終了します。</translation>
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
    <name>PageActions</name>
    <message>
        <source>Search all chats</source>
        <translation>すべてのチャットを検索</translation>
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
        <source>Notebook</source>
        <translation>ノートブック</translation>
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
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>今すぐロック</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>Eddy について</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
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
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypt chats, documents and saved states</source>
        <translation>チャット、ドキュメント、保存した状態を暗号化</translation>
    </message>
    <message>
        <source>Turn encryption off</source>
        <translation>暗号化をオフにする</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>パスフレーズを変更</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation>互いに関係のない 4 つ以上の単語は、覚えやすく推測されにくくなります。</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>%1 文字以上。</translation>
    </message>
    <message>
        <source>Short: quickly guessed by a machine.</source>
        <translation>短い: 機械ですぐに推測されます。</translation>
    </message>
    <message>
        <source>Fair. Another word would make it much harder to guess.</source>
        <translation>普通。単語をもう 1 つ加えると、ずっと推測されにくくなります。</translation>
    </message>
    <message>
        <source>Long enough, if nobody else would think of it.</source>
        <translation>他の人が思いつかないものなら十分な長さです。</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open your conversations again, you neither: there is no second key. Keep it where you will find it. Everything is written anew, which takes a while and as much free space as it has now.</source>
        <translation>パスフレーズがなければ、誰も (あなたも) 会話を二度と開けません。予備の鍵はありません。必ず見つかる場所に保管してください。すべてが書き直されるため、時間と、現在の使用量と同じだけの空き容量が必要です。</translation>
    </message>
    <message>
        <source>Everything is written anew without encryption. Whoever can read the data folder can read your chats then.</source>
        <translation>すべてが暗号化なしで書き直されます。その後はデータフォルダーを読める人がチャットも読めます。</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>現在のパスフレーズ</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新しいパスフレーズ</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>新しいパスフレーズ (確認)</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>2 つが一致しません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>%n 秒お待ちください</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>パスフレーズを隠す</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>パスフレーズを表示</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock がオンのようです。</translation>
    </message>
</context>
<context>
    <name>PersonaChooser</name>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>ペルソナなし</translation>
    </message>
    <message>
        <source>Persona %1</source>
        <translation>ペルソナ %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Picture: %1</source>
        <translation>画像: %1</translation>
    </message>
    <message>
        <source>[Picture: %1. It is not in this chat.]</source>
        <translation>[画像: %1。このチャットにはありません。]</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: %1</source>
        <translation>画像: %1</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 は表示できません</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 cannot be read. Check that it is still there and that you may open it.</source>
        <translation>%1 を読み取れません。まだそこにあり、開く権限があるか確認してください。</translation>
    </message>
    <message>
        <source>%1 is too large: a picture may have 20 MB, 64 million pixels and 20,000 pixels a side. Save it smaller and add it again.</source>
        <translation>%1 は大きすぎます。画像は 20 MB、6400 万画素、一辺 20,000 画素までです。小さく保存してからもう一度追加してください。</translation>
    </message>
    <message>
        <source>%1 is damaged, or is no picture. PNG, JPEG, GIF, WebP and BMP can be added.</source>
        <translation>%1 は壊れているか、画像ではありません。PNG、JPEG、GIF、WebP、BMP を追加できます。</translation>
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
    <name>PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>A set of values for a purpose. Moving a control below makes it your own.</source>
        <translation>目的に合わせた値の組です。下の項目を動かすと独自の値になります。</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>独自の値</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>プリセット: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Save these values as…</source>
        <translation>これらの値を保存…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Export as a file…</source>
        <translation>ファイルにエクスポート…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>ファイルからインポート…</translation>
    </message>
    <message>
        <source>Save these values as a preset</source>
        <translation>これらの値をプリセットとして保存</translation>
    </message>
    <message>
        <source>The name of one of your presets replaces it. A fixed seed is not saved.</source>
        <translation>既存のプリセットと同じ名前にすると置き換わります。固定シードは保存されません。</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>プリセットの名前を変更</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>プリセットをエクスポート</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>プリセット (*.json)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>プリセットをインポート</translation>
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
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>Eddy sends nothing anywhere. It asks the network only for a model or a catalogue that you want, and only these hosts.</source>
        <translation>Eddy はどこにも何も送りません。ネットワークを使うのは、必要なモデルやカタログのためだけで、相手はこれらのホストだけです。</translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation>ネットワークを一切使わない</translation>
    </message>
    <message>
        <source>No request is possible, whatever else is set. What runs is stopped at once.</source>
        <translation>他の設定にかかわらず、要求はできません。実行中のものはすぐに停止します。</translation>
    </message>
    <message>
        <source>Hosts that may be asked</source>
        <translation>接続を許可するホスト</translation>
    </message>
    <message>
        <source>None yet. A host comes onto the list when you download from it, and can be taken off again.</source>
        <translation>まだありません。ダウンロードするとホストが一覧に加わり、後で外せます。</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 を一覧から外す</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>ホストを追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>システムと同じ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP プロキシ</translation>
    </message>
    <message>
        <source>SOCKS proxy</source>
        <translation>SOCKS プロキシ</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>ホスト:ポート</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>ミラー</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>https アドレス、または空欄</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>カタログ</translation>
    </message>
    <message>
        <source>Where a newer catalogue of models is asked for, when you press Update there. Only a rightly signed one is taken.</source>
        <translation>カタログで「更新」を押したときに新しいモデルのカタログを問い合わせる場所。正しく署名されたものだけを使います。</translation>
    </message>
    <message>
        <source>Asked so far</source>
        <translation>これまでの接続先</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>An address that stands in for huggingface.co, such as https://hf-mirror.com.</source>
        <translation>huggingface.co の代わりになるアドレス（例：https://hf-mirror.com）。</translation>
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
    <name>ProblemList</name>
    <message>
        <source>Dismiss all</source>
        <translation>すべて閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) about files</source>
        <translation>
            <numerusform>ファイルについてのメッセージ %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantiseDialog</name>
    <message>
        <source>A smaller copy of %1</source>
        <translation>%1 の小さいコピー</translation>
    </message>
    <message>
        <source>Fewer bits for each number: less memory, faster answers, a little less exact. The model itself stays as it is.</source>
        <translation>数値ごとのビット数を減らします: メモリーが減り、回答が速くなり、正確さが少し下がります。元のモデルはそのままです。</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>重みの形式</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>コピーを作成</translation>
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
    <message>
        <source>Save as files</source>
        <translation>ファイルに保存</translation>
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
    <name>ShortcutRow</name>
    <message>
        <source>Press a key…</source>
        <translation>キーを押してください…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1: キーなし</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>キーを変更</translation>
    </message>
    <message>
        <source>Take the key of “%1” away</source>
        <translation>「%1」のキーを外す</translation>
    </message>
    <message>
        <source>“%1” without a key, as usual</source>
        <translation>「%1」を元どおりキーなしにする</translation>
    </message>
    <message>
        <source>Back to %1 for “%2”</source>
        <translation>「%2」を %1 に戻す</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>すべてのコマンドを表示</translation>
    </message>
    <message>
        <source>All back to the usual keys</source>
        <translation>すべて元のキーに戻す</translation>
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
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
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
    <message>
        <source>Hide the summary</source>
        <translation>要約を隠す</translation>
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
    <name>ThinkingBlock</name>
    <message numerus="yes">
        <source>Thinking for %n second(s)</source>
        <translation>
            <numerusform>%n 秒間思考中</numerusform>
        </translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message numerus="yes">
        <source>Thought for about %n second(s)</source>
        <translation>
            <numerusform>約 %n 秒間思考しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought before it answered</source>
        <translation>回答の前に思考しました</translation>
    </message>
    <message>
        <source>Shown; press to fold it</source>
        <translation>表示中。押すと折りたたみます</translation>
    </message>
    <message>
        <source>Folded; press to read it</source>
        <translation>折りたたみ中。押すと読めます</translation>
    </message>
</context>
<context>
    <name>ThinkingWords</name>
    <message>
        <source>What the model thought</source>
        <translation>モデルの思考</translation>
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
        <translation>一緒に読む</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Read %1 earlier</source>
        <translation>%1 を先に読む</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 を除く</translation>
    </message>
    <message>
        <source>The model reads them one after another, in this order.</source>
        <translation>モデルはこの順序で順番に読みます。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>TokenChancesDialog</name>
    <message>
        <source>How likely the words were</source>
        <translation>各単語の確率</translation>
    </message>
    <message>
        <source>What the model thought before temperature and the like. The stronger the mark, the less likely the word was. Move with the pointer or the arrow keys.</source>
        <translation>温度などを適用する前のモデルの判断です。印が濃いほど、その単語の確率は低くなります。ポインターまたは矢印キーで移動します。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 % · log %2</source>
        <translation>%1% · log %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>“%1”: %2 %</source>
        <translation>「%1」: %2%</translation>
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
    <name>TrayIcon</name>
    <message>
        <source>Show Eddy</source>
        <translation>Eddy を表示</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>UndoToasts</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>会話はロックされています</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>パスフレーズを確認中</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>%n 秒お待ちください</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>忘れました</translation>
    </message>
    <message>
        <source>Open another data folder…</source>
        <translation>別のデータフォルダーを開く…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody keeps a second key, and Eddy cannot make one. Try the ways you usually write it. If it is lost, these conversations are lost; with another data folder you begin anew, and this one stays as it is.</source>
        <translation>パスフレーズなしで元に戻す方法はありません。予備の鍵は誰も持っておらず、Eddy にも作れません。いつもの書き方を試してください。失われた場合、これらの会話も失われます。別のデータフォルダーで新しく始めることができ、このフォルダーはそのまま残ります。</translation>
    </message>
    <message>
        <source>Open another data folder</source>
        <translation>別のデータフォルダーを開く</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Asking sends nothing but the request itself to %1.</source>
        <translation>問い合わせそのもの以外、%1 には何も送られません。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>変更点: %1</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>1 日 1 回確認</translation>
    </message>
    <message>
        <source>Off until you switch it on.</source>
        <translation>有効にするまでオフです。</translation>
    </message>
    <message>
        <source>Look for updates once a day</source>
        <translation>更新を 1 日 1 回確認</translation>
    </message>
    <message>
        <source>Version %1 is still here</source>
        <translation>バージョン %1 がまだあります</translation>
    </message>
    <message>
        <source>Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.</source>
        <translation>戻すと Eddy を終了してそのバージョンを起動します。会話は残り、新しいバージョンでしか読めないものはそこで示されます。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>元に戻す</translation>
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
    <name>ViewActions</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>サイドバーの表示/非表示</translation>
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
</context>
<context>
    <name>WaitingPictures</name>
    <message>
        <source>Take %1 away</source>
        <translation>%1 を取り除く</translation>
    </message>
    <message>
        <source>No model here can see pictures: it reads your words alone. The pictures are kept with your message, for you.</source>
        <translation>ここのモデルは画像を見ることができず、文章だけを読みます。画像はあなたのためにメッセージと一緒に保存されます。</translation>
    </message>
    <message>
        <source>Adding a picture…</source>
        <translation>画像を追加しています…</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Welcome to Eddy</source>
        <translation>Eddy へようこそ</translation>
    </message>
    <message>
        <source>A small model is loaded already: write below and it answers.</source>
        <translation>小さなモデルがすでに読み込まれています。下に書くと回答します。</translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation>すぐに続けられる</translation>
    </message>
    <message>
        <source>What the model has read is kept beside the text. Every chat goes on where it was, after any restart, without being read again.</source>
        <translation>モデルが読んだ内容はテキストと一緒に保存されます。どのチャットも、再起動後に読み直さずその続きから始まります。</translation>
    </message>
    <message>
        <source>Reads documents</source>
        <translation>ドキュメントを読む</translation>
    </message>
    <message>
        <source>Drop a document on the window: it is read once, then every question starts from there, with the passages it came from.</source>
        <translation>ウィンドウにドキュメントをドロップすると一度だけ読み、以後の質問はすべてそこから始まり、出典の箇所が示されます。</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>ここに残る</translation>
    </message>
    <message>
        <source>Models run on this computer. What you write and read is kept in one folder of yours and sent nowhere.</source>
        <translation>モデルはこのコンピューターで動きます。書いたものも読んだものも自分のフォルダー 1 つに保存され、どこにも送られません。</translation>
    </message>
    <message>
        <source>The starter is very small and speaks English alone: it makes small talk, answers questions about Eddy, from a short text and about what it was just told, and edits a sentence. It knows little, forgets after a few hundred words and makes things up; for real use take a larger model.</source>
        <translation>スターターは非常に小さく、英語しか話せません。雑談をし、Eddy や短いテキスト、直前に伝えた内容についての質問に答え、文を手直しします。知識は少なく、数百語で忘れ、作り話をします。実用にはより大きなモデルを使ってください。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>データ: %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Look at models</source>
        <translation>モデルを見る</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>Download that model</source>
        <translation>そのモデルをダウンロード</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Add documents</source>
        <translation>ドキュメントを追加</translation>
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
    <message>
        <source>Show the sidebar</source>
        <translation>サイドバーを表示</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
</context>
<context>
    <name>eddy::AnswerAnnouncer</name>
    <message>
        <source>Stopped here.</source>
        <translation>ここで停止しました。</translation>
    </message>
</context>
<context>
    <name>eddy::CatalogueModel</name>
    <message>
        <source>The catalogue that was fetched is not rightly signed and was left aside.</source>
        <translation>取得したカタログの署名が正しくないため、使いませんでした。</translation>
    </message>
    <message>
        <source>Catalogue of %1</source>
        <translation>%1 のカタログ</translation>
    </message>
    <message>
        <source>%1 in use per token</source>
        <translation>1 トークンあたり %1 を使用</translation>
    </message>
    <message>
        <source>%1 in 16 bits</source>
        <translation>16 ビットで %1</translation>
    </message>
    <message>
        <source>about %1 in 16 bits</source>
        <translation>16 ビットで約 %1</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>言語は不明</translation>
    </message>
    <message>
        <source>languages: %1</source>
        <translation>言語: %1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>収まります</translation>
    </message>
    <message>
        <source>fits with 4-bit weights</source>
        <translation>4 ビットの重みなら収まります</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>このコンピューターには大きすぎます</translation>
    </message>
    <message>
        <source>State: %1 a chat and %2 a token</source>
        <translation>状態: 1 チャットあたり %1、1 トークンあたり %2</translation>
    </message>
    <message>
        <source>State: %1 a chat</source>
        <translation>状態: 1 チャットあたり %1</translation>
    </message>
    <message>
        <source>Where this model can be fetched is not known.</source>
        <translation>このモデルの入手先は不明です。</translation>
    </message>
    <message>
        <source>The catalogue there is for a newer version of Eddy.</source>
        <translation>そこのカタログはより新しいバージョンの Eddy 用です。</translation>
    </message>
    <message>
        <source>What came is not rightly signed; the catalogue stays as it was.</source>
        <translation>届いたものの署名が正しくありません。カタログはそのままです。</translation>
    </message>
    <message>
        <source>What came is no catalogue; the one here stays as it was.</source>
        <translation>届いたものはカタログではありません。現在のものはそのままです。</translation>
    </message>
    <message>
        <source>The catalogue there is older than the one here.</source>
        <translation>そこのカタログは現在のものより古いものです。</translation>
    </message>
    <message>
        <source>The catalogue is up to date.</source>
        <translation>カタログは最新です。</translation>
    </message>
    <message>
        <source>The catalogue is up to date, but could not be kept for the next start.</source>
        <translation>カタログは最新ですが、次回の起動用に保存できませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is in this catalogue.</source>
        <translation>%1（%2）、%3 から。チェックサムはこのカタログにあります。</translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is the host&apos;s own word.</source>
        <translation>%1（%2）、%3 から。チェックサムはホスト自身の申告です。</translation>
    </message>
    <message>
        <source>%1 from %2. Its checksum is in this catalogue.</source>
        <translation>%1、%2 から。チェックサムはこのカタログにあります。</translation>
    </message>
    <message>
        <source>%1 from %2. Size and checksum are the host&apos;s own word.</source>
        <translation>%1、%2 から。サイズとチェックサムはホスト自身の申告です。</translation>
    </message>
</context>
<context>
    <name>eddy::ChatExporter</name>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
</context>
<context>
    <name>eddy::ChatPictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message numerus="yes">
        <source>A message holds at most %n picture(s). Send it, or take one away.</source>
        <translation>
            <numerusform>1 つのメッセージに入る画像は %n 枚までです。送信するか、1 枚取り除いてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message>
        <source>Own settings</source>
        <translation>独自の設定</translation>
    </message>
    <message>
        <source>This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.</source>
        <translation>このチャットはドキュメントまたは保存した状態から始まります。そこで読んだ内容が先頭にあるため、指示は読まれません。</translation>
    </message>
    <message>
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start.</source>
        <translation>指示は先頭に置かれるため、モデルはこの会話を最初から読み直します。</translation>
    </message>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation>
            <numerusform>指示は先頭に置かれるため、モデルはこの会話を最初から読み直します: %n トークン。</numerusform>
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
    <message>
        <source>**You**</source>
        <translation>**あなた**</translation>
    </message>
    <message>
        <source>**Model**</source>
        <translation>**モデル**</translation>
    </message>
</context>
<context>
    <name>eddy::CodePieces</name>
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
    <name>eddy::DevicesViewModel</name>
    <message>
        <source>The fastest of those measured here: %1</source>
        <translation>計測した中で最速: %1</translation>
    </message>
    <message>
        <source>A graphics card where there is one, else the processor. Measuring tells which is faster.</source>
        <translation>グラフィックボードがあればそれを、なければプロセッサーを使います。計測すると速いほうがわかります。</translation>
    </message>
    <message>
        <source>There is nothing to choose from: only one device here is fit for it.</source>
        <translation>選ぶ余地はありません: 使えるデバイスは 1 つだけです。</translation>
    </message>
    <message>
        <source>The chosen device is not there at the moment; the automatic choice stands in for it.</source>
        <translation>選んだデバイスは今ありません。自動の選択で代わりに実行します。</translation>
    </message>
    <message>
        <source>Testing every operation on %1…</source>
        <translation>%1 ですべての演算をテストしています…</translation>
    </message>
    <message>
        <source>Measuring %1…</source>
        <translation>%1 を計測しています…</translation>
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
        <translation>これはネットワーク上にあります</translation>
    </message>
    <message>
        <source>Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that.</source>
        <translation>Eddy は自分では何も取得しません。保存してそのファイルをドロップするか、テキストを選択してドラッグしてください。</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>ドロップされたもの</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>テキストが含まれていません</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation>ファイル、または別のプログラムで選択したテキストをドロップしてください。</translation>
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
        <translation>質問した時点: %1</translation>
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
    <message>
        <source>%1, page %2</source>
        <translation>%1、%2 ページ</translation>
    </message>
    <message>
        <source>Reading was stopped. Answers come from passages alone.</source>
        <translation>読み込みは中止されました。回答は該当箇所のみに基づきます。</translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message>
        <source>less than a minute left</source>
        <translation>残り 1 分未満</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>残り %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>残り %n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番を待っています</translation>
    </message>
    <message>
        <source>Checking what is here: %1</source>
        <translation>既存の内容を確認中: %1</translation>
    </message>
    <message>
        <source>%1; the connection broke, trying again</source>
        <translation>%1、接続が切れたため再試行中</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>%1 で一時停止</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>%1 で停止</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完了: %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>%1 (file %2 of %3)</source>
        <translation>%1 (ファイル %2 / %3)</translation>
    </message>
    <message>
        <source>There is a folder of this name already, or the name will not do.</source>
        <translation>同じ名前のフォルダーがあるか、使えない名前です。</translation>
    </message>
    <message>
        <source>The address does not end in the name of a model file, such as model.gguf.</source>
        <translation>アドレスの末尾が model.gguf のようなモデルファイル名ではありません。</translation>
    </message>
    <message>
        <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f.</source>
        <translation>SHA-256 の値は 0～9 と a～f の 64 文字です。</translation>
    </message>
    <message>
        <source>The network is switched off in the settings, under Privacy.</source>
        <translation>ネットワークは設定の「プライバシー」でオフになっています。</translation>
    </message>
    <message>
        <source>This is not an address that can be fetched.</source>
        <translation>取得できるアドレスではありません。</translation>
    </message>
    <message>
        <source>%1 would be asked without encryption, which Eddy does not do.</source>
        <translation>%1 への接続が暗号化されないため、Eddy は行いません。</translation>
    </message>
    <message>
        <source>The server sends on to %1, which is not on your list of hosts.</source>
        <translation>サーバーが %1 に転送しますが、これはホストの一覧にありません。</translation>
    </message>
    <message>
        <source>The server sends round in circles.</source>
        <translation>サーバーの転送が循環しています。</translation>
    </message>
    <message>
        <source>%1 does not have this file any more.</source>
        <translation>%1 にこのファイルはもうありません。</translation>
    </message>
    <message>
        <source>%1 gives this file only to those who have signed in or agreed to its terms.</source>
        <translation>%1 はサインインした人、または規約に同意した人にだけこのファイルを提供します。</translation>
    </message>
    <message>
        <source>%1 cannot give the file now; try again later.</source>
        <translation>%1 は現在ファイルを提供できません。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>The connection to %1 broke too often; check the network and go on.</source>
        <translation>%1 への接続が何度も切れました。ネットワークを確認して続けてください。</translation>
    </message>
    <message>
        <source>The file there has another size than it should: it is not the one that was wanted.</source>
        <translation>そこのファイルはサイズが異なります。目的のファイルではありません。</translation>
    </message>
    <message>
        <source>What came is not the file that was wanted, and was thrown away.</source>
        <translation>届いたものは目的のファイルではないため、破棄しました。</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a file.</source>
        <translation>%1 はファイルではなくウェブページを送信しました。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk; free some and go on.</source>
        <translation>ディスクの空きが足りません。空き容量を増やして続けてください。</translation>
    </message>
    <message>
        <source>The file cannot be written in the folder for models.</source>
        <translation>モデルのフォルダーにファイルを書き込めません。</translation>
    </message>
    <message>
        <source>Its checksum is the one that was known before.</source>
        <translation>チェックサムは事前に分かっていたものと一致しました。</translation>
    </message>
    <message>
        <source>No checksum was known: the size alone was checked.</source>
        <translation>チェックサムは不明でした。サイズだけを確認しました。</translation>
    </message>
    <message>
        <source>It agrees with its host&apos;s checksum, which nobody else has confirmed.</source>
        <translation>ホストのチェックサムと一致しましたが、ほかに確認した者はいません。</translation>
    </message>
    <message>
        <source>The checksum is the host&apos;s own word.</source>
        <translation>チェックサムはホスト自身の申告です。</translation>
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
    <name>eddy::ModelQuantiser</name>
    <message>
        <source>This format would not make it smaller.</source>
        <translation>この形式では小さくなりません。</translation>
    </message>
    <message>
        <source>About %1 instead of %2</source>
        <translation>%2 に対して約 %1</translation>
    </message>
    <message numerus="yes">
        <source>Its numbers change by %1 % on average (measured on %n matrices)</source>
        <translation>
            <numerusform>数値の変化は平均 %1% (行列 %n 個で測定)</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 times as fast on this computer</source>
        <translation>このコンピューターで最大 %1 倍の速さ</translation>
    </message>
    <message>
        <source>Up to %1 instead of %2</source>
        <translation>%2 に対して最大 %1</translation>
    </message>
    <message>
        <source>%1 is ready: %2, changed by %3 %</source>
        <translation>%1 が完成: %2、変化 %3%</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
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
        <translation>%1、最終 %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notebook</name>
    <message>
        <source>Reading: %1 of %2 tokens</source>
        <translation>読んでいます: %1 / %2 トークン</translation>
    </message>
    <message>
        <source>Nothing had to be read</source>
        <translation>読む必要はありませんでした</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens read</source>
        <translation>
            <numerusform>%n トークンを読み込み</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 tokens/s</source>
        <translation>%1 · %2 · %3 トークン/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>%n トークンを生成</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, because %2</source>
        <extracomment>&quot;40 tokens read, because the saved state was damaged&quot;</extracomment>
        <translation>%1（理由: %2）</translation>
    </message>
</context>
<context>
    <name>eddy::Notices</name>
    <message>
        <source>The answer is there</source>
        <translation>回答ができました</translation>
    </message>
    <message>
        <source>In a chat of yours</source>
        <translation>チャットの 1 つで</translation>
    </message>
    <message>
        <source>The documents have been read</source>
        <translation>ドキュメントを読み終えました</translation>
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
        <translation>解説役</translation>
    </message>
    <message>
        <source>You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure.</source>
        <translation>物事をやさしく正確に説明します。短い文と身近な例を使ってください。確信がないときはそう伝えてください。</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>編集者</translation>
    </message>
    <message>
        <source>You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes.</source>
        <translation>文章を改善します。意味、言語、調子を保ち、文法と綴りを直し、より明快で簡潔にしてください。改善した文章で答え、続けて主な変更点を挙げてください。</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>プログラマー</translation>
    </message>
    <message>
        <source>You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases.</source>
        <translation>あなたは経験豊富なプログラマーです。動作する読みやすいコードと必要な説明だけで答えてください。前提と境界条件を挙げてください。</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>家庭教師</translation>
    </message>
    <message>
        <source>You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong.</source>
        <translation>あなたは忍耐強い家庭教師です。答えを教えるのではなく、小さな手順と質問で導いてください。正しい点をほめ、間違いを直してください。</translation>
    </message>
    <message>
        <source>Storyteller</source>
        <translation>語り手</translation>
    </message>
    <message>
        <source>You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own.</source>
        <translation>物語を語ります。生き生きと書き、説明せずに描写し、登場人物それぞれに固有の声を与えてください。</translation>
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
        <translation>バランス</translation>
    </message>
    <message>
        <source>For most questions.</source>
        <translation>たいていの質問向け。</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>Keeps to the likeliest words: facts, summaries, translations.</source>
        <translation>最も可能性の高い単語を選びます: 事実、要約、翻訳。</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>創造的</translation>
    </message>
    <message>
        <source>Stories and ideas: surprising, and less repetitive.</source>
        <translation>物語とアイデア向け: 意外性があり、繰り返しが少なくなります。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Careful and without penalties: code repeats itself on purpose.</source>
        <translation>慎重でペナルティーなし: コードは意図的に繰り返します。</translation>
    </message>
    <message>
        <source>RWKV chat</source>
        <translation>RWKV チャット</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for conversations.</source>
        <translation>RWKV の作者が会話用に推奨する値。</translation>
    </message>
    <message>
        <source>RWKV creative</source>
        <translation>RWKV 創造的</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for free writing.</source>
        <translation>RWKV の作者が自由な文章用に推奨する値。</translation>
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
        <translation>プリセットを保存できませんでした: %1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>ファイルを読み込めませんでした: %1</translation>
    </message>
    <message>
        <source>This file is no preset of Eddy.</source>
        <translation>このファイルは Eddy のプリセットではありません。</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>自分のもの。</translation>
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
        <translation>%1 ページ</translation>
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
    <name>eddy::Shortcuts</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This is no key.</source>
        <translation>これはキーではありません。</translation>
    </message>
    <message>
        <source>%1 alone is needed for writing: hold Ctrl or Alt with it, or take a function key.</source>
        <translation>%1 だけのキーは文字入力に使います。Ctrl か Alt と一緒に押すか、ファンクションキーにしてください。</translation>
    </message>
    <message>
        <source>%1 is needed in text fields.</source>
        <translation>%1 はテキスト欄で使います。</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1 はすでに「%2」に使われています。</translation>
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
    <name>eddy::SpokenText</name>
    <message>
        <source>Thinking.</source>
        <translation>考えています。</translation>
    </message>
    <message numerus="yes">
        <source>Thought about it in %n words.</source>
        <translation>
            <numerusform>%n 語で考えました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block, %n lines.</source>
        <translation>
            <numerusform>コードブロック、%n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block in %1, %n lines.</source>
        <translation>
            <numerusform>%1 のコードブロック、%n 行。</numerusform>
        </translation>
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
    <message>
        <source>Notebook</source>
        <translation>ノートブック</translation>
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
    <message numerus="yes">
        <source>%n chat(s) were saved in %1.</source>
        <translation>
            <numerusform>%n 件のチャットを %1 に保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving chat %1 of %2…</source>
        <translation>チャット %1/%2 を保存中…</translation>
    </message>
    <message>
        <source>No font of this computer has these letters, which are empty boxes in the PDF: %1. Install fonts that have them (on Debian fonts-noto-cjk, for Chinese, Japanese and Korean) and save it again.</source>
        <translation>このコンピューターには次の文字を含むフォントがなく、PDF では空の四角になります: %1。文字を含むフォント（Debian では中国語、日本語、韓国語用の fonts-noto-cjk）を入れて、もう一度保存してください。</translation>
    </message>
</context>
<context>
    <name>eddy::UpdatesViewModel</name>
    <message>
        <source>The answer is not signed by Eddy’s publisher, so it was thrown away.</source>
        <translation>応答に Eddy の発行者の署名がないため、破棄しました。</translation>
    </message>
    <message>
        <source>The answer is meant for a later version of Eddy.</source>
        <translation>応答はより新しいバージョンの Eddy 用です。</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>応答を読み取れませんでした。</translation>
    </message>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 を起動できませんでした。</translation>
    </message>
    <message>
        <source>This copy was built without an address to ask.</source>
        <translation>このコピーは問い合わせ先なしで作られています。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 に問い合わせています…</translation>
    </message>
    <message>
        <source>Eddy %1 is the newest version.</source>
        <translation>Eddy %1 は最新バージョンです。</translation>
    </message>
    <message>
        <source>Eddy %1 of %2 is there. This is %3.</source>
        <translation>%2 の Eddy %1 があります。現在は %3 です。</translation>
    </message>
    <message>
        <source>This is Eddy %1. Nobody was asked for a newer one yet.</source>
        <translation>現在は Eddy %1 です。新しいバージョンはまだ確認していません。</translation>
    </message>
    <message>
        <source>It came with your system’s packages: they bring the new version.</source>
        <translation>システムのパッケージで入っています。新しいバージョンもパッケージで届きます。</translation>
    </message>
    <message>
        <source>It was built from its sources: get the new ones and build again.</source>
        <translation>ソースから構築されています。新しいソースを入手して構築し直してください。</translation>
    </message>
    <message>
        <source>The new installer is checked after the download and lies in your models’ download list; start it when it suits you.</source>
        <translation>新しいインストーラーはダウンロード後に検査され、モデルのダウンロード一覧に入ります。都合のよいときに起動してください。</translation>
    </message>
    <message>
        <source>There is no package for this kind of computer yet.</source>
        <translation>この種類のコンピューター用のパッケージはまだありません。</translation>
    </message>
</context>
<context>
    <name>eddy::VaultViewModel</name>
    <message>
        <source>Wait until nothing is being written or read, or stop it first.</source>
        <translation>書き込みや読み込みが終わるまで待つか、先に停止してください。</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>停止しました。すべて元のままです。</translation>
    </message>
    <message>
        <source>That is not the passphrase. Look at capital letters and the keyboard layout.</source>
        <translation>パスフレーズが違います。大文字小文字とキーボード配列を確認してください。</translation>
    </message>
    <message>
        <source>Chats, documents and saved states are encrypted now. The passphrase is asked for at the next start.</source>
        <translation>チャット、ドキュメント、保存した状態が暗号化されました。次回の起動時にパスフレーズを尋ねます。</translation>
    </message>
    <message>
        <source>The encryption is off.</source>
        <translation>暗号化はオフです。</translation>
    </message>
    <message>
        <source>The new passphrase is set. The old one opens nothing any more, copies made earlier aside.</source>
        <translation>新しいパスフレーズを設定しました。古いものでは、以前に作ったコピー以外は開けません。</translation>
    </message>
</context>
<context>
    <name>eddy::Welcome</name>
    <message>
        <source>This computer has %1 of memory.</source>
        <translation>このコンピューターのメモリーは %1 です。</translation>
    </message>
    <message>
        <source>A larger model knows more: RWKV-7 G1 with 1.5 billion parameters takes about 1 GB in 4 bits.</source>
        <translation>より大きなモデルは知識も豊富です: 15 億パラメーターの RWKV-7 G1 は 4 ビットで約 1 GB です。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 0.4 billion parameters fits: about 0.3 GB in 4 bits.</source>
        <translation>4 億パラメーターの RWKV-7 G1 が収まります: 4 ビットで約 0.3 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 1.5 billion parameters fits well: about 1 GB in 4 bits.</source>
        <translation>15 億パラメーターの RWKV-7 G1 が余裕で収まります: 4 ビットで約 1 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 2.9 billion parameters fits well: about 2 GB in 4 bits.</source>
        <translation>29 億パラメーターの RWKV-7 G1 が余裕で収まります: 4 ビットで約 2 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 7.2 billion parameters fits well: about 4.5 GB in 4 bits.</source>
        <translation>72 億パラメーターの RWKV-7 G1 が余裕で収まります: 4 ビットで約 4.5 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 13.3 billion parameters fits well: about 8 GB in 4 bits.</source>
        <translation>133 億パラメーターの RWKV-7 G1 が余裕で収まります: 4 ビットで約 8 GB。</translation>
    </message>
</context>
</TS>
