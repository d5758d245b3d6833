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
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫红</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>石墨灰</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>强调色</translation>
    </message>
</context>
<context>
    <name>AccessibilitySection</name>
    <message>
        <source>Accessibility</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>Answers read aloud by a screen reader</source>
        <translation>由屏幕阅读器朗读回答</translation>
    </message>
    <message>
        <source>Each sentence as soon as it is whole, or everything at the end. Code is only named, with its number of lines.</source>
        <translation>每句话一完整就朗读，或在最后全部朗读。代码只报其存在和行数。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>逐句</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>在最后</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Nothing fades, slides or pulses.</source>
        <translation>不再有淡入淡出、滑动或闪动。</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Download from an address</source>
        <translation>从地址下载</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>从地址下载 %1</translation>
    </message>
    <message>
        <source>https://…/model.gguf</source>
        <translation>https://…/model.gguf</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>文件地址</translation>
    </message>
    <message>
        <source>SHA-256, if its makers tell it</source>
        <translation>SHA-256（如果制作者提供）</translation>
    </message>
    <message>
        <source>Only https addresses. Eddy asks this host for the file and tells it nothing else.</source>
        <translation>仅限 https 地址。Eddy 只向此主机请求文件，不透露其他信息。</translation>
    </message>
    <message>
        <source>Eddy will ask %1 for the file and tells it nothing else. Without a checksum the file is checked by its size and by opening it.</source>
        <translation>Eddy 将向 %1 请求文件，不透露其他信息。没有校验和时，将通过大小和打开文件来检查。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>This will not do: %1</source>
        <translation>这不可用：%1</translation>
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
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as the text so far, up to this share.</source>
        <translation>偏向与已有文本意外程度相近的词，合计不超过此比例。</translation>
    </message>
</context>
<context>
    <name>AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Processor threads to compute with. The model is loaded again with the new number.</source>
        <translation>用于计算的处理器线程数。模型会按新的数目重新加载。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Begin anew with the settings</source>
        <translation>重新开始设置</translation>
    </message>
    <message>
        <source>Chats, models, presets, personas, keys, hosts and the data folder stay as they are.</source>
        <translation>对话、模型、预设、角色、快捷键、主机和数据文件夹保持不变。</translation>
    </message>
    <message>
        <source>Put all settings back…</source>
        <translation>还原所有设置…</translation>
    </message>
    <message>
        <source>Put all settings back?</source>
        <translation>要还原所有设置吗？</translation>
    </message>
    <message>
        <source>Appearance, language, generation, devices and notifications will be as after the first start, at once.</source>
        <translation>外观、语言、生成、设备和通知将立即恢复到首次启动时的状态。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Put all settings back</source>
        <translation>还原所有设置</translation>
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
    <message>
        <source>Token probabilities…</source>
        <translation>词元概率…</translation>
    </message>
</context>
<context>
    <name>AnswerShape</name>
    <message>
        <source>Shape of the answer</source>
        <translation>回答的形式</translation>
    </message>
    <message>
        <source>Makes the model write only what fits, to the last character. Good for data that another program reads.</source>
        <translation>使模型只写出完全符合的内容。适合供其他程序读取的数据。</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON Schema</translation>
    </message>
    <message>
        <source>Grammar (GBNF)</source>
        <translation>语法 (GBNF)</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>语法</translation>
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
        <source>Fewer controls</source>
        <translation>更少选项</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Some models think before they answer. Where a model lets that be chosen, it can be switched off or on.</source>
        <translation>有些模型先思考再回答。若模型允许选择，可以打开或关闭。</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Longest thinking</source>
        <translation>最长思考</translation>
    </message>
    <message>
        <source>In tokens. Then its thinking is ended and the model answers.</source>
        <translation>以词元计。到达后结束思考，模型开始回答。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
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
        <source>Accent colour</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Of buttons, links and what is chosen.</source>
        <translation>用于按钮、链接和所选内容。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How much room there is between things.</source>
        <translation>各元素之间留多少空间。</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
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
        <translation>从某一页提问</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>Ask as of %1</source>
        <translation>截至%1提问</translation>
    </message>
    <message>
        <source>A new chat with the state that was kept at the end of %1</source>
        <translation>新建对话，使用读完%1时保留的状态</translation>
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
    <message>
        <source>Model</source>
        <translation>模型</translation>
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
    <name>CatalogueCard</name>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>By address…</source>
        <translation>按地址…</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>下载 %1</translation>
    </message>
    <message>
        <source>Download %1 from an address</source>
        <translation>从地址下载 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>Licence: %1 · %2</source>
        <translation>许可证：%1 · %2</translation>
    </message>
    <message>
        <source>Address and checksum not known: get it where its makers publish it.</source>
        <translation>地址和校验和未知：请到制作者发布的地方获取。</translation>
    </message>
    <message>
        <source>Address and checksum not known. Published by: %1</source>
        <translation>地址和校验和未知。发布者：%1</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Search the catalogue</source>
        <translation>搜索目录</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>可容纳的</translation>
    </message>
    <message>
        <source>Recurrent alone</source>
        <translation>纯循环模型</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>An address to update from can be set in the settings, under Privacy</source>
        <translation>可在设置的“隐私”中指定更新地址</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>正在查询较新的目录…</translation>
    </message>
    <message>
        <source>%1. Sizes and licences as published; read a model&apos;s card before you use it.</source>
        <translation>%1。大小和许可证以发布为准；使用前请阅读模型说明。</translation>
    </message>
    <message>
        <source>Catalogue of models</source>
        <translation>模型目录</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有这类模型</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>添加文档</translation>
    </message>
    <message>
        <source>Persona and answers of this chat</source>
        <translation>此对话的角色与回答</translation>
    </message>
    <message>
        <source>Go back in this chat</source>
        <translation>在此对话中回退</translation>
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
        <source>Open chat files</source>
        <translation>打开对话文件</translation>
    </message>
    <message>
        <source>Save this chat as a file</source>
        <translation>将此对话保存为文件</translation>
    </message>
    <message>
        <source>Save all chats as files</source>
        <translation>将所有对话保存为文件</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>打印此对话</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>私密对话</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>撤销删除</translation>
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
    <name>ChatPages</name>
    <message>
        <source>%1, %2</source>
        <comment>who said it, and when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page numbers</comment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ChatStyleBar</name>
    <message>
        <source>Own instructions</source>
        <translation>自己的指示</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>选择角色</translation>
    </message>
    <message>
        <source>Persona of this chat: %1</source>
        <translation>此对话的角色：%1</translation>
    </message>
    <message>
        <source>Answers as in general</source>
        <translation>按通用方式回答</translation>
    </message>
    <message>
        <source>How this chat is answered</source>
        <translation>此对话如何回答</translation>
    </message>
    <message>
        <source>Answers of this chat: %1</source>
        <translation>此对话的回答：%1</translation>
    </message>
