#include "app/documents/readers/xml_walk.h"

#include <libxml/xmlreader.h>

#include <climits>
#include <memory>

namespace eddy {
namespace {

struct Free {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

XmlAttributes attributes_of(xmlTextReader* reader) {
  XmlAttributes attributes;
  while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
    attributes.insert_or_assign(std::string(view(xmlTextReaderConstLocalName(reader))),
                                std::string(view(xmlTextReaderConstValue(reader))));
  }
  xmlTextReaderMoveToElement(reader);
  return attributes;
}

bool hand_out(xmlTextReader* reader, const XmlHandler& handler) {
  switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT: {
      const std::string name(view(xmlTextReaderConstLocalName(reader)));
      const bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
      const bool more = handler.start(name, attributes_of(reader));
      return empty && more ? handler.end(name) : more;
    }
    case XML_READER_TYPE_END_ELEMENT: return handler.end(view(xmlTextReaderConstLocalName(reader)));
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: handler.text(view(xmlTextReaderConstValue(reader))); return true;
    default: return true;
  }
}

}  // namespace

std::optional<DocumentError> walk_xml(std::string_view bytes, const char* what, int depth, const XmlHandler& handler) {
  if (bytes.size() > INT_MAX) return DocumentError{DocumentProblem::TooLarge, std::string("[") + what + "] is too large"};
  const std::unique_ptr<xmlTextReader, Free> reader(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!reader) return DocumentError{DocumentProblem::Damaged, std::string("[") + what + "] cannot be read"};
  int more = 0;
  while ((more = xmlTextReaderRead(reader.get())) == 1) {
    if (xmlTextReaderDepth(reader.get()) > depth) {
      return DocumentError{DocumentProblem::TooLarge, std::string("[") + what + "] nests too deep"};
    }
    if (!hand_out(reader.get(), handler)) return std::nullopt;
  }
  if (more < 0) return DocumentError{DocumentProblem::Damaged, std::string("[") + what + "] is not well-formed XML"};
  return std::nullopt;
}

std::string_view value_of(const XmlAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace eddy
