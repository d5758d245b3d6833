# Writes the SBOM (SPDX 2.3, JSON) of a release from installer/components.txt, and stops when NOTICE does not name a component.
#   cmake -DVERSION=0.1.0 -DTIME=2026-01-01T00:00:00Z -DOUT=eddy-0.1.0.spdx.json [-DFILES="a.deb;b.rpm"] -P installer/sbom.cmake
cmake_minimum_required(VERSION 3.25)
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/components.txt lines REGEX "^[^#]")
file(READ ${root}/NOTICE notice)

set(packages "")
set(relations "")
foreach(line IN LISTS lines)
  string(REPLACE "|" ";" fields "${line}")
  list(GET fields 0 name)
  list(GET fields 1 version)
  list(GET fields 2 licence)
  list(GET fields 3 home)
  list(GET fields 4 how)
  string(FIND "${notice}" "${name}" named)
  if(named EQUAL -1)
    message(FATAL_ERROR "NOTICE does not name ${name}, which installer/components.txt lists")
  endif()
  string(REGEX REPLACE "[^A-Za-z0-9.]+" "-" id "SPDXRef-${name}")
  string(APPEND packages ",
    {\"SPDXID\": \"${id}\", \"name\": \"${name}\", \"versionInfo\": \"${version}\", \"downloadLocation\": \"${home}\",
     \"filesAnalyzed\": false, \"licenseConcluded\": \"${licence}\", \"licenseDeclared\": \"${licence}\", \"copyrightText\": \"NOASSERTION\"}")
  if(how STREQUAL "bundled")
    set(relation "{\"spdxElementId\": \"SPDXRef-Eddy\", \"relationshipType\": \"CONTAINS\", \"relatedSpdxElement\": \"${id}\"}")
  elseif(how STREQUAL "program")
    set(relation "{\"spdxElementId\": \"SPDXRef-eddy-reader\", \"relationshipType\": \"DYNAMIC_LINK\", \"relatedSpdxElement\": \"${id}\"}")
  else()
    set(relation "{\"spdxElementId\": \"SPDXRef-Eddy\", \"relationshipType\": \"DYNAMIC_LINK\", \"relatedSpdxElement\": \"${id}\"}")
  endif()
  string(APPEND relations ",\n    ${relation}")
endforeach()

# The packages themselves, by their checksums.
set(artefacts "")
foreach(file IN LISTS FILES)
  file(SHA256 ${file} sum)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "[^A-Za-z0-9.]+" "-" id "SPDXRef-File-${name}")
  if(artefacts)
    string(APPEND artefacts ",")
  endif()
  string(APPEND artefacts "\n    {\"SPDXID\": \"${id}\", \"fileName\": \"./${name}\", \"checksums\": [{\"algorithm\": \"SHA256\", \"checksumValue\": \"${sum}\"}],
     \"licenseConcluded\": \"NOASSERTION\", \"copyrightText\": \"NOASSERTION\"}")
endforeach()

string(SHA1 space "${VERSION} ${TIME} ${lines}")
file(WRITE ${OUT} "{
  \"spdxVersion\": \"SPDX-2.3\", \"dataLicense\": \"CC0-1.0\", \"SPDXID\": \"SPDXRef-DOCUMENT\", \"name\": \"Eddy-${VERSION}\",
  \"documentNamespace\": \"urn:eddy:sbom:${VERSION}:${space}\",
  \"creationInfo\": {\"created\": \"${TIME}\", \"creators\": [\"Organization: The Eddy authors\", \"Tool: installer/sbom.cmake\"]},
  \"packages\": [
    {\"SPDXID\": \"SPDXRef-Eddy\", \"name\": \"Eddy\", \"versionInfo\": \"${VERSION}\", \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false,
     \"licenseConcluded\": \"Apache-2.0\", \"licenseDeclared\": \"Apache-2.0\", \"copyrightText\": \"2026 the Eddy authors\"},
    {\"SPDXID\": \"SPDXRef-eddy-reader\", \"name\": \"eddy-reader\", \"versionInfo\": \"${VERSION}\", \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false,
     \"licenseConcluded\": \"GPL-3.0-only\", \"licenseDeclared\": \"Apache-2.0\", \"copyrightText\": \"2026 the Eddy authors\"}${packages}
  ],
  \"files\": [${artefacts}
  ],
  \"relationships\": [
    {\"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\", \"relatedSpdxElement\": \"SPDXRef-Eddy\"},
    {\"spdxElementId\": \"SPDXRef-Eddy\", \"relationshipType\": \"CONTAINS\", \"relatedSpdxElement\": \"SPDXRef-eddy-reader\"}${relations}
  ]
}
")
file(READ ${OUT} written)
string(JSON count LENGTH "${written}" packages)  # stops when it is no JSON
message(STATUS "${OUT}: ${count} packages")