</context>
<context>
    <name>ChatStyleDialog</name>
    <message>
        <source>This chat</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>Persona and instructions</source>
        <translation>角色与指示</translation>
    </message>
    <message>
        <source>Instructions for this chat</source>
        <translation>此对话的指示</translation>
    </message>
    <message>
        <source>Empty: the general instructions of the settings</source>
        <translation>留空：使用设置中的通用指示</translation>
    </message>
    <message>
        <source>Use these instructions</source>
        <translation>使用这些指示</translation>
    </message>
    <message>
        <source>Use them and read again</source>
        <translation>使用并重新读取</translation>
    </message>
    <message>
        <source>Save as a persona…</source>
        <translation>保存为角色…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Counts from the next answer on.</source>
        <translation>从下一个回答起生效。</translation>
    </message>
    <message>
        <source>As in general</source>
        <translation>按通用</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Save the instructions as a persona</source>
        <translation>将指示保存为角色</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
    <message>
        <source>Tool call</source>
        <translation>工具调用</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>工具结果</translation>
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
            <numerusform>再显示 %n 部分</numerusform>
        </translation>
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
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>折叠</translation>
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
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>附加文档</translation>
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
        <translation>最快</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Run models on %1</source>
        <translation>在 %1 上运行模型</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Compares every operation with a plain calculation</source>
        <translation>将每种运算与朴素计算对比</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测速</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>测量 %1</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Software driver, through %1</source>
        <translation>软件驱动，通过 %1</translation>
    </message>
    <message>
        <source>Graphics of the processor, through %1</source>
        <translation>处理器内置显卡，通过 %1</translation>
    </message>
    <message>
        <source>Virtual graphics, through %1</source>
        <translation>虚拟显卡，通过 %1</translation>
    </message>
    <message>
        <source>Graphics card, through %1</source>
        <translation>显卡，通过 %1</translation>
    </message>
    <message>
        <source>%1 of %2 of memory free</source>
        <translation>%2 内存中有 %1 空闲</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 内存</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>驱动 %1</translation>
    </message>
    <message>
        <source>Reads %1 of weights a second when it writes; %2 billion operations a second when it reads</source>
        <translation>写作时每秒读取 %1 权重；阅读时每秒 %2 十亿次运算</translation>
    </message>
    <message>
        <source>The last test ended early: %1</source>
        <translation>上次测试提前结束：%1</translation>
    </message>
    <message numerus="yes">
        <source>Self-test: %n operation(s) computed wrongly: %1</source>
        <translation>
            <numerusform>自检：%n 种运算结果有误：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right, %1 that only some models need are missing</source>
        <translation>
            <numerusform>自检：%n 种运算全部正确，缺少 %1 种仅部分模型需要的运算</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test: all of %n operation(s) right</source>
        <translation>
            <numerusform>自检：%n 种运算全部正确</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>无法使用：%1</translation>
    </message>
    <message>
        <source>Not used by itself: its self-test found wrong results. Update its driver and test it again.</source>
        <translation>不会自动使用：自检发现结果有误。请更新驱动后重新测试。</translation>
    </message>
    <message>
        <source>Not used by itself: this driver computes on the processor, more slowly than Eddy does.</source>
        <translation>不会自动使用：此驱动在处理器上计算，比 Eddy 自身更慢。</translation>
    </message>
    <message>
        <source>Too little memory for %1, which needs %2.</source>
        <translation>内存不足以运行 %1，它需要 %2。</translation>
    </message>
    <message>
        <source>%1 of %2 layers of %3 lie here</source>
        <translation>%3 的 %2 层中有 %1 层在此设备上</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Back to the chat</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>重新查找设备</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>全部测速</translation>
    </message>
    <message>
        <source>Takes a few seconds a device. Answers go first: a question stops it.</source>
        <translation>每台设备需几秒。回答优先：一提问就会停止。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>模型在哪里运行</translation>
    </message>
    <message>
        <source>Chosen automatically among the processor and the graphics cards.</source>
        <translation>在处理器和显卡之间自动选择。</translation>
    </message>
    <message>
        <source>On the device that you chose.</source>
        <translation>在您选择的设备上。</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>设备…</translation>
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
    <message>
        <source>Stop reading and forget what was read</source>
        <translation>停止读取并忘记已读内容</translation>
    </message>
    <message>
        <source>Once more shows the next document</source>
        <translation>再按一次显示下一个文档</translation>
    </message>
    <message>
        <source>Show next text</source>
        <translation>显示下一份文本</translation>
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
        <translation>PDF、Word、电子书、网页、邮件、表格、代码、文本、包含它们的文件夹，或选中的文本</translation>
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
        <translation>与其他文档一起读取</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Read %1 together with others</source>
        <translation>将 %1 与其他文档一起读取</translation>
    </message>
    <message>
        <source>Leave %1 out, it is number %2</source>
        <translation>略去 %1，它是第 %2 个</translation>
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
    <message>
        <source>Next document of this chat</source>
        <translation>此聊天的下一份文档</translation>
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
    <message>
        <source>The file keeps changing</source>
        <translation>文件一直在变化</translation>
    </message>
    <message>
        <source>Another program is writing it. Wait until it has finished, or drop a copy of the file.</source>
        <translation>另一个程序正在写入它。请等它完成，或拖入该文件的副本。</translation>
    </message>
    <message>
        <source>Its text could not be saved</source>
        <translation>无法保存它的文本</translation>
    </message>
    <message>
        <source>Check that there is free space where Eddy keeps its data (Settings, Storage), then drop the file again.</source>
        <translation>请检查 Eddy 存放数据的位置（设置、存储）是否有可用空间，然后重新拖入该文件。</translation>
    </message>
    <message>
        <source>It ends too early, contradicts itself or is not what its name says. Fetch it again, or open and save it with another program.</source>
        <translation>它提前结束、自相矛盾，或与名称所示不符。请重新获取，或用另一个程序打开并保存。</translation>
    </message>
    <message>
        <source>It unpacks to more, or nests deeper, than a document may. Split it and drop the parts.</source>
        <translation>解压后的大小或嵌套深度超过了文档的上限。请拆分后再拖入。</translation>
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
        <translation>读取剪贴板</translation>
    </message>
    <message>
        <source>Files or text that were copied in another program (Ctrl+V)</source>
        <translation>在其他程序中复制的文件或文本 (Ctrl+V)</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
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
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>将 %1 从此列表移除</translation>
    </message>
    <message>
        <source>Give up %1 and delete what has come</source>
        <translation>放弃 %1 并删除已下载的内容</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Allow %1 and go on</source>
        <translation>允许 %1 并继续</translation>
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
    <message>
        <source>What is this about?</source>
        <translation>这是关于什么的？</translation>
    </message>
    <message>
        <source>What are the most important points?</source>
        <translation>最重要的要点是什么？</translation>
    </message>
    <message>
        <source>Which people and places are named?</source>
        <translation>提到了哪些人物和地点？</translation>
    </message>
    <message>
        <source>What is said at the end?</source>
        <translation>结尾说了什么？</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>您想知道什么？</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>One passphrase for chats, documents and saved states. Eddy asks for it at every start.</source>
        <translation>对话、文档和已保存的状态共用一个密码短语。Eddy 每次启动时询问。</translation>
    </message>
    <message>
        <source>Everything is encrypted</source>
        <translation>一切都已加密</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Whoever has the disk cannot read it without the passphrase. While Eddy runs, it is open.</source>
        <translation>没有密码短语，拿到磁盘的人也无法读取。Eddy 运行期间处于打开状态。</translation>
    </message>
    <message>
        <source>Whoever can read the data folder can read your chats. Without the passphrase nobody can open it again, you neither.</source>
        <translation>能读取数据文件夹的人就能读取您的对话。加密后若没有密码短语，任何人都无法再打开，您也不行。</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改密码短语</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>关闭…</translation>
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
        <translation>将当前分支存为任何浏览器都能打开的网页。它不会从别处加载任何内容。</translation>
    </message>
    <message>
        <source>The branch on show laid out on paper, to print or to pass on.</source>
        <translation>将当前分支排版到纸面，便于打印或转交。</translation>
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
            <numerusform>将 %n 个对话保存为文件</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>A folder for the chats</source>
        <translation>存放对话的文件夹</translation>
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
        <source>Instructions for the model</source>
        <translation>给模型的指示</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>For every chat that has no settings of its own. Changes count from the next answer on.</source>
        <translation>适用于所有没有单独设置的对话。更改从下一个回答起生效。</translation>
    </message>
    <message>
        <source>%1 has values of its own, which count instead of these while it is loaded.</source>
        <translation>%1 有自己的值，加载它时以那些值为准。</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>使用这些</translation>
    </message>
    <message>
        <source>Read at the start of every new conversation that has no instructions of its own.</source>
        <translation>在每个没有自己指示的新对话开始时读取。</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>词元概率</translation>
    </message>
    <message>
        <source>Keeps, for the last answers and in memory alone, how likely every word was and what else could have stood there. See the menu of an answer.</source>
        <translation>为最近的回答保留每个词的可能性以及其他候选词，仅存于内存。见回答的菜单。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Keep for %1 alone</source>
        <translation>仅为 %1 保留</translation>
    </message>
    <message>
        <source>These values count whenever this model is loaded; others go on with the general ones</source>
        <translation>加载此模型时使用这些值；其他模型仍用通用值</translation>
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
    <name>LanguageSetting</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Texts, numbers and dates change at once. A notice on show keeps its words.</source>
        <translation>文本、数字和日期立即更改。已显示的通知保持原文。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
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
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <translation>公式：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the formula as TeX</source>
        <translation>将公式复制为 TeX</translation>
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
    <message>
        <source>Copy, or drag the text to another window</source>
        <translation>复制，或把文字拖到另一个窗口</translation>
    </message>
