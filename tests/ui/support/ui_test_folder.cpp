// The folder with the tst_*.qml files of one area.
extern const char* const kUiTestFolder;
const char* const kUiTestFolder = EDDY_UI_TESTS;
