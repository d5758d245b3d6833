pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.qmlmodels
import Eddy.App
import Eddy.Components
import Eddy.Style

// The blocks of one message, one delegate per kind. Of a long one only those near the view are in the scene.
LongColumn {
    id: root

    required property MessageBlocksModel blocks
    property real messageId: -1
    property real secondsPerLetter: 0  // that the answer took; 0 where it is not known
    signal linkRequested(string link)
    signal foundHere(Item item, rect place)

    spacing: Style.gap

    Repeater {
        model: GradualRows {
            id: rows
            source: root.blocks
        }
        delegate: DelegateChooser {
            role: "type"
            DelegateChoice {
                roleValue: MessageBlocksModel.Heading
                HeadingBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    level: model.level
                    onLinkRequested: link => root.linkRequested(link)
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Code
                CodeBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    language: model.language
                    origin: model.level
                    view: root.view
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Thinking
                ThinkingBlock {
                    required property int level
                    required property int length
                    objectName: "thinkingBlock"
                    messageId: root.messageId
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    running: level > 0
                    seconds: running ? 0 : root.secondsPerLetter * length
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.List
                ListBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    onLinkRequested: link => root.linkRequested(link)
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Quote
                QuoteBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    onLinkRequested: link => root.linkRequested(link)
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Math
                MathBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    source: model.language
                    onCopyRequested: source => App.chat.copyToClipboard(source)
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Picture
                PictureBlock {
                    required property var model
                    width: root.width
                    name: model.language
                    alt: model.text
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Rule
                RuleBlock {
                    width: root.width
                }
            }
            DelegateChoice {
                roleValue: MessageBlocksModel.Table
                TableBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: Math.min(root.width, implicitWidth)
                    blocks: root.blocks
                    onLinkRequested: link => root.linkRequested(link)
                }
            }
            DelegateChoice {
                ParagraphBlock {
                    required property var model
                    messageId: root.messageId
                    blockIndex: model.index
                    onFoundHere: (item, place) => root.foundHere(item, place)
                    width: root.width
                    blocks: root.blocks
                    onLinkRequested: link => root.linkRequested(link)
                }
            }
        }
    }
    Repeater {  // there only where it is needed
        model: rows.held > 0 && rows.complete ? 1 : 0
        delegate: TextButton {
            objectName: "moreBlocks"
            quiet: true
            text: qsTr("Show %n more part(s)", "", rows.held)
            onClicked: rows.showMore()
        }
    }
}