</context>
<context>
    <name>MessageBlocks</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>再显示 %n 部分</numerusform>
        </translation>
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
    <name>MessagePicture</name>
    <message>
        <source>Picture that cannot be shown: %1</source>
        <translation>无法显示的图片：%1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图片：%1</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>无法显示</translation>
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
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Search by name, kind or place</source>
        <translation>按名称、类型或位置搜索</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>这台电脑上的模型</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
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
    <message>
        <source>From an address…</source>
        <translation>从地址…</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
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
    <name>NotebookPage</name>
    <message>
        <source>Back to the chat (Esc)</source>
        <translation>返回对话 (Esc)</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>The model goes on where the text ends. Its state is kept: going on reads nothing again, and a change reads only from the last completion before it.</source>
        <translation>模型从文本结尾处继续写。其状态会保留：继续时无需重新读取，更改后只从之前最近的续写处读取。</translation>
    </message>
    <message>
        <source>Text of the notebook</source>
        <translation>笔记本文本</translation>
    </message>
    <message>
        <source>Write the beginning of a text…</source>
        <translation>写下文本的开头…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>续写</translation>
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
        <translation>撤销续写</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Hide the controls</source>
        <translation>隐藏选项</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>NotebookValues</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <translation>减少重复</translation>
    </message>
    <message>
        <source>Tokens at once</source>
        <translation>每次词元数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Stop at (one on each line)</source>
        <translation>停止于（每行一个）</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止于</translation>
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
        <translation>当耗时任务结束时</translation>
    </message>
    <message>
        <source>An answer that took a while, or the reading of documents; only while Eddy is not the active window.</source>
        <translation>耗时较长的回答或文档阅读；仅当 Eddy 不是活动窗口时。</translation>
    </message>
    <message>
        <source>Notify when something long has ended</source>
        <translation>耗时任务结束时通知</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>托盘图标</translation>
    </message>
    <message>
        <source>Where the desktop has a tray: opens the window, begins a chat, quits. Closing the window still ends Eddy.</source>
        <translation>在有托盘的桌面上：打开窗口、新建对话、退出。关闭窗口仍会退出 Eddy。</translation>
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
    <name>PageActions</name>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
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
        <source>Notebook</source>
        <translation>笔记本</translation>
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
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>About Eddy</source>
        <translation>关于 Eddy</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
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
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypt chats, documents and saved states</source>
        <translation>加密对话、文档和已保存的状态</translation>
    </message>
    <message>
        <source>Turn encryption off</source>
        <translation>关闭加密</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改密码短语</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation>四个或更多互不相关的词，易记而难猜。</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>至少 %1 个字符。</translation>
    </message>
    <message>
        <source>Short: quickly guessed by a machine.</source>
        <translation>太短：机器很快就能猜出。</translation>
    </message>
    <message>
        <source>Fair. Another word would make it much harder to guess.</source>
        <translation>尚可。再加一个词会难猜得多。</translation>
    </message>
    <message>
        <source>Long enough, if nobody else would think of it.</source>
        <translation>足够长，只要别人想不到。</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open your conversations again, you neither: there is no second key. Keep it where you will find it. Everything is written anew, which takes a while and as much free space as it has now.</source>
        <translation>没有密码短语，任何人都无法再打开您的对话，您也不行：没有第二把钥匙。请把它保存在找得到的地方。所有内容将重新写入，需要一些时间以及与现有占用相同的可用空间。</translation>
    </message>
    <message>
        <source>Everything is written anew without encryption. Whoever can read the data folder can read your chats then.</source>
        <translation>所有内容将不加密地重新写入。之后能读取数据文件夹的人就能读取您的对话。</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>当前密码短语</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新密码短语</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>再次输入新密码短语</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>请等待 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>隐藏密码短语</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示密码短语</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定似乎已打开。</translation>
    </message>
