<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>Chat with recurrent language models on your own computer. Eddy keeps what the model has read beside the text, so that a conversation goes on at once after any pause.</source>
        <translation>在自己的电脑上与循环语言模型对话。Eddy 在文本之外保存模型读过的内容，因此对话在任何停顿之后都能立即继续。</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt (LGPL 3) and SQLite; icons by Lucide (ISC); fonts Inter and JetBrains Mono (OFL 1.1). Nothing you write leaves this computer.</source>
        <translation>Apache 许可证 2.0。使用 Qt（LGPL 3）和 SQLite 构建；图标来自 Lucide（ISC）；字体为 Inter 和 JetBrains Mono（OFL 1.1）。您写的任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>只在这么多个词中选择。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out words that are much less likely than the best one.</source>
        <translation>舍弃可能性远低于最佳词的词。</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>频率惩罚</translation>
    </message>
    <message>
        <source>Grows with every further use of a word.</source>
        <translation>每再用一次某个词，惩罚就增加。</translation>
    </message>
    <message>
        <source>Penalty decay</source>
        <translation>惩罚衰减</translation>
    </message>
    <message>
        <source>How slowly earlier words are forgiven: 1 never forgives.</source>
        <translation>对先前用词的宽恕速度：1 表示永不宽恕。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Divides the chance of words that were used already.</source>
        <translation>降低已用过的词的概率。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Processor threads to compute with.</source>
        <translation>用于计算的处理器线程数。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same number gives the same answer. Empty: a new one each time.</source>
        <translation>相同的数字给出相同的回答。留空：每次使用新的种子。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止于</translation>
    </message>
    <message>
        <source>Texts that end an answer, one on each line.</source>
        <translation>结束回答的文本，每行一个。</translation>
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
        <translation>并列回答</translation>
    </message>
    <message numerus="yes">
        <source>%n answers to the next question</source>
        <translation>
            <numerusform>下一个问题给出 %n 个回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n 个回答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerDetails</name>
    <message>
        <source>How this answer came about</source>
        <translation>这个回答是如何产生的</translation>
    </message>
    <message>
        <source>Written at %1 tokens/s, the first one after %2 s.</source>
        <translation>以每秒 %1 个词元写成，%2 秒后出现第一个词元。</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>使用了已保存的状态：无需重新读取任何内容。</translation>
    </message>
    <message>
        <source>Tokens read again: %1, because %2.</source>
        <translation>重新读取的词元：%1，因为%2。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AnswerMenu</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>2 more answers, side by side</source>
        <translation>再给 2 个回答，并列显示</translation>
    </message>
    <message>
        <source>4 more answers, side by side</source>
        <translation>再给 4 个回答，并列显示</translation>
    </message>
    <message>
        <source>8 more answers, side by side</source>
        <translation>再给 8 个回答，并列显示</translation>
    </message>
    <message>
        <source>Save this point as…</source>
        <translation>将此处另存为…</translation>
    </message>
    <message>
        <source>Ask as of this point…</source>
        <translation>从此处提问…</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>略去这一轮</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>撰写消息</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>添加文档</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>已保存的状态</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>在此对话中回退</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>重命名此对话</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>置顶或取消置顶此对话</translation>
    </message>
    <message>
        <source>Archive this chat or take it back</source>
        <translation>归档此对话或取回</translation>
    </message>
    <message>
        <source>Move this chat to a folder</source>
        <translation>将此对话移到文件夹</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>复制此对话</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>删除此对话</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Sort chats by last change</source>
        <translation>按最近更改排序对话</translation>
    </message>
    <message>
        <source>Sort chats by beginning</source>
        <translation>按开始时间排序对话</translation>
    </message>
    <message>
        <source>Sort chats by title</source>
        <translation>按标题排序对话</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>深色外观</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>跟随系统外观</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>关于 Eddy</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>“System” follows the desktop.</source>
        <translation>“系统”表示跟随桌面。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Everything in the app grows and shrinks with it.</source>
        <translation>应用中的一切都随之放大或缩小。</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
</context>
<context>
    <name>AsOfPage</name>
    <message>
        <source>Ask as of a page</source>
        <translation>从某一页提问</translation>
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
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>在此停止。</translation>
    </message>
    <message>
        <source>Interrupted: the app closed while this was being written.</source>
        <translation>已中断：撰写时应用被关闭。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>BranchStepper</name>
    <message>
        <source>Previous version</source>
        <translation>上一版本</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>版本 %1，共 %2 个</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一版本</translation>
    </message>
