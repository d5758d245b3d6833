// Where models lie: Eddy's own folder and those of other programs, whose files are used in place and never written. No state.
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <vector>

namespace eddy {

enum class PlaceKind { Own, Added, LmStudio, Ollama, Jan, Gpt4All, TextGeneration, HuggingFace };

struct ModelPlace {
  PlaceKind kind = PlaceKind::Added;
  QString path;  ///< absolute, clean
};

/// The name of the program, as it calls itself; empty for Own and Added.
QString programOf(PlaceKind kind);

/// Folders of other programs that exist on this computer. `home` and `environment` are the user's.
std::vector<ModelPlace> foundPlaces(const QString& home, const QProcessEnvironment& environment);

}  // namespace eddy