</context>
<context>
    <name>PersonaChooser</name>
    <message>
        <source>Persona</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>无角色</translation>
    </message>
    <message>
        <source>Persona %1</source>
        <translation>角色 %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Picture: %1</source>
        <translation>图片：%1</translation>
    </message>
    <message>
        <source>[Picture: %1. It is not in this chat.]</source>
        <translation>[图片：%1。它不在此聊天中。]</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: %1</source>
        <translation>图片：%1</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>无法显示 %1</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 cannot be read. Check that it is still there and that you may open it.</source>
        <translation>无法读取 %1。请检查它是否还在，以及您是否有权打开它。</translation>
    </message>
    <message>
        <source>%1 is too large: a picture may have 20 MB, 64 million pixels and 20,000 pixels a side. Save it smaller and add it again.</source>
        <translation>%1 太大：图片最多 20 MB、6400 万像素、每边 20,000 像素。请缩小保存后再添加。</translation>
    </message>
    <message>
        <source>%1 is damaged, or is no picture. PNG, JPEG, GIF, WebP and BMP can be added.</source>
        <translation>%1 已损坏或不是图片。可以添加 PNG、JPEG、GIF、WebP 和 BMP。</translation>
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
    <name>PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A set of values for a purpose. Moving a control below makes it your own.</source>
        <translation>为某种用途准备的一组值。移动下方的控件即成为您自己的值。</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>自己的值</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>预设：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Save these values as…</source>
        <translation>将这些值另存为…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export as a file…</source>
        <translation>导出为文件…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Save these values as a preset</source>
        <translation>将这些值保存为预设</translation>
    </message>
    <message>
        <source>The name of one of your presets replaces it. A fixed seed is not saved.</source>
        <translation>若使用已有预设的名称，则会替换它。固定的种子不会保存。</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>导入预设</translation>
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
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Eddy sends nothing anywhere. It asks the network only for a model or a catalogue that you want, and only these hosts.</source>
        <translation>Eddy 不向任何地方发送任何内容。只有在您需要模型或目录时才访问网络，且仅限这些主机。</translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation>从不使用网络</translation>
    </message>
    <message>
        <source>No request is possible, whatever else is set. What runs is stopped at once.</source>
        <translation>无论其他设置如何，都不能发出请求。正在进行的会立即停止。</translation>
    </message>
    <message>
        <source>Hosts that may be asked</source>
        <translation>可访问的主机</translation>
    </message>
    <message>
        <source>None yet. A host comes onto the list when you download from it, and can be taken off again.</source>
        <translation>暂无。从某主机下载时，它会加入列表，之后可以移除。</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>将 %1 从列表移除</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>与系统相同</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP 代理</translation>
    </message>
    <message>
        <source>SOCKS proxy</source>
        <translation>SOCKS 代理</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>主机:端口</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>https 地址，或留空</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Where a newer catalogue of models is asked for, when you press Update there. Only a rightly signed one is taken.</source>
        <translation>在目录中按“更新”时，从这里查询较新的模型目录。只接受签名正确的目录。</translation>
    </message>
    <message>
        <source>Asked so far</source>
        <translation>迄今访问过</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>An address that stands in for huggingface.co, such as https://hf-mirror.com.</source>
        <translation>代替 huggingface.co 的地址，例如 https://hf-mirror.com。</translation>
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
    <name>ProblemList</name>
    <message>
        <source>Dismiss all</source>
        <translation>全部关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) about files</source>
        <translation>
            <numerusform>%n 条关于文件的消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantiseDialog</name>
    <message>
        <source>A smaller copy of %1</source>
        <translation>%1 的较小副本</translation>
    </message>
    <message>
        <source>Fewer bits for each number: less memory, faster answers, a little less exact. The model itself stays as it is.</source>
        <translation>每个数字用更少的位：占用更少内存，回答更快，精确度略低。模型本身保持不变。</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>权重格式</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>制作副本</translation>
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
    <message>
        <source>Save as files</source>
        <translation>保存为文件</translation>
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
    <name>ShortcutRow</name>
    <message>
        <source>Press a key…</source>
        <translation>请按键…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1：无按键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Take the key of “%1” away</source>
        <translation>取消“%1”的按键</translation>
    </message>
    <message>
        <source>“%1” without a key, as usual</source>
        <translation>“%1”恢复为无按键</translation>
    </message>
    <message>
        <source>Back to %1 for “%2”</source>
        <translation>将“%2”恢复为 %1</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>显示所有命令</translation>
    </message>
    <message>
        <source>All back to the usual keys</source>
        <translation>全部恢复默认按键</translation>
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
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
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
    <message>
        <source>Hide the summary</source>
        <translation>隐藏摘要</translation>
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
    <name>ThinkingBlock</name>
    <message numerus="yes">
        <source>Thinking for %n second(s)</source>
        <translation>
            <numerusform>已思考 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message numerus="yes">
        <source>Thought for about %n second(s)</source>
        <translation>
            <numerusform>思考了约 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought before it answered</source>
        <translation>回答前进行了思考</translation>
    </message>
    <message>
        <source>Shown; press to fold it</source>
        <translation>已显示；按下即可折叠</translation>
    </message>
    <message>
        <source>Folded; press to read it</source>
        <translation>已折叠；按下即可阅读</translation>
    </message>
