// eddy-reader: reads one document and writes what it found to standard output, one JSON object a line. It runs apart from
// the program that shows the document, so that a fault in a parsing library costs one file and nothing else.
//
//   {"type":"passage","page":3,"heading":"Cooking","kind":0,"text":"…"}      any number of them
//   {"type":"document","format":"PDF","title":"…","pages":12,"notice":""}    the last line of a success
//   {"type":"page","pages":12,"aspect":1.41,"words":[[x,y,w,h,"word"],…]}    with --page: the picture of one page was written
//   {"type":"error","problem":"encrypted","message":"[pdf] …"}               the last line of a failure
//
// A password comes on standard input (with --password), never as an argument that others could see.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#endif

#include "app/documents/readers/reader.h"

using namespace eddy;

namespace {

void write_line(const nlohmann::json& object) {
  const std::string line = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  const bool written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fflush(stdout) == 0;
  if (!written) std::_Exit(3);  // nobody listens any more
}

int fail(const DocumentError& error) {
  write_line({{"type", "error"}, {"problem", name_of(error.problem)}, {"message", error.message}});
  return 1;
}

/// The system ends the program when it wants more.
void set_limits(unsigned long megabytes, unsigned long seconds) {
#if defined(__unix__) || defined(__APPLE__)
  const auto limit = [](int what, rlim_t soft, rlim_t hard = 0) {
    const rlimit value{soft, std::max(soft, hard)};
    setrlimit(what, &value);
  };
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // their shadows are larger than any limit
  limit(RLIMIT_AS, static_cast<rlim_t>(megabytes) << 20);
#endif
  limit(RLIMIT_CPU, seconds, seconds + 2);  // at the hard limit the signal would no longer say why
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, rlim_t{256} << 20);  // pictures for text recognition are all it ever writes
#else
  (void)megabytes;
  (void)seconds;
#endif
}

/// For the tests of whoever watches over this program: die, hang or eat memory on request.
void misbehave(const char* how) {
  if (!how) return;
  if (std::strcmp(how, "crash") == 0) std::abort();
  if (std::strcmp(how, "hang") == 0) {
    while (std::getchar() != EOF) {}
    for (volatile bool forever = true; forever;) {}
  }
  if (std::strcmp(how, "memory") == 0) {
    for (std::size_t size = 1 << 20;; size *= 2) std::memset(std::malloc(size), 1, size);
  }
  if (std::strcmp(how, "garbage") == 0) {
    std::puts("{\"type\":");
    std::exit(0);
  }
}

void misbehave_late(const char* how) {
  if (how && std::strcmp(how, "crash-late") == 0) std::abort();
}

struct Arguments {
  DocumentSource source;
  unsigned long megabytes = 2048;
  unsigned long seconds = 600;
  bool password = false;
  int page = 0;              // to be drawn; 0: the text is read
  int dpi = 110;
  std::string picture;
};

bool parse(int argc, char** argv, Arguments& a) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool has_value = i + 1 < argc;
    if (word == "--memory-mb" && has_value) a.megabytes = std::strtoul(argv[++i], nullptr, 10);
    else if (word == "--cpu-seconds" && has_value) a.seconds = std::strtoul(argv[++i], nullptr, 10);
    else if (word == "--password") a.password = true;
    else if (word == "--ocr") a.source.ocr = true;
    else if (word == "--page" && has_value) a.page = std::atoi(argv[++i]);
    else if (word == "--dpi" && has_value) a.dpi = std::clamp(std::atoi(argv[++i]), 20, 600);
    else if (word == "--out" && has_value) a.picture = argv[++i];
    else if (word == "--" && has_value) a.source.path = argv[++i];
    else return false;
  }
  return !a.source.path.empty() && a.megabytes > 0 && a.seconds > 0 && (a.page == 0 || !a.picture.empty());
}

int draw(Arguments a) {
  DrawnPage drawn;
  if (const auto error = draw_page(std::move(a.source), a.page, a.dpi, a.picture, drawn)) return fail(*error);
  auto words = nlohmann::json::array();
  for (const auto& [box, text] : drawn.words) words.push_back({box[0], box[1], box[2], box[3], text});
  write_line({{"type", "page"}, {"pages", drawn.pages}, {"aspect", drawn.aspect}, {"words", std::move(words)}});
  return 0;
}

int read(Arguments a) {
  if (a.password) std::getline(std::cin, a.source.password);
  misbehave(std::getenv("EDDY_READER_MISBEHAVE"));
  if (a.page > 0) return draw(std::move(a));
  DocumentFacts facts;
  int written = 0;
  PassageWriter writer({}, [&written](const Passage& passage) {
    if (written++ == 1) misbehave_late(std::getenv("EDDY_READER_MISBEHAVE"));
    write_line({{"type", "passage"},
                {"page", passage.page},
                {"heading", passage.heading},
                {"kind", static_cast<int>(passage.kind)},
                {"text", passage.text}});
  });
  if (const auto error = read_document(std::move(a.source), facts, writer)) return fail(*error);
  write_line({{"type", "document"},
              {"format", facts.format},
              {"title", facts.title},
              {"pages", facts.pages},
              {"notice", facts.notice}});
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fputs("usage: eddy-reader [--password] [--ocr] [--memory-mb N] [--cpu-seconds N] [--page N --out PNG [--dpi N]] -- FILE\n", stderr);
    return 2;
  }
  set_limits(arguments.megabytes, arguments.seconds);
  try {
    return read(std::move(arguments));
  } catch (const std::bad_alloc&) {
    return fail({DocumentProblem::TooLarge, "[reader] the file needs more memory than a document may take"});
  } catch (const std::exception& error) {
    return fail({DocumentProblem::Damaged, std::string("[reader] ") + error.what()});
  }
}
