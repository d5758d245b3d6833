pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.qmlmodels
import Eddy.App
import Eddy.Style

// The blocks of one message, one delegate per kind.
Column {
    id: root

    required property MessageBlocksModel blocks
    property real messageId: -1
    signal linkRequested(string link)
    signal foundHere(Item item, rect place)

    spacing: Style.gap

    Repeater {
        model: root.blocks
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
                    html: model.text
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
                    code: model.text
                    language: model.language
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
                    html: model.text
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
                    html: model.text
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
                    html: model.text
                    source: model.language
                    onCopyRequested: source => App.chat.copyToClipboard(source)
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
                    html: model.text
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
                    html: model.text
                    onLinkRequested: link => root.linkRequested(link)
                }
            }
        }
    }
}