</context>
<context>
    <name>ThinkingWords</name>
    <message>
        <source>What the model thought</source>
        <translation>模型的思考</translation>
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
        <translation>一起读取</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Read %1 earlier</source>
        <translation>提前读取 %1</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>略去 %1</translation>
    </message>
    <message>
        <source>The model reads them one after another, in this order.</source>
        <translation>模型将按此顺序逐一读取。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>TokenChancesDialog</name>
    <message>
        <source>How likely the words were</source>
        <translation>各词的可能性</translation>
    </message>
    <message>
        <source>What the model thought before temperature and the like. The stronger the mark, the less likely the word was. Move with the pointer or the arrow keys.</source>
        <translation>模型在应用温度等之前的判断。标记越深，该词的可能性越低。可用指针或方向键移动。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 % · log %2</source>
        <translation>%1% · log %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“%1”: %2 %</source>
        <translation>“%1”：%2%</translation>
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
    <name>TrayIcon</name>
    <message>
        <source>Show Eddy</source>
        <translation>显示 Eddy</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>UndoToasts</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>您的对话已锁定</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>正在检查密码短语</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>请等待 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>忘记了</translation>
    </message>
    <message>
        <source>Open another data folder…</source>
        <translation>打开其他数据文件夹…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody keeps a second key, and Eddy cannot make one. Try the ways you usually write it. If it is lost, these conversations are lost; with another data folder you begin anew, and this one stays as it is.</source>
        <translation>没有密码短语就无法找回：没有人保存第二把钥匙，Eddy 也无法生成。请尝试您惯用的写法。如果遗失，这些对话也就遗失；使用其他数据文件夹可重新开始，而此文件夹保持原样。</translation>
    </message>
    <message>
        <source>Open another data folder</source>
        <translation>打开其他数据文件夹</translation>
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
        <translation>查询时除请求本身外不向 %1 发送任何内容。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>更改内容：%1</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>每天检查一次</translation>
    </message>
    <message>
        <source>Off until you switch it on.</source>
        <translation>默认关闭，由您开启。</translation>
    </message>
    <message>
        <source>Look for updates once a day</source>
        <translation>每天检查一次更新</translation>
    </message>
    <message>
        <source>Version %1 is still here</source>
        <translation>版本 %1 仍在</translation>
    </message>
    <message>
        <source>Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.</source>
        <translation>回退会结束 Eddy 并启动该版本。对话会保留；只有新版本能读取的内容会在那里说明。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>回退</translation>
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
    <name>ViewActions</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
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
</context>
<context>
    <name>WaitingPictures</name>
    <message>
        <source>Take %1 away</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>No model here can see pictures: it reads your words alone. The pictures are kept with your message, for you.</source>
        <translation>这里的模型都看不到图片：它只读您的文字。图片会与您的消息一起为您保存。</translation>
    </message>
    <message>
        <source>Adding a picture…</source>
        <translation>正在添加图片…</translation>
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
        <translation>欢迎使用 Eddy</translation>
    </message>
    <message>
        <source>A small model is loaded already: write below and it answers.</source>
        <translation>已加载一个小模型：在下方书写，它会回答。</translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation>立即继续</translation>
    </message>
    <message>
        <source>What the model has read is kept beside the text. Every chat goes on where it was, after any restart, without being read again.</source>
        <translation>模型读过的内容与文本一起保存。每个对话在任何重新启动之后都从原处继续，无需重新读取。</translation>
    </message>
    <message>
        <source>Reads documents</source>
        <translation>读取文档</translation>
    </message>
    <message>
        <source>Drop a document on the window: it is read once, then every question starts from there, with the passages it came from.</source>
        <translation>将文档拖放到窗口：它只读取一次，之后每个问题都由此开始，并附上出处段落。</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>留在本机</translation>
    </message>
    <message>
        <source>Models run on this computer. What you write and read is kept in one folder of yours and sent nowhere.</source>
        <translation>模型在这台电脑上运行。您写的和读的都保存在您自己的一个文件夹中，不会发送到任何地方。</translation>
    </message>
    <message>
        <source>The starter is very small and speaks English alone: it makes small talk, answers questions about Eddy, from a short text and about what it was just told, and edits a sentence. It knows little, forgets after a few hundred words and makes things up; for real use take a larger model.</source>
        <translation>入门模型非常小，只会英语：它能闲聊，回答关于 Eddy、短文以及刚才所说内容的问题，还能修改句子。它知道得少，几百词之后就会忘记，也会编造；实际使用请选择更大的模型。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>您的数据：%1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Look at models</source>
        <translation>查看模型</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Download that model</source>
        <translation>下载该模型</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Add documents</source>
        <translation>添加文档</translation>
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
    <message>
        <source>Show the sidebar</source>
        <translation>显示侧边栏</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
</context>
<context>
    <name>eddy::AnswerAnnouncer</name>
    <message>
        <source>Stopped here.</source>
        <translation>在此停止。</translation>
    </message>
