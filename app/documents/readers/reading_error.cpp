#include "app/documents/readers/reading_error.h"

#include <algorithm>
#include <array>

namespace eddy {
namespace {

struct Name {
  DocumentProblem problem;
  std::string_view name;
};

constexpr std::array<Name, 15> kNames = {{{DocumentProblem::NotFound, "not-found"},
                                          {DocumentProblem::Unreadable, "unreadable"},
                                          {DocumentProblem::Empty, "empty"},
                                          {DocumentProblem::Binary, "binary"},
                                          {DocumentProblem::Unsupported, "unsupported"},
                                          {DocumentProblem::Damaged, "damaged"},
                                          {DocumentProblem::Encrypted, "encrypted"},
                                          {DocumentProblem::WrongPassword, "wrong-password"},
                                          {DocumentProblem::Scanned, "scanned"},
                                          {DocumentProblem::TooLarge, "too-large"},
                                          {DocumentProblem::TimedOut, "timed-out"},
                                          {DocumentProblem::Crashed, "crashed"},
                                          {DocumentProblem::Cancelled, "cancelled"},
                                          {DocumentProblem::Changing, "changing"},
                                          {DocumentProblem::NotKept, "not-kept"}}};

}  // namespace

std::string_view name_of(DocumentProblem problem) {
  return std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return n.problem == problem; })->name;
}

std::optional<DocumentProblem> problem_of(std::string_view name) {
  const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return n.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->problem;
}

}  // namespace eddy