</context>
<context>
    <name>ChatDropArea</name>
    <message>
        <source>Drop to open this chat</source>
        <translation>拖放到此以打开此对话</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Open chat files</source>
        <translation>打开对话文件</translation>
    </message>
    <message>
        <source>Chats (*.eddy *.json *.chat *.md)</source>
        <translation>对话 (*.eddy *.json *.chat *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ChatFolderDialog</name>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>Name of a folder, new or not</source>
        <translation>文件夹名称，新的或已有的</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Answers are made on this computer and can be wrong. Shift+Enter breaks the line.</source>
        <translation>回答由这台电脑生成，可能有误。Shift+Enter 换行。</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code in %1</source>
        <translation>%1 代码</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>保存代码</translation>
    </message>
</context>
<context>
    <name>CodeBlockHeader</name>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Do not wrap long lines</source>
        <translation>长行不换行</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>保存为文件</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do? Or the title of a chat</source>
        <translation>想做什么？也可以输入对话的标题</translation>
    </message>
    <message>
        <source>No command and no chat is called that</source>
        <translation>没有这个名称的命令或对话</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>撰写消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Attach documents (Ctrl+O)</source>
        <translation>附加文档 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
</context>
<context>
    <name>ConversationItem</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>移到文件夹…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>从归档中取出</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>选择多个</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n chat(s)</source>
        <translation>
            <numerusform>删除 %n 个对话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationTitle</name>
    <message>
        <source>Conversation title</source>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>DeleteModelDialog</name>
    <message>
        <source>Really put it into the bin?</source>
        <translation>确定要移到回收站吗？</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>The file is deleted at once and cannot be brought back. Your chats stay.</source>
        <translation>文件将立即删除，无法恢复。您的对话会保留。</translation>
    </message>
    <message>
        <source>Other programs that use this file will miss it:</source>
        <translation>其他使用此文件的程序将找不到它：</translation>
    </message>
    <message>
        <source>Eddy did not download or make this file. It is put into the system&apos;s bin, and other programs may miss it. Your chats stay.</source>
        <translation>此文件不是由 Eddy 下载或生成的。它将被移到系统的回收站，其他程序可能会找不到它。您的对话会保留。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Yes, into the bin</source>
        <translation>是，移到回收站</translation>
    </message>
    <message>
        <source>Into the bin…</source>
        <translation>移到回收站…</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>暂停读取</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>继续读取</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>显示文本</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Answer from</source>
        <translation>回答依据</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>一段</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>DocumentDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>拖放到此以加载此模型</translation>
    </message>
    <message>
        <source>Drop to read</source>
        <translation>拖放到此以读取</translation>
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
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>由 %1 读取</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>已保留 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Show the text of %1</source>
        <translation>显示 %1 的文本</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
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
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of %1</source>
        <translation>%1 的文本</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Close the text (Esc)</source>
        <translation>关闭文本 (Esc)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>就此提问</translation>
    </message>
    <message>
        <source>About &quot;%1&quot;: </source>
        <translation>关于“%1”： </translation>
    </message>
    <message>
        <source>Summarise this</source>
        <translation>总结这段内容</translation>
    </message>
    <message>
        <source>Summarize this text in one line.
%1</source>
        <translation>用一行总结这段文本。
%1</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>文件不见了</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted. Drop it again from where it is now.</source>
        <translation>它已被移动、重命名或删除。请从它现在的位置重新拖放。</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>Check its permissions and whether its disk or network folder is there, then try again.</source>
        <translation>请检查其权限，以及所在磁盘或网络文件夹是否可用，然后重试。</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>其中没有文本</translation>
    </message>
    <message>
        <source>The file is empty or holds no words.</source>
        <translation>文件为空或不含文字。</translation>
    </message>
    <message>
        <source>This is not text</source>
        <translation>这不是文本</translation>
    </message>
    <message>
        <source>Its name says text, its content does not. Open it with the program it belongs to and save it as PDF or text.</source>
        <translation>名称表明是文本，内容却不是。请用相应的程序打开，并保存为 PDF 或文本。</translation>
    </message>
    <message>
        <source>Eddy does not read this kind of file</source>
        <translation>Eddy 不读取这类文件</translation>
    </message>
    <message>
        <source>It reads PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, mail, tables, source code and plain text.</source>
        <translation>可读取 PDF、Word、OpenDocument、PowerPoint、EPUB、HTML、Markdown、RTF、邮件、表格、源代码和纯文本。</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>It ends too early or contradicts itself. Fetch it again, or open and save it with another program.</source>
        <translation>文件过早结束或自相矛盾。请重新获取，或用其他程序打开并另存。</translation>
    </message>
    <message>
        <source>The file is locked</source>
        <translation>文件已锁定</translation>
    </message>
    <message>
        <source>A PDF can be opened with its password here. Save other files without a password first.</source>
        <translation>PDF 可在此用密码打开。其他文件请先以无密码方式保存。</translation>
    </message>
    <message>
        <source>The password does not open it</source>
        <translation>密码无法打开它</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, and try again.</source>
        <translation>请检查大小写和键盘布局，然后重试。</translation>
    </message>
    <message>
        <source>These are pictures of pages</source>
        <translation>这些是页面的图片</translation>
    </message>
    <message>
        <source>There is no text in them yet. Text recognition can read them when the program Tesseract is installed.</source>
        <translation>其中还没有文本。安装 Tesseract 程序后，可通过文字识别读取。</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>It unpacks to more than a document may have. Split it and drop the parts.</source>
        <translation>解压后超出文档允许的大小。请拆分后分别拖放。</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>读取文件用时过长</translation>
    </message>
    <message>
        <source>It was given up. Saving it anew with another program often helps.</source>
        <translation>已放弃读取。用其他程序重新保存通常有帮助。</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>未能读取文件</translation>
    </message>
    <message>
        <source>The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.</source>
        <translation>Eddy 中负责读取文件的部分处理它时失败。其他一切正常；重新保存文件通常有帮助。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>pp. %1–%2</source>
        <translation>第 %1–%2 页</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Passage %1</source>
        <translation>段落 %1</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Add documents</source>
        <translation>添加文档</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>还没有文档</translation>
    </message>
    <message>
        <source>Drop a file anywhere on the window. The model reads it whole, once; then you can ask as often as you like.</source>
        <translation>将文件拖放到窗口任意位置。模型会完整读取一次；之后可以随时反复提问。</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is on your mind?</source>
        <translation>想聊些什么？</translation>
    </message>
    <message>
        <source>%1. It knows little and makes things up.</source>
        <translation>%1。它知道得不多，还会编造。</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>打开更大的模型…</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>You stopped this.</source>
        <translation>您已停止此操作。</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>无法按要求执行</translation>
    </message>
    <message>
        <source>One of the settings or files does not fit; look at the settings and try again.</source>
        <translation>某项设置或文件不合适；请检查设置后重试。</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>This computer has too little free memory for it; close other programs or choose a smaller model.</source>
        <translation>这台电脑的可用内存不足；请关闭其他程序或选择较小的模型。</translation>
    </message>
    <message>
        <source>The model file is not there</source>
        <translation>模型文件不存在</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; choose a model that exists.</source>
        <translation>它可能已被移动或删除；请选择存在的模型。</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk works, then try again.</source>
        <translation>请检查您是否有权读取以及磁盘是否正常，然后重试。</translation>
    </message>
    <message>
        <source>The file is in use</source>
        <translation>文件正被使用</translation>
    </message>
    <message>
        <source>Another program uses it at the moment; close that and try again.</source>
        <translation>另一个程序正在使用它；请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Nothing more can be saved; free some space and try again.</source>
        <translation>无法再保存任何内容；请释放空间后重试。</translation>
    </message>
    <message>
        <source>Written by a newer Eddy</source>
        <translation>由更新版本的 Eddy 写入</translation>
    </message>
    <message>
        <source>This version cannot read it and leaves it as it is; update Eddy.</source>
        <translation>此版本无法读取，将保持原样；请更新 Eddy。</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>模型文件已损坏</translation>
    </message>
    <message>
        <source>Its contents do not add up, perhaps because a download broke off; get it again or choose another.</source>
        <translation>其内容不一致，可能是下载中断所致；请重新获取或选择其他模型。</translation>
    </message>
    <message>
        <source>Eddy does not know this kind of file</source>
        <translation>Eddy 不认识这类文件</translation>
    </message>
    <message>
        <source>Choose a model in a format that Eddy reads, such as .safetensors or .gguf.</source>
        <translation>请选择 Eddy 可读取的格式的模型，例如 .safetensors 或 .gguf。</translation>
    </message>
    <message>
        <source>Eddy cannot run this model</source>
        <translation>Eddy 无法运行此模型</translation>
    </message>
    <message>
        <source>Its network is of a kind that this version does not know; choose another model.</source>
        <translation>此版本不认识它的网络类型；请选择其他模型。</translation>
    </message>
    <message>
        <source>The saved state does not fit</source>
        <translation>已保存的状态不适用</translation>
    </message>
    <message>
        <source>It belongs to another model; try again and the conversation is read anew.</source>
        <translation>它属于另一个模型；重试后将重新读取对话。</translation>
    </message>
    <message>
        <source>The device stopped working</source>
        <translation>设备停止工作</translation>
    </message>
    <message>
        <source>The graphics card or its driver gave up; what was written is kept, and you can try again.</source>
        <translation>显卡或其驱动程序出现故障；已写内容会保留，您可以重试。</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>Eddy met an error it did not foresee; the conversation is kept, and you can try again.</source>
        <translation>Eddy 遇到了未预料的错误；对话会保留，您可以重试。</translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation>数据文件夹不存在</translation>
    </message>
    <message>
        <source>Eddy found no place for your conversations; check the folder and start again.</source>
        <translation>Eddy 找不到存放对话的位置；请检查该文件夹后重新启动。</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>无法使用数据文件夹</translation>
    </message>
    <message>
        <source>Eddy may not read or write your conversations there; check its rights or choose another folder.</source>
        <translation>Eddy 无权在此读写您的对话；请检查权限或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Another program uses your conversations</source>
        <translation>另一个程序正在使用您的对话</translation>
    </message>
    <message>
        <source>Close the other Eddy that uses this data folder and start again.</source>
        <translation>请关闭使用此数据文件夹的另一个 Eddy，然后重新启动。</translation>
    </message>
    <message>
        <source>It could not be saved; free some space and send it again.</source>
        <translation>未能保存；请释放空间后重新发送。</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer Eddy</source>
        <translation>您的对话由更新版本的 Eddy 写入</translation>
    </message>
    <message>
        <source>This version leaves them untouched; update Eddy to open them.</source>
        <translation>此版本不会改动它们；请更新 Eddy 以打开。</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <translation>对话数据库已损坏</translation>
    </message>
    <message>
        <source>Eddy changed nothing in it; a copy from a backup put in its place will work.</source>
        <translation>Eddy 没有更改其中任何内容；用备份中的副本替换即可。</translation>
    </message>
    <message>
        <source>This is not a database of Eddy</source>
        <translation>这不是 Eddy 的数据库</translation>
    </message>
    <message>
        <source>The data folder holds another program&apos;s file; choose another folder.</source>
        <translation>数据文件夹中是其他程序的文件；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>no state had been saved for it yet</source>
        <translation>尚未为它保存过状态</translation>
    </message>
    <message>
        <source>the saved state was damaged</source>
        <translation>已保存的状态已损坏</translation>
    </message>
    <message>
        <source>the saved state belongs to another model</source>
        <translation>已保存的状态属于另一个模型</translation>
    </message>
    <message>
        <source>this model divides text into other tokens</source>
        <translation>此模型把文本划分为不同的词元</translation>
    </message>
    <message>
        <source>this model lays out chats in another way</source>
        <translation>此模型以不同方式编排对话</translation>
    </message>
    <message>
        <source>its saved state was unused for longest when the room for them ran out</source>
        <translation>空间用尽时，它的状态闲置最久</translation>
    </message>
    <message>
        <source>the saved state was written by a newer Eddy</source>
        <translation>已保存的状态由更新版本的 Eddy 写入</translation>
    </message>
    <message>
        <source>of this branch only some states were kept when the room for them ran out</source>
        <translation>空间用尽时，此分支只保留了部分状态</translation>
    </message>
    <message>
        <source>you freed the space of its saved state</source>
        <translation>您释放了它的状态所占的空间</translation>
    </message>
    <message>
        <source>the file of the saved state that this chat begins with is damaged or gone</source>
        <translation>此对话开头所用的状态文件已损坏或丢失</translation>
    </message>
    <message>
        <source>the text before it is not the one its state was saved for</source>
        <translation>它前面的文本与保存状态时不同</translation>
    </message>
    <message>
        <source>its saved state is missing: it could not be written, or was deleted</source>
        <translation>它的状态缺失：未能写入或已被删除</translation>
    </message>
    <message>
        <source>the folder of saved states cannot be used</source>
        <translation>无法使用存放状态的文件夹</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save “%1” as a file</source>
        <translation>将“%1”保存为文件</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
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
        <translation>全部内容：所有分支、设置以及模型读过的内容。在装有相同模型的另一台电脑上，对话可立即继续。</translation>
    </message>
    <message>
        <source>All branches as text, for other programs.</source>
        <translation>所有分支的文本，供其他程序使用。</translation>
    </message>
    <message>
        <source>The branch on show as text, for people.</source>
        <translation>当前分支的文本，供人阅读。</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>已保存的状态</translation>
    </message>
    <message>
        <source>No states</source>
        <translation>不含状态</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>全部 (%1)</translation>
    </message>
    <message>
        <source>No state of this chat is saved: it will be read again where it is opened.</source>
        <translation>此对话没有已保存的状态：在别处打开时将重新读取。</translation>
    </message>
    <message>
        <source>The chat will be read again where it is opened.</source>
        <translation>在别处打开时将重新读取此对话。</translation>
    </message>
    <message>
        <source>It goes on at once where it ends; other branches are read again.</source>
        <translation>可在结尾处立即继续；其他分支将重新读取。</translation>
    </message>
    <message>
        <source>It goes on at once from every turn that is saved here.</source>
        <translation>可从此处保存的每一轮立即继续。</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the chat</source>
        <translation>保存对话</translation>
    </message>
    <message>
        <source>Eddy chats (*.eddy)</source>
        <translation>Eddy 对话 (*.eddy)</translation>
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
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>上一处 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>下一处 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Not there now: perhaps on a drive that was taken out</source>
        <translation>目前不可用：可能在已取出的驱动器上</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>未查看</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>选择其他…</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>将 %1 从列表中移除</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>查看 %1</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Models are used where they lie: nothing in these folders is copied or changed. Downloads go to Eddy&apos;s own folder.</source>
        <translation>模型就地使用：这些文件夹中的内容不会被复制或更改。下载内容存放在 Eddy 自己的文件夹。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>模型文件夹</translation>
    </message>
</context>
<context>
    <name>FolderMenu</name>
    <message>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>Dissolve folder, keep its chats</source>
        <translation>解散文件夹，保留其中对话</translation>
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
        <translation>更改从下一个回答起生效。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.</source>
        <translation>低则偏向最可能的词，高则更出人意料。0 每次给出相同的回答。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Chooses only among the likeliest words that together make up this share.</source>
        <translation>只在合计占此比例的最可能的词中选择。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Less repetition</source>
        <translation>减少重复</translation>
    </message>
    <message>
        <source>Presence penalty: makes words that were already used less likely.</source>
        <translation>存在惩罚：降低已用过的词的可能性。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source>In tokens; a token is about three quarters of a word.</source>
        <translation>以词元计；一个词元约为四分之三个英文单词。</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>给模型的指示</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation.</source>
        <translation>在每个新对话开始时读取。</translation>
    </message>
    <message>
        <source>Fewer controls</source>
        <translation>更少选项</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>HitRow</name>
    <message>
        <source>Chat: %1</source>
        <translation>对话：%1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>您：%1</translation>
    </message>
</context>
<context>
    <name>InlineError</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
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
        <translation>使用中，启动时加载</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>loaded at start</source>
        <translation>启动时加载</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>卸载 %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>关于 %1 的更多信息</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>内存：%1</translation>
    </message>
    <message>
        <source>Memory: %1 (%2)</source>
        <translation>内存：%1（%2）</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>State: %1 · Speed here: %2</source>
        <translation>状态：%1 · 本机速度：%2</translation>
    </message>
</context>
<context>
    <name>InstalledList</name>
    <message>
        <source>Search by name, kind or place</source>
        <translation>按名称、类型或位置搜索</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>That run here</source>
        <translation>可在本机运行</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>纯循环模型</translation>
    </message>
    <message>
        <source>With attention</source>
        <translation>含注意力机制</translation>
    </message>
    <message>
        <source>That cannot run</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>已从列表移除</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>最大优先</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>最快优先</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>这台电脑上的模型</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有这类模型</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Change the search or the filter above.</source>
        <translation>请更改上方的搜索或筛选条件。</translation>
    </message>
    <message>
        <source>Open a model file, add a folder that holds some, or look into the catalogue.</source>
        <translation>打开模型文件、添加含有模型的文件夹，或查看目录。</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
</context>
<context>
    <name>InstalledMenu</name>
    <message>
        <source>Load it when Eddy starts</source>
        <translation>启动 Eddy 时加载</translation>
    </message>
    <message>
        <source>Make a smaller copy…</source>
        <translation>制作较小的副本…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show in the list again</source>
        <translation>重新显示在列表中</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>删除文件…</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>在浏览器中打开此链接？</translation>
    </message>
    <message>
        <source>It was written by the model and may lead anywhere.</source>
        <translation>链接由模型写出，可能指向任何地方。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <translation>撤销</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>添加文档</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit and answer again</source>
        <translation>编辑并重新回答</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>The earlier version is kept.</source>
        <translation>先前的版本会保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>MessageFooter</name>
    <message>
        <source>How this answer came about</source>
        <translation>这个回答是如何产生的</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 s to first token</source>
        <translation>第一个词元用时 %1 秒</translation>
    </message>
    <message>
        <source>1 token re-read</source>
        <translation>重新读取 1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens re-read</source>
        <translation>重新读取 %1 个词元</translation>
    </message>
    <message>
        <source>The saved state was used: nothing had to be read again.</source>
        <translation>使用了已保存的状态：无需重新读取任何内容。</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>跳到最新消息</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Loading %1 %</source>
        <translation>正在加载 %1%</translation>
    </message>
    <message>
        <source>Model failed</source>
        <translation>模型加载失败</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open a model file…</source>
        <translation>打开模型文件…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>使用入门模型</translation>
    </message>
    <message>
        <source>Safetensors, GGUF and rwkv.cpp files of recurrent models, or a folder that holds one. You can also drop a file on this window.</source>
        <translation>循环模型的 Safetensors、GGUF 和 rwkv.cpp 文件，或包含此类文件的文件夹。也可以将文件拖放到此窗口。</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>曾经使用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>模型 (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
</context>
<context>
    <name>ModelDropArea</name>
    <message>
        <source>Drop to load this model</source>
        <translation>拖放到此以加载此模型</translation>
    </message>
</context>
<context>
    <name>ModelStatusCard</name>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Choose a model file to begin.</source>
        <translation>请先选择模型文件。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>使用入门模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 B 参数</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 M 参数</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>weights %1, state %2, work %3</source>
        <translation>权重 %1，状态 %2，工作区 %3</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>内存可用 %1，共 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>可容纳</translation>
    </message>
    <message>
        <source>fits when other programs are closed</source>
        <translation>关闭其他程序后可容纳</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>对这台电脑来说太大</translation>
    </message>
</context>
<context>
    <name>ModelsHost</name>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.gguf *.pth *.bin)</source>
        <translation>模型 (*.safetensors *.gguf *.pth *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Keep downloaded models in</source>
        <translation>下载的模型存放于</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>重新查找模型</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>This chat begins with %1</source>
        <translation>此对话以 %1 开头</translation>
    </message>
    <message>
        <source>This chat begins with “%1”. %2</source>
        <translation>此对话以“%1”开头。%2</translation>
    </message>
    <message>
        <source>Hide what was read</source>
        <translation>隐藏已读内容</translation>
    </message>
    <message>
        <source>Show what was read</source>
        <translation>显示已读内容</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>This page cannot be shown: %1. Its text is still here.</source>
        <translation>无法显示此页：%1。其文本仍在此处。</translation>
    </message>
</context>
<context>
    <name>ParallelAnswer</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>回答 %1：%2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>Answer %1, stopped</source>
        <translation>回答 %1，已停止</translation>
    </message>
    <message numerus="yes">
        <source>Answer %1, %n tokens</source>
        <translation>
            <numerusform>回答 %1，%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>用这个继续</translation>
    </message>
</context>
<context>
    <name>ParallelAnswersPanel</name>
    <message>
        <source>Answers side by side</source>
        <translation>并列回答</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Close: all answers stay as branches</source>
        <translation>关闭：所有回答都作为分支保留</translation>
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
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>PreviewPassage</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>Private chat: it stays in memory and is gone when you close it.</source>
        <translation>私密对话：只保留在内存中，关闭即消失。</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>关闭并忘记</translation>
    </message>
</context>
<context>
    <name>PrivateChatItem</name>
    <message>
        <source>Private chat</source>
        <translation>私密对话</translation>
    </message>
    <message>
        <source>Kept in memory only; gone when it is closed</source>
        <translation>只保存在内存中；关闭即消失</translation>
    </message>
    <message>
        <source>Close and forget it</source>
        <translation>关闭并忘记</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>识别文字</translation>
    </message>
</context>
<context>
    <name>QuoteChips</name>
    <message>
        <source>From memory alone: no passage was shown to the model.</source>
        <translation>仅凭记忆：没有向模型显示任何段落。</translation>
    </message>
    <message>
        <source>From memory: no passage fits the question.</source>
        <translation>凭记忆：没有符合此问题的段落。</translation>
    </message>
    <message>
        <source>No passage fits the question.</source>
        <translation>没有符合此问题的段落。</translation>
    </message>
    <message>
        <source>From memory and these passages:</source>
        <translation>凭记忆和以下段落：</translation>
    </message>
    <message>
        <source>From these passages alone:</source>
        <translation>仅根据以下段落：</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>在文本中显示 %1</translation>
    </message>
</context>
<context>
    <name>RereadLogDialog</name>
    <message>
        <source>What was read again</source>
        <translation>重新读取的内容</translation>
    </message>
    <message>
        <source>Nothing yet: every conversation went on from its saved state.</source>
        <translation>暂无：每个对话都从已保存的状态继续。</translation>
    </message>
    <message>
        <source>A conversation is read again when no saved state fits it. Its text is never at stake.</source>
        <translation>没有合适的已保存状态时，会重新读取对话。文本始终安全。</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SaveStateDialog</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save this point as</source>
        <translation>将此处另存为</translation>
    </message>
    <message>
        <source>Any chat can begin with what the model has read up to this answer. It is never dropped to make room.</source>
        <translation>任何对话都可以从模型读到此回答为止的内容开始。它不会为腾出空间而被清除。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>保存点</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>已读文档</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Words in any chat, or &quot;words in this order&quot;</source>
        <translation>任意对话中的词，或 &quot;按此顺序的词&quot;</translation>
    </message>
</context>
<context>
    <name>SelectableText</name>
    <message>
        <source>Copy selection</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>置顶或取消置顶</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Archive or take back</source>
        <translation>归档或取回</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation>取消选择 (Esc)</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About Eddy %1</source>
        <translation>关于 Eddy %1</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Other ways to begin</source>
        <translation>其他开始方式</translation>
    </message>
</context>
<context>
    <name>SidebarHeader</name>
    <message numerus="yes">
        <source>%1, %n chat(s)</source>
        <translation>
            <numerusform>%1，%n 个对话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidebarMenu</name>
    <message>
        <source>New private chat</source>
        <translation>新建私密对话</translation>
    </message>
    <message>
        <source>Open chat file…</source>
        <translation>打开对话文件…</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>处理中</translation>
    </message>
</context>
<context>
    <name>StartupErrorDialog</name>
    <message>
        <source>Your conversations cannot be opened</source>
        <translation>无法打开您的对话</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
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
        <translation>开始对话</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>关于 %1 的更多信息</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>导出到文件…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>%n chats begin with it. They go on when it is deleted.</source>
        <translation>
            <numerusform>%n 个对话以它开头。删除它之后，这些对话仍可继续。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateUsageList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Kept longest; press to treat it like the others</source>
        <translation>保留最久；按下则与其他对话同等对待</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states longest</source>
        <translation>最久保留此对话的状态</translation>
    </message>
    <message>
        <source>Keep the states of %1 longest</source>
        <translation>最久保留 %1 的状态</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Free this space; the chat is read again when it goes on</source>
        <translation>释放此空间；对话继续时将重新读取</translation>
    </message>
    <message>
        <source>Free the states of %1</source>
        <translation>释放 %1 的状态</translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation>只显示最大的</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1 个</translation>
    </message>
</context>
<context>
    <name>StatesHost</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>添加微调状态</translation>
    </message>
    <message>
        <source>Tuned states (*.pth *.safetensors)</source>
        <translation>微调状态 (*.pth *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a state</source>
        <translation>导入状态</translation>
    </message>
    <message>
        <source>States (*.state)</source>
        <translation>状态 (*.state)</translation>
    </message>
    <message>
        <source>Export a state</source>
        <translation>导出状态</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>已保存的状态</translation>
    </message>
    <message>
        <source>Add a tuned state</source>
        <translation>添加微调状态</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No saved states yet</source>
        <translation>还没有已保存的状态</translation>
    </message>
    <message>
        <source>At any answer, “Save this point as…” keeps what the model has read up to there under a name. New chats begin with it and read nothing again.</source>
        <translation>在任一回答处，“将此处另存为…”会以一个名称保存模型读到那里为止的内容。新对话可由此开始，无需重新读取。</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>一切都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Room for saved states</source>
        <translation>已保存状态的空间</translation>
    </message>
    <message>
        <source>Saved states let a conversation go on at once. When the room runs out, long branches keep fewer of them and those unused for longest go; no text is ever lost.</source>
        <translation>已保存的状态让对话能立即继续。空间用尽时，长分支会少留一些，闲置最久的会被清除；文本永远不会丢失。</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>已保存的状态</translation>
    </message>
    <message>
        <source>What was read again…</source>
        <translation>重新读取的内容…</translation>
    </message>
    <message>
        <source>Free all…</source>
        <translation>全部释放…</translation>
    </message>
    <message>
        <source>Free all saved states?</source>
        <translation>释放所有已保存的状态？</translation>
    </message>
    <message>
        <source>No text is lost. Every conversation is read again when it goes on, which can take a while.</source>
        <translation>文本不会丢失。每个对话继续时都会重新读取，可能需要一些时间。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Free all</source>
        <translation>全部释放</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>将数据文件夹移到</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
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
        <translation>%1 的摘要</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>在文本中显示 %1</translation>
    </message>
</context>
<context>
    <name>TimeTravelBar</name>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Ask as of then</source>
        <translation>从那时提问</translation>
    </message>
    <message>
        <source>Question as of then</source>
        <translation>从那时提出的问题</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Leave this turn out</source>
        <translation>略去这一轮</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
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
        <translation>无</translation>
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
        <translation>仅尝试文本</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>This chat was written with other generation settings.</source>
        <translation>此对话是用不同的生成设置写成的。</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>使用这些设置</translation>
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
        <translation>您：%1</translation>
    </message>
</context>
<context>
    <name>WindowHeader</name>
    <message>
        <source>Show the sidebar (Ctrl+B)</source>
        <translation>显示侧边栏 (Ctrl+B)</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>新建对话 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>返回对话 (Esc)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
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
        <translation>正在读取您的消息：%1 / %2 个词元</translation>
    </message>
    <message>
        <source>Reading the conversation again: %1 of %2 tokens</source>
        <translation>正在重新读取对话：%1 / %2 个词元</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>What can you do?</source>
        <translation>你能做什么？</translation>
    </message>
    <message>
        <source>My name is Ada and I live in Oslo. What is my name?</source>
        <translation>我叫小雅，住在奥斯陆。我叫什么名字？</translation>
    </message>
    <message>
        <source>Sort alphabetically: pear, apple, fig</source>
        <translation>按字母顺序排列：pear, apple, fig</translation>
    </message>
    <message>
        <source>What is a recurrent state?</source>
        <translation>什么是循环状态？</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>State was rebuilt from an earlier saved state: %1 tokens re-read because %2</source>
        <translation>状态已根据更早保存的状态重建：重新读取了 %1 个词元，因为%2</translation>
    </message>
    <message>
        <source>State was rebuilt: %1 tokens re-read because %2</source>
        <translation>状态已重建：重新读取了 %1 个词元，因为%2</translation>
    </message>
</context>
<context>
    <name>eddy::CodeHighlighter</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
</context>
<context>
    <name>eddy::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were deleted</source>
        <translation>
            <numerusform>已删除 %n 个对话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ConversationOrganizer</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentSummaries</name>
    <message>
        <source>Preparing the summary…</source>
        <translation>正在准备摘要…</translation>
    </message>
    <message>
        <source>Making notes: %1 of %2</source>
        <translation>正在做笔记：%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>eddy::DocumentsViewModel</name>
    <message>
        <source>Some files were left out</source>
        <translation>部分文件被略过</translation>
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
        <translation>其中没有文本</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 (%2 more)</source>
        <translation>正在打开 %1（还有 %2 个）</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 和另外 %2 个</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Waits for another document</source>
        <translation>等待另一个文档</translation>
    </message>
    <message>
        <source>Is read as soon as a model is loaded</source>
        <translation>加载模型后立即读取</translation>
    </message>
    <message>
        <source>Reading is paused. Answers come from passages alone.</source>
        <translation>读取已暂停。回答只依据段落。</translation>
    </message>
    <message>
        <source>Asked as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read. Ask away.</source>
        <translation>已读完，可以提问了。</translation>
    </message>
    <message>
        <source>Could not be read. Answers come from passages alone.</source>
        <translation>未能读取。回答只依据段落。</translation>
    </message>
    <message>
        <source>Not read by this model yet</source>
        <translation>此模型尚未读取</translation>
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
        <translation>%1，%2</translation>
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
        <translation>入门</translation>
    </message>
    <message>
        <source>Comes with Eddy</source>
        <translation>随 Eddy 提供</translation>
    </message>
    <message>
        <source>Downloaded or made with Eddy</source>
        <translation>由 Eddy 下载或制作</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>您的文件</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>%1 a chat, however long</source>
        <translation>每个对话 %1，无论多长</translation>
    </message>
    <message>
        <source>%1 a chat and %2 a token</source>
        <translation>每个对话 %1，每个词元 %2</translation>
    </message>
    <message>
        <source>%1 last, %2 typically</source>
        <translation>上次 %1，通常 %2</translation>
    </message>
    <message>
        <source>Its folder is not there now: perhaps on a drive that was taken out.</source>
        <translation>其文件夹目前不可用：可能在已取出的驱动器上。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>eddy::ModelFolders</name>
    <message>
        <source>Eddy&apos;s own folder</source>
        <translation>Eddy 自己的文件夹</translation>
    </message>
</context>
<context>
    <name>eddy::ModelShelf</name>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Looking into files: %1 of %2</source>
        <translation>正在查看文件：%1 / %2</translation>
    </message>
    <message>
        <source>What was known of models could not be read: %1</source>
        <translation>无法读取已有的模型信息：%1</translation>
    </message>
    <message>
        <source>This folder is in the list already, or cannot be read.</source>
        <translation>此文件夹已在列表中，或无法读取。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>Eddy may not write in %1.</source>
        <translation>Eddy 无权写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be deleted; check that you may write in its folder.</source>
        <translation>未能删除 %1；请检查您是否有权写入其文件夹。</translation>
    </message>
    <message>
        <source>%1 could not be put into the bin, so it stays where it is.</source>
        <translation>未能将 %1 移到回收站，它仍在原处。</translation>
    </message>
</context>
<context>
    <name>eddy::ModelsViewModel</name>
    <message>
        <source>Starter</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Starter: small, English, trained for a first try</source>
        <translation>入门：小型英文模型，为初次试用而训练</translation>
    </message>
    <message>
        <source>One saved turn costs %1</source>
        <translation>保存一轮占用 %1</translation>
    </message>
    <message>
        <source>Uses %1 of memory</source>
        <translation>占用 %1 内存</translation>
    </message>
    <message>
        <source>Uses %1 of memory: weights %2, state %3, work %4, token tables %5</source>
        <translation>占用 %1 内存：权重 %2，状态 %3，工作区 %4，词元表 %5</translation>
    </message>
    <message>
        <source>; with a text of %L1 tokens %2</source>
        <translation>；文本为 %L1 个词元时 %2</translation>
    </message>
    <message>
        <source>The shipped model is missing</source>
        <translation>随附的模型缺失</translation>
    </message>
    <message>
        <source>It was not found where Eddy was installed; choose a model file of your own.</source>
        <translation>在 Eddy 的安装位置没有找到；请选择您自己的模型文件。</translation>
    </message>
    <message>
        <source>Loading was stopped</source>
        <translation>加载已停止</translation>
    </message>
    <message>
        <source>No model is loaded; choose one or try again.</source>
        <translation>未加载模型；请选择一个或重试。</translation>
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
        <translation>已归档的对话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>eddy::ParallelAnswers</name>
    <message>
        <source>With a temperature of 0 the model always takes the likeliest word: all answers are the same.</source>
        <translation>温度为 0 时，模型总是选最可能的词：所有回答都相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n answers at once would take %1 of memory, and %2 are free. %3 would fit.</source>
        <translation>
            <numerusform>同时给出 %n 个回答需要 %1 内存，可用 %2。可容纳 %3 个。</numerusform>
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
        <translation>已删除“%1”</translation>
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
        <translation>代码</translation>
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
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>已删除“%1”</translation>
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
        <translation>私密对话</translation>
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
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>eddy::RereadListModel</name>
    <message numerus="yes">
        <source>%Ln tokens in %1 s, because %2.</source>
        <translation>
            <numerusform>%Ln 个词元，用时 %1 秒，因为%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 before came from an earlier saved state.</source>
        <translation>之前的 %1 个来自更早保存的状态。</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，使用 %2</translation>
    </message>
    <message>
        <source>Give saved states more room</source>
        <translation>给已保存的状态更多空间</translation>
    </message>
    <message>
        <source>Kept longest</source>
        <translation>保留最久</translation>
    </message>
    <message>
        <source>Keep this chat&apos;s states</source>
        <translation>保留此对话的状态</translation>
    </message>
    <message>
        <source>Keep this model&apos;s states</source>
        <translation>保留此模型的状态</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
</context>
<context>
    <name>eddy::SearchViewModel</name>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>in %n chat(s)</source>
        <extracomment>the second half of &quot;12 places in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) %1</source>
        <extracomment>%1 is &quot;in 5 chats&quot;</extracomment>
        <translation>
            <numerusform>%1中有 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::SidebarModel</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有对话</translation>
    </message>
</context>
<context>
    <name>eddy::StateLibraryViewModel</name>
    <message>
        <source>Persona</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Studied document</source>
        <translation>已读文档</translation>
    </message>
    <message>
        <source>Tuned state</source>
        <translation>微调状态</translation>
    </message>
    <message>
        <source>Saved point</source>
        <translation>保存点</translation>
    </message>
    <message>
        <source>Load %1 to start a chat with it.</source>
        <translation>加载 %1 以用它开始对话。</translation>
    </message>
    <message numerus="yes">
        <source>Made with %1. The model that is loaded would read its %n tokens again.</source>
        <translation>
            <numerusform>由 %1 生成。当前加载的模型需要重新读取它的 %n 个词元。</numerusform>
        </translation>
    </message>
    <message>
        <source>Made with %1: it does not fit the model that is loaded.</source>
        <translation>由 %1 生成：不适用于当前加载的模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>in memory, until the private chat is closed</source>
        <translation>在内存中，直到关闭私密对话</translation>
    </message>
    <message>
        <source>A tuned state: it has read nothing, and there is no text to show.</source>
        <translation>微调状态：它没有读过任何内容，没有可显示的文本。</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message.</source>
        <translation>
            <numerusform>第一条消息之前已读取 %n 个词元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.</source>
        <translation>
            <numerusform>第一条消息之前已读取 %n 个词元。具体内容未知：此状态无法重新生成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved states, %1. They are never dropped to make room.</source>
        <translation>
            <numerusform>%n 个已保存的状态，%1。它们不会为腾出空间而被清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>This state does not fit the model that is loaded.</source>
        <translation>此状态不适用于当前加载的模型。</translation>
    </message>
    <message>
        <source>There is no state in this file that the loaded model could begin with.</source>
        <translation>此文件中没有当前加载的模型可用来开始的状态。</translation>
    </message>
    <message>
        <source>The file of this state is damaged or missing.</source>
        <translation>此状态的文件已损坏或缺失。</translation>
    </message>
    <message>
        <source>This state was written by a newer version of Eddy.</source>
        <translation>此状态由更新版本的 Eddy 写入。</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>“%1”已在库中。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>eddy::StatesViewModel</name>
    <message>
        <source>Read: %1</source>
        <translation>已读：%1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>A chat that is gone</source>
        <translation>已不存在的对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>%1 of %2 in use.</source>
        <translation>已用 %1，共 %2。</translation>
    </message>
</context>
<context>
    <name>eddy::TimeTravel</name>
    <message>
        <source>As of turn %1 of %2</source>
        <translation>截至第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>Its state is kept: nothing is read again.</source>
        <translation>其状态已保留：无需重新读取。</translation>
    </message>
    <message numerus="yes">
        <source>States of a private chat stay in memory while there is room: at most about %n tokens are read again.</source>
        <translation>
            <numerusform>私密对话的状态在空间足够时留在内存中：最多重新读取约 %n 个词元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its state is not kept: about %n tokens are read again.</source>
        <translation>
            <numerusform>其状态未保留：将重新读取约 %n 个词元。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::TransferViewModel</name>
    <message>
        <source>Saving %1…</source>
        <translation>正在保存 %1…</translation>
    </message>
    <message>
        <source>Checking and opening %1…</source>
        <translation>正在检查并打开 %1…</translation>
    </message>
    <message>
        <source>%1 holds no chat that Eddy knows. It opens its own chat files and those of ChatGPT, LM Studio and GPT4All.</source>
        <translation>%1 中没有 Eddy 认识的对话。Eddy 可打开自己的对话文件以及 ChatGPT、LM Studio 和 GPT4All 的对话文件。</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of Eddy. Update Eddy to open it.</source>
        <translation>%1 由更新版本的 Eddy 保存。请更新 Eddy 以打开。</translation>
    </message>
    <message>
        <source>%1 is damaged. Nothing was taken over; get the file again from where it came from.</source>
        <translation>%1 已损坏。没有导入任何内容；请从来源处重新获取文件。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>%1 could not be saved: the disk is full. Free some space or choose another place.</source>
        <translation>未能保存 %1：磁盘已满。请释放空间或选择其他位置。</translation>
    </message>
    <message>
        <source>%1 could not be opened: the disk is full. Free some space and try again.</source>
        <translation>未能打开 %1：磁盘已满。请释放空间后重试。</translation>
    </message>
    <message>
        <source>%1 could not be saved there. Choose another folder.</source>
        <translation>未能将 %1 保存到那里。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 could not be opened. Check that you may read it, then try again.</source>
        <translation>未能打开 %1。请检查您是否有权读取，然后重试。</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were taken over.</source>
        <translation>
            <numerusform>已导入 %n 个对话。</numerusform>
        </translation>
    </message>
    <message>
        <source>This chat was held with %1. With that model it goes on at once; another one reads it again first.</source>
        <translation>此对话使用 %1 进行。用该模型可立即继续；其他模型会先重新读取。</translation>
    </message>
    <message>
        <source>This chat was held with %1. Another model may answer otherwise.</source>
        <translation>此对话使用 %1 进行。其他模型的回答可能不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n saved state(s) could not be used here; the chat is read again where they are missing.</source>
        <translation>
            <numerusform>%n 个已保存的状态无法在此使用；缺少之处将重新读取对话。</numerusform>
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