</context>
<context>
    <name>eddy::CatalogueModel</name>
    <message>
        <source>The catalogue that was fetched is not rightly signed and was left aside.</source>
        <translation>获取的目录签名不正确，已弃置。</translation>
    </message>
    <message>
        <source>Catalogue of %1</source>
        <translation>%1 的目录</translation>
    </message>
    <message>
        <source>%1 in use per token</source>
        <translation>每个词元使用 %1</translation>
    </message>
    <message>
        <source>%1 in 16 bits</source>
        <translation>16 位为 %1</translation>
    </message>
    <message>
        <source>about %1 in 16 bits</source>
        <translation>16 位约为 %1</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>语言未知</translation>
    </message>
    <message>
        <source>languages: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>可容纳</translation>
    </message>
    <message>
        <source>fits with 4-bit weights</source>
        <translation>使用 4 位权重可容纳</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>对这台电脑来说太大</translation>
    </message>
    <message>
        <source>State: %1 a chat and %2 a token</source>
        <translation>状态：每个对话 %1，每个词元 %2</translation>
    </message>
    <message>
        <source>State: %1 a chat</source>
        <translation>状态：每个对话 %1</translation>
    </message>
    <message>
        <source>Where this model can be fetched is not known.</source>
        <translation>不知道从哪里可以获取此模型。</translation>
    </message>
    <message>
        <source>The catalogue there is for a newer version of Eddy.</source>
        <translation>那里的目录适用于更新版本的 Eddy。</translation>
    </message>
    <message>
        <source>What came is not rightly signed; the catalogue stays as it was.</source>
        <translation>收到的内容签名不正确；目录保持不变。</translation>
    </message>
    <message>
        <source>What came is no catalogue; the one here stays as it was.</source>
        <translation>收到的内容不是目录；现有目录保持不变。</translation>
    </message>
    <message>
        <source>The catalogue there is older than the one here.</source>
        <translation>那里的目录比现有的更旧。</translation>
    </message>
    <message>
        <source>The catalogue is up to date.</source>
        <translation>目录已是最新。</translation>
    </message>
    <message>
        <source>The catalogue is up to date, but could not be kept for the next start.</source>
        <translation>目录已是最新，但未能保存供下次启动使用。</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is in this catalogue.</source>
        <translation>%1（%2），来自 %3。校验和已在本目录中。</translation>
    </message>
    <message>
        <source>%1 (%2) from %3. Its checksum is the host&apos;s own word.</source>
        <translation>%1（%2），来自 %3。校验和仅由主机自己给出。</translation>
    </message>
    <message>
        <source>%1 from %2. Its checksum is in this catalogue.</source>
        <translation>%1，来自 %2。校验和已在本目录中。</translation>
    </message>
    <message>
        <source>%1 from %2. Size and checksum are the host&apos;s own word.</source>
        <translation>%1，来自 %2。大小和校验和仅由主机自己给出。</translation>
    </message>
</context>
<context>
    <name>eddy::ChatExporter</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>eddy::ChatPictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message numerus="yes">
        <source>A message holds at most %n picture(s). Send it, or take one away.</source>
        <translation>
            <numerusform>一条消息最多包含 %n 张图片。请先发送，或移除一张。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>eddy::ChatStyle</name>
    <message>
        <source>Own settings</source>
        <translation>自己的设置</translation>
    </message>
    <message>
        <source>This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.</source>
        <translation>此对话以文档或已保存的状态开头：已读内容位于最前，指示不会被读取。</translation>
    </message>
    <message>
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start.</source>
        <translation>指示位于最开头，因此模型将从头重新读取此对话。</translation>
    </message>
    <message numerus="yes">
        <source>Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.</source>
        <translation>
            <numerusform>指示位于最开头，因此模型将从头重新读取此对话：%n 个词元。</numerusform>
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
    <message>
        <source>**You**</source>
        <translation>**您**</translation>
    </message>
    <message>
        <source>**Model**</source>
        <translation>**模型**</translation>
    </message>
</context>
<context>
    <name>eddy::CodePieces</name>
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
    <name>eddy::DevicesViewModel</name>
    <message>
        <source>The fastest of those measured here: %1</source>
        <translation>此处测得最快的：%1</translation>
    </message>
    <message>
        <source>A graphics card where there is one, else the processor. Measuring tells which is faster.</source>
        <translation>有显卡则用显卡，否则用处理器。测速可知哪个更快。</translation>
    </message>
    <message>
        <source>There is nothing to choose from: only one device here is fit for it.</source>
        <translation>无可选择：此处只有一台合适的设备。</translation>
    </message>
    <message>
        <source>The chosen device is not there at the moment; the automatic choice stands in for it.</source>
        <translation>所选设备当前不在；由自动选择代替。</translation>
    </message>
    <message>
        <source>Testing every operation on %1…</source>
        <translation>正在 %1 上测试每种运算…</translation>
    </message>
    <message>
        <source>Measuring %1…</source>
        <translation>正在测量 %1…</translation>
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
        <translation>这在网络上</translation>
    </message>
    <message>
        <source>Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that.</source>
        <translation>Eddy 不会自行获取任何内容。请先保存再拖放文件，或选中文本后拖放。</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>拖放的内容</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>其中没有文本</translation>
    </message>
    <message>
        <source>Drop a file, or text that was selected in another program.</source>
        <translation>请拖放文件，或在其他程序中选中的文本。</translation>
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
        <translation>截至%1提问</translation>
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
    <message>
        <source>%1, page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>Reading was stopped. Answers come from passages alone.</source>
        <translation>读取已停止。回答只依据段落。</translation>
    </message>
