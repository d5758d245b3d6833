// Registers the static QML modules. Include once per executable, in the file with main(); the executable links eddy_ui.
#pragma once

#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Eddy_AppPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_StylePlugin)
Q_IMPORT_QML_PLUGIN(Eddy_ComponentsPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_ChatPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_DevicesPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_DocumentsPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_NotebookPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_SearchPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_StatesPlugin)
Q_IMPORT_QML_PLUGIN(Eddy_WelcomePlugin)
Q_IMPORT_QML_PLUGIN(Eddy_ShellPlugin)