</context>
<context>
    <name>eddy::Downloads</name>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>剩余 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>剩余 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>Checking what is here: %1</source>
        <translation>正在检查已有内容：%1</translation>
    </message>
    <message>
        <source>%1; the connection broke, trying again</source>
        <translation>%1；连接中断，正在重试</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>已暂停于 %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>已停止于 %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 (file %2 of %3)</source>
        <translation>%1（文件 %2 / %3）</translation>
    </message>
    <message>
        <source>There is a folder of this name already, or the name will not do.</source>
        <translation>已有同名文件夹，或此名称不可用。</translation>
    </message>
    <message>
        <source>The address does not end in the name of a model file, such as model.gguf.</source>
        <translation>地址结尾不是模型文件名，例如 model.gguf。</translation>
    </message>
    <message>
        <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f.</source>
        <translation>SHA-256 校验和由 64 个 0 到 9 和 a 到 f 的字符组成。</translation>
    </message>
    <message>
        <source>The network is switched off in the settings, under Privacy.</source>
        <translation>网络已在设置的“隐私”中关闭。</translation>
    </message>
    <message>
        <source>This is not an address that can be fetched.</source>
        <translation>这不是可获取内容的地址。</translation>
    </message>
    <message>
        <source>%1 would be asked without encryption, which Eddy does not do.</source>
        <translation>将以未加密方式访问 %1，Eddy 不会这样做。</translation>
    </message>
    <message>
        <source>The server sends on to %1, which is not on your list of hosts.</source>
        <translation>服务器转向 %1，它不在您的主机列表中。</translation>
    </message>
    <message>
        <source>The server sends round in circles.</source>
        <translation>服务器循环转向。</translation>
    </message>
    <message>
        <source>%1 does not have this file any more.</source>
        <translation>%1 已没有此文件。</translation>
    </message>
    <message>
        <source>%1 gives this file only to those who have signed in or agreed to its terms.</source>
        <translation>%1 只向已登录或已同意其条款的人提供此文件。</translation>
    </message>
    <message>
        <source>%1 cannot give the file now; try again later.</source>
        <translation>%1 目前无法提供文件；请稍后重试。</translation>
    </message>
    <message>
        <source>The connection to %1 broke too often; check the network and go on.</source>
        <translation>与 %1 的连接中断次数过多；请检查网络后继续。</translation>
    </message>
    <message>
        <source>The file there has another size than it should: it is not the one that was wanted.</source>
        <translation>那里的文件大小不符：不是所需的文件。</translation>
    </message>
    <message>
        <source>What came is not the file that was wanted, and was thrown away.</source>
        <translation>收到的不是所需的文件，已丢弃。</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a file.</source>
        <translation>%1 发送的是网页而不是文件。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk; free some and go on.</source>
        <translation>磁盘空间不足；请释放空间后继续。</translation>
    </message>
    <message>
        <source>The file cannot be written in the folder for models.</source>
        <translation>无法将文件写入模型文件夹。</translation>
    </message>
    <message>
        <source>Its checksum is the one that was known before.</source>
        <translation>校验和与事先已知的一致。</translation>
    </message>
    <message>
        <source>No checksum was known: the size alone was checked.</source>
        <translation>没有已知的校验和：只检查了大小。</translation>
    </message>
    <message>
        <source>It agrees with its host&apos;s checksum, which nobody else has confirmed.</source>
        <translation>与主机给出的校验和一致，但未经他人确认。</translation>
    </message>
    <message>
        <source>The checksum is the host&apos;s own word.</source>
        <translation>校验和仅由主机自己给出。</translation>
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
    <name>eddy::ModelQuantiser</name>
    <message>
        <source>This format would not make it smaller.</source>
        <translation>此格式不会使它变小。</translation>
    </message>
    <message>
        <source>About %1 instead of %2</source>
        <translation>约 %1，原为 %2</translation>
    </message>
    <message numerus="yes">
        <source>Its numbers change by %1 % on average (measured on %n matrices)</source>
        <translation>
            <numerusform>数值平均变化 %1%（在 %n 个矩阵上测得）</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 times as fast on this computer</source>
        <translation>在这台电脑上最快为 %1 倍</translation>
    </message>
    <message>
        <source>Up to %1 instead of %2</source>
        <translation>最多 %1，原为 %2</translation>
    </message>
    <message>
        <source>%1 is ready: %2, changed by %3 %</source>
        <translation>%1 已完成：%2，变化 %3%</translation>
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
        <translation>%1，最近一次为 %2</translation>
    </message>
</context>
<context>
    <name>eddy::Notebook</name>
    <message>
        <source>Reading: %1 of %2 tokens</source>
        <translation>正在读取：%1 / %2 个词元</translation>
    </message>
    <message>
        <source>Nothing had to be read</source>
        <translation>无需读取任何内容</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens read</source>
        <translation>
            <numerusform>已读取 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 tokens/s</source>
        <translation>%1 · %2 · %3 词元/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>已写 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, because %2</source>
        <extracomment>&quot;40 tokens read, because the saved state was damaged&quot;</extracomment>
        <translation>%1，因为%2</translation>
    </message>
</context>
<context>
    <name>eddy::Notices</name>
    <message>
        <source>The answer is there</source>
        <translation>回答已完成</translation>
    </message>
    <message>
        <source>In a chat of yours</source>
        <translation>在您的一个对话中</translation>
    </message>
    <message>
        <source>The documents have been read</source>
        <translation>文档已读完</translation>
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
        <translation>讲解者</translation>
    </message>
    <message>
        <source>You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure.</source>
        <translation>你用简单而正确的方式解释事物。使用短句和日常例子。不确定时要说明。</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes.</source>
        <translation>你改进文本。保留其含义、语言和语气；改正语法和拼写；使其更清晰、更简短。先给出改进后的文本，再说明最重要的改动。</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>程序员</translation>
    </message>
    <message>
        <source>You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases.</source>
        <translation>你是经验丰富的程序员。用可运行、易读的代码回答，只作必要的解释。说明假设和边界情况。</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>辅导者</translation>
    </message>
    <message>
        <source>You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong.</source>
        <translation>你是耐心的辅导者。用小步骤和提问引导到答案，而不是直接给出。肯定正确之处，纠正错误之处。</translation>
    </message>
    <message>
        <source>Storyteller</source>
        <translation>讲故事的人</translation>
    </message>
    <message>
        <source>You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own.</source>
        <translation>你讲故事。写得生动，以描写代替说明，让每个人物都有自己的声音。</translation>
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
        <translation>均衡</translation>
    </message>
    <message>
        <source>For most questions.</source>
        <translation>适合大多数问题。</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Keeps to the likeliest words: facts, summaries, translations.</source>
        <translation>偏向最可能的词：事实、摘要、翻译。</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Stories and ideas: surprising, and less repetitive.</source>
        <translation>故事与点子：出人意料，少重复。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Careful and without penalties: code repeats itself on purpose.</source>
        <translation>谨慎且无惩罚：代码本就会有意重复。</translation>
    </message>
    <message>
        <source>RWKV chat</source>
        <translation>RWKV 对话</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for conversations.</source>
        <translation>RWKV 作者为对话推荐的设置。</translation>
    </message>
    <message>
        <source>RWKV creative</source>
        <translation>RWKV 创意</translation>
    </message>
    <message>
        <source>What RWKV&apos;s makers recommend for free writing.</source>
        <translation>RWKV 作者为自由写作推荐的设置。</translation>
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
        <translation>未能保存预设：%1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>未能读取文件：%1</translation>
    </message>
    <message>
        <source>This file is no preset of Eddy.</source>
        <translation>此文件不是 Eddy 的预设。</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>您自己的。</translation>
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
        <translation>第 %1 页</translation>
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
    <name>eddy::Shortcuts</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This is no key.</source>
        <translation>这不是按键。</translation>
    </message>
    <message>
        <source>%1 alone is needed for writing: hold Ctrl or Alt with it, or take a function key.</source>
        <translation>单独的 %1 用于输入文字：请同时按住 Ctrl 或 Alt，或使用功能键。</translation>
    </message>
    <message>
        <source>%1 is needed in text fields.</source>
        <translation>文本框需要使用 %1。</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
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
    <name>eddy::SpokenText</name>
    <message>
        <source>Thinking.</source>
        <translation>正在思考。</translation>
    </message>
    <message numerus="yes">
        <source>Thought about it in %n words.</source>
        <translation>
            <numerusform>用 %n 个词进行了思考。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block, %n lines.</source>
        <translation>
            <numerusform>代码块，%n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code block in %1, %n lines.</source>
        <translation>
            <numerusform>%1 代码块，%n 行。</numerusform>
        </translation>
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
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
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
    <message numerus="yes">
        <source>%n chat(s) were saved in %1.</source>
        <translation>
            <numerusform>已将 %n 个对话保存到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving chat %1 of %2…</source>
        <translation>正在保存对话 %1/%2…</translation>
    </message>
    <message>
        <source>No font of this computer has these letters, which are empty boxes in the PDF: %1. Install fonts that have them (on Debian fonts-noto-cjk, for Chinese, Japanese and Korean) and save it again.</source>
        <translation>此电脑上没有包含这些字符的字体，它们在 PDF 中是空框：%1。请安装包含它们的字体（Debian 上为 fonts-noto-cjk，用于中文、日文和韩文），然后重新保存。</translation>
    </message>
</context>
<context>
    <name>eddy::UpdatesViewModel</name>
    <message>
        <source>The answer is not signed by Eddy’s publisher, so it was thrown away.</source>
        <translation>回复没有 Eddy 发布者的签名，已丢弃。</translation>
    </message>
    <message>
        <source>The answer is meant for a later version of Eddy.</source>
        <translation>回复适用于更高版本的 Eddy。</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>未能读取回复。</translation>
    </message>
    <message>
        <source>Eddy %1</source>
        <translation>Eddy %1</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>未能启动 %1。</translation>
    </message>
    <message>
        <source>This copy was built without an address to ask.</source>
        <translation>此副本在构建时没有设定查询地址。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>Eddy %1 is the newest version.</source>
        <translation>Eddy %1 是最新版本。</translation>
    </message>
    <message>
        <source>Eddy %1 of %2 is there. This is %3.</source>
        <translation>已有 %2 的 Eddy %1。当前是 %3。</translation>
    </message>
    <message>
        <source>This is Eddy %1. Nobody was asked for a newer one yet.</source>
        <translation>当前是 Eddy %1。尚未查询是否有新版本。</translation>
    </message>
    <message>
        <source>It came with your system’s packages: they bring the new version.</source>
        <translation>它随系统的软件包安装：新版本由软件包提供。</translation>
    </message>
    <message>
        <source>It was built from its sources: get the new ones and build again.</source>
        <translation>它由源代码构建：请获取新的源代码并重新构建。</translation>
    </message>
    <message>
        <source>The new installer is checked after the download and lies in your models’ download list; start it when it suits you.</source>
        <translation>新的安装程序会在下载后校验，位于模型的下载列表中；请在方便时启动。</translation>
    </message>
    <message>
        <source>There is no package for this kind of computer yet.</source>
        <translation>还没有适用于此类电脑的软件包。</translation>
    </message>
</context>
<context>
    <name>eddy::VaultViewModel</name>
    <message>
        <source>Wait until nothing is being written or read, or stop it first.</source>
        <translation>请等到没有读写任务，或先将其停止。</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>已停止。一切如旧。</translation>
    </message>
    <message>
        <source>That is not the passphrase. Look at capital letters and the keyboard layout.</source>
        <translation>密码短语不正确。请检查大小写和键盘布局。</translation>
    </message>
    <message>
        <source>Chats, documents and saved states are encrypted now. The passphrase is asked for at the next start.</source>
        <translation>对话、文档和已保存的状态现已加密。下次启动时会询问密码短语。</translation>
    </message>
    <message>
        <source>The encryption is off.</source>
        <translation>加密已关闭。</translation>
    </message>
    <message>
        <source>The new passphrase is set. The old one opens nothing any more, copies made earlier aside.</source>
        <translation>新密码短语已设定。除先前所作的副本外，旧密码短语不再能打开任何内容。</translation>
    </message>
</context>
<context>
    <name>eddy::Welcome</name>
    <message>
        <source>This computer has %1 of memory.</source>
        <translation>这台电脑有 %1 内存。</translation>
    </message>
    <message>
        <source>A larger model knows more: RWKV-7 G1 with 1.5 billion parameters takes about 1 GB in 4 bits.</source>
        <translation>更大的模型知道得更多：15 亿参数的 RWKV-7 G1 以 4 位约占 1 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 0.4 billion parameters fits: about 0.3 GB in 4 bits.</source>
        <translation>可容纳 4 亿参数的 RWKV-7 G1：4 位约占 0.3 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 1.5 billion parameters fits well: about 1 GB in 4 bits.</source>
        <translation>可轻松容纳 15 亿参数的 RWKV-7 G1：4 位约占 1 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 2.9 billion parameters fits well: about 2 GB in 4 bits.</source>
        <translation>可轻松容纳 29 亿参数的 RWKV-7 G1：4 位约占 2 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 7.2 billion parameters fits well: about 4.5 GB in 4 bits.</source>
        <translation>可轻松容纳 72 亿参数的 RWKV-7 G1：4 位约占 4.5 GB。</translation>
    </message>
    <message>
        <source>RWKV-7 G1 with 13.3 billion parameters fits well: about 8 GB in 4 bits.</source>
        <translation>可轻松容纳 133 亿参数的 RWKV-7 G1：4 位约占 8 GB。</translation>
    </message>
</context>
</TS>
